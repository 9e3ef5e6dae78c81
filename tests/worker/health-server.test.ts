import { afterEach, expect, test } from 'vitest';
import { startHealthServer } from '../../worker/health-server.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

async function serve(ready: () => Promise<boolean>): Promise<string> {
  const server = await startHealthServer({ host: '127.0.0.1', port: 0, ready });
  stop = server.stop;
  return `http://127.0.0.1:${server.port}`;
}

test('a process that works says so', async () => {
  const answer = await fetch(`${await serve(() => Promise.resolve(true))}/healthz`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ ready: true });
});

test.each([
  ['does not work yet', () => Promise.resolve(false)],
  ['cannot find out', () => Promise.reject(new Error('PostgreSQL is away'))],
])('a process that %s is not ready', async (_, ready) => {
  const answer = await fetch(`${await serve(ready)}/healthz`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ ready: false });
});

test('nothing else is answered', async () => {
  const at = await serve(() => Promise.resolve(true));
  expect((await fetch(`${at}/metrics`)).status).toBe(404);
  expect((await fetch(`${at}/healthz`, { method: 'POST' })).status).toBe(404);
});
