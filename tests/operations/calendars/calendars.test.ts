import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { addCalendar } from '../../../operations/calendars/add-calendar.ts';
import { calendarFeed } from '../../../operations/calendars/feed.ts';
import { linkCalendar } from '../../../operations/calendars/link-calendar.ts';
import { listCalendars } from '../../../operations/calendars/list-calendars.ts';
import { lookAtCalendars } from '../../../operations/calendars/look-at-calendars.ts';
import { removeCalendar } from '../../../operations/calendars/remove-calendar.ts';
import { listSlots } from '../../../operations/meetings/list-slots.ts';
import { listNeedsYou } from '../../../operations/needs-you/list-needs-you.ts';
import { addMailbox, addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let kim: TestUser;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  kim = await fixture.addUser({ name: 'Kim Lee', timeZone: 'Europe/Berlin' });
});

const seminar = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY:Seminar',
  'DTSTART:20260310T090000Z',
  'DURATION:PT1H',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');
const window = {
  from: new Date('2026-03-04T10:00:00Z'),
  to: new Date('2026-03-20T10:00:00Z'),
  timeZone: 'Europe/Berlin',
};

/** A calendar server whose answer can be changed. */
async function serve(answer: { text: string; status?: number }) {
  const server = createServer((_, response) =>
    response.writeHead(answer.status ?? 200).end(answer.text),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/private-key/own.ics`;
}

const problems = async () =>
  (await listNeedsYou.run(kim, {})).filter(({ type }) => type === 'problem').map(({ why }) => why);

describe('a calendar at an address', () => {
  it('is read when it is added, and its address is stored sealed and never shown', async () => {
    const url = await serve({ text: seminar });
    const added = await addCalendar.run(kim, { url });
    expect(added).toMatchObject({
      name: '127.0.0.1',
      kind: 'address',
      host: '127.0.0.1',
      state: 'read',
      lastReadAt: '2026-03-04T10:00:00.000Z',
    });
    const shown = JSON.stringify([added, await listCalendars.run(kim, {})]);
    const stored = await kim.db.$queryRaw`SELECT calendar::text FROM calendar`;
    expect(shown + JSON.stringify(stored)).not.toContain('private-key');
  });

  it('gives its busy times as they are now', async () => {
    const answer = { text: seminar };
    await addCalendar.run(kim, { url: await serve(answer), name: 'Work' });
    expect(await lookAtCalendars(kim, window)).toEqual({
      problems: [],
      busy: [
        {
          start: new Date('2026-03-10T09:00:00Z'),
          end: new Date('2026-03-10T10:00:00Z'),
          what: 'Seminar (your calendar “Work”)',
        },
      ],
    });
    answer.text = seminar.replace('T090000Z', 'T140000Z');
    const [moved] = (await lookAtCalendars(kim, window)).busy;
    expect(moved?.start).toEqual(new Date('2026-03-10T14:00:00Z'));
  });

  it('that fails later is a problem until it can be read again', async () => {
    const answer: { text: string; status?: number } = { text: seminar };
    await addCalendar.run(kim, { url: await serve(answer), name: 'Work' });
    answer.status = 404;
    const look = await lookAtCalendars(kim, window);
    expect(look.busy).toEqual([]);
    expect(look.problems).toEqual([expect.stringContaining('“Work” could not be read')]);
    expect(await problems()).toEqual(look.problems);
    expect(await listCalendars.run(kim, {})).toMatchObject([{ state: 'failed' }]);
    answer.status = 200;
    expect(await lookAtCalendars(kim, window)).toMatchObject({ problems: [] });
    expect(await problems()).toEqual([]);
    expect(await listCalendars.run(kim, {})).toMatchObject([{ state: 'read', detail: null }]);
  });

  it.each([
    [{ text: '<html>Sign in</html>' }, 'a web page'],
    [{ text: '', status: 403 }, 'HTTP 403'],
  ])('that answers %j is not stored', async (answer, reason) => {
    const adding = addCalendar.run(kim, { url: await serve(answer) });
    await expect(adding).rejects.toMatchObject({ name: 'Conflict' });
    await expect(adding).rejects.toThrow(reason);
    expect(await listCalendars.run(kim, {})).toEqual([]);
  });

  it('may not be in a private network or without encryption', async () => {
    for (const url of ['http://calendar.example/own.ics', 'file:///etc/passwd'])
      await expect(addCalendar.run(kim, { url })).rejects.toMatchObject({ name: 'InvalidInput' });
    await expect(addCalendar.run(kim, { url: 'https://10.0.0.1/own.ics' })).rejects.toThrow(
      'private network',
    );
  });
});

describe('a calendar that publishes busy times of some weeks', () => {
  const until = (end: string) =>
    [
      'BEGIN:VCALENDAR',
      'BEGIN:VFREEBUSY',
      'DTSTART:20260201T000000Z',
      `DTEND:${end}`,
      'FREEBUSY:20260306T080000Z/PT2H',
      'END:VFREEBUSY',
      'END:VCALENDAR',
    ].join('\r\n');

  it('frees nothing after them', async () => {
    await addCalendar.run(kim, { text: until('20260309T230000Z'), name: 'Work' });
    const slots = await listSlots.run(kim, { count: 4 });
    expect(slots.length).toBeGreaterThan(0);
    for (const { at } of slots) expect(at < '2026-03-09T23').toBe(true);
  });

  it('that are over is a problem, as nothing is known to be free', async () => {
    await addCalendar.run(kim, { text: until('20260301T000000Z'), name: 'Work' });
    await expect(listSlots.run(kim, {})).rejects.toThrow('“Work” says nothing of the coming time');
    expect(await problems()).toEqual([expect.stringContaining('“Work” says nothing')]);
  });
});

describe('a calendar from a file', () => {
  it('is a snapshot that says its date', async () => {
    expect(await addCalendar.run(kim, { text: seminar, name: 'Term' })).toMatchObject({
      name: 'Term',
      kind: 'file',
      host: null,
      state: 'read',
      lastReadAt: '2026-03-04T10:00:00.000Z',
    });
    expect((await lookAtCalendars(kim, window)).busy).toHaveLength(1);
  });

  it('that is only partly understood is kept, and is a problem', async () => {
    const text = seminar.replace('DURATION:PT1H', 'DURATION:PT1H\r\nRRULE:FREQ=FORTNIGHTLY');
    expect(await addCalendar.run(kim, { text, name: 'Term' })).toMatchObject({
      state: 'incomplete',
    });
    expect(await problems()).toEqual([
      expect.stringContaining('“Term” could not be read to its end'),
    ]);
  });

  it('that is removed leaves no problem behind', async () => {
    const text = seminar.replace('END:VCALENDAR', '');
    const { calendarId } = await addCalendar.run(kim, { text });
    const lee = await fixture.addUser();
    await expect(removeCalendar.run(lee, { calendarId })).rejects.toMatchObject({
      name: 'NotFound',
    });
    await removeCalendar.run(kim, { calendarId });
    expect(await listCalendars.run(kim, {})).toEqual([]);
    expect(await problems()).toEqual([]);
  });

  it('that is none is refused', async () => {
    await expect(addCalendar.run(kim, { text: 'Hello' })).rejects.toThrow('not a calendar');
    await expect(addCalendar.run(kim, {})).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});

describe('the user’s own feed', () => {
  const health = async () => ({
    ready: true,
    database: 'ok',
    temporal: 'ok',
    workers: 1,
    url: 'http://127.0.0.1:3000/?token=secret',
  });
  const link = async (renew = false) => linkCalendar.run({ ...kim, health } as TestUser, { renew });
  const secretOf = (url: string) => url.replace(/^.*\/calendar\/(.+)\.ics$/, '$1');

  it('has one address until it is renewed, without the sign-in token', async () => {
    const first = await link();
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/calendar\/[\w-]{32}\.ics$/);
    expect(first.reachable).toBe(false);
    expect(await link()).toEqual(first);
    const second = await link(true);
    expect(second.url).not.toBe(first.url);
    expect(await calendarFeed(kim.db, secretOf(first.url), kim.now())).toBeUndefined();
    expect(await calendarFeed(kim.db, secretOf(second.url), kim.now())).toContain('METHOD:PUBLISH');
  });

  it('has the user’s meetings, the cancelled ones too, and nobody else’s', async () => {
    const contact = await addPerson(kim, await addMailbox(kim));
    const meeting = {
      userId: kim.userId,
      contactId: contact.id,
      at: new Date('2026-03-10T09:00:00Z'),
      minutes: 20,
      organizer: 'us',
      organizerAddress: 'kim@example.org',
      attendeeAddress: contact.email,
    };
    await kim.db.meeting.create({ data: { ...meeting, uid: 'own-1', revision: 2 } });
    await kim.db.meeting.create({ data: { ...meeting, uid: 'own-2', state: 'cancelled' } });
    await kim.db.meeting.create({
      data: { ...meeting, uid: 'own-3', at: new Date('2025-01-01T00:00:00Z') },
    });
    const text = (await calendarFeed(kim.db, secretOf((await link()).url), kim.now())) ?? '';
    expect(text).toContain('UID:own-1\r\nSEQUENCE:2\r\n');
    expect(text.match(/STATUS:CANCELLED/g)).toHaveLength(1);
    expect(text).not.toContain('own-3');
    expect(text).not.toContain('ATTENDEE');
    kim = await fixture.addUser();
    expect(await calendarFeed(kim.db, secretOf((await link()).url), kim.now())).not.toContain(
      'own-1',
    );
  });
});
