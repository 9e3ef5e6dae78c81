import { storedAccount } from '../../client/mailbox-account.ts';
import { acceptSend, loseSend } from '../../db/ledger.ts';
import { closeImap } from '../../mail/close-imap.ts';
import { MailboxFailure } from '../../mail/failure.ts';
import { findFolders } from '../../mail/folders.ts';
import { findSent } from '../../mail/sent.ts';
import type { Dependencies } from '../dependencies.ts';
import { noteFailure } from '../look-now.ts';
import type { Sending } from '../results.ts';
import { held, retryAfter, showNext, type DueMail } from './due-mail.ts';

/**
 * An attempt died, or lost its connection, with the mail in hand. Its presence in Sent proves that it
 * went; its absence proves nothing, so then a person is asked.
 */
export async function lookForLostMail(dependencies: Dependencies, mail: DueMail): Promise<Sending> {
  const { db, now } = dependencies;
  const { mailbox } = mail.contact;
  try {
    const client = await dependencies.openImap(await storedAccount(dependencies, mailbox));
    try {
      const { sent, all } = await findFolders(client);
      const folder = sent ?? all;
      const copy = folder && (await findSent(client, { folder, messageId: mail.messageId }));
      if (copy) {
        const at = mail.send?.claimedAt ?? now();
        await acceptSend(db, {
          draftId: mail.id,
          at,
          response: 'Found in the Sent folder.',
          serverMessageId: copy.messageId === mail.messageId ? undefined : copy.messageId,
        });
        return { kind: 'sent', at: at.getTime() };
      }
    } finally {
      await closeImap(client);
    }
  } catch (error) {
    if (!(error instanceof MailboxFailure)) throw error;
    await noteFailure(dependencies, mailbox, error);
    return held(now(), retryAfter.unreachable);
  }
  await loseSend(db, {
    draftId: mail.id,
    problem: `Rapport was interrupted while it handed the mail to ${mail.to} over, and the Sent folder does not show it. Only you can find out whether it went: look there, or ask, then choose “it was sent” or “send it again”.`,
  });
  await showNext(db, mail, undefined, 'you, to say whether the mail went out');
  return { kind: 'unclear' };
}
