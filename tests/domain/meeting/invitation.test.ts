import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../domain/classify/calendar/calendar-reply.ts';
import {
  type AgreedMeeting,
  invitationFor,
  invitationText,
  ownCalendar,
} from '../../../domain/meeting/invitation.ts';

const meeting: AgreedMeeting = {
  uid: '5b1f0c9e-own@rapport.invalid',
  sequence: 2,
  at: new Date('2027-03-15T17:00:00Z'),
  minutes: 25,
  where: 'https://meet.example/abc; room 2, second floor',
  organizer: 'us',
  organizerAddress: 'kim@home.example',
  attendeeAddress: 'ana@work.example',
  summary: undefined,
  userName: 'Kim "K" Łęcka',
  contactName: 'Ana; Lima, PhD',
};
const theirs: AgreedMeeting = {
  ...meeting,
  organizer: 'them',
  organizerAddress: 'ana@work.example',
  attendeeAddress: 'kim@home.example',
  summary: 'Chat',
};
const stamp = new Date('2027-03-01T08:00:00.900Z');

/** By a reader that shares no code with ours. */
function parse(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [event, ...more] = calendar.getAllSubcomponents('vevent');
  expect(more).toEqual([]);
  const value = (name: string) => String(event!.getFirstPropertyValue(name));
  const person = (name: string) => {
    const property = event!.getFirstProperty(name);
    return property && { ...property.jCal[1], address: String(property.getFirstValue()) };
  };
  return { method: calendar.getFirstPropertyValue('method'), value, person, event: event! };
}

describe.each([
  ['an invitation', invitationFor(meeting, 'confirmed'), 'REQUEST'],
  ['its withdrawal', invitationFor(meeting, 'cancelled'), 'CANCEL'],
  ['a yes to theirs', invitationFor(theirs, 'confirmed'), 'REPLY'],
  ['a no to theirs', invitationFor(theirs, 'cancelled'), 'REPLY'],
])('%s', (_, invitation, method) => {
  const text = invitationText(invitation, stamp);

  it('is an object of its method, with the meeting’s UID and SEQUENCE, in UTC', () => {
    const { value, ...read } = parse(text);
    expect(read.method).toBe(method);
    expect(value('uid')).toBe(meeting.uid);
    expect(value('sequence')).toBe('2');
    expect(value('dtstamp')).toBe('2027-03-01T08:00:00Z');
    expect(value('dtstart')).toBe('2027-03-15T17:00:00Z');
    expect(value('dtend')).toBe('2027-03-15T17:25:00Z');
    expect(text).not.toContain('TZID');
  });

  it('has lines of at most 75 octets that end in CRLF, once', () => {
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
  });

  it('is read by our own reader as it was written', () => {
    expect(readCalendar(text)).toMatchObject({
      method,
      uid: meeting.uid,
      sequence: 2,
      organizer: invitation.organizer.address,
      start: '2027-03-15T17:00:00Z',
      end: '2027-03-15T17:25:00Z',
    });
  });
});

describe('an invitation', () => {
  const read = parse(invitationText(invitationFor(meeting, 'confirmed'), stamp));

  it('asks the contact, and nobody else, for an answer', () => {
    expect(read.event.getAllProperties('attendee')).toHaveLength(1);
    expect(read.person('attendee')).toMatchObject({
      address: 'mailto:ana@work.example',
      cn: 'Ana; Lima, PhD',
      partstat: 'NEEDS-ACTION',
      role: 'REQ-PARTICIPANT',
      rsvp: 'TRUE',
    });
    expect(read.person('organizer')).toMatchObject({
      address: 'mailto:kim@home.example',
      cn: 'Kim K Łęcka',
    });
    expect(read.value('status')).toBe('CONFIRMED');
  });

  it('names both and the place, and no hour', () => {
    expect(read.value('summary')).toBe('Kim "K" Łęcka and Ana; Lima, PhD');
    expect(read.value('location')).toBe(meeting.where);
  });
});

describe('the withdrawal of an invitation', () => {
  it('says that the event is cancelled, and keeps its time and people', () => {
    const read = parse(invitationText(invitationFor(meeting, 'cancelled'), stamp));
    expect(read.value('status')).toBe('CANCELLED');
    expect(read.person('attendee')).toMatchObject({ address: 'mailto:ana@work.example' });
  });
});

describe('the answer to their invitation', () => {
  it.each([
    ['confirmed', 'ACCEPTED'],
    ['cancelled', 'DECLINED'],
  ] as const)(
    'to a meeting that is %s has one attendee, the user, who has %s',
    (news, partstat) => {
      const read = parse(invitationText(invitationFor(theirs, news), stamp));
      expect(read.event.getAllProperties('attendee')).toHaveLength(1);
      expect(read.person('attendee')).toMatchObject({
        address: 'mailto:kim@home.example',
        partstat,
      });
      expect(read.person('organizer')).toMatchObject({ address: 'mailto:ana@work.example' });
    },
  );
});

describe('the user’s own calendar', () => {
  const entry = { ...meeting, cancelled: false, changedAt: new Date('2027-03-02T00:00:00Z') };

  it('publishes meetings that invite nobody, under the UID of the invitation', () => {
    const read = parse(ownCalendar([entry], { method: 'PUBLISH', stamp }));
    expect(read.method).toBe('PUBLISH');
    expect(read.value('uid')).toBe(meeting.uid);
    expect(read.value('last-modified')).toBe('2027-03-02T00:00:00Z');
    expect(read.event.getAllProperties('attendee')).toEqual([]);
    expect(read.event.getAllProperties('organizer')).toEqual([]);
  });

  it('keeps what was cancelled as cancelled', () => {
    const read = parse(ownCalendar([{ ...entry, cancelled: true }], { method: 'PUBLISH', stamp }));
    expect(read.value('status')).toBe('CANCELLED');
  });

  it('is a file to import without a method, which would look like an invitation', () => {
    expect(parse(ownCalendar([entry], { method: undefined, stamp })).method).toBeNull();
  });

  it('is a calendar also while it is empty', () => {
    const calendar = new ICAL.Component(ICAL.parse(ownCalendar([], { method: 'PUBLISH', stamp })));
    expect(calendar.getAllSubcomponents('vevent')).toEqual([]);
  });
});

describe('a name or place that tries to be more', () => {
  it('stays inside of its value', () => {
    const evil = {
      ...meeting,
      contactName: 'Eve"\r\nATTENDEE:mailto:x@evil.example',
      where: 'here\r\nDTSTART:19700101T000000Z\u0000',
    };
    const read = parse(invitationText(invitationFor(evil, 'confirmed'), stamp));
    expect(read.event.getAllProperties('attendee')).toHaveLength(1);
    expect(read.event.getAllProperties('dtstart')).toHaveLength(1);
    expect(read.value('location')).toBe('here\nDTSTART:19700101T000000Z');
  });
});
