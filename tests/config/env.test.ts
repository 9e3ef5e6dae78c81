import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEnvironment } from '../../config/env.ts';

test('needs nothing to be set', () => {
  const environment = readEnvironment({});
  expect(environment).toMatchObject({ host: '127.0.0.1', port: 3000, temporalIsGiven: false });
  expect(environment.data.root).toBe(join(homedir(), '.local', 'share', 'rapport'));
});

test('keeps its data where the desktop says, or where the user says', () => {
  expect(readEnvironment({ XDG_DATA_HOME: '/home/ana/data' }).data.root).toBe(
    '/home/ana/data/rapport',
  );
  expect(readEnvironment({ XDG_DATA_HOME: '/x', RAPPORT_DATA: '/home/ana/r' }).data.root).toBe(
    '/home/ana/r',
  );
});

test.each(['0', '65536', 'http', '3000.5'])('refuses %s as a port, by name', (port) => {
  expect(() => readEnvironment({ RAPPORT_PORT: port })).toThrow(/RAPPORT_PORT cannot be used: /);
});

test('answers about health nowhere unless it is told where', () => {
  expect(readEnvironment({}).healthPort).toBeUndefined();
  expect(readEnvironment({ RAPPORT_HEALTH_PORT: '8081' }).healthPort).toBe(8081);
  expect(() => readEnvironment({ RAPPORT_HEALTH_PORT: 'x' })).toThrow(/RAPPORT_HEALTH_PORT/);
});

test('refuses a database address of another kind', () => {
  expect(() => readEnvironment({ DATABASE_URL: 'mysql://localhost/x' })).toThrow(/DATABASE_URL/);
});

test('treats an empty variable as unset', () => {
  expect(readEnvironment({ DATABASE_URL: '', RAPPORT_PORT: '', TEMPORAL_ADDRESS: '' })).toEqual(
    readEnvironment({}),
  );
});

test('uses a Temporal server of the user as soon as an address or a profile is given', () => {
  expect(readEnvironment({ TEMPORAL_ADDRESS: 'localhost:7233' }).temporalIsGiven).toBe(true);
  expect(readEnvironment({ TEMPORAL_PROFILE: 'cloud' }).temporalIsGiven).toBe(true);
});

test('refuses half a Temporal configuration instead of using another server than meant', () => {
  expect(() => readEnvironment({ TEMPORAL_API_KEY: 'secret' })).toThrow(/TEMPORAL_ADDRESS/);
});

test('encrypts what Temporal gets only when told so', () => {
  expect(readEnvironment({}).encryptPayloads).toBe(false);
  expect(readEnvironment({ RAPPORT_PAYLOAD_ENCRYPTION: 'on' }).encryptPayloads).toBe(true);
  expect(() => readEnvironment({ RAPPORT_PAYLOAD_ENCRYPTION: 'yes' })).toThrow(/"on" or "off"/);
});

test('tells versions of the workers apart when both a name and a build are given', () => {
  const given = { TEMPORAL_ADDRESS: 'localhost:7233', TEMPORAL_WORKER_BUILD_ID: '7f3a' };
  const version = { deploymentName: 'rapport', buildId: '7f3a' };
  for (const name of ['TEMPORAL_DEPLOYMENT_NAME', 'TEMPORAL_WORKER_DEPLOYMENT_NAME'])
    expect(readEnvironment({ ...given, [name]: 'rapport' }).workerVersion).toEqual(version);
  expect(readEnvironment({}).workerVersion).toBeUndefined();
  expect(() => readEnvironment(given)).toThrow(/Set TEMPORAL_DEPLOYMENT_NAME too/);
  expect(() =>
    readEnvironment({ TEMPORAL_ADDRESS: 'localhost:7233', TEMPORAL_DEPLOYMENT_NAME: 'rapport' }),
  ).toThrow(/Set TEMPORAL_WORKER_BUILD_ID too/);
});

test('refuses a deployment’s name that Temporal would refuse', () => {
  expect(() => readEnvironment({ TEMPORAL_DEPLOYMENT_NAME: 'rapport.web' })).toThrow(
    /TEMPORAL_DEPLOYMENT_NAME cannot be used: /,
  );
});

test('takes a public address without a path', () => {
  expect(readEnvironment({ RAPPORT_URL: 'https://r.example.org' }).publicUrl?.host).toBe(
    'r.example.org',
  );
  expect(readEnvironment({}).publicUrl).toBeUndefined();
});

test.each(['r.example.org', 'ftp://r.example.org', 'https://example.org/rapport'])(
  'refuses %s as the public address, by name',
  (url) => {
    expect(() => readEnvironment({ RAPPORT_URL: url })).toThrow(/RAPPORT_URL cannot be used: /);
  },
);

test('leaves the schema to "rapport migrate" when told so', () => {
  expect(readEnvironment({ RAPPORT_MIGRATE: 'off' }).migrate).toBe(false);
  expect(readEnvironment({}).migrate).toBe(true);
  expect(() => readEnvironment({ RAPPORT_MIGRATE: 'no' })).toThrow(/"on" or "off"/);
});

test('a language model is asked only where its address and its name are given', () => {
  const url = 'http://localhost:11434/v1';
  expect(readEnvironment({}).rewriting).toBeUndefined();
  expect(
    readEnvironment({ RAPPORT_REWRITE_URL: url, RAPPORT_REWRITE_MODEL: 'small' }).rewriting,
  ).toEqual({ url: new URL(url), model: 'small', key: undefined });
  expect(() => readEnvironment({ RAPPORT_REWRITE_URL: url })).toThrow(/RAPPORT_REWRITE_MODEL/);
  expect(() =>
    readEnvironment({
      RAPPORT_REWRITE_URL: 'http://models.example/v1',
      RAPPORT_REWRITE_MODEL: 'a',
    }),
  ).toThrow(/unencrypted/);
});
