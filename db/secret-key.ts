import { Conflict } from '../domain/errors.ts';
import type { Database } from './client.ts';

type Secrets = {
  readonly seal: (text: string) => string;
  readonly open: (sealed: string) => string;
  readonly isCurrent: (sealed: string) => boolean;
};

const known = 'the key of this database';

/** What makes a passphrase another key here than in any other database; drawn when it is first asked for. */
export async function secretKeySalt(db: Database): Promise<string> {
  await db.secretKeyCheck.createMany({ data: { id: 1 }, skipDuplicates: true });
  const { salt } = await db.secretKeyCheck.findUniqueOrThrow({ where: { id: 1 } });
  return salt;
}

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
  if (sealed != null && !opens(secrets, sealed))
    throw new Conflict(
      'This database was used with another RAPPORT_SECRET_KEY (or another data folder’s secret.key), so the stored passwords cannot be read. Start with the key that was used before.',
    );
  // One that an older version sealed would tell a guesser what the salt keeps from him.
  if (check?.sealed == null || !secrets.isCurrent(check.sealed))
    await db.secretKeyCheck.upsert({
      where: { id: 1 },
      create: { id: 1, sealed: secrets.seal(known) },
      update: { sealed: secrets.seal(known) },
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
