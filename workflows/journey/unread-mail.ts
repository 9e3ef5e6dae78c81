import { recordStage } from '../activities.ts';
import { nextWhileUnread, stateToSave, takeIn, type JourneyInbox } from './inbox.ts';

/**
 * Mail that nobody has read interrupts every chapter: nothing is drafted until a person has judged it, or answered it by
 * hand. Deadlines go on; what is due by then comes at once.
 */
export async function unreadMail(inbox: JourneyInbox): Promise<void> {
  await recordStage({
    contactId: inbox.contactId,
    stage: 'in_conversation',
    next: undefined,
    waitingFor: 'you, to read and answer',
    state: stateToSave(inbox),
  });
  takeIn(inbox);
  while (inbox.state.unread.length > 0) await nextWhileUnread(inbox);
}
