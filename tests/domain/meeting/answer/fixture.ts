import type { Answer, AnswerInput } from '../../../../domain/meeting/answer/answer.ts';
import { readAnswer } from '../../../../domain/meeting/answer/read-answer.ts';

type Offer = Omit<AnswerInput, 'text'>;

function slot(start: string): { readonly start: Date; readonly end: Date } {
  return { start: new Date(start), end: new Date(Date.parse(start) + 30 * 60_000) };
}

/** Thursday 5 November 10:30, Monday 9 November 15:00 and Wednesday 11 November 16:00 in London; said on a Monday. */
export const londonOffer: Offer = {
  slots: [slot('2026-11-05T10:30:00Z'), slot('2026-11-09T15:00:00Z'), slot('2026-11-11T16:00:00Z')],
  fixed: false,
  receivedAt: new Date('2026-11-02T09:00:00Z'),
  senderZone: 'Europe/London',
  userZone: 'Europe/Berlin',
};

/** The same wall times in another zone of the sender. */
export function offerIn(senderZone: 'Europe/Berlin' | 'Europe/Paris' | 'Europe/Madrid'): Offer {
  return {
    ...londonOffer,
    slots: [
      slot('2026-11-05T09:30:00Z'),
      slot('2026-11-09T14:00:00Z'),
      slot('2026-11-11T15:00:00Z'),
    ],
    senderZone,
    userZone: 'Europe/London',
  };
}

/** Wednesday 4 November 10:00 and Friday 6 November 14:00 in Chicago. */
export const twoInChicago: Offer = {
  slots: [slot('2026-11-04T16:00:00Z'), slot('2026-11-06T20:00:00Z')],
  fixed: false,
  receivedAt: new Date('2026-11-02T15:00:00Z'),
  senderZone: 'America/Chicago',
  userZone: 'Europe/Berlin',
};

export const oneInChicago: Offer = { ...twoInChicago, slots: twoInChicago.slots.slice(0, 1) };

/** Nothing was offered; written on a Monday in New York. */
export const noOffer: Offer = { ...twoInChicago, slots: [], senderZone: 'America/New_York' };

/** A meeting is agreed on for tomorrow, Thursday 5 November, 10:30 in London. */
export const fixedInLondon: Offer = {
  ...londonOffer,
  slots: londonOffer.slots.slice(0, 1),
  fixed: true,
  receivedAt: new Date('2026-11-04T09:00:00Z'),
};

export function read(text: string, offer: Offer): Answer {
  return readAnswer({ ...offer, text });
}

/** In short: act, slots, times in UTC without year, and a question mark where it is not certain. */
export function brief(text: string, offer: Offer): string {
  const { act, slots, times, certain } = read(text, offer);
  const parts = [
    act,
    slots.join(),
    ...times.map((time) => time.toISOString().slice(5, 16)),
    certain ? '' : '?',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
