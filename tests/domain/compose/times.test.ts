import { describe, expect, it } from 'vitest';
import { lintDraft } from '../../../domain/compose/lint/lint.ts';
import { describeTime } from '../../../domain/compose/times.ts';
import { jane, researched } from '../people.ts';

const at = new Date('2026-12-01T10:00:00Z');

describe('a time in a letter', () => {
  it.each([
    [
      'en',
      'Europe/Lisbon',
      'Europe/Berlin',
      'Tuesday 1 December, 10:00 in Lisbon (11:00 in Berlin)',
    ],
    [
      'en',
      'America/New_York',
      'Europe/Berlin',
      'Tuesday 1 December, 5:00 am in New York (11:00 in Berlin)',
    ],
    [
      'de',
      'Europe/Lisbon',
      'Europe/Vienna',
      'Dienstag, 1. Dezember, 10:00 Uhr in Lissabon (11:00 Uhr in Wien)',
    ],
    ['fr', 'Europe/Paris', 'Europe/Paris', 'mardi 1er décembre, 11:00 à Paris'],
    [
      'es',
      'America/Mexico_City',
      'Europe/Madrid',
      'martes, 1 de diciembre, 04:00 en Ciudad de México (11:00 en Madrid)',
    ],
    [
      'en',
      'Asia/Tokyo',
      'America/Los_Angeles',
      'Tuesday 1 December, 19:00 in Tokyo (2:00 am in Los Angeles)',
    ],
    [
      'en',
      'Pacific/Auckland',
      'America/Los_Angeles',
      'Tuesday 1 December, 23:00 in Auckland (2:00 am in Los Angeles)',
    ],
    ['en', undefined, 'Europe/Berlin', 'Tuesday 1 December, 11:00 in Berlin'],
  ])('is told in %s for %s and %s', (language, theirs, mine, said) => {
    expect(describeTime(at, { theirs, mine, language })).toBe(said);
  });

  it('names the day again where it is another one', () => {
    const late = new Date('2026-12-01T16:30:00Z');
    expect(
      describeTime(late, { theirs: 'Asia/Tokyo', mine: 'Europe/Berlin', language: 'en' }),
    ).toBe('Wednesday 2 December, 01:30 in Tokyo (Tuesday 1 December, 17:30 in Berlin)');
  });
});

function differs(text: string, theirs = 'Europe/Lisbon') {
  return lintDraft({
    purpose: 'proposal',
    subject: 'Re: A question',
    text,
    contact: researched,
    profile: jane,
    slots: [{ at, minutes: 20 }],
    clocks: { theirs, mine: 'Europe/Berlin', language: 'en' },
  }).filter(({ rule }) => rule === 'time_differs');
}

describe('a time that was offered', () => {
  it.each([
    'Tuesday 1 December, 10:00 in Lisbon (11:00 in Berlin)',
    'Would Tuesday at 10:00 suit you?',
    'On December 1 at 11:00 in Berlin, perhaps?',
    'Tuesday, 1 December, 10:00–10:20 in Lisbon',
    'Dienstag, 1. Dezember, 11 Uhr',
    'Tue 1.12. 10:00',
    'Tuesday 1 December, 10 am in Lisbon',
  ])('is read in "%s"', (text) => {
    expect(differs(text)).toEqual([]);
  });

  it.each([
    'Tuesday 1 December, 11:00 in Lisbon (12:00 in Berlin)',
    'Wednesday 2 December, 10:00 in Lisbon (11:00 in Berlin)',
    'Tuesday 8 December, 10:00 in Lisbon',
    'Whenever you like.',
    'Tuesday 1 December, 10:00 in Berlin',
    'Wednesday at 10:00',
  ])('is missed in "%s", which holds the draft', (text) => {
    const [finding] = differs(text);
    expect(finding?.severity).toBe('error');
    expect(finding?.message).toContain('Tuesday 1 December, 10:00 in Lisbon');
  });
});
