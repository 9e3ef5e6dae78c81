import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dataFolder, type DataFolder } from '../config/data-folder.ts';
import type { Environment } from '../config/env.ts';
import { compareVersions, rapportVersion } from '../config/version.ts';
import { markRestored } from './after-restore.ts';
import { controlMark } from './dump.ts';
import { loadDatabase } from './load.ts';
import { Conflict } from '../domain/errors.ts';
import { deploy, migrationsFolder } from '../db/migrate.ts';
import { headOf, readBackup, type Manifest } from './backup-file.ts';
import { freePorts } from '../embedded/ports.ts';
import {
  postgresPassword,
  postgresUrl,
  startPostgres,
  stopPostgres,
} from '../embedded/postgres.ts';
import { writePrivate } from '../embedded/private-file.ts';
import { isProtected } from './sealed-stream.ts';
import { readMigrationNames } from './migration-names.ts';
import { pgClient } from '../db/postgres/pg-client.ts';

export type Restored = {
  readonly dataFolder: string;
  /** RFC 3339: when the backup was made. */
  readonly madeAt: string;
  /** The version of Rapport that made it. */
  readonly version: string;
  /** The same RAPPORT_SECRET_KEY must be given from now on. */
  readonly needsSecretKey: boolean;
};

/**
 * Makes a data folder of a backup, whole or not at all. Nothing is sent from it until its user resumes. `askPassphrase`
 * is called for backups that have one. Throws Conflict when the folder is not empty, and for what cannot be read.
 */
export async function restore(options: {
  readonly environment: Environment;
  readonly file: string;
  readonly askPassphrase: () => Promise<string>;
  readonly say: (line: string) => void;
}): Promise<Restored> {
  const { environment, say } = options;
  const { root } = environment.data;
  const file = resolve(options.file);
  refuseUnlessEmpty(root);
  if (environment.databaseUrl !== undefined)
    throw new Conflict(
      'A backup is restored into an embedded database: unset DATABASE_URL for this. (docs/operating.md says how to move on from there.)',
    );
  const passphrase = isProtected(await headOf(file)) ? await options.askPassphrase() : undefined;
  const { manifest, lines } = await readBackup(file, passphrase);
  refuseNewer(manifest);

  mkdirSync(root, { recursive: true, mode: 0o700 });
  // Beside its place and moved there when whole, so that a restore that broke off leaves no half of a folder.
  const unfinished = mkdtempSync(join(root, unfinishedPrefix));
  try {
    const made = dataFolder({ RAPPORT_DATA: unfinished });
    say('Creating the database');
    await withPostgres(made, (databaseUrl) => fill({ databaseUrl, manifest, lines, say }));
    if (manifest.secretKey !== null)
      writePrivate(join(unfinished, 'secret.key'), `${manifest.secretKey}\n`);
    writePrivate(made.version, JSON.stringify({ version: rapportVersion() }));
    for (const name of readdirSync(unfinished))
      renameSync(join(unfinished, name), join(root, name));
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  const { madeAt, version, needsSecretKey } = manifest;
  return { dataFolder: root, madeAt, version, needsSecretKey };
}

const unfinishedPrefix = 'restoring-';

function refuseUnlessEmpty(root: string): void {
  const found = existsSync(root) ? readdirSync(root) : [];
  if (found.every((name) => name.startsWith(unfinishedPrefix))) {
    for (const name of found) rmSync(join(root, name), { recursive: true, force: true });
    return;
  }
  throw new Conflict(
    `A backup is restored into an empty folder only, and ${root} is not empty. Choose another one with RAPPORT_DATA, or move what is there away.`,
  );
}

function refuseNewer({ version }: Manifest): void {
  const mine = rapportVersion();
  if (compareVersions(version, mine) > 0)
    throw new Conflict(
      `The backup was made by Rapport ${version}, and this is ${mine}. Restore it with that version or a newer one.`,
    );
}

async function withPostgres(
  { postgres: folder }: DataFolder,
  work: (databaseUrl: string) => Promise<void>,
): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const password = postgresPassword(folder);
  const [port] = await freePorts(1);
  try {
    await startPostgres({ folder, port: port!, password });
    await work(postgresUrl({ port: port!, password, database: 'rapport' }));
  } finally {
    await stopPostgres({ folder });
  }
}

/** First as the database was when the backup was made, then brought up to this version as any other would be. */
async function fill(what: {
  readonly databaseUrl: string;
  readonly manifest: Manifest;
  readonly lines: AsyncGenerator<string>;
  readonly say: (line: string) => void;
}): Promise<void> {
  const { databaseUrl, manifest, lines, say } = what;
  const migrations = await readMigrations(lines);
  await deployOnly(databaseUrl, migrations);
  say('Reading the backup');
  const client = pgClient(databaseUrl);
  await client.connect();
  try {
    await client.query('begin');
    await loadDatabase(client, lines);
    await client.query('commit');
    await deploy({ databaseUrl });
    await client.query('begin');
    await markRestored(client, wordsFor(manifest));
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function readMigrations(lines: AsyncGenerator<string>): Promise<readonly string[]> {
  const first = await lines.next();
  return readMigrationNames(String(first.value).slice(controlMark.length));
}

async function deployOnly(databaseUrl: string, names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !existsSync(join(migrationsFolder, name)));
  if (unknown !== undefined)
    throw new Conflict(
      `The backup was made by a newer version of Rapport (it holds the change "${unknown}"). Restore it with that version.`,
    );
  const folder = mkdtempSync(join(tmpdir(), 'rapport-migrations-'));
  try {
    for (const name of [...names, 'migration_lock.toml'])
      cpSync(join(migrationsFolder, name), join(folder, name), { recursive: true });
    await deploy({ databaseUrl, folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function wordsFor({ madeAt, needsSecretKey }: Manifest): { why: string; problem: string } {
  const date = `${madeAt.slice(0, 16).replace('T', ' ')} UTC`;
  const key = needsSecretKey
    ? ' The passwords of the mailboxes were encrypted with RAPPORT_SECRET_KEY: start Rapport with the same one.'
    : '';
  return {
    why: `restored from a backup of ${date}: nothing is sent until you resume everything`,
    problem: `This Rapport was restored from a backup of ${date}, and nothing is sent until you say so. Where the backup comes from, mails may have gone out since, and Rapport may still be running: stop it there first. Then look through what waits, and resume everything (on the page, or with "rapport resume --all"). Before each mail that was drafted before the backup, your Sent folder is searched: what is found there is not sent again.${key}`,
  };
}
