import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openInstance, rapport } from './fixture.ts';

let instance: Awaited<ReturnType<typeof openInstance>>;
beforeAll(async () => {
  instance = await openInstance();
});
afterAll(() => instance.close());

it('makes a token that may call the API until it is ended', async () => {
  const { out } = await instance.rapport(['token', 'add', 'backup script', '--json']);
  const made = JSON.parse(out) as { readonly tokenId: string; readonly token: string };
  expect(await statusWith(made.token)).toBe(200);
  const listed = await instance.rapport(['token', 'list', '--json']);
  expect(listed.out).not.toContain(made.token);
  expect(JSON.parse(listed.out)).toContainEqual(
    expect.objectContaining({ tokenId: made.tokenId, label: 'backup script' }),
  );
  const ended = await instance.rapport(['token', 'remove', made.tokenId]);
  expect(ended).toMatchObject({ code: 0, out: 'The token of backup script is ended.\n' });
  expect(await statusWith(made.token)).toBe(401);
});

it('refuses a token without a label, and ending one that is not there', async () => {
  expect(await instance.rapport(['token', 'add', ' '])).toMatchObject({ code: 2, out: '' });
  expect(await instance.rapport(['token', 'remove', 'nothing'])).toMatchObject({ code: 1 });
});

it("renews a data folder's own token only while nothing runs on it", async () => {
  const running = await instance.rapport(['token', 'renew']);
  expect(running).toMatchObject({ code: 1, out: '' });
  expect(running.err).toContain('rapport stop-server');
  const folder = mkdtempSync(join(tmpdir(), 'rapport-cli-'));
  const file = join(folder, 'run', 'token');
  mkdirSync(join(folder, 'run'));
  writeFileSync(file, 'old');
  expect(await rapport(folder, ['token', 'renew'])).toMatchObject({ code: 0 });
  expect(existsSync(file)).toBe(false);
  rmSync(folder, { recursive: true });
});

async function statusWith(token: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${instance.port}/api/v1/status`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return answer.status;
}
