import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import {
  asAdministrator,
  deploy,
  isOutdated,
  migrationsFolder,
  readMigrations,
} from '../../db/migrate.ts';
import { applyMigrations, difference } from '../../tools/dev/migration-engine.ts';

let folder: string;
let databaseUrl: string;
let name: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-migrations-'));
  cpSync(migrationsFolder, folder, { recursive: true });
  name = `migrate_${randomBytes(6).toString('hex')}`;
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${name}`;
  databaseUrl = url.href;
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await asAdministrator(databaseUrl, (client) =>
    client.query(`drop database if exists ${name} with (force)`),
  );
});

function addMigration(title: string, sql: string): string {
  const migration = `29990101000000_${title}`;
  mkdirSync(join(folder, migration));
  writeFileSync(join(folder, migration, 'migration.sql'), sql);
  return migration;
}

async function rows(sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('creates the database, and has nothing to do the second time', async () => {
  expect(await deploy({ databaseUrl, folder })).toEqual(readMigrations(folder).map((m) => m.name));
  expect(await deploy({ databaseUrl, folder })).toEqual([]);
});

test('lets one of two starters do the work', async () => {
  const both = await Promise.all([
    deploy({ databaseUrl, folder }),
    deploy({ databaseUrl, folder }),
  ]);
  expect(both.flat()).toEqual(readMigrations(folder).map((migration) => migration.name));
});

test('takes a backup before it changes a database that holds data, and not before it makes one', async () => {
  const backups: (readonly string[])[] = [];
  const beforeMigrate = (pending: readonly string[]) => {
    backups.push(pending);
    return Promise.resolve();
  };
  await deploy({ databaseUrl, folder, beforeMigrate });
  expect(backups).toEqual([]);

  const added = addMigration('later', 'create table later (id int);');
  await deploy({ databaseUrl, folder, beforeMigrate });
  expect(backups).toEqual([[added]]);
});

test('changes nothing when the backup fails', async () => {
  await deploy({ databaseUrl, folder });
  addMigration('later', 'create table later (id int);');
  const beforeMigrate = () => Promise.reject(new Error('the disk is full'));
  await expect(deploy({ databaseUrl, folder, beforeMigrate })).rejects.toThrow('the disk is full');
  expect(await rows(`select to_regclass('later') as later`)).toEqual([{ later: null }]);
});

test('keeps semicolons inside functions together', async () => {
  addMigration(
    'rule',
    'create function two() returns int language sql as $$ select 1; select 2; $$;',
  );
  await deploy({ databaseUrl, folder });
  expect(await rows('select two()')).toEqual([{ two: 2 }]);
});

test('leaves no trace of a migration that fails, and says so from then on', async () => {
  await deploy({ databaseUrl, folder });
  const broken = addMigration('broken', 'create table half (id int); select 1 / 0;');
  await expect(deploy({ databaseUrl, folder })).rejects.toThrow('division by zero');
  expect(await rows(`select to_regclass('half') as half`)).toEqual([{ half: null }]);
  await expect(deploy({ databaseUrl, folder })).rejects.toThrow(`"${broken}" failed half-way`);
});

test('refuses a database that a newer version has used', async () => {
  const newer = addMigration('newer', 'create table newer (id int);');
  await deploy({ databaseUrl, folder });
  rmSync(join(folder, newer), { recursive: true });
  await expect(deploy({ databaseUrl, folder })).rejects.toThrow(/newer version of Rapport/);
});

test('changes nothing where it may only check, and says what is missing', async () => {
  await deploy({ databaseUrl, folder });
  expect(await deploy({ databaseUrl, folder, checkOnly: true })).toEqual([]);
  const added = addMigration('later', 'create table later (id int);');
  await expect(deploy({ databaseUrl, folder, checkOnly: true })).rejects.toThrow(added);
  expect(await rows(`select to_regclass('later') as later`)).toEqual([{ later: null }]);
});

test('tells a process that a newer version has migrated its database since', async () => {
  await deploy({ databaseUrl, folder });
  expect(await isOutdated(databaseUrl, folder)).toBe(false);
  const newer = addMigration('newer', 'create table newer (id int);');
  await deploy({ databaseUrl, folder });
  rmSync(join(folder, newer), { recursive: true });
  expect(await isOutdated(databaseUrl, folder)).toBe(true);
});

test('refuses a migration that was edited after it was applied', async () => {
  const edited = addMigration('edited', 'create table edited (id int);');
  await deploy({ databaseUrl, folder });
  writeFileSync(join(folder, edited, 'migration.sql'), 'create table edited (id bigint);');
  await expect(deploy({ databaseUrl, folder })).rejects.toThrow(/edited after it had been applied/);
});

describe("Prisma's own engine", () => {
  test('finds nothing left to apply, and no difference, in a database that was migrated here', async () => {
    await deploy({ databaseUrl, folder });
    expect(await applyMigrations(databaseUrl, folder)).toEqual([]);
    const schemaPath = join(import.meta.dirname, '..', '..', 'prisma', 'schema.prisma');
    const schema = { path: schemaPath, content: readFileSync(schemaPath, 'utf8') };
    const drift = await difference({ databaseUrl, schema, folder, against: 'database' });
    expect(drift).toBeUndefined();
  });

  test('leaves a database in which there is nothing left to do here', async () => {
    await deploy({ databaseUrl, folder: onlyFirst(folder) });
    await applyMigrations(databaseUrl, folder);
    expect(await deploy({ databaseUrl, folder })).toEqual([]);
  });

  test('writes the same rows into the same table', async () => {
    await deploy({ databaseUrl, folder });
    const ours = await migrationTable();
    await asAdministrator(databaseUrl, async (client) => {
      await client.query(`drop database ${name} with (force)`);
      await client.query(`create database ${name}`);
    });
    await applyMigrations(databaseUrl, folder);
    expect(ours).toEqual(await migrationTable());
  });
});

/** A folder with the first migration alone. */
function onlyFirst(all: string): string {
  const first = mkdtempSync(join(tmpdir(), 'rapport-first-'));
  const [migration] = readMigrations(all);
  cpSync(join(all, migration!.name), join(first, migration!.name), { recursive: true });
  return first;
}

async function migrationTable(): Promise<object> {
  return {
    columns: await rows(
      `select column_name, data_type, character_maximum_length, is_nullable, column_default
       from information_schema.columns where table_name = '_prisma_migrations' order by ordinal_position`,
    ),
    rows: await rows(
      `select migration_name, checksum, logs, rolled_back_at, applied_steps_count, finished_at is not null as finished
       from "_prisma_migrations" order by started_at, migration_name`,
    ),
  };
}
