import type { ImapFlow } from 'imapflow';
import type { Database } from '../db/client.ts';
import type { Draft } from '../db/generated/client.ts';
import type { Folders } from '../mail/folders.ts';
import { findSent, type SentCopy } from '../mail/sent.ts';

/**
 * After a restore, drafts older than it may have been sent where the backup comes from: their copy in Sent tells.
 * Undefined, without a look, for all others. Throws MailboxFailure when it could not be looked.
 */
export async function sentElsewhere(
  db: Database,
  { client, folders }: { readonly client: ImapFlow; readonly folders: Folders },
  draft: Pick<Draft, 'createdAt' | 'messageId'> & { readonly contact: { readonly userId: string } },
): Promise<SentCopy | undefined> {
  const restored = await db.problem.findFirst({
    where: {
      userId: draft.contact.userId,
      kind: 'restored',
      createdAt: { gte: draft.createdAt },
    },
    select: { id: true },
  });
  const folder = folders.sent ?? folders.all;
  return restored && folder ? findSent(client, { folder, messageId: draft.messageId }) : undefined;
}
