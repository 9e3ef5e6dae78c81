import { closeJourney } from '../activities.ts';
import { stateToSave, recordNews, type JourneyInbox } from './inbox.ts';
import type { ChapterResult } from './chapter.ts';

/** Stores how the journey ended. Whatever comes later begins a run again, from PostgreSQL. */
export async function closed(inbox: JourneyInbox): Promise<ChapterResult> {
  for (;;) {
    recordNews(inbox);
    const { chapter, heard, outcome } = inbox.state;
    if (chapter !== 'closed') return { next: chapter };
    const { contactId } = inbox;
    await closeJourney({ contactId, outcome: outcome ?? 'stopped', state: stateToSave(inbox) });
    recordNews(inbox);
    if (inbox.state.heard === heard) return 'over';
  }
}
