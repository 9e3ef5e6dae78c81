import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { run } from '../../cli/run.ts';
import type { Operation } from '../../operations/operation.ts';
import { apiBase, createApi } from '../../web/api/app.ts';
import { openFixture, type TestUser } from '../operations/fixture.ts';

/** A user's API behind a real address, announced in a data folder as a running instance does. */
export async function openInstance(operations?: readonly Operation[]) {
  const fixture = await openFixture();
  const user = await fixture.addUser({ name: 'Kim', timeZone: 'Europe/Berlin' });
  const health = { ready: true, database: 'running', temporal: 'running', workers: 1 };
  const api = createApi({
    db: fixture.db,
    contextFor: () => user,
    health: async () => health,
    ...(operations ? { operations } : {}),
  });
  const { fetch } = new Hono().route(apiBase, api);
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const folder = announce({ url: `http://127.0.0.1:${port}/?token=sign-in`, token: user.token });
  return {
    user,
    folder,
    port,
    rapport: (words: readonly string[], stdin = '') => rapport(folder, words, stdin),
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
      await fixture.close();
    },
  } satisfies { user: TestUser; [name: string]: unknown };
}

/** A data folder whose instance.json says what is given. */
export function announce(instance: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-cli-'));
  mkdirSync(join(folder, 'run'));
  writeFileSync(join(folder, 'run', 'instance.json'), JSON.stringify(instance));
  return folder;
}

/** One command line on a data folder. */
export async function rapport(folder: string, words: readonly string[], stdin = '') {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const written = [text(out), text(err)];
  const code = await run(words, {
    out,
    err,
    colours: false,
    now: () => new Date('2026-03-04T10:00:00Z'),
    stdin: Readable.from([Buffer.from(stdin)]),
    environment: { RAPPORT_DATA: folder },
  });
  out.end();
  err.end();
  const [printed = '', said = ''] = await Promise.all(written);
  return { code, out: printed, err: said };
}
