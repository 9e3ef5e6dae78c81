import type { ContactView, DraftView } from '../../operations/views.ts';
import { field, parseMime } from '../../practice/server/mime.ts';
import { expectedOf, type PracticePerson } from '../../practice/people/people.ts';

/** A mail that lies in a folder; `date` is epoch milliseconds. */
export type LyingMail = { readonly date: number; readonly raw: Buffer };

/** Everything that a rehearsal has left behind. */
export type Remains = {
  readonly you: string;
  readonly people: readonly PracticePerson[];
  readonly contacts: readonly ContactView[];
  readonly drafts: readonly DraftView[];
  readonly mails: (account: string, folder: string) => readonly LyingMail[];
  /** Addresses to which the user wrote once from their own mail program. */
  readonly byHand?: readonly string[];
  /** Where the user decided nothing after the first mails: the contacts of whom something waits in Needs you. */
  readonly untended?: ReadonlySet<string> | undefined;
};

/** A reply that comes while the mailbox was just read and the mail is on its way cannot stop it. */
const onItsWay = 2_000;

/** Sentences about every promise that was broken; empty when all were kept. */
export function audit(remains: Remains): readonly string[] {
  return remains.people.flatMap((person) => auditOf(person, remains));
}

function auditOf(person: PracticePerson, remains: Remains): readonly string[] {
  const contact = remains.contacts.find(({ email }) => email === person.email);
  if (!contact) return [`${person.name}: the contact is lost`];
  const received = remains.mails(person.email, 'INBOX');
  const drafts = remains.drafts.filter(({ contactId }) => contactId === contact.contactId);
  return [
    ...(remains.untended === undefined
      ? endedOtherwise(person, contact, remains)
      : forgotten(contact, remains.untended)),
    ...notOnce(person, received, remains),
    ...lost(drafts, contact, received, remains),
    ...afterReply(drafts, contact, received, remains),
    ...repliesNotHandledOnce(contact, remains),
  ].map((sentence) => `${person.name} (${person.behaviour}): ${sentence}`);
}

function endedOtherwise(
  person: PracticePerson,
  contact: ContactView,
  { people }: Remains,
): readonly string[] {
  const outcome = contact.outcome ?? contact.stage;
  const expected = expectedOf(person, people).outcome;
  return outcome === expected ? [] : [`ended ${outcome} instead of ${expected}`];
}

/** Nobody decides about them, so that their journey has ended by itself or says what it waits for. */
function forgotten(contact: ContactView, untended: ReadonlySet<string>): readonly string[] {
  return contact.stage === 'closed' || untended.has(contact.contactId)
    ? []
    : [`waits at ${contact.stage}, and nothing in Needs you says so`];
}

/** Once per Message-ID, and no more mails than the journey has. */
function notOnce(
  person: PracticePerson,
  received: readonly LyingMail[],
  { people, byHand = [], untended }: Remains,
): readonly string[] {
  const ids = received.map(idOf);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  // What bounces lies there for the server that returns it.
  const due =
    untended === undefined
      ? expectedOf(person, people).mails
      : Math.min(1, expectedOf(person, people).mails);
  const ours = person.behaviour === 'bounces' ? 1 : due;
  const expected = ours + byHand.filter((address) => address === person.email).length;
  return [
    ...twice.map((id) => `${id} was received more than once`),
    ...(ids.length === expected ? [] : [`received ${ids.length} mails instead of ${expected}`]),
  ];
}

/** What was approved has left, what counts as sent was received, and Sent shows exactly that. */
function lost(
  drafts: readonly DraftView[],
  contact: ContactView,
  received: readonly LyingMail[],
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

/** Purposes of mails that were written because nothing was heard: an answer takes them back. */
const unasked: readonly string[] = ['outreach', 'nudge', 'check_in'];

function afterReply(
  drafts: readonly DraftView[],
  contact: ContactView,
  received: readonly LyingMail[],
  remains: Remains,
): readonly string[] {
  const answered = answersOf(received, remains)
    .filter((mail) => !isAutomatic(mail))
    .map(({ date }) => date);
  const draftOf = (mail: LyingMail): DraftView | undefined => {
    const { draftId } = contact.messages.find((each) => each.messageId === idOf(mail)) ?? {};
    return drafts.find((each) => each.draftId === draftId);
  };
  // What the user wrote past Rapport takes back a nudge as an answer does.
  const written = received.filter((mail) => draftOf(mail) === undefined).map(({ date }) => date);
  return received.flatMap((mail) => {
    const draft = draftOf(mail);
    if (!draft || !unasked.includes(draft.purpose)) return [];
    const drafted = Date.parse(draft.createdAt);
    const overtaken = (at: number): boolean => at > drafted && at + onItsWay < mail.date;
    const answer = answered.find(overtaken);
    const byHand = draft.purpose === 'nudge' ? written.find(overtaken) : undefined;
    return [
      ...(answer === undefined
        ? []
        : [`${idOf(mail)} left ${mail.date - answer} ms after their answer`]),
      ...(byHand === undefined
        ? []
        : [`${idOf(mail)} left ${mail.date - byHand} ms after a mail by hand`]),
    ];
  });
}

function isAutomatic(mail: LyingMail): boolean {
  return headerOf(mail, 'auto-submitted') !== '' || mail.raw.includes('text/calendar');
}

function repliesNotHandledOnce(contact: ContactView, remains: Remains): readonly string[] {
  const answers = answersOf(remains.mails(contact.email, 'INBOX'), remains).map(idOf);
  const taken = contact.messages.filter(({ direction }) => direction === 'in');
  return [
    ...answers.flatMap((id) => {
      const count = taken.filter(({ messageId }) => messageId === id).length;
      return count === 1 ? [] : [`their mail ${id} was taken in ${count} times`];
    }),
    ...taken
      .filter(({ state }) => state !== 'handled' && remains.untended === undefined)
      .map(({ messageId, state }) => `their mail ${messageId} is ${state}`),
  ];
}

/** What came back because of these mails: answers refer to them, a bounce quotes their Message-ID. */
function answersOf(received: readonly LyingMail[], { you, mails }: Remains): readonly LyingMail[] {
  const ids = received.map(idOf);
  return mails(you, 'INBOX').filter((mail) => ids.some((id) => mail.raw.includes(id)));
}

export function idOf(mail: LyingMail): string {
  return headerOf(mail, 'message-id');
}

function headerOf({ raw }: LyingMail, name: string): string {
  return field(parseMime(raw), name) ?? '';
}
