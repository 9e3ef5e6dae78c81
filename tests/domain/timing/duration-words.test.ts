import { describe, expect, it } from 'vitest';
import { durationInWords, readDuration } from '../../../domain/timing/duration-words.ts';

describe('readDuration', () => {
  it.each([
    ['7 days', 'P7D'],
    ['a week', 'P1W'],
    ['24 hours', 'PT24H'],
    ['1 hour 30 minutes', 'PT1H30M'],
    ['2 months', 'P2M'],
    ['2 min', 'PT2M'],
    ['90 Seconds', 'PT90S'],
    ['1 day, 2 hours and 5 min', 'P1DT2H5M'],
    ['14days', 'P14D'],
    ['none', 'PT0S'],
    [' P7D ', 'P7D'],
    ['PT1.5S', 'PT1.5S'],
  ])('takes %j for %s', (text, iso) => {
    expect(readDuration(text)).toBe(iso);
  });

  it.each([
    '',
    '7',
    'days',
    'soon',
    '7 days ago',
    '2 hours 1 day',
    '1 day 2 days',
    '1.5 hours',
    '-1 day',
  ])('takes %j for nothing', (text) => {
    expect(readDuration(text)).toBeUndefined();
  });

  it('refuses a very long text without reading all of it', () => {
    expect(readDuration('1 day '.repeat(100_000))).toBeUndefined();
  });
});

describe('durationInWords', () => {
  it.each([
    ['P7D', '7 days'],
    ['P1W', '1 week'],
    ['PT24H', '24 hours'],
    ['PT2M30S', '2 minutes 30 seconds'],
    ['P1Y2M3DT4H', '1 year 2 months 3 days 4 hours'],
    ['PT1.5S', '1.5 seconds'],
    ['PT0S', 'none'],
    ['never', 'never'],
  ])('says %s as %j', (iso, words) => {
    expect(durationInWords(iso)).toBe(words);
  });

  it('says nothing that could not be typed again', () => {
    for (const iso of ['P3Y', 'P11M', 'P2W', 'P90D', 'PT36H', 'PT90M', 'PT0.5S', 'P1DT12H', 'PT0S'])
      expect(readDuration(durationInWords(iso))).toBe(iso);
  });
});
