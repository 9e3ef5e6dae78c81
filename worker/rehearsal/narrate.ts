import type { ContactSummary, DraftView } from '../../operations/views.ts';
import type { Told } from '../../practice/people/behave.ts';
import type { PracticePerson } from '../../practice/people/people.ts';

export type Story = {
  /** Days since the first approval, in the rehearsal's own reckoning. */
  readonly today: () => number;
  readonly told: (event: Told) => void;
  readonly approved: (person: PracticePerson, draft: DraftView) => void;
  readonly judged: (person: PracticePerson) => void;
  /** Tells which journeys have ended since the last time. */
  readonly progress: (contacts: readonly ContactSummary[]) => void;
};

/** Tells a rehearsal line by line: `day 8: no answer from Bea Lindqvist; a nudge is drafted …`. */
export function tellStory(options: {
  readonly day: number;
  readonly people: readonly PracticePerson[];
  readonly say: (line: string) => void;
}): Story {
  const { day, people } = options;
  // Day 0 is when the user first sits down to it, however long the stage took to set.
  let began: number | undefined;
  const ended = new Set<string>();
  const today = (): number => (began === undefined ? 0 : (performance.now() - began) / day);
  const say = (line: string): void => options.say(`day ${Math.floor(today())}: ${line}`);
  return {
    today,
    told: ({ person, what }) => {
      const line = lineOf(what, person);
      if (line) say(line);
    },
    approved: (person, { purpose }) => {
      began ??= performance.now();
      say(approval(person, purpose));
    },
    judged: ({ name, behaviour }) =>
      say(
        behaviour === 'declines'
          ? `you read what ${name} wrote: they decline; a thank-you is drafted`
          : `you read what ${name} wrote: they are interested, nothing more goes out by itself`,
      ),
    progress: (contacts) => {
      for (const { contactId, name, outcome } of contacts) {
        if (outcome === null || ended.has(contactId)) continue;
        ended.add(contactId);
        say(
          `the journey with ${name} ends: ${ending(outcome)} (${ended.size} of ${people.length} ended)`,
        );
      }
    },
  };
}

function approval({ name }: PracticePerson, purpose: string): string {
  if (purpose === 'outreach') return `a first mail to ${name} is drafted, and you approve it`;
  if (purpose === 'nudge') return `no answer from ${name}; a nudge is drafted, and you approve it`;
  return `you approve the mail to ${name}`;
}

function lineOf(what: Told['what'], { name, behaviour }: PracticePerson): string | undefined {
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
