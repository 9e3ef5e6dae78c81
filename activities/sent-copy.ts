import type { Mailbox } from '../db/generated/client.ts';
import type { MailAccount } from '../mail/account.ts';
import { closeImap } from '../mail/close-imap.ts';
import { MailboxFailure } from '../mail/failure.ts';
import { findFolders } from '../mail/folders.ts';
import { appendSent, findSent } from '../mail/sent.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * Sees to a copy in Sent: known providers save it; elsewhere it is looked for and then appended, and
 * who saves is remembered. A failure costs the copy, never the mail, which has left.
 */
export async function keepSentCopy(
  dependencies: Dependencies,
  copy: {
    readonly mailbox: Mailbox;
    readonly account: MailAccount;
    readonly draftId: string;
    readonly raw: Buffer;
    readonly date: Date;
  },
): Promise<void> {
  const { db, openImap, log, now } = dependencies;
  const { mailbox, account, draftId, raw, date } = copy;
  if (mailbox.sentCopy === 'server') return;
  try {
    const client = await openImap(account);
    try {
      const { sent } = await findFolders(client);
      if (!sent) return;
      const send = await db.send.findUniqueOrThrow({ where: { draftId } });
      const there = await findSent(client, { folder: sent, messageId: send.messageId });
      if (!there) await appendSent(client, { folder: sent, raw, date });
      await db.send.update({ where: { draftId }, data: { sentCopyAt: now() } });
      await db.mailbox.update({
        where: { id: mailbox.id },
        data: { sentCopy: there ? 'server' : 'client' },
      });
    } finally {
      await closeImap(client);
    }
  } catch (error) {
    if (!(error instanceof MailboxFailure)) throw error;
    log('sent-copy.failed', { draftId, reason: error.reason });
  }
}
