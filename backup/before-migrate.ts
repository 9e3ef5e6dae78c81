import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../config/env.ts';
import { dumpDatabase } from './dump.ts';
import { writeBackup } from './backup-file.ts';
import { manifestOf } from './backup.ts';

const kept = 5;

/**
 * Saves the database before a new version changes it, into `<data>/backups`: readable by this user only, and not
 * encrypted, as the database beside it is not. The newest five stay. `rapport restore` reads them without a passphrase.
 */
export async function backUpBeforeMigration(
  environment: Environment,
  databaseUrl: string,
): Promise<string> {
  const folder = join(environment.data.root, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const manifest = manifestOf(environment);
  const file = join(folder, `${manifest.madeAt.replaceAll(/[:.]/g, '-')}${ending}`);
  const lines = dumpDatabase(databaseUrl);
  await writeBackup({ file, passphrase: undefined, manifest, lines });
  // Their names begin with the time.
  const all = readdirSync(folder).filter((name) => name.endsWith(ending));
  for (const name of all.toSorted().slice(0, -kept)) rmSync(join(folder, name));
  return file;
}

const ending = '-before-migration.rapport';
