import type { ChapterResult } from './chapter.ts';
import { nextMessage, type JourneyInbox } from './inbox.ts';
import { show } from './show.ts';

/** A conversation is agreed. Its clock (`meeting/<id>`) speaks to the user; the journey waits for its end. */
export async function meeting(inbox: JourneyInbox): Promise<ChapterResult> {
  const { meeting: agreed } = inbox.state;
  if (agreed === undefined) return { next: 'agreeing' };
  if (Date.now() < agreed.end) {
    await show(inbox, {
      stage: 'meeting',
      next: { at: agreed.at, why: 'your conversation' },
      waitingFor: '',
    });
    while (Date.now() < agreed.end) await nextMessage(inbox, agreed.end);
  }
  return { next: 'thanks' };
}
