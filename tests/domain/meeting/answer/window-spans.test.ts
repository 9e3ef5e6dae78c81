import { expect, it } from 'vitest';
import { windowSpans } from '../../../../domain/meeting/answer/window-spans.ts';

// A Wednesday, 11:00 in Berlin.
const now = new Date('2026-03-04T10:00:00Z');
const spans = (window: Parameters<typeof windowSpans>[0][number], zone = 'Europe/Berlin') =>
  windowSpans([window], { now, zone }).map(
    ({ start, end }) => `${start.toISOString().slice(0, 16)}/${end.toISOString().slice(0, 16)}`,
  );

it('a part of named days lies on their clock', () => {
  expect(spans({ days: ['2026-03-10', '2026-03-12'], part: 'afternoon' })).toEqual([
    '2026-03-10T11:00/2026-03-10T17:00',
    '2026-03-12T11:00/2026-03-12T17:00',
  ]);
});

it('the zone that they name counts before their own', () => {
  expect(spans({ days: ['2026-03-10'], from: '09:00', to: '11:30', zone: 'Asia/Tokyo' })).toEqual([
    '2026-03-10T00:00/2026-03-10T02:30',
  ]);
});

it('a week is each of its days, over the change of clocks', () => {
  const week = spans({ week: '2026-03-28/2026-03-30' });
  expect(week).toEqual([
    '2026-03-27T23:00/2026-03-28T23:00',
    '2026-03-28T23:00/2026-03-29T22:00',
    '2026-03-29T22:00/2026-03-30T22:00',
  ]);
});

it('hours that they name count before the part of the day', () => {
  expect(spans({ days: ['2026-03-10'], part: 'afternoon', from: '15:00' })).toEqual([
    '2026-03-10T14:00/2026-03-10T17:00',
  ]);
});

it('without a day the coming four weeks are meant', () => {
  const mornings = spans({ part: 'morning' });
  expect(mornings[0]).toBe('2026-03-04T04:00/2026-03-04T11:00');
  expect(mornings).toHaveLength(28);
});

it('what is past, or half a year off, is left out', () => {
  expect(spans({ days: ['2026-03-03', '2026-03-04', '2027-03-04'], to: '09:00' })).toEqual([]);
  expect(spans({ week: '2026-03-04/2999-12-31' })).toHaveLength(180);
});
