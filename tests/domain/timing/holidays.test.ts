import { describe, expect, it } from 'vitest';
import { countryOf, hasHolidays, holidayOn } from '../../../domain/timing/holidays.ts';

describe('public holidays', () => {
  it.each([
    ['DE', '2026-12-25', true],
    ['DE', '2026-12-24', false],
    ['DE', '2026-11-23', false],
    ['US', '2026-11-26', true],
    ['US', '2026-07-03', true],
    ['GB', '2026-12-28', true],
    ['FR', '2027-07-14', true],
    ['JP', '2026-05-05', true],
    // Two days from one entry, and one that runs over New Year.
    ['KR', '2026-02-18', true],
    ['SZ', '2027-01-01', true],
    // Half a day is a working day.
    ['IS', '2026-12-24', false],
    ['CN', '2026-05-04', false],
    ['de', '2026-10-03', true],
  ])('in %s on %s: %s', (country, date, closed) => {
    expect(holidayOn(country, date) !== undefined).toBe(closed);
  });

  it('have names that a person understands', () => {
    expect(holidayOn('DE', '2026-12-25')).toBe('Christmas Day');
  });

  it('are none in a country that is not known', () => {
    expect(holidayOn('XX', '2026-12-25')).toBeUndefined();
    expect(hasHolidays('XX')).toBe(false);
    expect(hasHolidays('DE')).toBe(true);
  });
});

describe('the country of a time zone', () => {
  it.each([
    ['Europe/Berlin', 'DE'],
    ['Europe/Zurich', 'CH'],
    ['Europe/Amsterdam', 'NL'],
    ['America/New_York', 'US'],
    ['America/Sao_Paulo', 'BR'],
    ['Asia/Kolkata', 'IN'],
    ['Asia/Calcutta', 'IN'],
    ['Europe/Kyiv', 'UA'],
    ['UTC', undefined],
    ['Etc/GMT+5', undefined],
    ['Nowhere/Land', undefined],
  ])('%s is %s', (zone, country) => {
    expect(countryOf(zone)).toBe(country);
  });
});
