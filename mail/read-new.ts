import type { ImapFlow, MailboxObject } from 'imapflow';
import { MailboxFailure } from './failure.ts';
import { openFolder } from './open-folder.ts';
import { seen, SEEN_HEADERS, type Seen } from './seen.ts';
import { within } from './time-limit.ts';

export type { Seen } from './seen.ts';

/** How far a folder has been read. Both parts as the server gave them. */
export type Cursor = { readonly uidValidity: string; readonly uidNext: number };

export type NewMails = Cursor & {
  /** True when the folder's UIDs are not those of the cursor: its newest mails were read anew. */
  readonly reset: boolean;
  /** More are waiting than `limit`: store these, then ask again from this cursor. */
  readonly more: boolean;
  /** By ascending UID. */
  readonly mails: readonly Seen[];
};

const BATCH = 500;
const RESCANNED = 1_000;
const TIME_LIMIT = 180_000;

/**
 * The mails that came into a folder since the cursor, without their texts; no flag is changed.
 * New ones are found by FETCH, as SEARCH lags on some servers. `uidValidity: undefined` is the
 * first look: nothing is read and the cursor is the present moment. Throws MailboxFailure, also
 * when the connection died or the server kept mails back: then the cursor must stay.
 */
export function readNew(
  client: ImapFlow,
  from: {
    readonly folder: string;
    readonly uidValidity: string | undefined;
    readonly uidNext: number;
    /** At most this many mails at a time. */
    readonly limit?: number;
    /** After a reset, how many of the newest mails are read again. */
    readonly rescan?: number;
  },
): Promise<NewMails> {
  return within(client, TIME_LIMIT, `read the folder ${from.folder}`, async () => {
    const mailbox = await openFolder(client, from.folder);
    const uidValidity = String(mailbox.uidValidity);
    if (from.uidValidity === undefined)
      return { uidValidity, uidNext: mailbox.uidNext, reset: false, more: false, mails: [] };
    const reset = from.uidValidity !== uidValidity;
    const start = reset
      ? await newestFrom(client, mailbox, from.rescan ?? RESCANNED)
      : from.uidNext;
    const read = await readFrom(client, mailbox, start, from.limit ?? BATCH);
    return { uidValidity, reset, ...read };
  });
}

/** The UID of the n-th newest mail. */
async function newestFrom(client: ImapFlow, mailbox: MailboxObject, n: number): Promise<number> {
  if (mailbox.exists === 0) return mailbox.uidNext;
  const sequence = Math.max(1, mailbox.exists - n + 1);
  const first = await client.fetchOne(String(sequence), { uid: true });
  return first ? first.uid : 1;
}

async function readFrom(
  client: ImapFlow,
  mailbox: MailboxObject,
  start: number,
  limit: number,
): Promise<Pick<NewMails, 'uidNext' | 'more' | 'mails'>> {
  const mails: Seen[] = [];
  let next = start;
  let width = limit;
  for (;;) {
    const last = next + width >= mailbox.uidNext;
    const end = last ? '*' : next + width - 1;
    const batch = await readRange(client, mailbox, { next, end, limit: limit - mails.length });
    mails.push(...batch.mails);
    if (batch.more) return { mails, more: true, uidNext: (mails.at(-1)?.uid ?? next - 1) + 1 };
    if (end === '*') {
      const after = (mails.at(-1)?.uid ?? 0) + 1;
      return { mails, more: false, uidNext: Math.max(after, mailbox.uidNext, start) };
    }
    next = end + 1;
    if (mails.length >= limit) return { mails, more: true, uidNext: next };
    // UIDs may have gaps of any width (RFC 3501 2.3.1.1); don't walk through them one by one.
    if (batch.mails.length < width / 4) width *= 8;
  }
}

type Range = { readonly next: number; readonly end: number | '*'; readonly limit: number };

