import type { Chapter, Outcome, ProposingBecause } from './journey.ts';

/** What a person is asked where no rule can decide. */
export type QuestionKind =
  /** Several check-ins in a row found no answer. */
  | 'go_on'
  /** Nothing is agreed any more, and the next word is the user's. */
  | 'offer_new_times'
  /** Somebody whom the user has met writes that they would like to talk. */
  | 'another_meeting'
  /** They want no more mail of this kind, and did not say of which. */
  | 'check_ins_declined'
  /** The address changed while an invitation to the old one stands. */
  | 'new_address';

/** `name` is what is typed or sent; `says` what a button shows. */
export type Choice = { readonly name: string; readonly says: string };

export type Question = { readonly text: string; readonly choices: readonly Choice[] };

/** A question about one contact, and what can be answered. */
export function questionOf(kind: QuestionKind, name: string): Question {
  switch (kind) {
    case 'go_on':
      return {
        text: `${name} has not answered your last check-ins. Go on writing to them?`,
        choices: [
          { name: 'yes', says: 'Go on with check-ins' },
          { name: 'no', says: 'No more check-ins' },
        ],
      };
    case 'offer_new_times':
      return {
        text: `Nothing is agreed with ${name} any more. Offer new times, or close?`,
        choices: [
          { name: 'offer', says: 'Offer new times' },
          { name: 'close', says: 'Offer none' },
        ],
      };
    case 'another_meeting':
      return {
        text: `${name}, whom you have met, would like to talk. Offer times for another conversation?`,
        choices: [
          { name: 'yes', says: 'Offer times' },
          { name: 'no', says: 'No other conversation' },
        ],
      };
    case 'check_ins_declined':
      return {
        text: `${name} declined. Keep in touch all the same?`,
        choices: [
          { name: 'yes', says: 'Keep in touch' },
          { name: 'no', says: 'No check-ins to them' },
        ],
      };
    case 'new_address':
      return {
        text: `The invitation went to the old address of ${name}. Send it to the new one?`,
        choices: [
          { name: 'yes', says: 'Draft it to the new address' },
          { name: 'no', says: 'They have it already' },
        ],
      };
  }
}

/** What an answer leads to. */
export type Consequence =
  | { readonly kind: 'nothing' }
  /** The journey goes on there. */
  | {
      readonly kind: 'go_to';
      readonly chapter: Chapter;
      readonly outcome?: Outcome;
      readonly because?: ProposingBecause;
    }
  /** Whatever follows the chapter that runs, no check-in does. */
  | { readonly kind: 'never_check_in' }
  | { readonly kind: 'invite_again' };

/** `choice` is the name of one of the question's choices. */
export function consequenceOf(
  kind: QuestionKind,
  choice: string,
  contact: { readonly closed: boolean; readonly met: boolean; readonly chapter: Chapter },
): Consequence {
  switch (kind) {
    case 'go_on':
      return choice === 'yes'
        ? { kind: 'go_to', chapter: 'keeping_in_touch' }
        : { kind: 'go_to', chapter: 'closed', outcome: 'met' };
    case 'offer_new_times':
      if (choice === 'offer') return { kind: 'go_to', chapter: 'agreeing', because: 'other_times' };
      if (contact.closed) return { kind: 'nothing' };
      return contact.met
        ? { kind: 'go_to', chapter: 'keeping_in_touch' }
        : { kind: 'go_to', chapter: 'closed', outcome: 'stopped' };
    case 'another_meeting':
      return choice === 'yes'
        ? { kind: 'go_to', chapter: 'agreeing', because: 'agreed' }
        : { kind: 'nothing' };
    case 'check_ins_declined':
      if (choice === 'yes') return { kind: 'nothing' };
      return contact.chapter === 'keeping_in_touch'
        ? { kind: 'go_to', chapter: 'closed', outcome: 'met' }
        : { kind: 'never_check_in' };
    case 'new_address':
      return choice === 'yes' ? { kind: 'invite_again' } : { kind: 'nothing' };
  }
}
