import { undecidedStates } from '../domain/draft-state.ts';
import { endOf } from '../domain/meeting/interval.ts';
import type { AgreedMeeting, OwnEntry } from '../domain/meeting/invitation.ts';
import { profileOf } from '../domain/profile.ts';
import type { JourneyPayloads } from '../domain/journey-messages.ts';
import type { Database, Transaction } from './client.ts';
import { withdrawUnsent } from './drafts.ts';
import { Prisma, type Meeting } from './generated/client.ts';
import { storedOccasion } from './occasion.ts';
import { releaseOffers } from './slot-offers.ts';
import { tellJourney, tellMeetingClock } from './tell-journey.ts';

/** What a meeting must be loaded with to be told. */
export const meetingNames = {
  contact: { select: { name: true } },
  user: { select: { profile: true } },
} as const satisfies Prisma.MeetingInclude;

export type NamedMeeting = Prisma.MeetingGetPayload<{ include: typeof meetingNames }>;

export function agreedMeeting(row: NamedMeeting): AgreedMeeting {
  return {
    uid: row.uid,
    sequence: row.sequence,
    at: row.at,
    minutes: row.minutes,
    where: row.where ?? undefined,
    // The column holds nothing else: db/meetings.ts alone writes it.
    organizer: row.organizer as 'us' | 'them',
    organizerAddress: row.organizerAddress,
    attendeeAddress: row.attendeeAddress,
    summary: row.summary ?? undefined,
    userName: profileOf(row.user).name ?? '',
    contactName: row.contact.name,
  };
}

/** As the user's own calendars have it; every change raises its number, also those that no invitation tells. */
export function ownEntry(row: NamedMeeting): OwnEntry {
  return {
    ...agreedMeeting(row),
    sequence: row.revision,
    cancelled: row.state === 'cancelled',
    changedAt: row.updatedAt,
  };
}

/** The agreed meeting of a contact that has not ended; there is at most one. */
export async function comingMeeting(
  db: Database | Transaction,
  contactId: string,
  now: Date,
): Promise<NamedMeeting | undefined> {
  const rows = await db.meeting.findMany({
    where: { contactId, state: 'confirmed' },
    include: meetingNames,
    orderBy: { at: 'desc' },
  });
  return rows.find((row) => endOf(row) > now);
}

/** All agreed meetings of a user that have not ended. */
export async function comingMeetings(
  db: Database | Transaction,
  userId: string,
  now: Date,
): Promise<readonly NamedMeeting[]> {
  const rows = await db.meeting.findMany({
    where: { userId, state: 'confirmed', at: { gt: new Date(now.getTime() - 86_400_000) } },
    include: meetingNames,
    orderBy: { at: 'asc' },
  });
  return rows.filter((row) => endOf(row) > now);
}

/** The times for which they were told of a meeting, before it was moved to the one that it has. */
export async function toldTimes(
  db: Database | Transaction,
  meetings: readonly Pick<Meeting, 'id' | 'contactId' | 'at' | 'revision'>[],
): Promise<(meeting: Pick<Meeting, 'id' | 'at'>) => readonly Date[]> {
  // Only a change raises the revision.
  const changed = meetings.filter(({ revision }) => revision > 1);
  if (changed.length === 0) return () => [];
  const drafts = await db.draft.findMany({
    where: {
      contactId: { in: changed.map(({ contactId }) => contactId) },
      purpose: 'confirmation',
      state: 'sent',
    },
  });
  return ({ id, at }) =>
    drafts.flatMap((draft) => {
      const occasion = draft.meetingId === id ? storedOccasion(draft) : undefined;
      if (occasion?.purpose !== 'confirmation') return [];
      const before = occasion.meeting.at;
      return before.getTime() === at.getTime() ? [] : [before];
    });
}

/**
 * What is agreed is off: its row, its reminders, and the mail that was to confirm it. SEQUENCE rises where the
 * invitation is ours and left, for the user's own cancellation (`by`); where the contact calls it off, it rises with
 * the next time. Tell the journey and the clock afterwards. The caller holds the contact's lock.
 */
