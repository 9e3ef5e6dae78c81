import type { JourneyInbox } from './inbox.ts';
import type { ChapterResult } from './chapter.ts';
import { settledDraft } from './settled-draft.ts';

/** The first mail: drafted at once, and sent when the user says so. */
export async function outreach(inbox: JourneyInbox): Promise<ChapterResult> {
  for (;;) {
    const first = await settledDraft(inbox, 'outreach');
    switch (first.how) {
      case 'sent':
        return { next: 'silence' };
      case 'skipped':
        return { end: 'withdrawn' };
      // As when the address was corrected: the mail is written again.
      case 'withdrawn':
        continue;
    }
  }
}
