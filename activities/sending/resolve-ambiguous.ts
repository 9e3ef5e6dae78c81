import type { ImapFlow } from 'imapflow';
import { accountToUse } from '../account-to-use.ts';
import { acceptSend, markAmbiguous } from '../../db/ledger.ts';
import { closeImap } from '../../mail/imap/close-imap.ts';
import { MailboxFailure } from '../../mail/errors.ts';
import { findFolders, type Folders } from '../../mail/imap/folders.ts';
import { findSent } from '../../mail/imap/sent-folder.ts';
import type { Dependencies } from '../dependencies.ts';
import { noteFailure } from '../receiving/read-mailbox-now.ts';
import type { Sending } from '../results.ts';
import { deferred, loadMail, retryAfter, showNext, type DueMail } from './due-mail.ts';

type Judged = Extract<Sending, { readonly kind: 'sent' | 'unclear' }>;

/** Judges a lost mail on a connection of its own; `held` when the mailbox cannot be reached. */
export async function lookForLostMail(dependencies: Dependencies, mail: DueMail): Promise<Sending> {
  const { mailbox } = mail.contact;
  try {
    const client = await dependencies.openImap(await accountToUse(dependencies, mailbox));
    try {
      const folders = await findFolders(client);
      return await resolveLostMail(dependencies, { client, folders, mail });
    } finally {
      await closeImap(client);
    }
  } catch (error) {
    if (!(error instanceof MailboxFailure)) throw error;
    await noteFailure(dependencies, mailbox, error);
    return deferred(dependencies.now(), retryAfter.unreachable);
  }
}

type Sight = { readonly client: ImapFlow; readonly folders: Folders };

/**
 * Settles what is claimed though its time is over, as a journey that has ended asks about nothing any more. Call it
 * once the mailbox was read up to now. Throws MailboxFailure; then it stays claimed.
 */
export async function resolveExpiredClaims(
  dependencies: Dependencies,
  look: Sight & { readonly mailboxId: string },
): Promise<void> {
  const { db, now } = dependencies;
  const overdue = await db.send.findMany({
    where: { mailboxId: look.mailboxId, state: 'CLAIMED', claimDeadline: { lt: now() } },
    select: { draftId: true },
  });
  for (const { draftId } of overdue) {
    const mail = await loadMail(db, draftId);
    if (mail) await resolveLostMail(dependencies, { ...look, mail });
  }
}

/**
 * An attempt died, or lost its connection, with the mail in hand. Its presence in Sent proves that it
 * went; its absence proves nothing, so then a person is asked.
 */
async function resolveLostMail(
  { db, now }: Dependencies,
  { client, folders, mail }: Sight & { readonly mail: DueMail },
): Promise<Judged> {
  const folder = folders.sent ?? folders.all;
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
  await markAmbiguous(db, {
    draftId: mail.id,
    problem: `Rapport was interrupted while it handed the mail to ${mail.to} over, and the Sent folder does not show it. Only you can find out whether it went: look there, or ask, then choose “it was sent” or “send it again”.`,
  });
  await showNext(db, mail, undefined, 'you, to say whether the mail went out');
  return { kind: 'unclear' };
}
