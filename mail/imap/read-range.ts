import type { ImapFlow, MailboxObject } from 'imapflow';
import { MailboxFailure } from '../errors.ts';
import { seen, SEEN_QUERY, type Seen } from './message-headers.ts';

/** The last mail that was read. The next one's sequence number follows on it. */
export type Anchor = { readonly uid: number; readonly sequence: number };

type Range = {
  readonly next: number;
  readonly end: number | '*';
  /** No UID of the folder is as high; more may come in meanwhile. */
  readonly bound: number;
  readonly limit: number;
  readonly anchor: Anchor | undefined;
};

type Read = {
  /** By ascending UID. */
  readonly mails: readonly Seen[];
  readonly more: boolean;
  readonly anchor: Anchor | undefined;
};

/** More answers than asked for that are still no attack: news about flags, mail just coming in. */
const SLACK = 1_000;
const MOST_UIDS = 5_000_000;

/** The mails of a UID range, at most `limit`. Throws MailboxFailure when the server kept some back. */
export async function readRange(
  client: ImapFlow,
  mailbox: MailboxObject,
  range: Range,
): Promise<Read> {
  const { next, end, bound, limit, anchor } = range;
  const width = (end === '*' ? bound : end + 1) - next;
  if (width > limit) {
    const uids = (await listUids(client, next, end)).sort((a, b) => a - b);
    const wanted = uids.slice(0, limit);
    const mails = await complete(client, [], wanted);
    return { mails, more: wanted.length < uids.length, anchor: mails.length ? undefined : anchor };
  }
  const { exists } = mailbox;
  // Some servers answer NO or BAD to a FETCH in a folder without mails.
  if (exists === 0 && end === '*') return { mails: [], more: false, anchor };
  const found = await fetchSeen(client, `${next}:${end}`, limit * 2 + SLACK);
  const mails = found.mails.filter(({ uid }) => isIn(range, uid));
  if (isWhole(found, anchor, end === '*' ? exists : undefined))
    return { mails, more: false, anchor: found.last ?? anchor };
  const listed = await listUids(client, (anchor?.uid ?? next - 1) + 1, end);
  const whole = await complete(client, mails, listed);
  return { mails: whole, more: false, anchor: whole.length ? undefined : anchor };
}

/** `n:*` names the last mail even when its UID is below n (RFC 3501 6.4.8). */
function isIn({ next, end }: Range, uid: number): boolean {
  return uid >= next && (end === '*' || uid <= end);
}

type Found = {
  readonly mails: readonly Seen[];
  readonly sequences: readonly number[];
  readonly last: Anchor | undefined;
};

/**
 * Sequence numbers have no gaps: the mails follow on the last one read, on each other, and up to
 * the folder's last. Where they don't, something was expunged or kept back.
 */
function isWhole(found: Found, anchor: Anchor | undefined, exists: number | undefined): boolean {
  const low = found.sequences[0];
  const high = found.sequences.at(-1);
  if (low === undefined || high === undefined) return exists === undefined || exists === 0;
  const follows = anchor === undefined || low === anchor.sequence + 1 || high === anchor.sequence;
  return (
    follows && high - low + 1 === found.sequences.length && (exists === undefined || high >= exists)
  );
}

/** Fetches what the server lists and has not handed over. */
async function complete(
  client: ImapFlow,
  mails: readonly Seen[],
  listed: readonly number[],
): Promise<readonly Seen[]> {
  const known = new Map(mails.map((mail) => [mail.uid, mail]));
  const missing = new Set(listed.filter((uid) => !known.has(uid)));
  if (missing.size === 0) return mails;
  const again = await fetchSeen(client, [...missing].join(','), missing.size * 2 + SLACK);
  for (const mail of again.mails) if (missing.delete(mail.uid)) known.set(mail.uid, mail);
  if (missing.size > 0) {
    const uids = [...missing];
    const listedStill = await listUids(client, Math.min(...uids), Math.max(...uids));
    const kept = listedStill.filter((uid) => missing.has(uid));
    if (kept.length > 0) throw withheld(client, kept);
  }
  return [...known.values()].sort((a, b) => a.uid - b.uid);
}

async function fetchSeen(client: ImapFlow, uids: string, most: number): Promise<Found> {
  const found = new Map<number, { readonly mail: Seen; readonly sequence: number }>();
  let answers = 0;
  for await (const message of client.fetch(uids, SEEN_QUERY, { uid: true })) {
    if (++answers > most) throw tooMany(client);
    const mail = seen(message);
    if (mail) found.set(mail.uid, { mail, sequence: message.seq });
  }
  const inOrder = [...found.values()].sort((a, b) => a.mail.uid - b.mail.uid);
  const last = inOrder.at(-1);
  return {
    mails: inOrder.map(({ mail }) => mail),
    sequences: inOrder.map(({ sequence }) => sequence),
    last: last && { uid: last.mail.uid, sequence: last.sequence },
  };
}

async function listUids(client: ImapFlow, first: number, last: number | '*'): Promise<number[]> {
  const uids = new Set<number>();
  for await (const { uid } of client.fetch(`${first}:${last}`, { uid: true }, { uid: true })) {
    if (uids.size >= MOST_UIDS) throw tooMany(client);
    if (uid >= first && (last === '*' || uid <= last)) uids.add(uid);
  }
  return [...uids];
}

function withheld(client: ImapFlow, uids: readonly number[]): MailboxFailure {
  const folder = client.mailbox ? client.mailbox.path : 'a folder';
  const named = uids.slice(0, 5).join(', ') + (uids.length > 5 ? ', …' : '');
  return new MailboxFailure(
    'withheld',
    `${client.host} lists mail in ${folder} that it does not hand over (UID ${named}). It may be an answer, so nothing is sent until it was read. Look into ${folder} with your mail program: where such a mail cannot be opened there either, move or delete it.`,
  );
}

function tooMany(client: ImapFlow): MailboxFailure {
  client.close();
  return new MailboxFailure(
    'protocol',
    `${client.host} sent more mails than were asked for. The connection was cut.`,
  );
}