export async function callOff(
  tx: Transaction,
  agreed: NamedMeeting,
  { by, why, now }: { readonly by: 'us' | 'them'; readonly why: string; readonly now: Date },
): Promise<{ readonly meeting: Meeting; readonly told: boolean }> {
  const theirs = agreed.organizer === 'them';
  const told = theirs || (await invitationLeft(tx, agreed.id));
  const meeting = await tx.meeting.update({
    where: { id: agreed.id },
    data: {
      state: 'cancelled',
      why,
      sequence: agreed.sequence + (by === 'us' && told && !theirs ? 1 : 0),
      revision: { increment: 1 },
      nextAt: null,
      nextWhy: null,
    },
  });
  await withdrawUnsent(tx, agreed.contactId, {
    why: 'the conversation was cancelled',
    purposes: ['confirmation', 'cancellation'],
  });
  await releaseOffers(tx, agreed.contactId, { why: 'the conversation was cancelled', at: now });
  await closeMeetingItems(tx, meeting.id, now);
  return { meeting, told };
}

/** Whether a version of a meeting's invitation left, or may have left: then every change raises its SEQUENCE. */
export async function invitationLeft(tx: Transaction, meetingId: string): Promise<boolean> {
  const left = await tx.send.count({
    where: {
      state: { in: ['CLAIMED', 'ACCEPTED', 'AMBIGUOUS'] },
      draft: { meetingId, NOT: { calendar: { equals: Prisma.DbNull } } },
    },
  });
  return left > 0;
}

/** The conversations of a contact that have begun and were not cancelled, the last one first. */
export async function begunMeetings(
  tx: Transaction,
  contactId: string,
  now: Date,
): Promise<readonly Meeting[]> {
  return tx.meeting.findMany({
    where: { contactId, state: { not: 'cancelled' }, at: { lte: now } },
    orderBy: { at: 'desc' },
  });
}

/** A conversation that was thanked for has taken place, whether or not anybody said so. The caller holds the contact's lock. */
export async function markThanked(tx: Transaction, meetingId: string, now: Date): Promise<void> {
  const meeting = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } });
  if (meeting.state !== 'confirmed') return;
  const held = await tx.meeting.update({
    where: { id: meetingId },
    data: { state: 'took_place', revision: { increment: 1 } },
  });
  await tx.contact.updateMany({
    where: { id: meeting.contactId, metAt: null },
    data: { metAt: meeting.at },
  });
  await closeMeetingItems(tx, meetingId, now);
  await tellMeetingClock(tx, held);
}

/** Those of the meetings whose confirmation still waits for a yes: the contact knows nothing of them. */
export async function untoldMeetings(
  db: Database | Transaction,
  meetingIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const waiting = await db.draft.findMany({
    where: {
      meetingId: { in: [...meetingIds] },
      purpose: 'confirmation',
      state: { in: undecidedStates },
    },
    select: { meetingId: true },
  });
  return new Set(waiting.flatMap(({ meetingId }) => meetingId ?? []));
}

export function notToldYet(name: string): string {
  return `You meet ${name} soon, and they have not been told: the confirmation still waits for your approval.`;
}

/** What was asked or reminded of about a meeting is dealt with. */
export async function closeMeetingItems(
  tx: Transaction,
  meetingId: string,
  now: Date,
): Promise<void> {
  await tx.meetingItem.updateMany({
    where: { meetingId, resolvedAt: null },
    data: { resolvedAt: now },
  });
}

/** Notes for the journey and for the meeting's own clock what became of it. Call after everything else that they hear of it. */
export async function tellMeeting(
  tx: Transaction,
  meeting: Meeting,
  how: JourneyPayloads['meetingChanged']['how'],
  end: Date = endOf(meeting),
): Promise<void> {
  await tellJourney(tx, meeting.contactId, 'meetingChanged', {
    meetingId: meeting.id,
    how,
    at: meeting.at.getTime(),
    end: end.getTime(),
  });
  await tellMeetingClock(tx, meeting);
}
