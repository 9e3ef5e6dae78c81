import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { readEnvironment } from '../../config/env.ts';
import { startServers } from '../../embedded/servers.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { freshFolder } from '../support/data-folder.ts';

let folder: ReturnType<typeof freshFolder>;
let database: FreshDatabase;

beforeEach(async () => {
  folder = freshFolder();
  database = await freshDatabase();
});

afterEach(async () => {
  await database.drop();
  folder.remove();
});

function start(variables: NodeJS.ProcessEnv): ReturnType<typeof startServers> {
  const environment = readEnvironment({ RAPPORT_DATA: folder.data.root, ...variables });
  return startServers({ data: folder.data, environment, say: () => {} });
}

test('starts nothing of its own when both servers are given', async () => {
  const servers = await start({
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: 'temporal.example:7233',
    TEMPORAL_NAMESPACE: 'interviews',
    TEMPORAL_API_KEY: 'key',
  });
  expect(servers.databaseUrl).toBe(database.url);
  expect(servers.temporal).toMatchObject({
    address: 'temporal.example:7233',
    namespace: 'interviews',
    apiKey: 'key',
  });
  expect(existsSync(folder.data.postgres)).toBe(false);
  expect(existsSync(folder.data.temporal)).toBe(false);
  await servers.stop();
});

test('uses the namespace that every Temporal server has when none is named', async () => {
  const { temporal } = await start({
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: 'localhost:7233',
  });
  expect(temporal.namespace).toBe('default');
});

test('migrates a given database', async () => {
  const empty = new URL(inject('databaseUrl'));
  empty.pathname = `${new URL(database.url).pathname}_given`;
  const given = { DATABASE_URL: empty.href, TEMPORAL_ADDRESS: 'localhost:7233' };
  const asked: (readonly string[])[] = [];
  const environment = readEnvironment({ RAPPORT_DATA: folder.data.root, ...given });
  const options = { data: folder.data, environment, say: () => {} };
  const beforeMigrate = (_: string, pending: readonly string[]) => {
    asked.push(pending);
    return Promise.resolve();
  };
  await startServers({ ...options, beforeMigrate });
  const said: string[] = [];
  await startServers({ ...options, say: (line) => said.push(line) });
  expect(said).toEqual([]);
  expect(asked).toEqual([]);
});

test('fails with the reason when the given database cannot be reached', async () => {
  await expect(
    start({ DATABASE_URL: 'postgresql://u:p@127.0.0.1:1/x', TEMPORAL_ADDRESS: 'localhost:7233' }),
  ).rejects.toThrow(/ECONNREFUSED/);
});
