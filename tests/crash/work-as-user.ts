import { findStalled } from '../../db/sweep/find-stalled.ts';
import { openDatabase } from '../../db/client.ts';
import { Conflict } from '../../domain/errors.ts';
import { listContacts } from '../../operations/contacts/list-contacts.ts';
import { showContact } from '../../operations/contacts/show-contact.ts';
import { approveDraft } from '../../operations/drafts/approve-draft.ts';
import { listDrafts } from '../../operations/drafts/list-drafts.ts';
import { listNeedsYou } from '../../operations/needs-you/list-needs-you.ts';
import type { ContactView } from '../../operations/views.ts';
import type { PracticePerson } from '../../practice/people/people.ts';
import { idOf } from '../../worker/rehearsal/audit.ts';
import type { Do } from '../../worker/rehearsal/look.ts';
import { isSettled } from '../../worker/rehearsal/verdict.ts';
import type { MailProcess } from './mail-process.ts';
import { mistakenOnce, noMistakes } from './mistakes.ts';
import { persistently, Unreachable } from './over-http.ts';
import { lookAsUser, settleUnclear } from './user.ts';

/** Milliseconds. */
const copiedWithin = 30_000;
const goesOnWithin = 30_000;
/** So late may anything be before it counts as stalled: enough for what is just falling due. */
const grace = 1_000;

/** How the user is: looks at once; late and seldom; takes a no for a yes and corrects that; or never looks again. */
export const users = ['prompt', 'late', 'mistaken', 'gone'] as const;
export type User = (typeof users)[number];

/** Milliseconds before a late user looks for the first time, and between their looks: waits run out meanwhile. */
const away = 6_000;
const betweenLateLooks = 2_500;

type Scene = {
  readonly act: Do;
  readonly people: readonly PracticePerson[];
  readonly mail: Pick<MailProcess, 'mails'>;
  /** Addresses to which a mail by hand goes. */
  readonly byHand?: readonly string[];
};

/**
 * Does what a user does until every journey stands where it has to end and nothing has happened for two seconds, or
 * until `longest` milliseconds are over.
 */
export async function workAsUser(
  { act, people, mail, byHand = [] }: Scene,
  { longest, user = 'prompt' }: { readonly longest: number; readonly user?: Exclude<User, 'gone'> },
): Promise<undefined> {
  const began = performance.now();
  const mistakes = user === 'mistaken' ? mistakenOnce() : noMistakes;
  let quietSince = Infinity;
  if (user === 'late') await pause(away);
  for (;;) {
    await pause(user === 'late' ? betweenLateLooks : 150);
    try {
      const contacts = await act(listContacts, {});
      const acted = await lookAsUser(act, people, { mail, mistakes });
      const settled = people.every((person) => {
        const contact = contacts.find(({ email }) => email === person.email);
        const received =
          person.behaviour === 'bounces'
            ? 0
            : mail.mails(person.email, 'INBOX').length -
              byHand.filter((address) => address === person.email).length;
        return isSettled(person, contact, { people, received });
      });
      if (!settled || acted || (await underWay(act, people))) quietSince = Infinity;
      else if (quietSince === Infinity) quietSince = performance.now();
    } catch (error) {
      if (!(error instanceof Unreachable) && !(error instanceof Conflict)) throw error;
      quietSince = Infinity;
    }
    const tooLong = performance.now() - began > longest;
    // A mail too many would leave soon after the last of what was due.
    if (performance.now() - quietSince > 2_000 || tooLong) return undefined;
  }
}

/**
 * Approves the first mails, says whether one went out where that is asked, and decides nothing more, until each journey has ended by itself or waits in Needs you and
 * nothing has happened for two seconds, or until `longest` milliseconds are over. Gives the contacts who wait.
 */
