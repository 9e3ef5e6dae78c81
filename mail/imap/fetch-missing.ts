import type { FetchQueryObject, ImapFlow, ImapFlowError } from 'imapflow';
import { MailboxFailure } from '../errors.ts';
import { readHeaderSummary, SUMMARY_QUERY, type HeaderSummary } from './message-headers.ts';

/** A mail that the server lists and does not hand over. */
export type Withheld = {
  readonly uid: number;
  /** When it came, and its bytes, as far as the server says that much. */
  readonly arrivedAt: Date | undefined;
  readonly size: number | undefined;
};

export type Fetched = {
  readonly mails: readonly HeaderSummary[];
  readonly sequences: ReadonlyMap<number, number>;
  /** The server answered NO: what it sent before is here. */
  readonly refused: boolean;
};

/** More answers than asked for that are still no attack: news about flags, mail just coming in. */
export const SLACK = 1_000;
/** Splitting a refused portion again and again has to end, however many of its mails are bad. */
const MOST_COMMANDS = 200;
/** Where the header alone is not handed over, the beginning of the text has it. */
const BEGINNING = 64 * 1024;

/**
 * Fetches what the server lists and has not handed over: together, then in ever smaller parts, as some servers answer NO
 * to all of a portion because of one mail that they cannot convert. What is left at last and is still listed is withheld.
 */
export async function fetchMissing(
  client: ImapFlow,
  uids: readonly number[],
): Promise<{ readonly mails: readonly HeaderSummary[]; readonly withheld: readonly Withheld[] }> {
  const mails = new Map<number, HeaderSummary>();
  const parts = [uids];
  for (let commands = 0; commands < MOST_COMMANDS; commands++) {
    const part = parts.pop();
    if (!part) break;
    const fetched = await fetchSummaries(client, part.join(','), part.length * 2 + SLACK);
    for (const mail of fetched.mails) if (part.includes(mail.uid)) mails.set(mail.uid, mail);
    const missing = part.filter((uid) => !mails.has(uid));
    if (fetched.refused && missing.length > 1) {
      const half = Math.ceil(missing.length / 2);
      parts.push(missing.slice(half), missing.slice(0, half));
    }
  }
  const missing = uids.filter((uid) => !mails.has(uid));
  for (const uid of missing.slice(0, MOST_COMMANDS)) {
    const [mail] = (await fetchSummaries(client, String(uid), SLACK, beginning)).mails;
    if (mail?.uid === uid) mails.set(uid, mail);
  }
  return { mails: [...mails.values()], withheld: await stillListed(client, uids, mails) };
}

const beginning: FetchQueryObject = {
  internalDate: true,
  size: true,
  threadId: true,
  labels: true,
  source: { start: 0, maxLength: BEGINNING },
};

/** The mails of a UID set as the server answers; `most` answers before it counts as an attack. */
export async function fetchSummaries(
  client: ImapFlow,
  uids: string,
  most: number,
  query: FetchQueryObject = { ...SUMMARY_QUERY, headers: [...SUMMARY_QUERY.headers] },
): Promise<Fetched> {
  const mails = new Map<number, HeaderSummary>();
  const sequences = new Map<number, number>();
  let answers = 0;
  let refused = false;
  try {
    for await (const message of client.fetch(uids, query, { uid: true })) {
      if (++answers > most) throw tooMany(client);
      const headers = message.headers ?? (message.source && headerOf(message.source));
      const mail =
        headers && headers.length > 0 ? readHeaderSummary({ ...message, headers }) : undefined;
      if (!mail) continue;
      mails.set(mail.uid, mail);
      sequences.set(mail.uid, message.seq);
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
    refused = true;
  }
  return {
    mails: [...mails.values()].sort((a, b) => a.uid - b.uid),
    sequences,
    refused,
  };
}

function headerOf(source: Buffer): Buffer {
  const ends = ['\r\n\r\n', '\n\n'].map((end) => source.indexOf(end)).filter((at) => at >= 0);
  return source.subarray(0, Math.min(source.length, ...ends));
}

/** An answer of the server about this command; a lost connection has no status. */
function isRefusal(error: unknown): boolean {
  const { responseStatus, code } = error as Partial<ImapFlowError>;
  return responseStatus === 'NO' && code !== 'ETHROTTLE';
}

/** Asked after a NOOP, with whose answer a server says what was expunged (RFC 3501 section 7.4.1). */
async function stillListed(
  client: ImapFlow,
  uids: readonly number[],
  fetched: ReadonlyMap<number, HeaderSummary>,
): Promise<readonly Withheld[]> {
  const missing = uids.filter((uid) => !fetched.has(uid));
  if (missing.length === 0) return [];
  await client.noop();
  const listed = new Map<number, Withheld>();
  const query = { uid: true, internalDate: true, size: true };
  for await (const { uid, internalDate, size } of client.fetch(missing.join(','), query, {
    uid: true,
  })) {
    if (listed.size > missing.length + SLACK) throw tooMany(client);
    const arrivedAt = internalDate === undefined ? undefined : new Date(internalDate);
    listed.set(uid, { uid, arrivedAt, size });
  }
  return missing.flatMap((uid) => listed.get(uid) ?? []).sort((a, b) => a.uid - b.uid);
}

export function tooMany(client: ImapFlow): MailboxFailure {
  client.close();
  return new MailboxFailure(
    'protocol',
    `${client.host} sent more mails than were asked for. The connection was cut.`,
  );
}
