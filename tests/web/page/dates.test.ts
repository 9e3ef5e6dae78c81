import { describe, expect, test } from 'vitest';
import { absolute, bothClocks, fromField, relative } from '../../../web/page/dates.ts';

const clock = { zone: 'Europe/Berlin', now: new Date('2026-03-02T11:00:00Z') };

describe('a moment', () => {
  test('reads in the zone of the profile, with the year when it is another one', () => {
    expect(absolute('2026-03-03T08:05:00Z', clock)).toBe('Tue 3 March, 09:05');
    expect(absolute('2026-12-31T23:30:00Z', clock)).toBe('Fri 1 January 2027, 00:30');
  });

  test('says how far away it is', () => {
    expect(relative('2026-03-05T11:00:00Z', clock)).toBe('in 3 days');
    expect(relative('2026-03-02T10:40:00Z', clock)).toBe('20 minutes ago');
    expect(relative('2026-03-02T10:59:50Z', clock)).toBe('just now');
  });

  test('reads on both clocks, five hours apart between two changes and six hours else', () => {
    const inNewYork = (at: string) => bothClocks(at, 'America/New_York', clock);
    expect(inNewYork('2026-03-06T15:00:00Z')).toBe('Fri 6 March, 16:00 (10:00 in New York)');
    expect(inNewYork('2026-03-10T14:00:00Z')).toBe('Tue 10 March, 15:00 (10:00 in New York)');
    expect(inNewYork('2026-03-31T14:00:00Z')).toBe('Tue 31 March, 16:00 (10:00 in New York)');
    expect(inNewYork('2026-03-03T01:30:00Z')).toBe(
      'Tue 3 March, 02:30 (Mon 2 March, 20:30 in New York)',
    );
  });

  test('on the same clock is told once', () => {
    const at = '2026-03-03T08:05:00Z';
    expect(bothClocks(at, 'Europe/Paris', clock)).toBe('Tue 3 March, 09:05');
    expect(bothClocks(at, undefined, clock)).toBe('Tue 3 March, 09:05');
  });

  test('typed into a field is read in that zone, also across the change of the clocks', () => {
    expect(fromField('2026-03-28T09:00', 'Europe/Berlin')).toBe('2026-03-28T08:00:00.000Z');
    expect(fromField('2026-03-30T09:00', 'Europe/Berlin')).toBe('2026-03-30T07:00:00.000Z');
    expect(fromField('tomorrow', 'Europe/Berlin')).toBeUndefined();
  });
});
