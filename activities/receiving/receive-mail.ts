import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { draftIntroducerThanks } from '../../db/referrals.ts';
import { storeByHand, storeReceived } from '../../db/received/received-mail.ts';
import type { Received, StoredMail } from '../../db/received/stored-mail.ts';
import { advance, noteWithheld, type FolderPosition, type Withholding } from '../../db/folders.ts';
import { confirmByReply } from '../../db/ledger.ts';
import { contactsAt } from '../../db/known-traces.ts';
import { learnAlias, learnAuthenticationServer } from '../../db/mailbox/facts.ts';
import type { Contact, Mailbox } from '../../db/generated/client.ts';
import { authenticationOf, ownServer } from '../../domain/authentication-results.ts';
import { canonicalAddress, mailboxAddress, mailboxDomain } from '../../domain/email-address.ts';
import { journeyEffect } from '../../domain/journey-effects.ts';
import { milliseconds } from '../../domain/timing/duration.ts';
import { header, type ParsedMail } from '../../domain/message.ts';
import { storedPolicy } from '../../db/policy.ts';
import { referencedIds, returnedIds } from '../../domain/match-thread.ts';
import { unreadable } from '../../domain/classify/unreadable.ts';
import type { MailContext, Verdict } from '../../domain/classify/verdict.ts';
import { MailboxFailure } from '../../mail/errors.ts';
import { fetchSource } from '../../mail/imap/fetch-source.ts';
import type { HeaderSummary } from '../../mail/imap/read-new.ts';
import type { Dependencies } from '../dependencies.ts';
import { isSentByUser } from './candidates.ts';
import type { Look } from './catch-up.ts';
import { ownCopy } from './own-copy.ts';
import { stripNul } from './strip-nul.ts';
import { findMatches } from './match-contact.ts';

/** More of a mail than this is never read: the text stands at its beginning, and attachments are never read. */
const maxBytes = 1_000_000;
/** Characters of a mail's text that are kept. A conversation of long mails must not fill memory and pages. */
const maxText = 100_000;
/** Clocks differ: a mail this much older than its contact is earlier correspondence, not news. */
const clockSkew = 5 * 60_000;
/** How long a server may withhold a mail's text before the mail is stored from its header alone. */
const withheldPatience = 2 * 60_000;

type Arriving = Look & {
  readonly summary: HeaderSummary;
  readonly position: FolderPosition;
  /** Of a mail whose text the server withheld before. */
  readonly withholding: Withholding | undefined;
};

const withheldText =
  'Could not read the mail: the mail server lists it and does not hand over its text.';

export type Taken = { readonly kind: 'done' } | { readonly kind: 'wait'; readonly until: Date };

const done: Taken = { kind: 'done' };

/**
 * Judges one mail and stores it if it is to or from a contact. `wait` when it cannot be told yet whether it is our own
 * copy: then the cursor has to stay before it. Throws MailboxFailure while the server withholds its text.
 */
export async function receiveMail(dependencies: Dependencies, arriving: Arriving): Promise<Taken> {
  const { mailbox, summary, position } = arriving;
  const own = await ownAddresses(dependencies, mailbox);
  const read = await readWhole(dependencies, arriving, own);
  // Expunged between its announcement and this moment: another folder has it, or nobody will.
  if (!read) return done;
  const byUser =
    isSentByUser(summary, position.role) &&
    (own.has(summary.from ?? '') || !(await isContact(dependencies, mailbox, summary.from)));
  if (byUser) return sentByUser(dependencies, arriving, { mail: read.mail, own });
  // Anybody can write the user's address into From: outside of Sent such a mail says nothing.
  if (own.has(summary.from ?? '')) return done;
  return received(dependencies, arriving, { ...read, own });
}

type Read = { readonly mail: ParsedMail; readonly verdict: Verdict };

/**
 * The mail and what it is, without more known of its conversation; undefined when it is gone. One that cannot be read
 * must not keep the ones behind it from being read: it is known by its header, and a person looks at it.
 */
async function readWhole(
  { db, reader, now }: Dependencies,
  { client, summary, position, withholding }: Arriving,
  own: ReadonlySet<string>,
): Promise<Read | undefined> {
  try {
    const fetched = await fetchSource(client, {
      folder: position.path,
      uid: summary.uid,
      maxBytes,
      uidValidity: position.uidValidity,
    });
    if (!fetched) return undefined;
    const context = { ownAddresses: [...own], receivedAt: summary.internalDate };
    const reading = await reader.read(fetched.source, { context });
    return 'unreadable' in reading
      ? { mail: summary.mail, verdict: unreadable(reading.unreadable) }
      : stripNul(reading);
  } catch (error) {
    if (!(error instanceof MailboxFailure) || error.reason !== 'withheld') throw error;
    if (withholding && now().getTime() - withholding.since.getTime() > withheldPatience)
      return { mail: summary.mail, verdict: unreadable(withheldText) };
    await db.$transaction((tx) => advance(tx, { ...position, uidNext: summary.uid }));
    await noteWithheld(db, { ...position, uid: summary.uid }, now());
    throw error;
  }
}

