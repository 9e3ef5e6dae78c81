import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountOf, renameFolder } from '../../../practice/server/store.ts';
import { openImap } from '../../../mail/imap/imap.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';
import { startWatcher, type Watcher } from '../watcher.ts';

let post: ActivityFixture;
const watchers: Watcher[] = [];
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(async () => {
  for (const watcher of watchers.splice(0)) await watcher.end();
  await post.close();
});

function watch(other: Parameters<typeof startWatcher>[1] = {}): Watcher {
  const watcher = startWatcher(post, other);
  watchers.push(watcher);
  return watcher;
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It never came to this: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const idling = () => until('it idles', () => post.practice.faults.idling() === 1);
const looked = async () => (await post.mailbox()).lastLookedAt?.getTime() ?? 0;
const stored = (count: number) =>
  until(`${count} mails are stored`, async () => (await post.messages()).length === count);
const epoch = async () => (await post.mailbox()).watchEpoch;
const begun = async () => {
  const contact = await post.contact();
  const outreach = await post.approved(contact);
  await post.send(outreach);
  return outreach;
};

describe('a watcher', () => {
  test('sees a reply as soon as it comes, in the inbox or in Junk', async () => {
    const outreach = await begun();
    watch();
    await idling();
    post.reply(outreach);
    await stored(1);
    post.reply(outreach, { folder: 'Junk', subject: 'Re: again' });
    await stored(2);
  });

  test.each([
    ['cut', () => post.practice.faults.dropImap()],
    ['ended with BYE', () => post.practice.faults.byeImap('Autologout')],
  ] as const)('goes on after its connections were %s, and misses nothing', async (_, lose) => {
    const outreach = await begun();
    watch();
    await idling();
    lose();
    post.reply(outreach);
    await stored(1);
    await idling();
    await until('it is well', async () => (await post.mailbox()).state === 'connected');
  });

  test('catches up with what came while nobody watched', async () => {
    const outreach = await begun();
    for (let n = 0; n < 5; n++) post.reply(outreach, { subject: `Re: ${n}` });
    watch();
    await stored(5);
  });

  test('tries an unreachable server with patience, not in a hurry', async () => {
    await begun();
    let connections = 0;
    post.practice.faults.imap = ({ at }) => {
      if (at !== 'connect') return undefined;
      connections += 1;
      return 'drop';
    };
    watch();
    await until('it has failed', async () => (await post.mailbox()).state === 'unreachable');
    const first = Date.now();
    await until('three seconds have passed', () => Date.now() - first > 3_000);
    expect(connections).toBeGreaterThan(1);
    // Half a second, one, two: each at least half of that by jitter, and nothing in between.
    expect(connections).toBeLessThan(8);
  });

  test('is told of a changed password, and says so until it is corrected', async () => {
    watch();
    await idling();
    const account = accountOf(post.practice.store, 'me@home.test');
    const old = account.password;
    account.password = 'changed';
    post.practice.faults.dropImap();
    await until('it shows', async () => (await post.mailbox()).state === 'sign_in_failed');
    expect(await post.problems()).toMatchObject([{ kind: 'mailbox' }]);
    await post.db.mailbox.update({
      where: { id: post.mailboxId },
      data: { secret: post.dependencies.secrets.seal('changed'), signInAfter: null },
    });
    await idling();
    await until('it is well', async () => (await post.mailbox()).state === 'connected');
    expect(await post.problems()).toEqual([]);
    account.password = old;
  });

  test('ends when the mailbox is removed, also one that cannot be reached', async () => {
    const watcher = watch();
    await idling();
    post.practice.faults.refuseConnections = true;
    post.practice.faults.dropImap();
    await until('it has failed', async () => (await post.mailbox()).state === 'unreachable');
    await post.db.mailbox.update({
      where: { id: post.mailboxId },
      data: { removedAt: new Date(), secret: '' },
    });
    expect(await watcher.ended).toBe('removed');
  });

  test('looks back for a new contact, and shows what there was', async () => {
    watch();
    await idling();
    post.reply({ messageId: '<none@home.test>' }, { subject: 'Long ago' });
    const contact = await post.contact({
      lookedBackAt: null,
      createdAt: new Date(Date.now() + 3_600_000),
    });
    await until('it has looked back', async () => {
      return (await post.ofContact(contact)).lookedBackAt !== null;
    });
    expect((await post.ofContact(contact)).earlierMails).toBe(1);
    expect(await post.messages()).toEqual([]);
  });

  test('never says that it looked when it could not', async () => {
    watch();
    await idling();
    await until('it has looked', async () => (await looked()) > 0);
    post.practice.faults.refuseConnections = true;
    post.practice.faults.dropImap();
    await until('it has failed', async () => (await post.mailbox()).state === 'unreachable');
    const last = await looked();
    await until('a second has passed', () => Date.now() - last > 1_500);
    expect(await looked()).toBe(last);
  });

  test('does not wait for IDLE to tell of a reply', async () => {
    const outreach = await begun();
    let frozen = false;
    post.practice.faults.imap = ({ at, command }) => {
      if (at !== 'command' || command !== 'IDLE') return undefined;
      frozen = true;
      return 'freeze';
    };
    watch();
    await until('IDLE is never answered', () => frozen);
    post.reply(outreach);
    await stored(1);
    expect((await post.mailbox()).state).toBe('connected');
  });

  test('gives a server up that has fallen silent, and has not looked until it can again', async () => {
    const outreach = await begun();
    const impatient: typeof openImap = (account, limits) =>
      openImap(account, { ...limits, connectTimeout: 5_000, socketTimeout: 300 });
    watch({ openImap: impatient });
    await idling();
    post.practice.faults.refuseConnections = true;
    post.practice.faults.freezeImap();
    post.reply(outreach);
    const came = Date.now();
    await until('it has given up', async () => (await post.mailbox()).state === 'unreachable');
    expect(await looked()).toBeLessThanOrEqual(came);
    expect(await post.messages()).toEqual([]);
    post.practice.faults.refuseConnections = false;
    await until('it has looked again', async () => (await looked()) > came);
    expect(await post.messages()).toHaveLength(1);
    await until('it is well', async () => (await post.mailbox()).state === 'connected');
  });

  test('finds a folder again under its new name, and what has come into it', async () => {
    const outreach = await begun();
    watch();
    await idling();
    renameFolder(accountOf(post.practice.store, 'me@home.test'), 'Junk', 'Spam box');
    post.reply(outreach, { folder: 'Spam box' });
    await stored(1);
    await until('it is well', async () => (await post.mailbox()).state === 'connected');
  });

  test('goes on without a folder that is gone', async () => {
    const outreach = await begun();
    watch();
    await idling();
    accountOf(post.practice.store, 'me@home.test').folders.delete('Junk');
    const gone = Date.now();
    await until('it has looked since', async () => (await looked()) > gone);
    post.reply(outreach);
    await stored(1);
    await until('it is well', async () => (await post.mailbox()).state === 'connected');
  });

  test('reads what it can while one folder cannot be opened, and has not looked', async () => {
    const outreach = await begun();
    watch();
    await idling();
    post.practice.faults.imap = ({ at, command, line }) =>
      at === 'command' && command === 'EXAMINE' && line.includes('Junk')
        ? { no: '[UNAVAILABLE] try later' }
        : undefined;
    await until('it has failed', async () => (await post.mailbox()).state === 'unreachable');
    const last = await looked();
    post.reply(outreach);
    await stored(1);
    expect(await looked()).toBe(last);
    expect((await post.mailbox()).stateDetail).toContain('Junk');
    post.practice.faults.imap = undefined;
    await until('it has looked again', async () => (await looked()) > last);
    expect((await post.mailbox()).state).toBe('connected');
  });
});

describe('of two watchers', () => {
  test('one watches, and the other takes over when its session ends', async () => {
    const outreach = await begun();
    const first = watch();
    await idling();
    expect(await epoch()).toBe(1);
    watch();
    const began = Date.now();
    await until('the second one has asked for the lock', () => Date.now() - began > 1_500);
    expect(await epoch()).toBe(1);
    expect(post.practice.faults.idling()).toBe(1);
    await first.end();
    await until('the second one watches', async () => (await epoch()) === 2);
    await idling();
    post.reply(outreach);
    await stored(1);
  });

  test('the first one stops when PostgreSQL ends its session, and another begins', async () => {
    watch();
    await idling();
    await post.db.$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_locks
      WHERE locktype = 'advisory' AND granted AND database =
        (SELECT oid FROM pg_database WHERE datname = current_database())`;
    await until('the lock is free', async () => {
      const rows = await post.db.$queryRaw<{ count: bigint }[]>`
        SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database =
          (SELECT oid FROM pg_database WHERE datname = current_database())`;
      return rows[0]?.count === 0n;
    });
    expect(await watchers[0]?.ended).toBe('again');
    watch();
    await until('another one watches', async () => (await epoch()) === 2);
  });
});
