import type { ImapFlow } from 'imapflow';
import { pendingSentCopies } from '../../db/mailbox/sent-copies.ts';
import type { Mailbox } from '../../db/generated/client.ts';
import { MailboxFailure } from '../../mail/errors.ts';
import type { Folders } from '../../mail/imap/folders.ts';
import type { Dependencies } from '../dependencies.ts';
import { appendIfMissing } from './sent-copy.ts';

/** At one time: the watcher has replies to read. */
const atMost = 20;

/**
 * Appends the copies that are missing in the Sent folder of a mailbox that its watcher has just read. Returns the milliseconds
 * until one that had to wait may be tried again; undefined when none had to. What fails is logged, and never ends the watch.
 */
export async function appendPendingSentCopies(
  dependencies: Dependencies,
  look: { readonly client: ImapFlow; readonly mailbox: Mailbox; readonly folders: Folders },
): Promise<number | undefined> {
  const { db, now, log } = dependencies;
  const { client, mailbox, folders } = look;
  if (!folders.sent || mailbox.sentCopy === 'server') return undefined;
  for (const { draftId, sentCopyLeasedUntil } of await pendingSentCopies(db, mailbox.id, {
    atMost,
  })) {
    if (sentCopyLeasedUntil && sentCopyLeasedUntil > now()) continue;
    try {
      await appendIfMissing(dependencies, { draftId, client, folder: folders.sent, late: true });
    } catch (error) {
      if (!(error instanceof MailboxFailure)) throw error;
      log('sent-copy.failed', { draftId, reason: error.reason });
      if (!client.usable) return undefined;
    }
  }
  const [next] = await pendingSentCopies(db, mailbox.id, { atMost: 1 });
  return next && Math.max(0, (next.sentCopyLeasedUntil?.getTime() ?? 0) - now().getTime());
}
