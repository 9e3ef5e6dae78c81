import {
  type CalendarEvent,
  type CalendarMethod,
  type CalendarPerson,
  calendarText,
} from './calendar-text.ts';

export type MeetingFormat = 'call' | 'video' | 'phone' | 'coffee';
export const meetingFormats: readonly MeetingFormat[] = ['call', 'video', 'phone', 'coffee'];

/** A meeting as it is stored, with the names of both. */
export type AgreedMeeting = {
  readonly uid: string;
  readonly sequence: number;
  readonly at: Date;
  readonly minutes: number;
  readonly where: string | undefined;
  readonly organizer: 'us' | 'them';
  readonly organizerAddress: string;
  readonly attendeeAddress: string;
  /** Of their invitation. */
  readonly summary: string | undefined;
  readonly userName: string;
  readonly contactName: string;
};

/** The calendar part of a mail, stored with its draft: what was approved is what leaves. Times are RFC 3339. */
export type Invitation = {
  readonly method: 'REQUEST' | 'CANCEL' | 'REPLY';
  readonly uid: string;
  readonly sequence: number;
  readonly start: string;
  readonly minutes: number;
  readonly summary: string;
  readonly where: string | undefined;
  readonly organizer: CalendarPerson;
  readonly attendee: CalendarPerson;
  readonly answer: 'ACCEPTED' | 'DECLINED' | undefined;
};

/** What a mail about a meeting carries: ours is sent, moved and cancelled by us; theirs is answered. */
export function invitationFor(meeting: AgreedMeeting, news: 'confirmed' | 'cancelled'): Invitation {
  const ours = meeting.organizer === 'us';
  const user = {
    name: meeting.userName,
    address: ours ? meeting.organizerAddress : meeting.attendeeAddress,
  };
  const contact = {
    name: meeting.contactName,
    address: ours ? meeting.attendeeAddress : meeting.organizerAddress,
  };
  return {
    method: ours ? (news === 'confirmed' ? 'REQUEST' : 'CANCEL') : 'REPLY',
    uid: meeting.uid,
    sequence: meeting.sequence,
    start: meeting.at.toISOString(),
    minutes: meeting.minutes,
    summary: titleOf(meeting),
    where: meeting.where,
    organizer: ours ? user : contact,
    attendee: ours ? contact : user,
    answer: ours ? undefined : news === 'confirmed' ? 'ACCEPTED' : 'DECLINED',
  };
}

/** Both names and no time: a title with an hour in it is wrong after a move. */
export function titleOf(
  meeting: Pick<AgreedMeeting, 'summary' | 'userName' | 'contactName'>,
): string {
  const { summary, userName, contactName } = meeting;
  if (summary !== undefined && summary !== '') return summary;
  return [userName, contactName].filter((name) => name !== '').join(' and ');
}

/** The text of a mail's calendar part; `stamp` is when the mail is written. */
export function invitationText(invitation: Invitation, stamp: Date): string {
  return calendarText({
    method: invitation.method,
    stamp,
    events: [
      {
        ...invitation,
        start: new Date(invitation.start),
        cancelled: invitation.method === 'CANCEL',
      },
    ],
  });
}

/** What of an invitation a person's yes covers: not when it is written (DTSTAMP). */
export function approvedParts(invitation: Invitation): readonly (string | number | undefined)[] {
  const { method, uid, sequence, start, minutes, summary, where, answer } = invitation;
  const people = [invitation.organizer.address, invitation.attendee.address];
  return [method, uid, sequence, start, minutes, summary, where, answer, ...people];
}

/** A meeting for the user's own calendar: of the same UID as the invitation, inviting nobody. */
export type OwnEntry = AgreedMeeting & { readonly cancelled: boolean; readonly changedAt: Date };

/** The user's feed (`method` PUBLISH), or a file to import (no method: it must not look like an invitation). */
export function ownCalendar(
  meetings: readonly OwnEntry[],
  as: { readonly method: 'PUBLISH' | undefined; readonly stamp: Date },
): string {
  return calendarText({
    method: as.method satisfies CalendarMethod | undefined,
    stamp: as.stamp,
    ...(as.method === 'PUBLISH' ? { name: 'Rapport' } : {}),
    events: meetings.map((meeting): CalendarEvent => ({
      uid: meeting.uid,
      sequence: meeting.sequence,
      start: meeting.at,
      minutes: meeting.minutes,
      summary: titleOf(meeting),
      where: meeting.where,
      cancelled: meeting.cancelled,
      changedAt: meeting.changedAt,
    })),
  });
}
