import { canonicalAddress } from '../domain/email-address.ts';
import type { CalendarAnswer, Verdict } from '../domain/classify/verdict.ts';
import type { Transaction } from './client.ts';
import type { Meeting } from './generated/client.ts';
import { tellMeeting } from './meetings.ts';
import { addTimelineEvent } from './timeline.ts';

/** The contacts with whom a meeting of this UID is agreed, or was. */
export async function contactsOfMeeting(
  db: Pick<Transaction, 'meeting'>,
  userId: string,
  uid: string | undefined,
): Promise<readonly string[]> {
  if (uid === undefined || uid === '') return [];
  const rows = await db.meeting.findMany({ where: { userId, uid }, select: { contactId: true } });
  return rows.map(({ contactId }) => contactId);
}

/**
 * Applies what a calendar part of theirs says of a meeting that is known. `noted` needs nobody; `ask` waits for the
 * user, as every other mail does. The caller holds the contact's lock.
 */
export async function applyCalendarAnswer(
  tx: Transaction,
  contact: { readonly id: string; readonly addresses: readonly string[] },
  mail: { readonly verdict: Verdict; readonly from: string; readonly at: Date },
): Promise<'noted' | 'ask'> {
  const answer = mail.verdict.kind === 'calendar' ? mail.verdict.calendar : undefined;
  if (answer?.uid === undefined) return 'ask';
  const key = { contactId: contact.id, uid: answer.uid };
  const meeting = await tx.meeting.findUnique({ where: { contactId_uid: key } });
  if (!meeting) return 'ask';
  switch (answer.method) {
    case 'REPLY':
    case 'COUNTER':
      return attendanceOf(tx, { meeting, answer, mail, contact });
    case 'CANCEL':
      return cancelledByThem(tx, meeting, answer);
    case 'DECLINECOUNTER':
    case 'REFRESH':
    case 'REQUEST':
    case 'PUBLISH':
      return 'ask';
  }
}

async function attendanceOf(
  tx: Transaction,
  what: {
    readonly meeting: Meeting;
    readonly answer: CalendarAnswer;
    readonly mail: { readonly from: string; readonly at: Date };
    readonly contact: { readonly id: string; readonly addresses: readonly string[] };
  },
): Promise<'noted' | 'ask'> {
  const { meeting, answer, mail, contact } = what;
  const own =
    answer.attendee === meeting.attendeeAddress ||
    contact.addresses.includes(canonicalAddress(mail.from));
  // Somebody else who was told of it does not answer for the contact (RFC 5546 section 3.2.3).
  if (meeting.organizer !== 'us' || !own) return 'ask';
  if (answer.sequence < meeting.sequence || meeting.state !== 'confirmed') {
    await addTimelineEvent(
      tx,
      contact.id,
      'Their calendar answered an invitation that has changed since.',
    );
    return 'noted';
  }
  const attendance =
    answer.method === 'COUNTER' ? counter(answer) : attendances[answer.partstat ?? ''];
  if (attendance === undefined) return answer.partstat === 'NEEDS-ACTION' ? 'noted' : 'ask';
  await tx.meeting.update({
    where: { id: meeting.id },
    data: { attendance, attendanceAt: mail.at },
  });
  await addTimelineEvent(tx, contact.id, `Their calendar answered the invitation: ${attendance}.`);
  return attendance === 'accepted' ? 'noted' : 'ask';
}

const attendances: Readonly<Record<string, string>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

/** Another time is proposed: whatever else it says, the agreed one is not accepted. */
function counter({ partstat }: CalendarAnswer): string {
  return partstat === 'DECLINED' ? 'declined' : 'tentative';
}

/** Only who invited can cancel; anybody else's is a mail like any other. */
async function cancelledByThem(
  tx: Transaction,
  meeting: Meeting,
  answer: CalendarAnswer,
): Promise<'noted' | 'ask'> {
  if (meeting.organizer !== 'them' || answer.sequence < meeting.sequence) return 'ask';
  if (meeting.state !== 'confirmed') return 'noted';
  const cancelled = await tx.meeting.update({
    where: { id: meeting.id },
    data: {
      state: 'cancelled',
      why: 'they cancelled it',
      sequence: answer.sequence,
      revision: { increment: 1 },
      nextAt: null,
      nextWhy: null,
    },
  });
  await tx.meetingItem.create({
    data: {
      contactId: meeting.contactId,
      meetingId: meeting.id,
      kind: 'cancelled_by_them',
      revision: cancelled.revision,
      text: 'They cancelled your conversation in their calendar. Offer other times, or let it be.',
    },
  });
  await tellMeeting(tx, cancelled, 'cancelled_by_them');
  await addTimelineEvent(
    tx,
    meeting.contactId,
    'They cancelled the conversation in their calendar.',
  );
  return 'noted';
}
