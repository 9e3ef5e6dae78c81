import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freePorts } from '../../embedded/ports.ts';
import {
  postgresPassword,
  postgresUrl,
  startPostgres,
  stopPostgres,
} from '../../embedded/postgres.ts';
import { isAlive, waitUntil } from '../../embedded/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapport-postgres-'));
const password = postgresPassword(folder);
let port: number;

// One cluster for all, as creating it is most of the work; each test starts it anew.
beforeAll(async () => {
  [port] = (await freePorts(1)) as [number];
});

afterEach(() => stopPostgres({ folder }));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = () => startPostgres({ folder, port, password });

async function query(sql: string, secret = password): Promise<readonly unknown[]> {
  const connectionString = postgresUrl({ port, password: secret, database: 'postgres' });
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('keeps every acknowledged row when it is killed', async () => {
  const { pid } = await start();
  await query('create table kept as select generate_series(1, 500) as number');
  process.kill(pid, 'SIGKILL');
  await waitUntil(() => !isAlive(pid), 5_000);

  const again = await start();

  expect(again).toMatchObject({ adopted: false, port });
  expect(await query('select count(*)::int as rows from kept')).toEqual([{ rows: 500 }]);
});

test('adopts a server that outlived the process which started it', async () => {
  const first = await start();
  const second = await startPostgres({ folder, port: port + 1, password });
  expect(second).toEqual({ ...first, adopted: true });
});

test('refuses a session without our password', async () => {
  await start();
  await expect(query('select 1', 'guess')).rejects.toThrow(/password authentication failed/);
});

test('listens on the loopback interface only', async () => {
  await start();
  expect(await query('show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  expect(await query('show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
});

test('keeps its password readable by this user only', () => {
  expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
  expect(postgresPassword(folder)).toBe(password);
});

test('leaves no process behind when it is stopped', async () => {
  const { pid } = await start();
  await stopPostgres({ folder });
  expect(isAlive(pid)).toBe(false);
  await stopPostgres({ folder });
});
