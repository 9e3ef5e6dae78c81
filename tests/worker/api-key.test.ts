import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readEnvironment } from '../../config/env.ts';
import { givenTemporal } from '../../embedded/given-temporal.ts';
import { currentApiKey, followApiKey } from '../../worker/api-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-key-'));
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const file = () => join(folder, 'temporal.toml');
const keep = (key: string) =>
  writeFileSync(file(), `[profile.default]\naddress = "cloud:7233"\napi_key = "${key}"\n`);
const given = (more: NodeJS.ProcessEnv = {}) =>
  givenTemporal(readEnvironment({ TEMPORAL_CONFIG_FILE: file(), ...more }));

test('a key that was renewed in the configuration file is used within half a minute', () => {
  keep('first');
  const current = currentApiKey(given())!;
  keep('second');
  expect(current()).toBe('first');
  vi.advanceTimersByTime(30_000);
  expect(current()).toBe('second');
});

test('a file that cannot be read leaves the key as it was', () => {
  keep('first');
  const current = currentApiKey(given())!;
  writeFileSync(file(), '[profile.');
  vi.advanceTimersByTime(30_000);
  expect(current()).toBe('first');
});

test('a key of the environment stays', () => {
  keep('first');
  const current = currentApiKey(given({ TEMPORAL_API_KEY: 'from the environment' }))!;
  keep('second');
  vi.advanceTimersByTime(30_000);
  expect(current()).toBe('from the environment');
});

test("the workers' connection is handed every new key once", () => {
  keep('first');
  const handed: string[] = [];
  const setApiKey = (key: string) => Promise.resolve(void handed.push(key));
  const following = followApiKey(given(), { setApiKey });
  vi.advanceTimersByTime(60_000);
  keep('second');
  vi.advanceTimersByTime(120_000);
  following.stop();
  keep('third');
  vi.advanceTimersByTime(120_000);
  expect(handed).toEqual(['second']);
});

test('a server without keys is asked for none', () => {
  expect(currentApiKey({})).toBeUndefined();
});
