import { nextMessage, type JourneyInbox } from './inbox.ts';
import type { ChapterResult } from './chapter.ts';
import { show } from './show.ts';

/** They are interested: the user answers them, and no follow-up goes out by itself. */
export async function agreeing(inbox: JourneyInbox): Promise<ChapterResult> {
  await show(inbox, { stage: 'in_conversation', waitingFor: 'you, to read and answer' });
  for (;;) await nextMessage(inbox, Infinity);
}
