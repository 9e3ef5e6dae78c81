import type { AgreedMeeting } from '../domain/meeting/invitation.ts';
import { profileOf } from '../domain/profile.ts';
import type { Prisma } from './generated/client.ts';

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
