import type { ImapFlow } from 'imapflow';
import type { Database } from '../../db/client.ts';
import type { Draft } from '../../db/generated/client.ts';
import { holdEverything } from '../../db/hold.ts';
import { raiseProblem } from '../../db/problems.ts';
import type { Folders } from '../../mail/imap/folders.ts';
import { findSent } from '../../mail/imap/sent-folder.ts';

export type DuplicateSend =
  | { readonly kind: 'not_sent' }
  /** `live`: by a copy of this data folder that works on the mailbox at the same time. */
  | { readonly kind: 'sent'; readonly messageId: string; readonly live: boolean }
  /** There is no Sent folder to look into. */
  | { readonly kind: 'unknown' };

/**
 * Whether a mail that this Rapport has not sent yet was sent by another one with the same data: after a restore, where
 * the backup comes from; or by a copied folder. Sent shows it, by an id that nobody could guess. Call it once the
 * mailbox was read up to now. Throws MailboxFailure when it could not be looked.
 */
export async function findDuplicateSend(
  db: Database,
  { client, folders }: { readonly client: ImapFlow; readonly folders: Folders },
  draft: Pick<Draft, 'id' | 'createdAt' | 'messageId'> & {
    readonly contact: { readonly userId: string };
  },
): Promise<DuplicateSend> {
  const restored = await db.problem.findFirst({
    where: { userId: draft.contact.userId, kind: 'restored', createdAt: { gte: draft.createdAt } },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  });
  const live = restored === null;
  const send = await db.send.findUnique({ where: { draftId: draft.id } });
  // The look into Sent has just come upon it; after an attempt of our own that would prove nothing.
  if (send?.state === 'PENDING' && send.sentCopyAt && send.attempts === 0)
    return { kind: 'sent', messageId: send.serverMessageId ?? draft.messageId, live };
  if (live) return { kind: 'not_sent' };

  const folder = folders.sent ?? folders.all;
  if (folder === undefined) {
    const asked = { draftId: draft.id, kind: 'ambiguous', createdAt: { gte: restored.createdAt } };
    // Asked once, a person has said that it may go.
    return { kind: (await db.problem.count({ where: asked })) > 0 ? 'not_sent' : 'unknown' };
  }
  const copy = await findSent(client, { folder, messageId: draft.messageId });
  return copy ? { kind: 'sent', messageId: copy.messageId, live } : { kind: 'not_sent' };
}

/** Two instances on one mailbox would both send: this one stops sending and tells the user. */
export async function stopSendingAsDuplicate(
  db: Database,
  userId: string,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await holdEverything(tx, userId, {
      now,
      why: 'stopped',
      note: 'Another copy of this Rapport sends from the same mailbox.',
    });
    await raiseProblem(tx, {
      userId,
      kind: 'restored',
      text: 'A mail that this Rapport was about to send lies in your Sent folder already: another copy of its data sends from the same mailbox. Nothing is sent from here until you say so. Stop one of the two, then resume everything.',
    });
  });
}
