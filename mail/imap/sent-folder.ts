import type { ImapFlow } from 'imapflow';
import { MailboxFailure } from '../errors.ts';
import { openFolder } from './open-folder.ts';
import { searchUids } from './search-person.ts';
import { readHeaderSummary, SUMMARY_HEADERS } from './message-headers.ts';
import { within } from './time-limit.ts';

export type SentCopy = {
  readonly uid: number;
  /** The id the copy carries: the server's, where it replaced ours. */
  readonly messageId: string;
};

const NEWEST = 100;
const HEADERS = ['message-id', 'x-microsoft-original-message-id', 'x-google-original-message-id'];

/**
 * Looks for a mail of ours in the Sent folder: first through the newest mails, as SEARCH lags,
 * then by SEARCH. Absence proves nothing. Throws MailboxFailure when it could not be looked.
 */
export function findSent(
  client: ImapFlow,
  mail: { readonly folder: string; readonly messageId: string },
): Promise<SentCopy | undefined> {
  return within(client, 120_000, `look for a mail in ${mail.folder}`, async () => {
    const { exists } = await openFolder(client, mail.folder);
    if (exists === 0) return undefined;
    const newest = `${Math.max(1, exists - NEWEST + 1)}:*`;
    const recent = await among(client, newest, { uid: false, messageId: mail.messageId });
    if (recent) return recent;
    const [first, second, third] = HEADERS.map((name) => ({ header: { [name]: mail.messageId } }));
    const uids = await searchUids(client, {
      or: [first ?? {}, { or: [second ?? {}, third ?? {}] }],
    });
    if (uids.length === 0) return undefined;
    return among(client, uids.slice(-NEWEST).join(','), { uid: true, messageId: mail.messageId });
  });
}

async function among(
  client: ImapFlow,
  range: string,
  { uid, messageId }: { readonly uid: boolean; readonly messageId: string },
): Promise<SentCopy | undefined> {
  let copy: SentCopy | undefined;
  for await (const message of client.fetch(range, { headers: SUMMARY_HEADERS }, { uid })) {
    const found = readHeaderSummary(message);
    if (found?.messageId === messageId || found?.originalMessageId === messageId)
      copy = { uid: message.uid, messageId: found.messageId ?? messageId };
  }
  return copy;
}

/** Puts our own copy into the Sent folder, marked as read. */
export async function appendSent(
  client: ImapFlow,
  copy: { readonly folder: string; readonly raw: Buffer; readonly date: Date },
): Promise<void> {
  await within(client, 120_000, `keep a copy in ${copy.folder}`, async () => {
    // imapflow leaves out flags the open folder does not keep; one open for reading keeps none.
    if (client.mailbox) await client.mailboxClose();
    const kept = await client.append(copy.folder, copy.raw, ['\\Seen'], copy.date);
    if (!kept)
      throw new MailboxFailure('refused', `${client.host} took no copy into ${copy.folder}.`);
  });
}
