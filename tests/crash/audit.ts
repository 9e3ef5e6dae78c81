import type { ContactView, DraftView } from '../../operations/views.ts';
import type { KeptMail } from '../../practice/server/persist.ts';
import { field, parseMime } from '../../practice/server/mime.ts';
import { expectedOf, type PracticePerson } from '../../practice/people/people.ts';

/** Everything that a run has left behind. */
export type Remains = {
  readonly you: string;
  readonly people: readonly PracticePerson[];
  readonly contacts: readonly ContactView[];
  readonly drafts: readonly DraftView[];
  readonly mails: (account: string, folder: string) => readonly KeptMail[];
};

/** A reply that comes while the mailbox was just read and the mail is on its way cannot stop it. */
const onItsWay = 2_000;

/** Sentences about every promise that a run has broken; empty when all were kept. */
export function audit(remains: Remains): readonly string[] {
  return remains.people.flatMap((person) => auditOf(person, remains));
}

function auditOf(person: PracticePerson, remains: Remains): readonly string[] {
  const contact = remains.contacts.find(({ email }) => email === person.email);
  if (!contact) return [`${person.name}: the contact is lost`];
  const received = remains.mails(person.email, 'INBOX');
  const drafts = remains.drafts.filter(({ contactId }) => contactId === contact.contactId);
  return [
    ...endedOtherwise(person, contact),
    ...notOnce(person, received, remains),
    ...lost(drafts, contact, received, remains),
    ...afterReply(person, received, remains),
    ...repliesNotHandledOnce(person, contact, remains),
  ].map((sentence) => `${person.name} (${person.behaviour}): ${sentence}`);
}

function endedOtherwise(person: PracticePerson, contact: ContactView): readonly string[] {
  const outcome = contact.outcome ?? contact.stage;
  const expected = expectedOf(person.behaviour).outcome;
  return outcome === expected ? [] : [`ended ${outcome} instead of ${expected}`];
}

/** Once per Message-ID, and no more mails than the journey has. */
function notOnce(
  person: PracticePerson,
  received: readonly KeptMail[],
  remains: Remains,
): readonly string[] {
  const ids = received.map(idOf);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const { behaviour } = person;
  const expected =
    (behaviour === 'bounces' ? 1 : expectedOf(behaviour).mails) +
    nudgedBeforeAnswer(person, received, remains);
  return [
    ...twice.map((id) => `${id} was received more than once`),
    ...(ids.length === expected ? [] : [`received ${ids.length} mails instead of ${expected}`]),
  ];
}

/** Who answers late, because their server was down, has rightly been nudged once before. */
function nudgedBeforeAnswer(
  { behaviour }: PracticePerson,
  received: readonly KeptMail[],
  remains: Remains,
): number {
  if (expectedOf(behaviour).outcome !== 'in_conversation' || behaviour === 'answers_after_nudge')
    return 0;
  const [, nudge] = received.map(({ date }) => date).toSorted((one, other) => one - other);
  const answers = answersOf(received, remains)
    .filter((mail) => headerOf(mail, 'auto-submitted') === '')
    .map(({ date }) => date);
  return nudge !== undefined && nudge <= Math.min(Infinity, ...answers) + onItsWay ? 1 : 0;
}

/** What was approved has left, what counts as sent was received, and Sent shows exactly that. */
function lost(
  drafts: readonly DraftView[],
  contact: ContactView,
  received: readonly KeptMail[],
  { you, mails }: Remains,
): readonly string[] {
  const approved = drafts.filter(({ state }) => state === 'approved');
  const out = contact.messages.filter(({ direction }) => direction === 'out');
  const ledger = out.filter(({ state }) => state === 'sent').map(({ messageId }) => messageId);
  const arrived = received.map(idOf);
  const copies = mails(you, 'Sent').filter((mail) => headerOf(mail, 'to').includes(contact.email));
  const shown = copies.map(idOf);
  return [
    ...approved.map(({ draftId }) => `approved draft ${draftId} never left`),
    ...out
      .filter(({ state }) => state === 'ambiguous')
      .map(({ messageId }) => `nobody settled ${messageId}`),
    ...ledger
      .filter((id) => !arrived.includes(id))
      .map((id) => `${id} counts as sent and was not received`),
    ...arrived
      .filter((id) => !ledger.includes(id))
      .map((id) => `${id} was received and does not count as sent`),
    ...ledger
      .filter((id) => shown.filter((other) => other === id).length !== 1)
      .map((id) => `Sent shows ${id} ${shown.filter((other) => other === id).length} times`),
    ...shown
      .filter((id) => !ledger.includes(id))
      .map((id) => `Sent shows ${id}, which does not count as sent`),
  ];
}

function afterReply(
  person: PracticePerson,
  received: readonly KeptMail[],
  remains: Remains,
): readonly string[] {
  // A thank-you for a refusal is approved after it, as it has to be.
  if (person.behaviour === 'declines') return [];
  const answered = answersOf(received, remains)
    .filter((mail) => headerOf(mail, 'auto-submitted') === '')
    .map(({ date }) => date);
  const first = Math.min(Infinity, ...answered);
  return received
    .filter(({ date }) => date > first + onItsWay)
    .map((mail) => `${idOf(mail)} left ${mail.date - first} ms after their answer`);
}

function repliesNotHandledOnce(
  { behaviour }: PracticePerson,
  contact: ContactView,
  remains: Remains,
): readonly string[] {
  // The user leaves a yes unread (tendQueue): it has to be where they find it.
  const leftUnread = expectedOf(behaviour).outcome === 'in_conversation';
  const answers = answersOf(remains.mails(contact.email, 'INBOX'), remains).map(idOf);
  const taken = contact.messages.filter(({ direction }) => direction === 'in');
  return [
    ...answers.flatMap((id) => {
      const count = taken.filter(({ messageId }) => messageId === id).length;
      return count === 1 ? [] : [`their mail ${id} was taken in ${count} times`];
    }),
    ...taken
      .filter(({ state }) => state !== 'handled' && !(leftUnread && state === 'needs_you'))
      .map(({ messageId, state }) => `their mail ${messageId} is ${state}`),
  ];
}

/** What came back because of these mails: answers refer to them, a bounce quotes their Message-ID. */
function answersOf(received: readonly KeptMail[], { you, mails }: Remains): readonly KeptMail[] {
  const ids = received.map(idOf);
  return mails(you, 'INBOX').filter((mail) => ids.some((id) => mail.raw.includes(id)));
}

export function idOf(mail: KeptMail): string {
  return headerOf(mail, 'message-id');
}

function headerOf({ raw }: KeptMail, name: string): string {
  return field(parseMime(raw), name) ?? '';
}
