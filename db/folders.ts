import type { Database, Transaction } from './client.ts';
import type { Folder } from './generated/client.ts';

export type FolderRole = 'inbox' | 'junk' | 'sent' | 'all';

export type FolderPosition = {
  readonly mailboxId: string;
  readonly path: string;
  readonly role: FolderRole;
  readonly uidValidity: string;
  readonly uidNext: number;
  /** The watcher's fencing epoch; the gate of a send has none, as it only ever moves the cursor forward. */
  readonly epoch: number | undefined;
};

/** Thrown when another watcher has taken over: nothing that this one still knows may be written. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}

export function fenced(mailboxId: string): Fenced {
  return new Fenced(`Another watcher reads mailbox ${mailboxId} now; this one stops.`);
}

export async function readFolders(db: Database, mailboxId: string): Promise<readonly Folder[]> {
  return db.folder.findMany({ where: { mailboxId } });
}

/**
 * Moves a folder's cursor, in the transaction that stores the mail it passes. It never moves back
 * unless the folder's UIDs were given out anew (RFC 3501 section 2.3.1.1).
 */
export async function advance(tx: Transaction, position: FolderPosition): Promise<void> {
  const { mailboxId, path, role, uidValidity, uidNext, epoch } = position;
  if (epoch !== undefined) {
    const [mailbox] = await tx.$queryRaw<{ watch_epoch: number }[]>`
      SELECT watch_epoch FROM mailbox WHERE id = ${mailboxId}::uuid FOR SHARE`;
    if (mailbox?.watch_epoch !== epoch) throw fenced(mailboxId);
  }
  await tx.$executeRaw`
    INSERT INTO folder (mailbox_id, path, role, uid_validity, uid_next)
    VALUES (${mailboxId}::uuid, ${path}, ${role}, ${uidValidity}, ${uidNext})
    ON CONFLICT (mailbox_id, path) DO UPDATE SET
      role = EXCLUDED.role,
      uid_next = CASE WHEN folder.uid_validity = EXCLUDED.uid_validity
        THEN greatest(folder.uid_next, EXCLUDED.uid_next) ELSE EXCLUDED.uid_next END,
      uid_validity = EXCLUDED.uid_validity`;
}

/** Notes since when the server does not hand over a mail that it lists; a mail noted before keeps its time. */
export async function noteWithheld(
  db: Database,
  mail: { readonly mailboxId: string; readonly path: string; readonly uid: number },
  now: Date,
): Promise<void> {
  const { mailboxId, path, uid } = mail;
  await db.folder.updateMany({
    where: { mailboxId, path, OR: [{ withheldUid: null }, { withheldUid: { not: uid } }] },
    data: { withheldUid: uid, withheldSince: now },
  });
}
