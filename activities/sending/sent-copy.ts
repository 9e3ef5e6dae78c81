import type { ImapFlow } from 'imapflow';
import { accountToUse } from '../account-to-use.ts';
import {
  markSentCopyStored,
  leaseSentCopy,
  rememberSentCopyPolicy,
  postponeSentCopy,
} from '../../db/mailbox/sent-copies.ts';
import { closeImap } from '../../mail/imap/close-imap.ts';
import { MailboxFailure } from '../../mail/errors.ts';
import { findFolders } from '../../mail/imap/folders.ts';
import { appendSent, findSent } from '../../mail/imap/sent-folder.ts';
import { composeDraft } from './compose-draft.ts';
import type { Dependencies } from '../dependencies.ts';
import { retryBriefly } from '../retry-briefly.ts';
import { loadMail } from './due-mail.ts';

/** Milliseconds: longer than looking and appending may take (mail/sent.ts), so nobody else does it meanwhile. */
const atWork = 5 * 60_000;
/** A server may still take in what a lost connection had handed over. */
const lastBytes = 3_000;
/** A server that takes no copy is not asked every few seconds. */
const afterRefusal = 15 * 60_000;

/**
 * Makes sure that the copy of a mail that has left is in Sent, on a connection of its own. A failure costs nothing but
 * time: the next attempt, or the watcher, appends it.
 */
export async function ensureSentCopy(
  dependencies: Dependencies,
  copy: { readonly draftId: string; readonly late: boolean },
): Promise<void> {
  const { draftId } = copy;
  const mail = await loadMail(dependencies.db, draftId);
  const mailbox = mail?.contact.mailbox;
  if (!mailbox || mailbox.removedAt || mailbox.sentCopy === 'server') return;
  try {
    const client = await dependencies.openImap(await accountToUse(dependencies, mailbox));
    try {
      const { sent } = await findFolders(client);
      if (sent) await appendIfMissing(dependencies, { ...copy, client, folder: sent });
    } finally {
      await closeImap(client);
    }
  } catch (error) {
    if (!(error instanceof MailboxFailure)) throw error;
    dependencies.log('sent-copy.failed', { draftId, reason: error.reason });
  }
}

/**
 * Looks into Sent and appends what is not there, unless another is at it. Known providers save copies themselves; who
 * else does is learned from a look right after the sending: `late`, a copy may be one that we appended ourselves.
 * Throws MailboxFailure; then the copy is still missing.
 */
export async function appendIfMissing(
  { db, now, run }: Dependencies,
  copy: {
    readonly draftId: string;
    readonly client: ImapFlow;
    readonly folder: string;
    readonly late: boolean;
  },
): Promise<void> {
  const { draftId, client, folder, late } = copy;
  const soon = (ms: number): Date => new Date(now().getTime() + ms);
  if (!(await leaseSentCopy(db, { draftId, run, now: now(), until: soon(atWork) }))) return;
  try {
    const mail = await loadMail(db, draftId);
    if (!mail?.send?.acceptedAt) return;
    const date = mail.send.acceptedAt;
    const there = await findSent(client, { folder, messageId: mail.messageId });
    if (!there) {
      const raw = await composeDraft(mail, mail.contact, date);
      await appendSent(client, { folder, raw, date });
    }
    await markSentCopyStored(db, draftId, now());
    if (!there || !late)
      await rememberSentCopyPolicy(db, mail.contact.mailboxId, there ? 'server' : 'client');
  } catch (error) {
    const refused = error instanceof MailboxFailure && error.reason === 'refused';
    // PostgreSQL may be what failed; what stays in hand would be missing from Sent for minutes.
    await retryBriefly(() =>
      postponeSentCopy(db, draftId, soon(refused ? afterRefusal : lastBytes)),
    );
    throw error;
  }
}
