import type { ImapFlow, MailboxObject } from 'imapflow';
import { openFolder } from './open-folder.ts';
import { readRange, type Anchor } from './read-range.ts';
import type { Withheld } from './fetch-missing.ts';
import type { HeaderSummary } from './message-headers.ts';
import { within } from './time-limit.ts';

export type { HeaderSummary } from './message-headers.ts';

/** How far a folder has been read. Both parts as the server gave them. */
export type Cursor = { readonly uidValidity: string; readonly uidNext: number };

export type NewMails = Cursor & {
  /** True when the folder's UIDs are not those of the cursor: its newest mails were read anew. */
  readonly reset: boolean;
  /** More are waiting than `limit`: store these, then ask again from this cursor. */
  readonly more: boolean;
  /** By ascending UID. */
  readonly mails: readonly HeaderSummary[];
  /** Listed and not handed over, by ascending UID. The cursor may pass one only when it is given up. */
  readonly withheld: readonly Withheld[];
};

type From = {
  readonly folder: string;
  readonly uidValidity: string | undefined;
  readonly uidNext: number;
  /** At most this many mails at a time. */
  readonly limit?: number;
  /** After a reset, how many of the newest mails are read again. */
  readonly rescan?: number;
};

const PORTION = 500;
const RESCANNED = 1_000;
const TIME_LIMIT = 180_000;

/**
 * The mails that came into a folder since the cursor, without their texts; no flag is changed.
 * New ones are found by FETCH, as SEARCH lags on some servers. `uidValidity: undefined` is the
 * first look: nothing is read and the cursor is the present moment. Throws MailboxFailure, also
 * when the connection died: then the cursor must stay.
 */
export function readNew(client: ImapFlow, from: From): Promise<NewMails> {
  return within(client, TIME_LIMIT, `read the folder ${from.folder}`, async () => {
    const goingOn = continued(client, from);
    const mailbox = goingOn?.mailbox ?? (await openFolder(client, from.folder));
    // Missing on servers that cannot keep UIDs apart: then they are taken to be one and the same.
    const uidValidity = String((mailbox.uidValidity as bigint | undefined) ?? 0);
    if (from.uidValidity === undefined) {
      const uidNext = await uidOfNewest(client, mailbox, 1);
      return {
        uidValidity,
        uidNext: uidNext + 1,
        reset: false,
        more: false,
        mails: [],
        withheld: [],
      };
    }
    const reset = from.uidValidity !== uidValidity;
    const start = reset
      ? await uidOfNewest(client, mailbox, from.rescan ?? RESCANNED)
      : from.uidNext;
    const { anchor, ...read } = await readFrom(client, mailbox, {
      start,
      limit: Math.max(1, from.limit ?? PORTION),
      anchor: goingOn?.anchor,
      fresh: goingOn === undefined,
    });
    if (read.more)
      portions.set(client, { folder: from.folder, uidValidity, uidNext: read.uidNext, anchor });
    return { uidValidity, reset, ...read };
  });
}

type Portion = Cursor & { readonly folder: string; readonly anchor: Anchor | undefined };

/** Where the last portion of each connection ended, when more was waiting. */
const portions = new WeakMap<ImapFlow, Portion>();

/** The next portion of a folder needs no new EXAMINE, which takes long on large folders. */
function continued(
  client: ImapFlow,
  from: From,
): { readonly mailbox: MailboxObject; readonly anchor: Anchor | undefined } | undefined {
  const last = portions.get(client);
  portions.delete(client);
  const { mailbox } = client;
  if (!last || !mailbox || !mailbox.readOnly || mailbox.path !== from.folder) return undefined;
  const same =
    last.folder === from.folder &&
    last.uidNext === from.uidNext &&
    last.uidValidity === from.uidValidity &&
    last.uidValidity === String(mailbox.uidValidity);
  return same ? { mailbox, anchor: last.anchor } : undefined;
}

/** The UID of the n-th newest mail, of the oldest where there are fewer; 0 in an empty folder. */
async function uidOfNewest(client: ImapFlow, mailbox: MailboxObject, n: number): Promise<number> {
  if (mailbox.exists === 0) return 0;
  const sequence = Math.max(1, mailbox.exists - n + 1);
  const found = await client.fetchOne(String(sequence), { uid: true });
  // Gone since EXAMINE: the next UID the server announced is as good.
  return found ? found.uid : Math.max(0, mailbox.uidNext - n);
}

async function readFrom(
  client: ImapFlow,
  mailbox: MailboxObject,
  from: {
    readonly start: number;
    readonly limit: number;
    readonly anchor: Anchor | undefined;
    /** The folder was opened just now. */
    readonly fresh: boolean;
  },
): Promise<Omit<NewMails, 'uidValidity' | 'reset'> & { readonly anchor: Anchor | undefined }> {
  const { start, limit } = from;
  const bound = mailbox.uidNext || (await uidOfNewest(client, mailbox, 1)) + 1;
  const mails: HeaderSummary[] = [];
  const withheld: Withheld[] = [];
  let { anchor, fresh } = from;
  let next = Math.max(1, start);
  // The cursor stays behind the last mail that was seen. UIDNEXT is only the server's prediction.
  let uidNext = next;
  let width = limit;
  for (;;) {
    const last = next + width >= bound;
    if (last && !fresh) {
      // Without EXAMINE a server shows what has come meanwhile only after a command's end.
      await client.noop();
      fresh = true;
    }
    const end = last ? '*' : next + width - 1;
    const room = limit - mails.length - withheld.length;
    const found = await readRange(client, mailbox, { next, end, bound, limit: room, anchor });
    mails.push(...found.mails);
    withheld.push(...found.withheld);
    anchor = found.anchor;
    const read = [...found.mails, ...found.withheld].map(({ uid }) => uid);
    uidNext = Math.max(uidNext - 1, ...read) + 1;
    const full = mails.length + withheld.length >= limit;
    if (found.more || full || end === '*')
      return { mails, withheld, anchor, more: found.more || end !== '*', uidNext };
    next = read.length > 0 ? uidNext : end + 1;
    // UIDs may have gaps of any width (RFC 3501 2.3.1.1); don't walk through them one by one.
    if (read.length < width / 4) width *= 8;
  }
}
