import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../db/client.ts';
import { withdrawUnsent } from '../../db/drafts.ts';
import type { Meeting } from '../../db/generated/client.ts';
import { begunMeetings, closeMeetingItems, tellMeeting } from '../../db/meetings.ts';
import type { Recipient } from '../../db/occasion-draft.ts';
import { storedPolicy } from '../../db/policy.ts';
import { addReferral } from '../../db/referrals.ts';
import { draftThankYou } from '../../db/thank-you.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import type { MeetingRecord } from '../../domain/meeting/record.ts';
import { endOf } from '../../domain/meeting/interval.ts';
import { milliseconds } from '../../domain/timing/duration.ts';

/** A conversation took place: what was learnt is kept, whom they named becomes a referral, the thank-you is drafted. */
export async function recordHeld(
  tx: Transaction,
  contact: Recipient,
  record: MeetingRecord,
  now: Date,
): Promise<void> {
  const { learnt, people, offer, notes } = record;
  const before = await meantMeeting(tx, contact, record, now);
  const meeting = await tx.meeting.update({
    where: { id: before.id },
    data: {
      state: 'took_place',
      ...(offer === undefined ? {} : { offer }),
      ...(notes === undefined
        ? {}
        : { notes: before.notes === null ? notes : `${before.notes}\n\n${notes}` }),
      revision: { increment: 1 },
    },
  });
  const owner = { userId: contact.userId, contactId: contact.id, meetingId: meeting.id };
  await tx.takeaway.createMany({
    data: learnt.map(({ kind, text }) => ({ ...owner, kind, text, createdAt: now })),
  });
  for (const person of people) await addReferral(tx, contact, person);
  await tx.contact.update({
    where: { id: contact.id },
    data: { metAt: contact.metAt ?? meeting.at },
    select: { id: true },
  });
  await closeMeetingItems(tx, meeting.id, now);
  // After a talk, a first mail, a nudge or an offer of times no longer fits.
  await withdrawUnsent(tx, contact.id, {
    why: 'the conversation took place',
    purposes: ['outreach', 'nudge', 'proposal'],
  });
  if (before.state !== 'took_place' || contact.metAt === null) {
    await addTimelineEvent(tx, contact.id, 'The conversation took place.');
    // Who tells of a talk before its planned end has ended it earlier.
    const end = endOf(meeting);
    await tellMeeting(tx, meeting, 'held', end < now ? end : now);
  }
  await draftThankYou(tx, contact, { meeting, now });
}

/** The conversation at that time, else the last one that has begun; a new row for one that was never scheduled. */
async function meantMeeting(
  tx: Transaction,
  contact: Recipient,
  { at }: MeetingRecord,
  now: Date,
): Promise<Meeting> {
  const begun = await begunMeetings(tx, contact.id, now);
  const meant = at === undefined ? begun[0] : begun.find((meeting) => isNear(meeting.at, at));
  if (meant !== undefined) return meant;
  const address = contact.mailbox.address;
  return tx.meeting.create({
    data: {
      userId: contact.userId,
      contactId: contact.id,
      uid: `${randomUUID()}@${address.split('@').at(-1)}`,
      at: at ?? now,
      minutes: storedPolicy(contact.policy).meetingMinutes,
      organizer: 'us',
      organizerAddress: address,
      attendeeAddress: contact.email,
      noMail: true,
    },
  });
}

/** People remember the day, and often not the hour. */
function isNear(one: Date, other: Date): boolean {
  return Math.abs(one.getTime() - other.getTime()) < milliseconds('PT24H');
}
