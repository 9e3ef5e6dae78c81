import type { ImapFlow } from 'imapflow';
import type { Database } from '../db/client.ts';
import type { Draft } from '../db/generated/client.ts';
import type { Folders } from '../mail/folders.ts';
import { findSent } from '../mail/sent.ts';

export type Elsewhere =
  | { readonly kind: 'not_sent' }
  | { readonly kind: 'sent'; readonly messageId: string }
  /** There is no Sent folder to look into. */
  | { readonly kind: 'unknown' };

/**
 * After a restore, drafts older than it may have been sent where the backup comes from. The Rapport there saw to a copy
 * in Sent, by which that is known. Throws MailboxFailure when it could not be looked.
 */
export async function sentElsewhere(
  db: Database,
  { client, folders }: { readonly client: ImapFlow; readonly folders: Folders },
  draft: Pick<Draft, 'id' | 'createdAt' | 'messageId'> & {
    readonly contact: { readonly userId: string };
  },
): Promise<Elsewhere> {
  const restored = await db.problem.findFirst({
    where: {
      userId: draft.contact.userId,
      kind: 'restored',
      createdAt: { gte: draft.createdAt },
    },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  });
  if (!restored) return { kind: 'not_sent' };
  const folder = folders.sent ?? folders.all;
  if (folder === undefined) {
    const asked = { draftId: draft.id, kind: 'ambiguous', createdAt: { gte: restored.createdAt } };
    // Asked once, a person has said that it may go.
    return { kind: (await db.problem.count({ where: asked })) > 0 ? 'not_sent' : 'unknown' };
  }
  const copy = await findSent(client, { folder, messageId: draft.messageId });
  return copy ? { kind: 'sent', messageId: copy.messageId } : { kind: 'not_sent' };
}
