import { afterEach, beforeEach, expect, test } from 'vitest';
import { countMailboxes, mailboxTrouble } from '../../db/mailbox/trouble.ts';
import { startOverdueLooks } from '../../worker/overdue-looks.ts';
import { openActivityFixture, type ActivityFixture } from '../activities/activity-fixture.ts';
import { until } from '../support/until.ts';

const minute = 60_000;

let post: ActivityFixture;
let rounds = 0;
let alarm: { readonly stop: () => Promise<void> };
beforeEach(async () => {
  post = await openActivityFixture();
  rounds = 0;
  const now = (): Date => {
    rounds += 1;
    return post.now();
  };
  alarm = startOverdueLooks({ db: post.db, log: () => {} }, { every: 50, now });
});
afterEach(async () => {
  await alarm.stop();
  await post.close();
});

const lookedNow = (ago = 0) =>
  post.db.mailbox.update({
    where: { id: post.mailboxId },
    data: { lastLookedAt: new Date(post.now().getTime() - ago), state: 'connected' },
  });
/** Each round asks for the time twice. */
async function someRounds(): Promise<void> {
  const before = rounds;
  await until('it has looked several times', async () => rounds > before + 8);
}
const trouble = () => mailboxTrouble(post.db, post.userId, post.now());
const failing = async () => (await countMailboxes(post.db, post.now())).failing;

test('a mailbox that nobody has looked at for two minutes is put before the user, once', async () => {
  await lookedNow(minute);
  await someRounds();
  expect(await post.problems()).toEqual([]);
  expect(await failing()).toBe(0);
  expect(await trouble()).toBeUndefined();

  post.clock.ahead = 2 * minute;
  await until('it is said', async () => (await post.problems()).length === 1);
  await someRounds();
  expect(await post.problems()).toMatchObject([{ kind: 'unwatched', mailboxId: post.mailboxId }]);
  expect(await post.db.problem.count()).toBe(1);
  expect(await failing()).toBe(1);
  expect(await trouble()).toContain('is read by nobody');
});

test('the problem goes when somebody looks again', async () => {
  await lookedNow(3 * minute);
  await until('it is said', async () => (await post.problems()).length === 1);
  await lookedNow();
  await until('it is over', async () => (await post.problems()).length === 0);
  expect(await failing()).toBe(0);
});

test('a mailbox that was never looked at counts from when it was connected', async () => {
  await someRounds();
  expect(await post.problems()).toEqual([]);
  post.clock.ahead = 3 * minute;
  await until('it is said', async () => (await post.problems()).length === 1);
});

test('one that cannot be read has its own problem, and a removed one has none', async () => {
  await lookedNow(5 * minute);
  await until('it is said', async () => (await post.problems()).length === 1);
  const where = { id: post.mailboxId };
  await post.db.mailbox.update({ where, data: { state: 'unreachable' } });
  await until('it is over', async () => (await post.problems()).length === 0);
  await lookedNow(5 * minute);
  await until('it is said again', async () => (await post.problems()).length === 1);
  await post.db.mailbox.update({ where, data: { removedAt: post.now() } });
  await until('it is over', async () => (await post.problems()).length === 0);
});
