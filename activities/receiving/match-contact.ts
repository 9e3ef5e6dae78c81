import type { Database } from '../../db/client.ts';
import { contactsOfMeeting } from '../../db/calendar-answers.ts';
import { findKnownTraces } from '../../db/known-traces.ts';
import type { Contact, Mailbox } from '../../db/generated/client.ts';
import type { Verdict } from '../../domain/classify/verdict.ts';
import { mailboxAddress } from '../../domain/email-address.ts';
import type { ReturnedMail } from '../../domain/journey-effects.ts';
import {
  matchThread,
  referencedIds,
  returnedIds,
  type SentMail,
  type ThreadRule,
} from '../../domain/match-thread.ts';
import type { ParsedMail } from '../../domain/message.ts';
import { colleagueIn, contactsOf, tracesOf, type KnownTraces } from '../../domain/related-mail.ts';
import type { HeaderSummary } from '../../mail/imap/read-new.ts';

export type Match = {
  readonly contact: Contact;
  readonly rule: ThreadRule;
  readonly weak: boolean;
  /** The mail's From is an address of this contact. */
  readonly fromContact: boolean;
  readonly returned: ReturnedMail;
  /** What we wrote to them last, to be subtracted from what they quote. */
  readonly sentTexts: readonly string[];
};

/** So many of our latest texts are compared with what a mail quotes, and so many subjects with its own. */
const maxTexts = 10;
const maxTextLength = 20_000;
const maxSubjects = 200;

/**
 * The contacts of the mailbox's owner that a received mail is news of: the one whose journey it belongs to first, and
 * whoever wrote it, if that is another one. Empty for everybody else's mail.
 */
export async function findMatches(
  db: Database,
  what: {
    readonly mailbox: Mailbox;
    readonly summary: HeaderSummary;
    readonly mail: ParsedMail;
    readonly verdict: Verdict;
  },
): Promise<readonly Match[]> {
  const { mailbox, summary, mail, verdict } = what;
  const { gmailThreadId } = summary;
  const failed = [...(verdict.recipient ? [verdict.recipient] : []), ...summary.failedRecipients];
  const traces = tracesOf(mail, { gmailThreadId, sentByUser: false, failedRecipients: failed });
  const [known, invited] = await Promise.all([
    findKnownTraces(db, mailbox.userId, [traces]),
    contactsOfMeeting(db, mailbox.userId, verdict.calendar?.uid),
  ]);
  const contacts = await db.contact.findMany({
    where: { id: { in: [...contactsOf(traces, known), ...invited] } },
    include: { addresses: true },
    orderBy: { id: 'asc' },
  });
  if (contacts.length === 0) return [];
  const people = contacts.map((contact) => ({
    contact,
    contactId: contact.id,
    addresses: [contact.email, ...contact.addresses.map(({ email }) => email)],
    open: contact.stage !== 'closed',
  }));
  const match = matchThread({
    mail,
    gmailThreadId,
    sent: [
      ...(await subjectsTo(db, contacts)),
      ...mailsIn(known),
      ...invited.map((contactId) => ({
        contactId,
        gmailThreadId: undefined,
        ids: [],
        calendarUids: [verdict.calendar?.uid ?? ''],
        subject: '',
      })),
    ],
    contacts: people,
    returnedIds: returnedIds(mail),
    calendarUid: verdict.calendar?.uid,
    bounceRecipient: failed[0],
    colleagueOf: colleagueIn(traces, known),
  });
  const from = mailboxAddress(mail.from?.address ?? '');
  const isFrom = ({ addresses }: (typeof people)[number]): boolean =>
    addresses.some((address) => mailboxAddress(address) === from);
  const others = people.filter((each) => each.contactId !== match?.contactId && isFrom(each));
  const found = [
    ...(match ? [match] : []),
    ...others.map(({ contactId }) => ({ contactId, rule: 'known_sender' as const, weak: true })),
  ];
  return Promise.all(
    found.flatMap(({ contactId, rule, weak }) => {
      const person = people.find((each) => each.contactId === contactId);
      if (!person) return [];
      return [
        sentTextsTo(db, contactId).then((sentTexts) => ({
          contact: person.contact,
          rule,
          weak,
          fromContact: isFrom(person),
          returned: returnedTo(person.contact, { mail, known, failed: failed[0] }),
          sentTexts,
        })),
      ];
    }),
  );
}

/** Which mail of ours to this contact came back, going by its id and by the address that failed. */
function returnedTo(
  contact: Contact,
  bounce: {
    readonly mail: ParsedMail;
    readonly known: KnownTraces;
    readonly failed: string | undefined;
  },
): ReturnedMail {
  const ids = new Set([...returnedIds(bounce.mail), ...referencedIds(bounce.mail)]);
  const sent = bounce.known.mails.findLast(
    ({ contactId, id, to }) => contactId === contact.id && to !== undefined && ids.has(id),
  );
  if (sent?.to === undefined) return 'unclear';
  const current = mailboxAddress(contact.email);
  if (mailboxAddress(sent.to) !== current) return 'former';
  const failed = bounce.failed === undefined ? current : mailboxAddress(bounce.failed);
  return failed === current ? 'current' : 'unclear';
}

/** Mails whose ids or threads the mail names; those that we sent, and theirs, as people answer their own. */
function mailsIn(known: KnownTraces): readonly SentMail[] {
  const none = { gmailThreadId: undefined, ids: [], calendarUids: [], subject: '' };
  return [
    ...known.threads.map(({ contactId, gmailThreadId }) => ({ ...none, contactId, gmailThreadId })),
    ...known.mails.map(({ contactId, id }) => ({ ...none, contactId, ids: [id] })),
  ];
}

async function subjectsTo(
  db: Database,
  contacts: readonly Contact[],
): Promise<readonly SentMail[]> {
  const contactId = { in: contacts.map(({ id }) => id) };
  const [drafts, messages] = await Promise.all([
    db.draft.findMany({
      where: { contactId, send: { isNot: null } },
      select: { contactId: true, subject: true },
      orderBy: { createdAt: 'desc' },
      take: maxSubjects,
    }),
    db.message.findMany({
      where: { contactId },
      select: { contactId: true, subject: true },
      orderBy: { at: 'desc' },
      take: maxSubjects,
    }),
  ]);
  return [...drafts, ...messages].map((mail) => ({
    ...mail,
    ids: [],
    gmailThreadId: undefined,
    calendarUids: [],
  }));
}

async function sentTextsTo(db: Database, contactId: string): Promise<readonly string[]> {
  const [drafts, byHand] = await Promise.all([
    db.draft.findMany({
      where: { contactId, send: { isNot: null } },
      select: { text: true },
      orderBy: { createdAt: 'desc' },
      take: maxTexts,
    }),
    db.message.findMany({
      where: { contactId, direction: 'out' },
      select: { text: true },
      orderBy: { at: 'desc' },
      take: maxTexts,
    }),
  ]);
  return [...drafts, ...byHand].map(({ text }) => text.slice(0, maxTextLength));
}
