import type { ContactSummary } from '../../operations/views.ts';
import { expectedOf, type PracticePerson } from '../../practice/people/people.ts';

export type Rehearsed = {
  readonly contact: string;
  readonly behaviour: string;
  /** The outcome of a closed journey, else its stage. */
  readonly outcome: string;
  /** How many mails that contact has received. */
  readonly mails: number;
};

export type Rehearsal = {
  readonly results: readonly Rehearsed[];
  /** Sentences about what went otherwise than it has to; empty when all is well. */
  readonly mistakes: readonly string[];
};

/** Compares how the journeys stand with how they have to end, for everybody in `byId` (by contact id). */
export function judge(
  contacts: readonly ContactSummary[],
  byId: ReadonlyMap<string, PracticePerson>,
  received: (person: PracticePerson) => number,
): Rehearsal {
  const results: Rehearsed[] = [];
  const mistakes: string[] = [];
  for (const [contactId, person] of byId) {
    const { name, behaviour } = person;
    const contact = contacts.find((each) => each.contactId === contactId);
    const outcome = contact ? outcomeOf(contact) : 'missing';
    const mails = received(person);
    const expected = expectedOf(behaviour);
    results.push({ contact: name, behaviour, outcome, mails });
    if (outcome !== expected.outcome)
      mistakes.push(`${name}: the outcome is ${outcome}, and ${expected.outcome} was expected.`);
    if (mails !== expected.mails)
      mistakes.push(`${name}: received ${mails} mails, and ${expected.mails} were expected.`);
  }
  return { results, mistakes };
}

/** Whether the journey stands where it has to end. */
export function isSettled(contact: ContactSummary, person: PracticePerson | undefined): boolean {
  return person !== undefined && outcomeOf(contact) === expectedOf(person.behaviour).outcome;
}

function outcomeOf({ outcome, stage }: ContactSummary): string {
  return outcome ?? stage;
}
