import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnvironment } from '../../config/env.ts';
import { freePorts } from '../../embedded/ports.ts';
import { postgresPassword, postgresUrl, startPostgres } from '../../embedded/postgres.ts';
import { isAlive } from '../../embedded/process.ts';
import { start } from '../../worker/start.ts';
import { startServers, stopOrphans } from '../../embedded/servers.ts';
import { runningTemporal } from '../../embedded/temporal.ts';
import { deploy, migrationsFolder, readMigrations } from '../../db/migrate.ts';
import { freshFolder } from '../support/data-folder.ts';

let folder: ReturnType<typeof freshFolder>;
beforeEach(async () => {
  folder = freshFolder();
  await databaseOfTheFirstVersion();
});
afterEach(async () => {
  await stopOrphans(folder.data);
  folder.remove();
});

/** A data folder whose database has to be brought up to date: while that goes on, PostgreSQL can be killed. */
async function databaseOfTheFirstVersion(): Promise<void> {
  const { postgres, root } = folder.data;
  const [port] = (await freePorts(1)) as [number];
  const password = postgresPassword(postgres);
  await startPostgres({ folder: postgres, port, password });
  const [first] = readMigrations(migrationsFolder);
  const older = join(root, 'migrations');
  cpSync(join(migrationsFolder, first!.name), join(older, first!.name), { recursive: true });
  const databaseUrl = postgresUrl({ port, password, database: 'rapport' });
  await deploy({ databaseUrl, folder: older });
}

/** Starts Rapport, and kills PostgreSQL so many times when it is about to change the database. */
async function startAndKill(times: number) {
  const said: string[] = [];
  let kills = 0;
  const failure: unknown = await start({
    // Nobody answers there: what comes after the migration is not what is tested.
    environment: readEnvironment({
      RAPPORT_DATA: folder.data.root,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
    }),
    say(line) {
      said.push(line);
      if (!saved(line) || kills >= times) return;
      kills += 1;
      const pid = postmaster();
      process.kill(pid, 'SIGKILL');
      while (isAlive(pid));
      // As whoever uses the database then does; else it might be back before the next step asks for it.
      throw new Error('the connection was lost');
    },
    ready: () => {},
  }).catch((error: unknown) => error);
  return { failure: failure as Error, said, kills };
}

const saved = (line: string): boolean => line.startsWith('Saved the database');

/** The first line of postmaster.pid, read at once: between two lines of the start nothing else may happen. */
function postmaster(): number {
  return Number(
    readFileSync(join(folder.data.postgres, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0],
  );
}

test('a start outlives the death of PostgreSQL', async () => {
  const { failure, said } = await startAndKill(1);
  expect(said.filter(saved)).toHaveLength(2);
  expect(said).toContainEqual(expect.stringContaining('starting once more'));
  expect(said).toContainEqual(expect.stringContaining('Brought the database up to date'));
  expect(failure.name).not.toBe('ServerDied');
});

test('a start during which PostgreSQL dies again and again gives up, and says why', async () => {
  const { failure, kills } = await startAndKill(Infinity);
  expect(kills).toBe(2);
  expect(failure).toMatchObject({
    name: 'ServerDied',
    message: 'A server ended while Rapport was starting: the connection was lost',
  });
});

test('a start outlives the death of Temporal while its server is starting', async () => {
  const { data } = folder;
  let killed: number | undefined;
  const servers = await startServers({
    data,
    environment: readEnvironment({ ...process.env, RAPPORT_DATA: data.root }),
    say: () => undefined,
    async whileTemporalStarts() {
      killed = (await runningTemporal(data.temporal))?.pid;
      process.kill(killed!, 'SIGKILL');
    },
  });
  const running = await runningTemporal(data.temporal);
  expect(running?.pid).not.toBe(killed);
  expect(isAlive(running!.pid)).toBe(true);
  await servers.stop();
}, 120_000);
