import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../db/generated/client.ts';
import { addCalendar } from '../../../operations/calendars/add-calendar.ts';
import { listCalendars } from '../../../operations/calendars/list-calendars.ts';
import { confirmMeeting, rescheduleMeeting } from '../../../operations/meetings/confirm-meeting.ts';
import { listSlots } from '../../../operations/meetings/list-slots.ts';
import { listNeedsYou } from '../../../operations/needs-you/list-needs-you.ts';
import { addMailbox, addMessage, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
let ana: Contact;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  // It is Wednesday 4 March 2026, 11:00 in Berlin.
  kim = await fixture.addUser({ name: 'Kim Lee', timeZone: 'Europe/Berlin' });
  ana = await addPerson(kim, await addMailbox(kim), { timeZone: 'Europe/Berlin' });
});

const at = '2026-03-10T15:00:00.000Z';
const later = '2026-03-12T15:00:00.000Z';

/** A mail of theirs that waits, and what is said of it. */
async function item(facts: Parameters<typeof addMessage>[2]) {
  await addMessage(kim, ana, { at: new Date('2026-03-05T10:00:00Z'), ...facts });
  const [found, ...more] = await listNeedsYou.run(kim, {});
  expect(more).toEqual([]);
  return found!;
}

const calendarMail = (calendar: object) =>
  item({
    kind: 'calendar',
    visibleText: '',
    calendar: { method: 'REPLY', sequence: 0, attendee: ana.email, ...calendar },
  });

/** The mail with the invitation has left. */
async function told(draftId: string | null): Promise<void> {
  const draft = await kim.db.draft.update({ where: { id: draftId! }, data: { state: 'sent' } });
  await kim.db.send.create({
    data: {
      draftId: draft.id,
      contactId: ana.id,
      mailboxId: ana.mailboxId,
      messageId: draft.messageId,
      slotAt: kim.now(),
      acceptedAt: kim.now(),
      state: 'ACCEPTED',
    },
  });
}

describe('an invitation of theirs', () => {
  it('to the year 9999 is shown, and free for nobody: confirming needs the user’s word', async () => {
    const found = await calendarMail({
      method: 'REQUEST',
      uid: 'far',
      start: '9999-12-31T22:00:00Z',
      end: '9999-12-31T22:30:00Z',
    });
    expect(found).toMatchObject({
      type: 'time',
      why: expect.stringContaining('not free: it is more than a year ahead'),
      times: [{ at: '9999-12-31T22:00:00.000Z', free: false }],
    });
    await expect(confirmMeeting.run(kim, { ref: ana.id })).rejects.toThrow('more than a year');
  });

  it('does not make times of others unknown', async () => {
    await calendarMail({ method: 'REQUEST', uid: 'far', start: '9999-12-31T22:00:00Z' });
    const bo = await addPerson(kim, await addMailbox(kim, 'kim@two.example'), {
      email: 'bo@acme.example',
      timeZone: 'Europe/Berlin',
    });
    const invitation = {
      method: 'REQUEST',
      uid: 'near',
      sequence: 0,
      start: '2026-06-10T13:00:00Z',
    };
    const mail = { kind: 'calendar', visibleText: '', at: new Date('2026-03-05T10:00:00Z') };
    await addMessage(kim, bo, { ...mail, calendar: invitation });
    const items = await listNeedsYou.run(kim, {});
    expect(items.find(({ contactId }) => contactId === bo.id)?.times).toMatchObject([
      { free: true, clash: null },
    ]);
  });

  it.each([
    [{ start: '2026-03-01T10:00:00Z' }, 'to a time that is over'],
    [{}, 'whose time could not be read'],
  ])('%j is told as what it is', async (more, words) => {
    const { why } = await calendarMail({ method: 'REQUEST', uid: 'theirs', ...more });
    expect(why).toContain(words);
  });

  it('beyond the days in which times are offered is checked against the calendars all the same', async () => {
    const exam = [
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:Exam',
      'DTSTART:20260420T130000Z',
      'DURATION:PT2H',
      'END:VEVENT',
    ];
    const text = ['BEGIN:VCALENDAR', ...exam, 'END:VCALENDAR'].join('\r\n');
    await addCalendar.run(kim, { text, name: 'Work' });
    await calendarMail({ method: 'REQUEST', uid: 'theirs', start: '2026-04-20T13:30:00Z' });
    await expect(confirmMeeting.run(kim, { ref: ana.id })).rejects.toThrow('Exam');
  });
});

