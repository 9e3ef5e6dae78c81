import { stageOf } from './show.ts';
import { nextWhileUnread, recordNews, type JourneyInbox } from './inbox.ts';
import { recordStage } from './record-stage.ts';

/**
 * Mail that nobody has read interrupts every chapter: nothing is drafted until a person has judged it, or answered it by
 * hand. Deadlines go on; what is due by then comes at once.
 */
export async function unreadMail(inbox: JourneyInbox): Promise<void> {
  const { chapter } = inbox.state;
  const before = chapter === 'outreach' || chapter === 'silence' || chapter === 'closed';
  await recordStage(inbox, {
    // From an agreed meeting on the stage is the chapter's, whatever waits.
    stage: before ? 'in_conversation' : stageOf(chapter),
    next: undefined,
    waitingFor: 'you, to read and answer',
  });
  recordNews(inbox);
  while (inbox.state.unread.length > 0) await nextWhileUnread(inbox);
}
