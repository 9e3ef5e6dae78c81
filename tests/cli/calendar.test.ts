import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rapport } from './fixture.ts';

const event = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY:Seminar\u001b[2J',
  'DTSTART;TZID=Europe/Warsaw:20260310T090000',
  'DURATION:PT1H',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-calendar-'));
  file = join(folder, 'own.ics');
  writeFileSync(file, event);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Without a running instance: the data folder is empty. */
const read = (words: readonly string[], stdin = '') =>
  rapport(folder, ['calendar', 'read', ...words], stdin);

describe('calendar read', () => {
  const busy = [
    {
      start: '2026-03-10T08:00:00.000Z',
      end: '2026-03-10T09:00:00.000Z',
      allDay: false,
      summary: 'Seminar\u001b[2J',
    },
  ];

  it('says without a server what is busy from now on', async () => {
    const { code, out, err } = await read([file, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({ complete: true, busy });
  });

  it('reads the standard input, and only what is in the window', async () => {
    const window = ['--from', '2026-03-10T09:00:00Z', '--to', '2026-04-01', '--time-zone', 'UTC'];
    const { out } = await read(['-', ...window, '--json'], event);
    expect(JSON.parse(out)).toEqual({ complete: true, busy: [] });
  });

  it('says why a file is not fully read, and succeeds', async () => {
    const { code, out, err } = await read(['-', '--json'], '<html>Sign in</html>');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ complete: false, busy: [] });
    expect(err).toContain('not a calendar');
  });

  it('shows times on the wall, and nothing that a terminal would obey', async () => {
    const { out } = await read([file, '--time-zone', 'Asia/Tokyo']);
    expect(out).toContain('2026-03-10 17:00 to 2026-03-10 18:00  Seminar');
    expect(out).not.toContain('\u001b');
  });

  it.each([
    [['none.ics'], 'no such file'],
    [['.'], 'a folder'],
    [['-', '--time-zone', 'Mars/Olympus'], 'Mars/Olympus'],
    [['-', '--from', 'someday'], '--from'],
    [['-', '--from', '2026-03-02', '--to', '2026-03-01'], 'later'],
  ])('refuses %j', async (words, reason) => {
    const { code, err } = await read(words);
    expect(code).toBe(2);
    expect(err).toContain(reason);
  });
});