describe('an answer of their calendar', () => {
  it.each([
    ['DECLINED', 'declined the invitation'],
    ['TENTATIVE', '“maybe”'],
    ['DELEGATED', 'passed the invitation on'],
  ])('%s is told in words', async (partstat, words) => {
    const { uid, draftId } = await confirmMeeting.run(kim, { ref: ana.id, at });
    await told(draftId);
    expect((await calendarMail({ uid, partstat })).why).toContain(words);
  });

  it('to another meeting says so, and changes nothing', async () => {
    const { draftId } = await confirmMeeting.run(kim, { ref: ana.id, at });
    await told(draftId);
    const { why } = await calendarMail({ uid: 'another', partstat: 'DECLINED' });
    expect(why).toContain('an invitation that is not from Rapport');
    expect(await kim.db.meeting.findMany({ where: { contactId: ana.id } })).toMatchObject([
      { state: 'confirmed', attendance: 'needs_action' },
    ]);
  });

  it('cancelling an event that is not known says so', async () => {
    const { why } = await calendarMail({ method: 'CANCEL', uid: 'another' });
    expect(why).toContain('an event that Rapport does not know');
  });
});

describe('an answer to the old time of a conversation that was moved', () => {
  it('says so, and does not move it back without the user’s word', async () => {
    const first = await confirmMeeting.run(kim, { ref: ana.id, at });
    await told(first.draftId);
    const second = await rescheduleMeeting.run(kim, { ref: ana.id, at: later });
    await told(second.draftId);
    const found = await item({ visibleText: 'Could we keep Tuesday 10 March at 4 pm?' });
    expect(found).toMatchObject({
      type: 'time',
      why: expect.stringContaining('the time that your conversation had before you moved it'),
      times: [{ at, certain: false }],
    });
    await expect(confirmMeeting.run(kim, { ref: ana.id })).rejects.toThrow('--at');
    expect(await confirmMeeting.run(kim, { ref: ana.id, at })).toMatchObject({ at, sequence: 2 });
  });
});

describe('a calendar of the user’s', () => {
  const events = (lines: readonly string[]) =>
    ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n');

  it('of thirteen megabytes is read, and times are offered beside it', async () => {
    const past = [
      'BEGIN:VEVENT',
      'UID:past',
      'DTSTART:20200310T090000Z',
      'DTEND:20200310T100000Z',
      `DESCRIPTION:${'x'.repeat(300)}`,
      'END:VEVENT',
    ];
    const text = events(Array.from({ length: 34_000 }, () => past).flat());
    expect(text.length).toBeGreaterThan(13_000_000);
    expect(await addCalendar.run(kim, { text, name: 'Years' })).toMatchObject({ state: 'read' });
    expect(await listSlots.run(kim, {})).toHaveLength(3);
  });

  it('with a rule that never ends is kept, and nothing is offered until it is gone', async () => {
    const text = events([
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:Tick',
      'DTSTART:20200101T000000Z',
      'DURATION:PT1S',
      'RRULE:FREQ=SECONDLY',
      'END:VEVENT',
    ]);
    await addCalendar.run(kim, { text, name: 'Clock' });
    expect(await listCalendars.run(kim, {})).toMatchObject([{ state: 'incomplete' }]);
    await expect(listSlots.run(kim, {})).rejects.toThrow('“Clock” could not be read to its end');
    const [problem] = await listNeedsYou.run(kim, {});
    expect(problem).toMatchObject({
      type: 'problem',
      why: expect.stringContaining('“Tick” could not all be worked out'),
    });
  });
});
