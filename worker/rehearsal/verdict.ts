import type { ContactSummary } from '../../operations/views.ts';
import { expectedOf, type PracticePerson } from '../../practice/people/people.ts';
import { audit, idOf, type Remains } from './audit.ts';

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
  /** How many mails went out in all. */
  readonly sent: number;
};

/** Compares what a month has left behind with how everybody has to be treated. `approved`: draft ids that the user said yes to. */
export function judge(remains: Remains, approved: ReadonlySet<string>): Rehearsal {
  const { people, contacts, mails } = remains;
  const results = people.map((person): Rehearsed => {
    const contact = contacts.find(({ email }) => email === person.email);
    return {
      contact: person.name,
      behaviour: person.behaviour,
      outcome: contact ? outcomeOf(contact) : 'missing',
      // What bounced was never in front of them.
      mails: person.behaviour === 'bounces' ? 0 : mails(person.email, 'INBOX').length,
    };
  });
  const sent = people.reduce((sum, { email }) => sum + mails(email, 'INBOX').length, 0);
  return { results, mistakes: [...audit(remains), ...unapproved(remains, approved)], sent };
}

function unapproved(
  { people, contacts, mails }: Remains,
  approved: ReadonlySet<string>,
): readonly string[] {
  const draftOf = new Map(
    contacts.flatMap(({ messages }) => messages.map((each) => [each.messageId, each.draftId])),
  );
  return people.flatMap(({ name, email }) =>
    mails(email, 'INBOX')
      .map(idOf)
      .filter((id) => !approved.has(draftOf.get(id) ?? ''))
      .map((id) => `${name} received ${id}, which nobody had approved`),
  );
}

/** Whether the journey stands where it has to end, and everything that belongs to it has gone out. */
export function isSettled(
  person: PracticePerson,
  contact: ContactSummary | undefined,
  { people, received }: { readonly people: readonly PracticePerson[]; readonly received: number },
): boolean {
  const expected = expectedOf(person, people);
  return (
    contact !== undefined && outcomeOf(contact) === expected.outcome && received >= expected.mails
  );
}

function outcomeOf({ outcome, stage }: ContactSummary): string {
  return outcome ?? stage;
}