export async function approveAndLeave(
  { act, people, mail, byHand = [] }: Scene,
  { longest }: { readonly longest: number },
): Promise<ReadonlySet<string>> {
  const began = performance.now();
  let waiting = new Set<string>();
  let quietSince = Infinity;
  while (performance.now() - began < longest && performance.now() - quietSince < 2_000) {
    await pause(150);
    try {
      for (const { draftId, revision, purpose, state } of await act(listDrafts, {}))
        if (purpose === 'outreach' && state === 'awaiting_approval')
          await act(approveDraft, { draftId, revision });
      await settleUnclear(act, people, mail);
      const contacts = (await act(listContacts, {})).filter(({ email }) =>
        people.some((person) => person.email === email),
      );
      waiting = new Set((await act(listNeedsYou, {})).flatMap(({ contactId }) => contactId ?? []));
      const settled = contacts.every(
        ({ contactId, stage }) => stage === 'closed' || waiting.has(contactId),
      );
      if (
        !settled ||
        contacts.length < people.length ||
        (await underWay(act, people)) ||
        byHand.some((email) => mail.mails(email, 'INBOX').length < 2) ||
        !(await isCounted(act, contacts, mail))
      )
        quietSince = Infinity;
      else if (quietSince === Infinity) quietSince = performance.now();
    } catch (error) {
      if (!(error instanceof Unreachable) && !(error instanceof Conflict)) throw error;
      quietSince = Infinity;
    }
  }
  return waiting;
}

/** Whether each mail that they received is known, also one by hand that only Sent tells of. */
async function isCounted(
  act: Do,
  contacts: readonly { readonly contactId: string; readonly email: string }[],
  mail: Scene['mail'],
): Promise<boolean> {
  for (const { contactId, email } of contacts) {
    const { messages } = await act(showContact, { ref: contactId });
    const out = messages.filter(({ direction }) => direction === 'out');
    if (out.length < mail.mails(email, 'INBOX').length) return false;
  }
  return true;
}

/** Whether a mail that was approved has still to leave, as a letter may after its journey has ended. */
async function underWay(act: Do, people: readonly PracticePerson[]): Promise<boolean> {
  for (const { contactId, email } of await act(listContacts, {})) {
    if (!people.some((person) => person.email === email)) continue;
    const { messages } = await act(showContact, { ref: contactId });
    if (messages.some(({ state }) => state === 'approved' || state === 'scheduled')) return true;
  }
  return false;
}

/** Those of the people who are contacts; somebody whom nobody named so far is none yet. */
export async function contactsOf(
  act: Do,
  people: readonly PracticePerson[],
): Promise<readonly ContactView[]> {
  const there = await persistently(() => act(listContacts, {}));
  const known = there.filter((contact) => people.some(({ email }) => email === contact.email));
  return Promise.all(
    known.map(({ contactId }) => persistently(() => act(showContact, { ref: contactId }))),
  );
}

/** A copy is owed until somebody comes by; what Sent still lacks after two looks of the watcher, the audit says. */
export async function untilCopied(remains: {
  readonly you: string;
  readonly mail: Pick<MailProcess, 'mails'>;
  readonly contacts: readonly ContactView[];
}): Promise<void> {
  const { you, mail, contacts } = remains;
  const sent = contacts
    .flatMap(({ messages }) => messages)
    .filter(({ direction, state }) => direction === 'out' && state === 'sent');
  const end = performance.now() + copiedWithin;
  for (;;) {
    const shown = new Set(mail.mails(you, 'Sent').map(idOf));
    if (sent.every(({ messageId }) => shown.has(messageId)) || performance.now() > end) return;
    await pause(250);
  }
}

/** What the sweep's own query finds, in sentences; empty when it finds nothing within half a minute. */
export async function untilNothingStalls(databaseUrl: string): Promise<readonly string[]> {
  const db = openDatabase(databaseUrl, { connections: 1 });
  const end = performance.now() + goesOnWithin;
  try {
    for (;;) {
      const stalled = await findStalled(db, { now: new Date(), grace });
      if (stalled.length === 0) return [];
      if (performance.now() > end)
        return stalled.map(({ what, subjectId }) => `the ${what} ${subjectId} has stalled`);
      await pause(500);
    }
  } finally {
    await db.$disconnect();
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
