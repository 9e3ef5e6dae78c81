import type { Transaction } from '../../db/client.ts';
import { withdrawUnsent } from '../../db/drafts.ts';
import { begunMeetings, closeMeetingItems, tellMeeting } from '../../db/meetings.ts';
import { stateOf } from '../../db/journey-state.ts';
import type { Recipient } from '../../db/occasion-draft.ts';
import { askUser } from '../../db/questions.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { Conflict } from '../../domain/errors.ts';

/** They did not come: no thanks, and the journey offers other times without a word of blame. Throws Conflict. */
export async function recordNoShow(tx: Transaction, contact: Recipient, now: Date): Promise<void> {
  const [meeting] = await begunMeetings(tx, contact.id, now);
  if (meeting === undefined)
    throw new Conflict(
      `No conversation with ${contact.name} has begun, so nobody can have missed it. One that is to come can be cancelled.`,
      'cancel_meeting',
    );
  const thanked = await tx.draft.count({
    where: {
      contactId: contact.id,
      purpose: 'thank_you',
      state: 'sent',
      createdAt: { gte: meeting.at },
    },
  });
  if (thanked > 0)
    throw new Conflict(
      `The thank-you to ${contact.name} has left, so this conversation counts as held.`,
    );
  if (meeting.state === 'no_show') return;
  await tx.meeting.update({
    where: { id: meeting.id },
    data: { state: 'no_show', revision: { increment: 1 } },
  });
  await closeMeetingItems(tx, meeting.id, now);
  await withdrawUnsent(tx, contact.id, { why: 'they did not come', purposes: ['thank_you'] });
  // A second time nothing is drafted: whether to try again is the user's decision.
  if (stateOf(contact).noShows > 0)
    await askUser(tx, contact, 'offer_new_times', { meetingId: meeting.id });
  await addTimelineEvent(tx, contact.id, 'They did not come to the conversation.');
  await tellMeeting(tx, meeting, 'no_show');
}
