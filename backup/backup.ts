import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Environment } from '../config/env.ts';
import { rapportVersion } from '../config/version.ts';
import { dumpDatabase } from './dump.ts';
import { Conflict } from '../domain/errors.ts';
import { writeBackup, type Manifest } from './backup-file.ts';
import { releaseLock, takeLock } from '../embedded/folder-lock.ts';
import { choosePorts } from '../embedded/ports.ts';
import {
  postgresPassword,
  postgresUrl,
  runningPostgres,
  startPostgres,
  stopPostgres,
} from '../embedded/postgres.ts';
import { readPrivate } from '../embedded/private-file.ts';

export type BackedUp = {
  readonly file: string;
  readonly bytes: number;
  /** RFC 3339: everything up to then is in it. */
  readonly madeAt: string;
  readonly version: string;
};

/**
 * Writes all that is needed to go on elsewhere to `file`, encrypted with the passphrase: one snapshot of the facts,
 * while Rapport runs or not, and the key of the mailboxes' passwords. Throws Conflict when there is nothing to back up.
 */
export async function backup(options: {
  readonly environment: Environment;
  readonly file: string;
  readonly passphrase: string;
  readonly say: (line: string) => void;
}): Promise<BackedUp> {
  const { environment, passphrase, say } = options;
  const file = resolve(options.file);
  return withDatabase({ environment, say }, async (databaseUrl) => {
    const manifest = manifestOf(environment);
    const lines = dumpDatabase(databaseUrl);
    const bytes = await writeBackup({ file, passphrase, manifest, lines });
    const { madeAt, version } = manifest;
    return { file, bytes, madeAt, version };
  });
}

export function manifestOf({ data, secretKey }: Environment): Manifest {
  return {
    format: 1,
    version: rapportVersion(),
    madeAt: new Date().toISOString(),
    secretKey: readPrivate(join(data.root, 'secret.key'))?.trim() ?? null,
    needsSecretKey: secretKey !== undefined,
  };
}

async function withDatabase<Result>(
  { environment, say }: { readonly environment: Environment; readonly say: (line: string) => void },
  work: (databaseUrl: string) => Promise<Result>,
): Promise<Result> {
  const { data, databaseUrl } = environment;
  if (databaseUrl !== undefined) return work(databaseUrl);
  const folder = data.postgres;
  if (!existsSync(join(folder, 'cluster', 'PG_VERSION')))
    throw new Conflict(
      `There is nothing to back up in ${data.root}: Rapport was never started there. RAPPORT_DATA chooses another folder.`,
    );
  const password = postgresPassword(folder);
  const at = (port: number) => postgresUrl({ port, password, database: 'rapport' });
  const running = await runningPostgres(folder);
  if (running !== undefined) return work(at(running.port));

  say(`Rapport is not running on ${data.root}; starting its database alone for the backup.`);
  const lock = join(data.run, 'lock');
  if ((await takeLock(lock)) !== 'taken')
    throw new Conflict(`Rapport is just starting on ${data.root}. Try again in a moment.`);
  try {
    const { postgres: port } = await choosePorts(data.ports);
    const started = await startPostgres({ folder, port, password });
    return await work(at(started.port));
  } finally {
    await stopPostgres({ folder });
    releaseLock(lock);
  }
}
