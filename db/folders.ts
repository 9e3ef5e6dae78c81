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
      withheld_uid = CASE WHEN folder.uid_validity = EXCLUDED.uid_validity
        THEN folder.withheld_uid END,
      uid_validity = EXCLUDED.uid_validity`;
}

/** What the server lists and does not hand over: since when it was asked for, and how often. */
export type Withholding = { readonly since: Date; readonly tries: number };

/** Of a mail that was asked for before, as far as it is the same mail: `folder` is its stored row. */
export function withholdingOf(
  folder: Folder | undefined,
  mail: { readonly uid: number; readonly uidValidity: string },
): Withholding | undefined {
  const { withheldUid, withheldSince, withheldTries } = folder ?? {};
  if (!withheldUid || !withheldSince || folder?.uidValidity !== mail.uidValidity) return undefined;
  return mail.uid <= withheldUid ? { since: withheldSince, tries: withheldTries ?? 0 } : undefined;
}

/** Counts another vain try to read the mails up to `uid`; those noted before keep the time of their first. */
export async function noteWithheld(
  db: Database,
  mail: { readonly mailboxId: string; readonly path: string; readonly uid: number },
  now: Date,
): Promise<void> {
  const { mailboxId, path, uid } = mail;
  await db.$executeRaw`
    UPDATE folder SET
      withheld_since = CASE WHEN withheld_uid >= ${uid} THEN withheld_since ELSE ${now} END,
      withheld_tries = CASE WHEN withheld_uid >= ${uid} THEN withheld_tries + 1 ELSE 1 END,
      withheld_uid = greatest(withheld_uid, ${uid})
    WHERE mailbox_id = ${mailboxId}::uuid AND path = ${path}`;
}
