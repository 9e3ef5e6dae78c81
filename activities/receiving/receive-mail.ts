import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { storeByHand, storeReceived, type Arrival } from '../../db/received-mail.ts';
import type { FolderPosition } from '../../db/folders.ts';
import { settleByAnswer } from '../../db/ledger.ts';
import type { Contact, Mailbox } from '../../db/generated/client.ts';
import { milliseconds } from '../../domain/timing/duration.ts';
import { header, type ParsedMail } from '../../domain/message.ts';
import type { Policy } from '../../domain/policy.ts';
import { referencedIds, returnedIds } from '../../domain/match-thread.ts';
import { unreadable } from '../../domain/classify/unread.ts';
import type { Verdict } from '../../domain/classify/verdict.ts';
import { fetchSource } from '../../mail/imap/fetch-source.ts';
import type { Seen } from '../../mail/imap/read-new.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Look } from './catch-up.ts';
import { ownCopy } from './own-copy.ts';
import { storable } from './strip-nul.ts';
import { whose } from './match-contact.ts';
import { unreadMail } from './unread-mail.ts';

/** More of a mail than this is never read: the text stands at its beginning, attachments are nobody's business here. */
const maxBytes = 1_000_000;
/** Clocks differ: a mail this much older than its contact is earlier correspondence, not news. */
const clockSkew = 5 * 60_000;

type Arriving = Look & { readonly seen: Seen; readonly position: FolderPosition };

/**
 * Judges one mail and stores it if it is to or from a contact. `wait` when it cannot be told yet
 * whether it is our own copy: then the cursor has to stay before it.
 */
export async function takeIn(
  dependencies: Dependencies,
  arriving: Arriving,
): Promise<'done' | 'wait'> {
  const { client, mailbox, seen, position } = arriving;
  const fetched = await fetchSource(client, {
    folder: position.path,
    uid: seen.uid,
    maxBytes,
    uidValidity: position.uidValidity,
  });
  // Expunged between its announcement and this moment: another folder has it, or nobody will.
  if (!fetched) return 'done';
  const { mail, verdict } = await readOrAsk(dependencies, arriving, fetched.source);
  return seen.from === mailbox.address
    ? sentByUser(dependencies, arriving, mail)
    : received(dependencies, arriving, { mail, verdict });
}

type Read = { readonly mail: ParsedMail; readonly verdict: Verdict };

/** A mail that cannot be read must not keep the ones behind it from being read: a person looks at it. */
async function readOrAsk(
  { reader }: Dependencies,
  { mailbox, seen }: Arriving,
  source: Buffer,
): Promise<Read> {
  const context = { ownAddresses: [mailbox.address], receivedAt: seen.internalDate };
  const reading = await reader.read(source, { context });
  return 'unreadable' in reading
    ? { mail: unreadMail(seen), verdict: unreadable(reading.unreadable) }
    : storable(reading);
}

async function sentByUser(
  { db, deliverSoon, now }: Dependencies,
  { mailbox, seen, position }: Arriving,
  mail: ParsedMail,
): Promise<'done' | 'wait'> {
  const copy = await ownCopy(db, { mailbox, seen, mail, now: now() });
  if (copy !== 'not_ours') return copy === 'wait' ? 'wait' : 'done';
  const contact = await db.contact.findFirst({
    where: {
      userId: mailbox.userId,
      OR: [
        { email: { in: [...seen.to] } },
        { addresses: { some: { email: { in: [...seen.to] } } } },
      ],
    },
  });
  if (!contact || isOlder(seen, contact)) return 'done';
  await storeByHand(db, arrival({ mailbox, seen, position, mail, contact, to: contact.email }));
  deliverSoon();
  return 'done';
}

async function received(
  dependencies: Dependencies,
  { mailbox, seen, position }: Arriving,
  { mail, verdict: first }: Read,
): Promise<'done'> {
  const { db, reader, deliverSoon, now } = dependencies;
  const match = await whose(db, { mailbox, seen, mail, verdict: first });
  if (!match || isOlder(seen, match.contact)) return 'done';
  await settleByAnswer(db, {
    mailboxId: mailbox.id,
    ids: [...referencedIds(mail), ...returnedIds(mail)],
    now: now(),
  });
  const { contact, rule, weak, sentTexts } = match;
  const verdict =
    first.subkind === 'unreadable'
      ? first
      : await reader.judge(mail, {
          ownAddresses: [mailbox.address],
          receivedAt: seen.internalDate,
          sentTexts,
          senderTimeZone: contact.timeZone ?? undefined,
        });
  const fresh = await storeReceived(db, {
    ...arrival({ mailbox, seen, position, mail, contact, to: mailbox.address }),
    verdict,
    rule,
    weak,
    until: backAt(verdict, contact, now()),
  });
  if (fresh) deliverSoon();
  return 'done';
}

function arrival(what: {
  readonly mailbox: Mailbox;
  readonly seen: Seen;
  readonly position: FolderPosition;
  readonly mail: ParsedMail;
  readonly contact: Contact;
  readonly to: string;
}): Arrival {
  const { seen, position, mail, contact, to } = what;
  const id = mail.messageId ?? seen.messageId;
  return {
    contactId: contact.id,
    position,
    dedupeKey: id ?? fingerprint(seen, mail),
    messageId: id ?? `<${fingerprint(seen, mail)}@no-message-id.invalid>`,
    inReplyTo: mail.inReplyTo[0],
    references: mail.references,
    from: seen.from ?? mail.from?.address.toLowerCase() ?? 'unknown',
    to,
    subject: mail.subject,
    text: mail.text,
    at: seen.internalDate,
    gmailThreadId: seen.gmailThreadId,
  };
}

/** The same mail in another folder, or after new UIDs were given out, has the same. */
function fingerprint(seen: Seen, mail: ParsedMail): string {
  return createHash('sha256')
    .update(JSON.stringify([header(mail, 'date'), seen.from, seen.subject, mail.text]))
    .digest('hex');
}

function isOlder(seen: Seen, contact: Contact): boolean {
  return seen.internalDate.getTime() < contact.createdAt.getTime() - clockSkew;
}

/** The first moment back of an announced absence, in the contact's zone and no longer than the policy lets it pause. */
function backAt(verdict: Verdict, contact: Contact, now: Date): Date | undefined {
  if (verdict.kind !== 'auto_reply' || verdict.returnDate === undefined) return undefined;
  const back = DateTime.fromISO(verdict.returnDate, { zone: contact.timeZone ?? 'UTC' });
  if (!back.isValid || back.toMillis() <= now.getTime()) return undefined;
  const { maxAway } = contact.policy as unknown as Policy;
  return new Date(Math.min(back.toMillis(), now.getTime() + milliseconds(maxAway)));
}
