import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { choosePorts, freePorts, nextFreePort, portNames } from '../../embedded/ports.ts';

let folder: string;
let file: string;
const strangers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-ports-'));
  file = join(folder, 'ports.json');
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all(strangers.splice(0).map((one) => new Promise((done) => one.close(done))));
});

function occupy(port: number): Promise<void> {
  const server = createServer();
  strangers.push(server);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, resolve);
  });
}

test('gives a data folder nine different ports that Temporal can store', async () => {
  const ports = Object.values(await choosePorts(file));
  expect(new Set(ports).size).toBe(portNames.length);
  expect(Math.max(...ports)).toBeLessThan(32_768);
});

test('remembers the ports of a data folder', async () => {
  const first = await choosePorts(file);
  expect(await choosePorts(file)).toEqual(first);
});

test('chooses anew only what a stranger has taken', async () => {
  const first = await choosePorts(file);
  await occupy(first.frontend);
  const second = await choosePorts(file);
  expect(second.frontend).not.toBe(first.frontend);
  expect({ ...second, frontend: 0 }).toEqual({ ...first, frontend: 0 });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(second);
});

test('keeps a port that our own server holds', async () => {
  const first = await choosePorts(file);
  await occupy(first.postgres);
  const second = await choosePorts(file, (name) => Promise.resolve(name === 'postgres'));
  expect(second).toEqual(first);
});

test('starts over when its memory is damaged', async () => {
  writeFileSync(file, '{"postgres": "x"');
  expect(Object.keys(await choosePorts(file))).toEqual([...portNames]);
});

test('gives the next free port when the wanted one is taken', async () => {
  const [wanted] = (await freePorts(1)) as [number];
  await occupy(wanted);
  expect(await nextFreePort(wanted, '127.0.0.1')).toBeGreaterThan(wanted);
});
