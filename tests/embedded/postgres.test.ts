import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePorts } from '../../embedded/ports.ts';
import {
  postgresPassword,
  postgresUrl,
  startPostgres,
  stopPostgres,
} from '../../embedded/postgres.ts';
import { isAlive, waitUntil } from '../../embedded/process.ts';

let folder: string;
let port: number;
let password: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-postgres-'));
  [port] = (await freePorts(1)) as [number];
  password = postgresPassword(folder);
});

afterEach(async () => {
  await stopPostgres({ folder });
  rmSync(folder, { recursive: true, force: true });
});

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
