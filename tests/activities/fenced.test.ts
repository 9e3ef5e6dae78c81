import { afterEach, beforeEach, expect, test } from 'vitest';
import { storedAccount } from '../../mail/stored-account.ts';
import { noteFailure } from '../../activities/receiving/read-mailbox-now.ts';
import { catchUp } from '../../activities/receiving/catch-up.ts';
import { MailboxFailure } from '../../mail/errors.ts';
import { openActivityFixture, type ActivityFixture } from './activity-fixture.ts';

let post: ActivityFixture;
beforeEach(async () => {
  post = await openActivityFixture();
  await post.db.mailbox.update({ where: { id: post.mailboxId }, data: { watchEpoch: 7 } });
});
afterEach(() => post.close());

async function look(epoch: number | undefined): Promise<void> {
  const mailbox = await post.mailbox();
  const client = await post.dependencies.openImap(await storedAccount(post.dependencies, mailbox));
  try {
    await catchUp(post.dependencies, { client, mailbox, epoch });
  } finally {
    client.close();
  }
}

const failure = new MailboxFailure('sign_in', 'The server refused the password.');
const fail = async (epoch: number | undefined) =>
  noteFailure(post.dependencies, await post.mailbox(), failure, epoch);
const outbox = () => post.db.outbox.count();

test('a watcher that another has followed does not say that it looked', async () => {
  await look(7);
  const before = await post.mailbox();
  await expect(look(6)).rejects.toMatchObject({ name: 'Fenced' });
  expect(await post.mailbox()).toEqual(before);
});

test('a watcher that another has followed cannot make a mailbox fail', async () => {
  await look(7);
  const before = await post.mailbox();
  await expect(fail(6)).rejects.toMatchObject({ name: 'Fenced' });
  expect(await post.mailbox()).toEqual(before);
  expect(await post.problems()).toEqual([]);
});

test('nor can it make one well again, or wake its sends', async () => {
  await look(7);
  await post.approved(await post.contact());
  await fail(7);
  const before = await post.mailbox();
  expect(before.state).toBe('sign_in_failed');
  const woken = await outbox();
  await expect(look(6)).rejects.toMatchObject({ name: 'Fenced' });
  expect(await post.mailbox()).toEqual(before);
  expect(await post.problems()).toHaveLength(1);
  expect(await outbox()).toBe(woken);
  await look(7);
  expect((await post.mailbox()).state).toBe('connected');
  expect(await post.problems()).toEqual([]);
  expect(await outbox()).toBe(woken + 1);
});

test('the look of a send needs no epoch, and never moves “last looked” back', async () => {
  post.clock.ahead = 60_000;
  await look(undefined);
  const later = (await post.mailbox()).lastLookedAt;
  expect(later).not.toBeNull();
  post.clock.ahead = 0;
  await look(undefined);
  expect((await post.mailbox()).lastLookedAt).toEqual(later);
});
