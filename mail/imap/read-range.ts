import type { ImapFlow, MailboxObject } from 'imapflow';
import {
  fetchMissing,
  fetchSummaries,
  SLACK,
  tooMany,
  type Fetched,
  type Withheld,
} from './fetch-missing.ts';
import type { HeaderSummary } from './message-headers.ts';

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
  readonly mails: readonly HeaderSummary[];
  readonly withheld: readonly Withheld[];
  readonly more: boolean;
  readonly anchor: Anchor | undefined;
};

const MOST_UIDS = 5_000_000;

/** The mails of a UID range, at most `limit`, and which of them the server lists and keeps back. */
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
    const read = await complete(client, [], wanted);
    const more = wanted.length < uids.length;
    return { ...read, more, anchor: read.mails.length ? undefined : anchor };
  }
  const { exists } = mailbox;
  // Some servers answer NO or BAD to a FETCH in a folder without mails.
  if (exists === 0 && end === '*') return { mails: [], withheld: [], more: false, anchor };
  const found = await fetchSummaries(client, `${next}:${end}`, limit * 2 + SLACK);
  const mails = found.mails.filter(({ uid }) => isIn(range, uid));
  if (isWhole(found, range, end === '*' ? exists : undefined))
    return { mails, withheld: [], more: false, anchor: lastOf(found) ?? anchor };
  const listed = await listUids(client, (anchor?.uid ?? next - 1) + 1, end);
  const whole = await complete(client, mails, listed);
  return { ...whole, more: false, anchor: whole.mails.length ? undefined : anchor };
}

function lastOf({ mails, sequences }: Fetched): Anchor | undefined {
  const uid = mails.at(-1)?.uid;
  const sequence = uid === undefined ? undefined : sequences.get(uid);
  return uid === undefined || sequence === undefined ? undefined : { uid, sequence };
}

/** `n:*` names the last mail even when its UID is below n (RFC 3501 6.4.8). */
function isIn({ next, end }: Range, uid: number): boolean {
  return uid >= next && (end === '*' || uid <= end);
}

/**
 * Sequence numbers have no gaps: the mails follow on the last one read, on each other, and up to
 * the folder's last. Where they don't, something was expunged or kept back.
 */
function isWhole(
  { mails, sequences, refused }: Fetched,
  { next, anchor }: Range,
  exists: number | undefined,
): boolean {
  if (refused) return false;
  const low = sequences.get(mails[0]?.uid ?? 0);
  const high = sequences.get(mails.at(-1)?.uid ?? 0);
  if (low === undefined || high === undefined) return exists === undefined || exists === 0;
  // Without an anchor nothing tells what stood before the first, unless it is the folder's first or older than asked for.
  const follows = anchor
    ? low === anchor.sequence + 1 || high === anchor.sequence
    : low === 1 || (mails[0]?.uid ?? next) < next;
  return follows && high - low + 1 === mails.length && (exists === undefined || high >= exists);
}

/** With what the server lists and has not handed over at first. */
async function complete(
  client: ImapFlow,
  mails: readonly HeaderSummary[],
  listed: readonly number[],
): Promise<Pick<Read, 'mails' | 'withheld'>> {
  const known = new Set(mails.map(({ uid }) => uid));
  const missing = [...new Set(listed)].filter((uid) => !known.has(uid));
  if (missing.length === 0) return { mails, withheld: [] };
  const { mails: fetched, withheld } = await fetchMissing(client, missing);
  return { mails: [...mails, ...fetched].sort((a, b) => a.uid - b.uid), withheld };
}

async function listUids(client: ImapFlow, first: number, last: number | '*'): Promise<number[]> {
  const uids = new Set<number>();
  for await (const { uid } of client.fetch(`${first}:${last}`, { uid: true }, { uid: true })) {
    if (uids.size >= MOST_UIDS) throw tooMany(client);
    if (uid >= first && (last === '*' || uid <= last)) uids.add(uid);
  }
  return [...uids];
}
