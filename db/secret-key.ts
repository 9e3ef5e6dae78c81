import { Conflict } from '../domain/errors.ts';
import type { Database } from './client.ts';

type Secrets = {
  readonly seal: (text: string) => string;
  readonly open: (sealed: string) => string;
};

const known = 'the key of this database';

/**
 * Makes sure that `secrets` opens what this database holds, and remembers its key where nothing is stored yet. Throws
 * Conflict for another key: with it no mailbox could be signed in to, and each attempt would fail unseen.
 */
export async function checkSecretKey(db: Database, secrets: Secrets): Promise<void> {
  const [check, mailbox] = await Promise.all([
    db.secretKeyCheck.findUnique({ where: { id: 1 } }),
    db.mailbox.findFirst({ where: { removedAt: null, practice: false }, select: { secret: true } }),
  ]);
  // Databases from before there was a check have the passwords of their mailboxes to tell by.
  const sealed = check?.sealed ?? mailbox?.secret;
  if (sealed !== undefined && !opens(secrets, sealed))
    throw new Conflict(
      'This database was used with another RAPPORT_SECRET_KEY (or another data folder’s secret.key), so the stored passwords cannot be read. Start with the key that was used before.',
    );
  if (check === null)
    await db.secretKeyCheck.createMany({
      data: { id: 1, sealed: secrets.seal(known) },
      skipDuplicates: true,
    });
}

function opens(secrets: Secrets, sealed: string): boolean {
  try {
    secrets.open(sealed);
    return true;
  } catch {
    return false;
  }
}
