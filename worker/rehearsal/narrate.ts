import { purposeWords } from '../../domain/purpose.ts';
import type { ContactSummary } from '../../operations/views.ts';
import type { PracticeEvent } from '../../practice/people/simulate-people.ts';
import type { PracticePerson } from '../../practice/people/people.ts';
import type { Deed, Judged } from './look.ts';

export type Story = {
  /** Days since the first approval, in the rehearsal's own reckoning. */
  readonly today: () => number;
  readonly told: (event: PracticeEvent) => void;
  readonly did: (person: PracticePerson, deed: Deed) => void;
  /** Tells which journeys have ended since the last time; after a silence, that time goes by. */
  readonly progress: (contacts: readonly ContactSummary[]) => void;
};

/** So many milliseconds without a line look like a program that hangs. */
const silence = 4_000;

/** Tells a rehearsal line by line: `day 8: no answer from Bea Lindqvist; a nudge is drafted …`. */
export function tellStory(options: {
  readonly day: number;
  readonly people: readonly PracticePerson[];
  readonly say: (line: string) => void;
}): Story {
  const { day, people } = options;
  // Day 0 is when the user first sits down to it, however long the stage took to set.
  let began: number | undefined;
  let spoke = performance.now();
  const ended = new Set<string>();
  const today = (): number => (began === undefined ? 0 : (performance.now() - began) / day);
  const say = (line: string): void => {
    spoke = performance.now();
    options.say(`day ${Math.floor(today())}: ${line}`);
  };
  return {
    today,
    told: ({ person, what }) => {
      const line = lineOf(what, person);
      if (line) say(line);
    },
    did: (person, deed) => {
      if (deed.did === 'approved') began ??= performance.now();
      say(deedOf(deed, person));
    },
    progress: (contacts) => {
      for (const { contactId, name, outcome } of contacts) {
        if (outcome === null || ended.has(contactId)) continue;
        ended.add(contactId);
        say(
          `the journey with ${name} ends: ${ending(outcome)} (${ended.size} of ${people.length} ended)`,
        );
      }
      if (performance.now() - spoke > silence)
        say(`time goes by; ${people.length - ended.size} of ${people.length} journeys go on`);
    },
  };
}

function deedOf(deed: Deed, { name }: PracticePerson): string {
  switch (deed.did) {
    case 'approved':
      return approval(name, deed.draft.purpose);
    case 'judged':
      return `you read what ${name} wrote: ${judged[deed.as]}`;
    case 'agreed':
      return `you agree on a time with ${name}`;
    case 'talked':
      return `${name} rings, you talk at once, and note what you learnt`;
    case 'introduced':
      return `${name} was named to you: a first mail that says so is drafted`;
    case 'took_advice':
      return `you took the advice of ${name}: the next check-in can say so`;
  }
}

const judged: Readonly<Record<Judged, string>> = {
  interested: 'they are interested; times are proposed',
  declined: 'they decline; a thank-you is drafted',
  cannot_make_it: 'they cannot make it; new times are proposed',
};

function approval(name: string, purpose: string): string {
  if (purpose === 'outreach') return `a first mail to ${name} is drafted, and you approve it`;
  if (purpose === 'nudge') return `no answer from ${name}; a nudge is drafted, and you approve it`;
  return `you approve a mail to ${name}: ${purposeWords(purpose).toLowerCase()}`;
}

function lineOf(
  what: PracticeEvent['what'],
  { name, behaviour }: PracticePerson,
): string | undefined {
  switch (what) {
    case 'received':
      return behaviour === 'bounces' ? undefined : `${name} has mail from you`;
    case 'interest':
      return behaviour === 'is_away' ? `${name} is back and answers` : `${name} answers`;
    case 'interest_elsewhere':
      return `${name} answers from another address`;
    case 'decline':
      return `${name} declines`;
    case 'opt_out':
      return `${name} asks not to be written to again`;
    case 'away':
      return `${name} is away for ten days, says an automatic reply`;
    case 'bounce':
      return `the mail to ${name} comes back: no such address`;
    case 'second_slot':
    case 'second_slot_elsewhere':
      return `${name} takes the second of the times`;
    case 'own_time':
      return `${name} names a time of their own`;
    case 'booking_link':
      return `${name} sends a page to book a time`;
    case 'invitation':
      return `${name} sends an invitation`;
    case 'acceptance':
      return `the calendar of ${name} accepts your invitation`;
    case 'counter_proposal':
      return `the calendar of ${name} proposes another time`;
    case 'cancellation':
      return `${name} has to cancel`;
  }
}

function ending(outcome: NonNullable<ContactSummary['outcome']>): string {
  switch (outcome) {
    case 'silent':
      return 'no answer, closed kindly';
    case 'declined':
      return 'declined, with thanks';
    case 'bounced':
      return 'the address does not work';
    case 'opted_out':
      return 'never written to again';
    case 'referred':
      return 'pointed to somebody else, with thanks';
    case 'met':
      return 'answered by mail, with thanks';
    case 'stopped':
    case 'withdrawn':
      return outcome;
  }
}
