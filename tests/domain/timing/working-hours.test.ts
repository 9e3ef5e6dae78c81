import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../../domain/errors.ts';
import { nextOpen, parseWorkingHours } from '../../../domain/timing/working-hours.ts';

const office = parseWorkingHours('Mon-Fri 08:00-18:00');
const noHoliday = () => false;

function next(
  at: string,
  zone: string,
  hours = office,
  isHoliday: (date: string) => boolean = noHoliday,
) {
  return nextOpen({ at: new Date(at), hours, zone, isHoliday }).toISOString();
}

describe('working hours', () => {
  it('are read as days with hours, in lists and ranges', () => {
    const week = parseWorkingHours('mon,Wednesday 9:00-12:00, 13:00–17:00; Sat-Sun 10:00-24:00');
    expect(week).toEqual([
      [
        { from: 540, to: 720 },
        { from: 780, to: 1020 },
      ],
      [],
      [
        { from: 540, to: 720 },
        { from: 780, to: 1020 },
      ],
      [],
      [],
      [{ from: 600, to: 1440 }],
      [{ from: 600, to: 1440 }],
    ]);
    expect(parseWorkingHours('Sat-Mon 08:00-09:00, 08:30-10:00')).toEqual([
      [{ from: 480, to: 600 }],
      [],
      [],
      [],
      [],
      [{ from: 480, to: 600 }],
      [{ from: 480, to: 600 }],
    ]);
    expect(parseWorkingHours('ALWAYS')).toBe('always');
  });

  it.each([
    '',
    'Mon-Fri',
    'Mon 8-18',
    'Mon 18:00-08:00',
    'Mon 08:00-08:00',
    'Mon 08:60-09:00',
    'Mon 08:00-24:30',
    'Fun 08:00-09:00',
    'Mon-Wed-Fri 08:00-09:00',
    'Mon 08:00-09:00 Tue',
    'x'.repeat(10_000),
  ])('are refused when they are "%s"', (text) => {
    expect(() => parseWorkingHours(text)).toThrow(InvalidInput);
  });
});

describe('the next open moment', () => {
  it('is now, inside the hours, to the millisecond', () => {
    expect(next('2026-11-23T09:15:30.123Z', 'Europe/Berlin')).toBe('2026-11-23T09:15:30.123Z');
  });

  it('is the opening of the same day before the hours', () => {
    expect(next('2026-11-23T03:00:00Z', 'Europe/Berlin')).toBe('2026-11-23T07:00:00.000Z');
  });

  it('is Monday morning on the contact’s clock after Friday evening', () => {
    expect(next('2026-11-20T17:00:00Z', 'Europe/Berlin')).toBe('2026-11-23T07:00:00.000Z');
    expect(next('2026-11-20T17:00:00Z', 'America/New_York')).toBe('2026-11-20T17:00:00.000Z');
    expect(next('2026-11-20T17:00:00Z', 'Asia/Kolkata')).toBe('2026-11-23T02:30:00.000Z');
  });

  it('ends with the last minute: 18:00 is closed', () => {
    expect(next('2026-11-23T16:59:59.999Z', 'Europe/Berlin')).toBe('2026-11-23T16:59:59.999Z');
    expect(next('2026-11-23T17:00:00Z', 'Europe/Berlin')).toBe('2026-11-24T07:00:00.000Z');
  });

  it('keeps to the wall clock when summer time begins and ends', () => {
    expect(next('2026-03-27T20:00:00Z', 'Europe/Berlin')).toBe('2026-03-30T06:00:00.000Z');
    expect(next('2026-10-23T20:00:00Z', 'Europe/Berlin')).toBe('2026-10-26T07:00:00.000Z');
  });

  it('is after the gap when the clock skips the opening', () => {
    const night = parseWorkingHours('Sun 02:15-05:00');
    expect(next('2026-03-28T12:00:00Z', 'Europe/Berlin', night)).toBe('2026-03-29T01:00:00.000Z');
    const skipped = parseWorkingHours('Sun 02:15-02:45');
    expect(next('2026-03-28T12:00:00Z', 'Europe/Berlin', skipped)).toBe('2026-04-05T00:15:00.000Z');
  });

  it('passes over holidays', () => {
    const isHoliday = (date: string) => date === '2026-12-25';
    expect(next('2026-12-25T09:00:00Z', 'Europe/Berlin', office, isHoliday)).toBe(
      '2026-12-28T07:00:00.000Z',
    );
    expect(next('2026-12-25T09:00:00Z', 'Europe/Berlin', 'always', isHoliday)).toBe(
      '2026-12-25T23:00:00.000Z',
    );
  });

  it('is sought for two years only', () => {
    expect(() => next('2026-11-23T09:00:00Z', 'UTC', office, () => true)).toThrow(/two years/);
  });

  it('is inside the hours, not before the time asked for, and itself its next', () => {
    const zones = [
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Asia/Gaza',
      'America/Sao_Paulo',
    ];
    const start = Date.UTC(2026, 0, 1);
    fc.assert(
      fc.property(
        fc.integer({ min: start, max: start + 3 * 365 * 86_400_000 }),
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1438 }),
        fc.integer({ min: 1, max: 1439 }),
        (ms, zone, from, length) => {
          const to = Math.min(1440, from + length);
          const week = Array.from({ length: 7 }, (_, day) => (day % 2 === 0 ? [{ from, to }] : []));
          const found = nextOpen({ at: new Date(ms), hours: week, zone, isHoliday: noHoliday });
          const local = DateTime.fromJSDate(found, { zone });
          const minute = local.hour * 60 + local.minute;
          expect(found.getTime()).toBeGreaterThanOrEqual(ms);
          expect(local.weekday % 2).toBe(1);
          expect(minute).toBeGreaterThanOrEqual(from);
          expect(minute).toBeLessThan(to);
          expect(nextOpen({ at: found, hours: week, zone, isHoliday: noHoliday })).toEqual(found);
        },
      ),
      { numRuns: 300 },
    );
  });
});
