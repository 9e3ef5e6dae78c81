import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDuration, milliseconds } from '../../../domain/timing/duration.ts';

describe('milliseconds', () => {
  it.each([
    ['P7D', 604_800_000],
    ['P1W', 604_800_000],
    ['PT24H', 86_400_000],
    ['PT0S', 0],
    ['PT1.5S', 1500],
    ['PT0,25S', 250],
    ['P1DT2H3M4S', 93_784_000],
    ['P1M', 30 * 86_400_000],
    ['PT1M', 60_000],
    ['P1Y', 365 * 86_400_000],
    ['P1Y2M3W4DT5H6M7.089S', 451 * 86_400_000 - 1 * 86_400_000 + 18_367_089],
  ])('of %s are %d', (iso, ms) => {
    expect(milliseconds(iso)).toBe(ms);
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '7D',
    'P7',
    'p7d',
    'P-7D',
    '-P7D',
    'P1.5D',
    'P1H',
    'PT1D',
    ' P7D',
    'P7D\n',
    '7 days',
    'P1D1W',
    'P9999999999D',
    'P101Y',
    'P٣D',
    'PT1.S',
    'P1D'.repeat(50_000),
  ])('of %j are refused with a sentence', (text) => {
    expect(isDuration(text)).toBe(false);
    expect(() => milliseconds(text)).toThrow(RangeError);
    expect(() => milliseconds(text)).toThrow(/^".{0,60}" is .*\.$/);
  });

  it('add up whatever the units', () => {
    const count = fc.nat(99);
    fc.assert(
      fc.property(count, count, count, count, count, (w, d, h, m, s) => {
        expect(milliseconds(`P${w}W${d}DT${h}H${m}M${s}S`)).toBe(
          (((w * 7 + d) * 24 + h) * 60 + m) * 60_000 + s * 1000,
        );
      }),
    );
  });
});