async function readRange(
  client: ImapFlow,
  mailbox: MailboxObject,
  range: Range,
): Promise<{ readonly mails: readonly Seen[]; readonly more: boolean }> {
  const { next, end, limit } = range;
  const narrow = end !== '*' && end - next < limit;
  const nearEnd = end === '*' && mailbox.uidNext - next <= limit;
  if (narrow || nearEnd) {
    const expected = end === '*' ? mailbox.exists : undefined;
    const found = await fetchSeen(client, `${next}:${end}`, limit * 2 + BATCH);
    const mails = inRange(found.mails, range);
    if (isWhole(found, expected)) return { mails, more: false };
    return { mails: await fillGaps(client, mails, range), more: false };
  }
  const uids = (await listUids(client, next, end)).sort((a, b) => a - b);
  const wanted = uids.slice(0, limit);
  const mails = await fillGaps(client, [], range, wanted);
  return { mails, more: wanted.length < uids.length };
}

function inRange(mails: readonly Seen[], { next, end }: Range): readonly Seen[] {
  // `n:*` names the last mail even when its UID is below n (RFC 3501 6.4.8).
  const inside = mails.filter(({ uid }) => uid >= next && (end === '*' || uid <= end));
  return inside.toSorted((a, b) => a.uid - b.uid);
}

type Found = { readonly mails: readonly Seen[]; readonly sequences: readonly number[] };

/**
 * The mails of a UID range follow each other without a gap in their sequence numbers, up to the
 * folder's last one. Where that does not hold, something was expunged or kept back.
 */
function isWhole({ sequences }: Found, exists: number | undefined): boolean {
  const low = Math.min(...sequences);
  const high = Math.max(...sequences);
  if (sequences.length === 0) return exists === undefined || exists === 0;
  return high - low + 1 === sequences.length && (exists === undefined || high >= exists);
}

/** Compares with the server's own list of UIDs and fetches again what is missing. */
async function fillGaps(
  client: ImapFlow,
  mails: readonly Seen[],
  range: Range,
  uids?: readonly number[],
): Promise<readonly Seen[]> {
  const known = new Map(mails.map((mail) => [mail.uid, mail]));
  const listed = uids ?? (await listUids(client, range.next, range.end));
  const missing = listed.filter((uid) => !known.has(uid));
  if (missing.length === 0) return mails;
  const again = await fetchSeen(client, missing.join(','), missing.length * 2 + BATCH);
  for (const mail of again.mails) if (missing.includes(mail.uid)) known.set(mail.uid, mail);
  const absent = missing.filter((uid) => !known.has(uid));
  if (absent.length > 0) {
    const still = await listUids(client, absent[0] ?? 1, absent.at(-1) ?? 1);
    if (still.some((uid) => absent.includes(uid)))
      throw new MailboxFailure(
        'protocol',
        `${client.host} lists mails that it does not hand over. They are asked for again later.`,
      );
  }
  return [...known.values()].sort((a, b) => a.uid - b.uid);
}

async function fetchSeen(client: ImapFlow, uids: string, most: number): Promise<Found> {
  const mails = new Map<number, Seen>();
  const sequences = new Map<number, number>();
  let answers = 0;
  const query = { internalDate: true, size: true, threadId: true, headers: SEEN_HEADERS };
  for await (const message of client.fetch(uids, query, { uid: true })) {
    if (++answers > most) throw tooMany(client);
    const mail = seen(message);
    if (!mail) continue;
    mails.set(mail.uid, mail);
    sequences.set(mail.uid, message.seq);
  }
  return { mails: [...mails.values()], sequences: [...sequences.values()] };
}

const MOST_UIDS = 5_000_000;

async function listUids(client: ImapFlow, first: number, last: number | '*'): Promise<number[]> {
  const uids = new Set<number>();
  for await (const { uid } of client.fetch(`${first}:${last}`, { uid: true }, { uid: true })) {
    if (uids.size >= MOST_UIDS) throw tooMany(client);
    if (uid >= first && (last === '*' || uid <= last)) uids.add(uid);
  }
  return [...uids];
}

function tooMany(client: ImapFlow): MailboxFailure {
  client.close();
  return new MailboxFailure(
    'protocol',
    `${client.host} sent more mails than were asked for. The connection was cut.`,
  );
}
