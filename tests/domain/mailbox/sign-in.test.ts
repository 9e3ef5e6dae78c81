import { describe, expect, test } from 'vitest';
import {
  isAlertDue,
  isCertain,
  nextFreshSignIn,
  nextSignIn,
} from '../../../domain/mailbox/sign-in.ts';

const since = new Date('2026-03-02T10:00:00Z');
const minutes = (n: number) => new Date(since.getTime() + n * 60_000);
const days = (n: number) => minutes(n * 24 * 60);

describe('a refused password', () => {
  const next = (count: number, now: Date) =>
    nextSignIn({ refusal: 'password', count, since, now, random: 0.5 });

  test('is tried again after 1, 5 and 30 minutes, then once a day', () => {
    expect(next(1, since)).toEqual(minutes(1));
    expect(next(2, minutes(1))).toEqual(minutes(5));
    expect(next(3, minutes(5))).toEqual(minutes(30));
    expect(next(4, minutes(30))).toEqual(new Date(minutes(30).getTime() + 86_400_000));
    expect(next(40, days(30))).toEqual(days(31));
  });

  test('is tried fewer than ten times in a week', () => {
    let now = since;
    let tries = 0;
    for (let count = 1; now < days(7); count++) {
      now = nextSignIn({ refusal: 'password', count, since, now, random: 0 });
      tries += 1;
    }
    expect(tries).toBeLessThan(12);
  });

  test('is certain only after the short tries', () => {
    expect([1, 2, 3, 4].map((count) => isCertain('password', count))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test('is never tried in a hurry after a machine has slept', () => {
    expect(next(2, days(3))).toEqual(new Date(days(3).getTime() + 60_000));
  });
});

test.each(['person', 'consent'] as const)('%s stops at once and is certain', (refusal) => {
  const next = nextSignIn({ refusal, count: 1, since, now: since, random: 0.5 });
  expect(next).toEqual(days(1));
  expect(isCertain(refusal, 1)).toBe(true);
});

test('the daily sign-in has jitter of two hours each way', () => {
  expect(nextFreshSignIn(since, 0)).toEqual(minutes(22 * 60));
  expect(nextFreshSignIn(since, 1)).toEqual(minutes(26 * 60));
});

describe('alerts', () => {
  const due = (sent: number, now: Date) => isAlertDue({ sent, firstAt: since, now });

  test('come at once, after 1, 3 and 7 days, then weekly', () => {
    expect(isAlertDue({ sent: 0, firstAt: undefined, now: since })).toBe(true);
    expect(due(1, minutes(60))).toBe(false);
    expect(due(1, days(1))).toBe(true);
    expect(due(2, days(2))).toBe(false);
    expect(due(2, days(3))).toBe(true);
    expect(due(3, days(6))).toBe(false);
    expect(due(3, days(7))).toBe(true);
    expect(due(4, days(13))).toBe(false);
    expect(due(4, days(14))).toBe(true);
    expect(due(5, days(20))).toBe(false);
    expect(due(5, days(21))).toBe(true);
  });
});