async function sentByUser(
  { db, deliverSoon, now }: Dependencies,
  { mailbox, summary, position }: Arriving,
  { mail, own }: { readonly mail: ParsedMail; readonly own: ReadonlySet<string> },
): Promise<Taken> {
  const copy = await ownCopy(db, { mailbox, summary, mail, now: now() });
  if (copy.kind === 'wait') return copy;
  if (copy.kind === 'ours') return done;
  const to = [...new Set(summary.to.map(mailboxAddress))];
  const contacts = await contactsAt(db, mailbox.userId, to);
  const written = contacts.filter((contact) => !isOlder(summary, contact));
  if (written.length === 0) return done;
  if (summary.from !== undefined && !own.has(summary.from))
    await learnAlias(db, mailbox.id, summary.from);
  await storeByHand(
    db,
    written.map((contact) =>
      arrival({ mailbox, summary, position, mail, contact, to: contact.email }),
    ),
  );
  deliverSoon();
  return done;
}

async function received(
  dependencies: Dependencies,
  { mailbox, summary, position }: Arriving,
  { mail, verdict: first, own }: Read & { readonly own: ReadonlySet<string> },
): Promise<Taken> {
  const { db, deliverSoon, now } = dependencies;
  const found = await findMatches(db, { mailbox, summary, mail, verdict: first });
  const matches = found.filter(({ contact }) => !isOlder(summary, contact));
  if (matches.length === 0) return done;
  const [learnt] = await Promise.all([
    learnAuthenticationServer(db, mailbox.id, mail),
    confirmByReply(db, {
      mailboxId: mailbox.id,
      ids: [...referencedIds(mail), ...returnedIds(mail)],
      now: now(),
    }),
  ]);
  const authentication = authenticationOf(mail.headers.get('authentication-results') ?? [], {
    domain: mailboxDomain(mail.from?.address ?? ''),
    ownServer: ownServer(learnt),
  });
  const inJunk = position.role === 'junk';
  const mails: Received[] = [];
  for (const match of matches) {
    const { contact, rule, weak, fromContact, returned } = match;
    const verdict = await judgeAgain(dependencies, first, mail, {
      ownAddresses: [...own],
      receivedAt: summary.internalDate,
      sentTexts: match.sentTexts,
      senderTimeZone: contact.timeZone ?? undefined,
    });
    const facts = { verdict, weak, inJunk, authentication, fromContact, returned };
    mails.push({
      ...arrival({ mailbox, summary, position, mail, contact, to: mailbox.address }),
      verdict: { ...verdict, visibleText: verdict.visibleText.slice(0, maxText) },
      rule,
      effect: journeyEffect(facts),
      until: backAt(verdict, contact, now()),
    });
  }
  if (await storeReceived(db, mails)) {
    for (const { contactId } of mails) await draftIntroducerThanks(db, { contactId });
    deliverSoon();
  }
  return done;
}

/** With what was written before known, so that quotes of it are seen; what could not be read stays unread. */
function judgeAgain(
  { reader }: Dependencies,
  first: Verdict,
  mail: ParsedMail,
  context: Partial<MailContext>,
): Promise<Verdict> {
  return first.subkind === 'unreadable' ? Promise.resolve(first) : reader.judge(mail, context);
}

/** Every address that the user writes from: of all their mailboxes, and aliases seen in Sent. */
async function ownAddresses(
  { db }: Dependencies,
  { userId }: Mailbox,
): Promise<ReadonlySet<string>> {
  const mailboxes = await db.mailbox.findMany({
    where: { userId },
    select: { address: true, aliases: true },
  });
  return new Set(mailboxes.flatMap(({ address, aliases }) => [address, ...aliases]));
}

async function isContact(
  { db }: Dependencies,
  { userId }: Mailbox,
  address: string | undefined,
): Promise<boolean> {
  if (address === undefined) return false;
  return (await contactsAt(db, userId, [mailboxAddress(address)])).length > 0;
}

function arrival(what: {
  readonly mailbox: Mailbox;
  readonly summary: HeaderSummary;
  readonly position: FolderPosition;
  readonly mail: ParsedMail;
  readonly contact: Contact;
  readonly to: string;
}): StoredMail {
  const { summary, position, mail, contact, to } = what;
  const id = mail.messageId ?? summary.messageId;
  return {
    contactId: contact.id,
    position,
    dedupeKey: id ?? fingerprint(summary, mail),
    messageId: id ?? `<${fingerprint(summary, mail)}@no-message-id.invalid>`,
    inReplyTo: mail.inReplyTo[0],
    references: mail.references,
    from: summary.from ?? canonicalAddress(mail.from?.address ?? 'unknown'),
    to,
    subject: mail.subject,
    text: mail.text.slice(0, maxText),
    at: summary.internalDate,
    gmailThreadId: summary.gmailThreadId,
  };
}

/** The same mail in another folder, or after new UIDs were given out, has the same. */
function fingerprint(summary: HeaderSummary, mail: ParsedMail): string {
  return createHash('sha256')
    .update(JSON.stringify([header(mail, 'date'), summary.from, summary.subject, mail.text]))
    .digest('hex');
}

function isOlder(summary: HeaderSummary, contact: Contact): boolean {
  return summary.internalDate.getTime() < contact.createdAt.getTime() - clockSkew;
}

/** The first moment back of an announced absence, in the contact's zone and no longer than the policy lets it pause. */
function backAt(verdict: Verdict, contact: Contact, now: Date): Date | undefined {
  if (verdict.kind !== 'auto_reply' || verdict.returnDate === undefined) return undefined;
  const back = DateTime.fromISO(verdict.returnDate, { zone: contact.timeZone ?? 'UTC' });
  if (!back.isValid || back.toMillis() <= now.getTime()) return undefined;
  const { maxAway } = storedPolicy(contact.policy);
  return new Date(Math.min(back.toMillis(), now.getTime() + milliseconds(maxAway)));
}
