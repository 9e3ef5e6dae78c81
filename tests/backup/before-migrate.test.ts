import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { readEnvironment, type Environment } from '../../config/env.ts';
import { reachServers } from '../../worker/connect-servers.ts';
import { start } from '../../worker/start.ts';
import { asAdministrator, deploy, migrationsFolder, readMigrations } from '../../db/migrate.ts';
import { freshFolder } from '../support/data-folder.ts';

// A process that joins servers, and `rapport start`, meet databases of other versions in the same way.

let folder: ReturnType<typeof freshFolder>;
let databaseUrl: string;
let name: string;
let environment: Environment;

beforeEach(async () => {
  folder = freshFolder();
  name = `older_${randomBytes(6).toString('hex')}`;
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${name}`;
  databaseUrl = url.href;
  environment = readEnvironment({
    RAPPORT_DATA: folder.data.root,
    DATABASE_URL: databaseUrl,
    // Nobody answers there: what comes after the migration is not what is tested.
    TEMPORAL_ADDRESS: '127.0.0.1:1',
  });
  await deploy({ databaseUrl, folder: theFirst() });
});
afterEach(async () => {
  await asAdministrator(databaseUrl, (client) =>
    client.query(`drop database if exists ${name} with (force)`),
  );
  folder.remove();
});

/** A folder of migrations as the first version had it. */
function theFirst(): string {
  const [first] = readMigrations(migrationsFolder);
  const older = join(folder.data.root, 'migrations');
  cpSync(join(migrationsFolder, first!.name), join(older, first!.name), { recursive: true });
  return older;
}

const backups = () => {
  const place = join(folder.data.root, 'backups');
  return existsSync(place) ? readdirSync(place) : [];
};

async function query(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
const applied = async () => (await query('select * from _prisma_migrations')).length;

const said: string[] = [];
const say = (line: string) => void said.push(line);
const ways = [
  ['rapport worker, watch or web', () => reachServers(environment, say)],
  ['rapport start', () => start({ environment, say, ready: () => {} }).catch(() => undefined)],
] as const;

describe.each(ways)('%s', (_, come) => {
  beforeEach(() => void (said.length = 0));

  test('saves a database of an older version before changing it', async () => {
    await come();
    expect(backups()).toHaveLength(1);
    expect(said[0]).toContain(backups()[0]);
    expect(await applied()).toBe(readMigrations(migrationsFolder).length);
  });

  test('saves nothing where there is nothing to change', async () => {
    await deploy({ databaseUrl });
    await come();
    expect(backups()).toEqual([]);
  });

  test('changes nothing when it cannot be saved', async () => {
    writeFileSync(join(folder.data.root, 'backups'), 'in the way');
    await Promise.resolve(come()).catch(() => undefined);
    expect(await applied()).toBe(1);
  });
});

describe.each([
  ['rapport worker, watch or web', () => reachServers(environment)],
  ['rapport start', () => start({ environment, say: () => {}, ready: () => {} })],
] as const)('%s', (_, come) => {
  test('refuses a database of a newer version, and says so', async () => {
    await deploy({ databaseUrl });
    const newer = join(folder.data.root, 'newer');
    cpSync(migrationsFolder, newer, { recursive: true });
    mkdirSync(join(newer, '29990101000000_newer'));
    writeFileSync(join(newer, '29990101000000_newer', 'migration.sql'), 'create table newer ();');
    await deploy({ databaseUrl, folder: newer });
    await expect(come()).rejects.toThrow(
      'The database was last used by a newer version of Rapport',
    );
    expect(backups()).toEqual([]);
  });
});
