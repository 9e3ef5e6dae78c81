import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { userOfToken } from '../../db/access-tokens.ts';
import { signInToken, tokenFile } from '../../worker/sign-in-token.ts';
import { openFixture } from '../operations/fixture.ts';
import { freshFolder } from '../support/data-folder.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

it('stays the same over starts, and ends when a new one takes its place', async () => {
  const data = folder();
  const token = await signInToken(fixture.db, data);
  expect(await signInToken(fixture.db, data)).toBe(token);
  rmSync(tokenFile(data));
  const next = await signInToken(fixture.db, data);
  expect(next).not.toBe(token);
  expect(await userOfToken(fixture.db, token)).toBeUndefined();
});

it('of one data folder leaves that of another one on the same database alone', async () => {
  const first = await signInToken(fixture.db, folder());
  const second = await signInToken(fixture.db, folder());
  expect(await userOfToken(fixture.db, first)).toBeDefined();
  expect(await userOfToken(fixture.db, second)).toBe(await userOfToken(fixture.db, first));
});

function folder() {
  const { data, remove } = freshFolder();
  onTestFinished(remove);
  return data;
}
