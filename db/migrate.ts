import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { pgClient } from './postgres/pg-client.ts';

export const migrationsFolder = join(import.meta.dirname, '..', 'prisma', 'migrations');

export type DeployOptions = {
  readonly databaseUrl: string;
  readonly folder?: string;
  /** Called once, before the first change to a database that already holds data: the moment for a backup. */
  readonly beforeMigrate?: (pending: readonly string[]) => Promise<void>;
  /** True: nothing is changed; a database that is behind this version is refused. */
  readonly checkOnly?: boolean;
};

type Migration = { readonly name: string; readonly checksum: string };
type Applied = {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
};

// Prisma's engine takes 72707369 and gives up after ten seconds. Starters queue on the first lock; the second keeps
// a "prisma migrate deploy" that runs at the same moment out.
const startersLock = 72_707_370;
const prismaLock = 72_707_369;

/**
 * Brings the database up to this version, creating it when it is missing, and returns the names of what was applied.
 * Refuses a database that a newer version has migrated, and one whose migration failed half-way.
 */
export async function deploy(options: DeployOptions): Promise<readonly string[]> {
  const folder = options.folder ?? migrationsFolder;
  const client = await connectCreating(options.databaseUrl);
  try {
    await client.query('select pg_advisory_lock($1)', [startersLock]);
    const applied = await appliedMigrations(client);
    const known = readMigrations(folder);
    refuseForeign(applied, known);
    const done = new Set(applied.map((row) => row.migration_name));
    const pending = known.map(({ name }) => name).filter((name) => !done.has(name));
    if (pending.length === 0) return [];

    if (options.checkOnly)
      throw new Error(
        `The database is not yet at this version (missing: ${pending.join(', ')}). Run "rapport migrate" once with the right to change it, then start again; or unset RAPPORT_MIGRATE.`,
      );
    if (applied.length > 0) await options.beforeMigrate?.(pending);
    await client.query('select pg_advisory_lock($1)', [prismaLock]);
    await client.query(createMigrationTable);
    for (const migration of known.filter(({ name }) => !done.has(name)))
      await apply(client, folder, migration);
    return pending;
  } finally {
    await client.end();
  }
}

/**
 * Runs one migration and notes it as Prisma's engine does: a row before it, finished after it. The file is sent whole,
 * so PostgreSQL runs it in one transaction; one that fails leaves nothing but its unfinished row.
 */
async function apply(
  client: pg.Client,
  folder: string,
  { name, checksum }: Migration,
): Promise<void> {
  const id = randomUUID();
  await client.query(
    'insert into "_prisma_migrations" (id, checksum, migration_name) values ($1, $2, $3)',
    [id, checksum, name],
  );
  try {
    await client.query(readFileSync(join(folder, name, 'migration.sql'), 'utf8'));
  } catch (error) {
    const { message } = error as pg.DatabaseError;
    await client.query('update "_prisma_migrations" set logs = $2 where id = $1', [id, message]);
    throw new Error(`Could not apply the change "${name}" to the database: ${message}.`, {
      cause: error,
    });
  }
  await client.query(
    'update "_prisma_migrations" set finished_at = now(), applied_steps_count = 1 where id = $1',
    [id],
  );
}

/** The table of Prisma's schema engine, so that `prisma migrate status` and `deploy` read it as their own. */
const createMigrationTable = `create table if not exists "_prisma_migrations" (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/** Whether a newer version has changed the database since: then this process should take no more work. */
export async function isOutdated(databaseUrl: string, folder = migrationsFolder): Promise<boolean> {
  const client = pgClient(databaseUrl);
  try {
    await client.connect();
    const known = new Set(readMigrations(folder).map(({ name }) => name));
    return (await appliedMigrations(client)).some((row) => !known.has(row.migration_name));
  } finally {
    await client.end();
  }
}

export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, checksum: sha256(join(folder, name, 'migration.sql')) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

export async function createDatabase(databaseUrl: string): Promise<void> {
  const name = databaseName(databaseUrl);
  await asAdministrator(databaseUrl, async (client) => {
    try {
      await client.query(`create database ${pg.escapeIdentifier(name)}`);
    } catch (error) {
      if (!alreadyThere.includes((error as pg.DatabaseError).code ?? '')) throw error;
    }
  });
}

/** Runs `work` in the database `postgres` of the same server. */
export async function asAdministrator<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const url = new URL(databaseUrl);
  url.pathname = '/postgres';
  const client = pgClient(url.href);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function databaseName(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
}

// The second is what the slower of two creators meets: it looked before the other was done.
const alreadyThere = ['42P04', '23505'];
const noSuchDatabase = '3D000';
const noSuchTable = '42P01';

async function connectCreating(databaseUrl: string): Promise<pg.Client> {
  const client = pgClient(databaseUrl);
  try {
    await client.connect();
    return client;
  } catch (error) {
    if ((error as pg.DatabaseError).code !== noSuchDatabase) throw error;
    await createDatabase(databaseUrl);
    const again = pgClient(databaseUrl);
    await again.connect();
    return again;
  }
}

async function appliedMigrations(client: pg.Client): Promise<readonly Applied[]> {
  try {
    const { rows } = await client.query<Applied>(
      'select migration_name, checksum, finished_at from "_prisma_migrations" where rolled_back_at is null',
    );
    return rows;
  } catch (error) {
    if ((error as pg.DatabaseError).code === noSuchTable) return [];
    throw error;
  }
}

function refuseForeign(applied: readonly Applied[], known: readonly Migration[]): void {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
  for (const { migration_name: name, checksum, finished_at: finishedAt } of applied) {
    if (!checksums.has(name)) {
      throw new Error(
        `The database was last used by a newer version of Rapport (it holds the change "${name}"). Start that version, or restore a backup made before it.`,
      );
    }
    if (finishedAt === null) {
      throw new Error(
        `The change "${name}" failed half-way in this database. Restore the backup made before it, or repair it and mark it with "prisma migrate resolve".`,
      );
    }
    if (checksum !== checksums.get(name)) {
      throw new Error(
        `The change "${name}" was edited after it had been applied to this database. Restore its migration.sql.`,
      );
    }
  }
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
