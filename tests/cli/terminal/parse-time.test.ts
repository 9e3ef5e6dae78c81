import { describe, expect, it } from 'vitest';
import { timeFromWords } from '../../../cli/terminal/parse-time.ts';

/** A Wednesday, 11:00 in Berlin; summer time begins there on 29 March. */
const now = new Date('2026-03-04T10:00:00Z');

async function read(text: string, timeZone = 'Europe/Berlin'): Promise<string | undefined> {
  return (await timeFromWords(text, { now, timeZone }))?.toISOString();
}

describe('a time in words', () => {
  it.each([
    ['monday 9:00', '2026-03-09T08:00:00.000Z'],
    ['tomorrow at 14:30', '2026-03-05T13:30:00.000Z'],
    ['in 2 hours', '2026-03-04T12:00:00.000Z'],
    ['2026-05-04', '2026-05-03T22:00:00.000Z'],
    ['2026-05-04 09:00', '2026-05-04T07:00:00.000Z'],
    ['2026-05-04T09:00', '2026-05-04T07:00:00.000Z'],
    ['4 May 9am', '2026-05-04T07:00:00.000Z'],
  ])('is read in the zone of the profile: %s', async (text, expected) => {
    expect(await read(text)).toBe(expected);
  });

  it('begins a day without a time at midnight', async () => {
    expect(await read('friday')).toBe('2026-03-05T23:00:00.000Z');
    expect(await read('friday', 'America/New_York')).toBe('2026-03-06T05:00:00.000Z');
  });

  it('keeps the wall clock across the change to summer time', async () => {
    expect(await read('30 March 2026 9:00')).toBe('2026-03-30T07:00:00.000Z');
  });

  it('is not guessed from half a sentence, or from a day that does not exist', async () => {
    for (const text of ['whenever', 'monday or so', '2026-02-30', '', 'not before monday, please'])
      expect(await read(text), text).toBeUndefined();
  });
});
