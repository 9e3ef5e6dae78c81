import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readEnvironment } from '../../config/env.ts';
import { runningPostgres } from '../../embedded/postgres.ts';
import { isAlive, waitUntil } from '../../embedded/process.ts';
import { startServers, stopOrphans, type Servers } from '../../embedded/servers.ts';
import { runningTemporal } from '../../embedded/temporal.ts';
import { freshFolder } from '../support/data-folder.ts';

const { data, remove } = freshFolder();
const environment = readEnvironment({ ...process.env, RAPPORT_DATA: data.root });
const said: string[] = [];
let servers: Servers;

const start = () => startServers({ data, environment, say: (line) => said.push(line) });

beforeAll(async () => {
  servers = await start();
});

afterAll(async () => {
  await servers.stop();
  await stopOrphans(data);
  remove();
});

async function rows(sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: servers.databaseUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function namespaceOf(target = servers.temporal): Promise<string | null | undefined> {
  const connection = await Connection.connect({ ...target, connectTimeout: 2_000 });
  try {
    const { namespace } = target;
    const answer = await connection.workflowService.describeNamespace({ namespace });
    return answer.namespaceInfo?.name;
  } finally {
    await connection.close();
  }
}

/** Until `work` succeeds: a server that was just killed needs a moment. */
async function eventually<Result>(work: () => Promise<Result>): Promise<Result> {
  let result: Result | undefined;
  const done = await waitUntil(
    async () => {
      try {
        result = await work();
        return true;
      } catch {
        return false;
      }
    },
    30_000,
    100,
  );
  return done ? (result as Result) : work();
}

test('brings up a migrated database and a Temporal namespace', async () => {
  expect(await rows('select count(*)::int > 0 as migrated from "_prisma_migrations"')).toEqual([
    { migrated: true },
  ]);
  expect(await namespaceOf()).toBe('rapport');
});

test('starts PostgreSQL again with all its rows when it is killed', async () => {
  await rows('create table kept as select generate_series(1, 100) as number');
  const before = await runningPostgres(data.postgres);
  process.kill(before!.pid, 'SIGKILL');

  const kept = await eventually(() => rows('select count(*)::int as count from kept'));

  expect(kept).toEqual([{ count: 100 }]);
  expect((await runningPostgres(data.postgres))?.port).toBe(before?.port);
  expect(said).toContain('PostgreSQL ended unexpectedly; starting it again');
});

test('starts Temporal again on its port when it is killed', async () => {
  const before = await runningTemporal(data.temporal);
  process.kill(before!.pid, 'SIGKILL');
  await waitUntil(() => said.includes('Temporal runs again'), 30_000);

  expect(await eventually(() => namespaceOf())).toBe('rapport');
  expect((await runningTemporal(data.temporal))?.pid).not.toBe(before?.pid);
});

describe('the Temporal server', () => {
  test('refuses a client without encryption', async () => {
    const { address, namespace } = servers.temporal;
    await expect(namespaceOf({ address, namespace })).rejects.toThrow('Failed to connect');
  });

  test('refuses a client that knows our authority but has no certificate', async () => {
    const authority = readFileSync(join(data.tls, 'authority.crt'));
    const tls = { serverRootCACertificate: authority, serverNameOverride: 'localhost' };
    await expect(namespaceOf({ ...servers.temporal, tls })).rejects.toThrow('Failed to connect');
  });
});

/** Another process that starts the servers of a folder and is then killed. */
async function startAndKill(root: string): Promise<void> {
  const program = `
    import { readEnvironment } from './config/env.ts';
    import { startServers } from './embedded/servers.ts';
    const environment = readEnvironment({ ...process.env, RAPPORT_DATA: process.argv[1] });
    await startServers({ data: environment.data, environment, say: () => {} });
    process.stdout.write('up');
    setInterval(() => {}, 1000);`;
  const words = ['--import', 'tsx', '--input-type=module', '-e', program, root];
  const cwd = join(import.meta.dirname, '..', '..');
  const child = spawn(process.execPath, words, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('after an instance was killed', () => {
  const killed = freshFolder();
  const again = () =>
    startServers({
      data: killed.data,
      environment: readEnvironment({ ...process.env, RAPPORT_DATA: killed.data.root }),
      say: () => {},
    });

  afterEach(() => stopOrphans(killed.data));
  afterAll(() => killed.remove());

  test('adopts both of its servers, and stops them at the end', async () => {
    await startAndKill(killed.data.root);
    const postgres = await runningPostgres(killed.data.postgres);
    const temporal = await runningTemporal(killed.data.temporal);

    const adopted = await again();

    expect((await runningPostgres(killed.data.postgres))?.pid).toBe(postgres?.pid);
    expect((await runningTemporal(killed.data.temporal))?.pid).toBe(temporal?.pid);
    expect(await namespaceOf(adopted.temporal)).toBe('rapport');
    await adopted.stop();
    expect([isAlive(postgres!.pid), isAlive(temporal!.pid)]).toEqual([false, false]);
  });

  test('ends a server that runs with another configuration, and starts its own', async () => {
    await startAndKill(killed.data.root);
    const before = await runningTemporal(killed.data.temporal);
    const record = join(killed.data.temporal, 'server.json');
    writeFileSync(record, JSON.stringify({ pid: before?.pid, identity: 'an older release' }));

    const restarted = await again();

    expect(isAlive(before!.pid)).toBe(false);
    expect(await namespaceOf(restarted.temporal)).toBe('rapport');
    await restarted.stop();
  });

  test('recovers when the servers were killed as well', async () => {
    await startAndKill(killed.data.root);
    const postgres = (await runningPostgres(killed.data.postgres))!.pid;
    const temporal = (await runningTemporal(killed.data.temporal))!.pid;
    process.kill(postgres, 'SIGKILL');
    process.kill(temporal, 'SIGKILL');
    // A start that meets them while they die is told so, and is tried again by its caller.
    await waitUntil(() => !isAlive(postgres) && !isAlive(temporal), 10_000);

    const recovered = await again();

    expect(await namespaceOf(recovered.temporal)).toBe('rapport');
    await recovered.stop();
  });
});

test('runs a second data folder beside the first', async () => {
  const second = freshFolder();
  const other = await startServers({
    data: second.data,
    environment: readEnvironment({ ...process.env, RAPPORT_DATA: second.data.root }),
    say: () => {},
  });
  try {
    expect(other.temporal.address).not.toBe(servers.temporal.address);
    expect(await namespaceOf(other.temporal)).toBe('rapport');
    expect(await namespaceOf()).toBe('rapport');
    const stranger = { ...other.temporal, address: servers.temporal.address };
    await expect(namespaceOf(stranger)).rejects.toThrow('Failed to connect');
  } finally {
    await other.stop();
    second.remove();
  }
});
