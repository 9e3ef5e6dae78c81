import { describe, expect, it } from 'vitest';
import { proposedTimes } from '../../../domain/classify/proposed-times.ts';

const thursday = new Date('2026-03-05T10:00:00Z');

function times(
  visible: string,
  senderTimeZone: string | undefined = 'Europe/Berlin',
  receivedAt = thursday,
): readonly string[] {
  return proposedTimes({ visible, senderTimeZone, receivedAt }).times;
}

describe('times a person proposes', () => {
  it.each([
    ['How about Tuesday at 3pm?', ['2026-03-10T14:00:00Z']],
    ['Could we talk tomorrow at 10:30?', ['2026-03-06T09:30:00Z']],
    [
      'I am free on March 12 at 14:00 or March 13 at 9:00.',
      ['2026-03-12T13:00:00Z', '2026-03-13T08:00:00Z'],
    ],
    ['Tuesday or Wednesday at 3pm works for me.', ['2026-03-10T14:00:00Z', '2026-03-11T14:00:00Z']],
    ['Monday at 11am or 4pm would suit me.', ['2026-03-09T10:00:00Z', '2026-03-09T15:00:00Z']],
    ['I can talk on Friday between 2 and 4pm.', ['2026-03-06T13:00:00Z']],
    ['Would Monday at 3 work?', ['2026-03-09T14:00:00Z']],
    ['Wie wäre es am Dienstag um 15 Uhr?', ['2026-03-10T14:00:00Z']],
    ['Passt Ihnen der 12. März um 10:00 Uhr?', ['2026-03-12T09:00:00Z']],
    ['Je suis libre mardi à 15h.', ['2026-03-10T14:00:00Z']],
    ['¿Te parece bien el martes a las 15:00?', ['2026-03-10T14:00:00Z']],
  ])('are read in the zone of the sender: %s', (text, expected) => {
    expect(times(text)).toEqual(expected);
  });

  it('follow the daylight saving time of the day proposed, not of today', () => {
    expect(times('Let us meet on April 7 at 10:00.')).toEqual(['2026-04-07T08:00:00Z']);
  });

  it('are left out where no zone is known, and read where the mail states one', () => {
    const unknown = { visible: 'How about Tuesday at 3pm?', senderTimeZone: undefined };
    expect(proposedTimes({ ...unknown, receivedAt: thursday }).times).toEqual([]);
    expect(times('How about Tuesday at 3pm?', 'Nowhere/Atlantis')).toEqual([]);
    expect(times('How about Tuesday at 3pm CET?', 'Nowhere/Atlantis')).toEqual([
      '2026-03-10T14:00:00Z',
    ]);
    expect(times('How about Tuesday at 3pm IST?', 'Nowhere/Atlantis')).toEqual([]);
  });

  it('are left out where they may mean two things', () => {
    const monday = new Date('2026-03-02T10:00:00Z');
    expect(times('How about next Tuesday at 3pm?', 'Europe/Berlin', monday)).toEqual([]);
    expect(times('How about next Tuesday at 3pm?')).toEqual(['2026-03-10T14:00:00Z']);
    expect(times('Could we do 4/5 at 3pm?')).toEqual([]);
    expect(times('How about Tuesday at 3pm your time?')).toEqual([]);
    expect(times('How about Tuesday at 7?')).toEqual([]);
  });

  it.each([
    "I can't do Tuesday at 3pm.",
    'We met on Monday at 3pm.',
    'I am away until Tuesday at 3pm.',
    'The deadline was March 3 at 5pm.',
    'I have worked here for 3 years.',
    'Call me at +49 30 1234567.',
    'Our office is open 24 hours.',
  ])('are not found in: %s', (text) => {
    expect(times(text)).toEqual([]);
  });

  it('count after a refusal that is turned round', () => {
    expect(times("I can't on Monday at 3pm, but Tuesday at 3pm works.")).toEqual([
      '2026-03-10T14:00:00Z',
    ]);
  });

  it('are noticed without an hour, too', () => {
    const found = proposedTimes({
      visible: 'Any afternoon is fine. Tuesday or Wednesday works for me.',
      senderTimeZone: undefined,
      receivedAt: thursday,
    });
    expect(found.times).toEqual([]);
    expect(found.sentence).toBeDefined();
  });
});
