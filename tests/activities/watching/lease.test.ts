import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { usualWatchTimes } from '../../../activities/dependencies.ts';
import { startStandby, type Standby } from '../../../activities/watching/standby.ts';
import { startTcpRelay } from '../../support/tcp-relay.ts';
import { until } from '../../support/until.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';
import { startWatcher, type Watcher } from '../watcher.ts';

let post: ActivityFixture;
const ends: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
  await post.close();
});

function watch(other: Parameters<typeof startWatcher>[1] = {}): Watcher {
  const watcher = startWatcher(post, other);
  ends.push(watcher.end);
  return watcher;
}

function standBy(startsAfter = 0): Standby {
  const standby = startStandby(post.dependencies, startsAfter);
  ends.push(standby.stop);
  return standby;
}

const epoch = async () => (await post.mailbox()).watchEpoch;
const idling = () => until('it idles', async () => post.practice.faults.idling() === 1);
const expiry = async () => (await post.db.watchLease.findFirstOrThrow()).expiresAt.getTime();
const expire = () =>
  post.db.$executeRaw`UPDATE watch_lease SET expires_at = now() - interval '1 s'`;

/** A process that holds the lock and the lease as a watcher does, and does nothing any more. */
async function frozenWatcher(seconds: number): Promise<{ readonly ended: () => boolean }> {
  const client = new pg.Client({ connectionString: post.dependencies.databaseUrl });
  let ended = false;
  client.on('error', () => undefined);
  client.on('end', () => (ended = true));
  await client.connect();
  ends.push(() => client.end().catch(() => undefined));
  await client.query('SELECT pg_advisory_lock(hashtextextended($1, 41))', [post.mailboxId]);
  await client.query(
    `INSERT INTO watch_lease VALUES ($1, pg_backend_pid(), now() + make_interval(secs => $2))`,
    [post.mailboxId, seconds],
  );
  return { ended: () => ended };
}

describe('a watcher that holds the lease of a mailbox', () => {
  test('is left alone while it renews it', async () => {
    watch();
    await idling();
    watch();
    standBy();
    const first = await expiry();
    await until('it was renewed', async () => (await expiry()) > first);
    const second = await expiry();
    await until('it was renewed again', async () => (await expiry()) > second);
    expect(await epoch()).toBe(1);
    expect(post.practice.faults.idling()).toBe(1);
  });

  test('is followed when it has not renewed it in time, and its session is ended', async () => {
    const frozen = await frozenWatcher(2);
    watch();
    const began = Date.now();
    await until('the lease has nearly run out', async () => Date.now() - began > 1_500);
    expect(frozen.ended()).toBe(false);
    await until('another watches', async () => (await epoch()) === 1);
    expect(frozen.ended()).toBe(true);
    await idling();
  });

  test('stops when it cannot reach PostgreSQL any more, though nobody tells it so', async () => {
    const url = new URL(post.dependencies.databaseUrl);
    const relay = await startTcpRelay(Number(url.port));
    ends.unshift(relay.stop);
    url.port = String(relay.port);
    const watcher = watch({ databaseUrl: url.href });
    await idling();
    relay.goSilent();
    expect(await watcher.ended).toBe('again');
  });

  test('stops when the lease has gone to another', async () => {
    const watcher = watch();
    await idling();
    await post.db.$executeRaw`UPDATE watch_lease SET pid = 0`;
    expect(await watcher.ended).toBe('again');
  });
});

describe('the standby of a process', () => {
  test('watches a mailbox that nobody watches, whatever Temporal does', async () => {
    const contact = await post.contact();
    const outreach = await post.approved(contact);
    await post.send(outreach);
    await post.db.mailbox.update({
      where: { id: post.mailboxId },
      data: { createdAt: new Date(Date.now() - 60_000) },
    });
    standBy();
    await idling();
    post.reply(outreach);
    await until('the reply is stored', async () => (await post.messages()).length === 1);
  });

  test('takes over from a watcher that is frozen', async () => {
    const frozen = await frozenWatcher(60);
    standBy();
    await expire();
    await until('it watches', async () => (await epoch()) === 1);
    expect(frozen.ended()).toBe(true);
  });

  test('leaves a new mailbox to its workflow for a while', async () => {
    standBy();
    const began = Date.now();
    await until('it has looked several times', async () => Date.now() - began > 5_000);
    expect(await epoch()).toBe(0);
  });

  test('gives the mailbox back when it stops', async () => {
    await frozenWatcher(0);
    const standby = standBy();
    await idling();
    await standby.stop();
    watch();
    await until('the next one watches', async () => (await epoch()) === 2);
  });
});

describe('a connection that dies without a word', () => {
  test('is noticed, and the mail is seen, long before the next full look', async () => {
    const outreach = await post.approved(await post.contact());
    await post.send(outreach);
    const watching = { ...usualWatchTimes, look: 600_000, probe: 100, answer: 300 };
    watch({ watching });
    await until('it has looked', async () => (await post.mailbox()).lastLookedAt !== null);
    post.practice.faults.freezeImap();
    post.reply(outreach);
    await until('the reply is stored', async () => (await post.messages()).length === 1);
    await until('it is well', async () => (await post.mailbox()).state === 'connected');
  });

  test('is not suspected where the server is slow to answer', async () => {
    const slow = 400;
    post.practice.faults.imap = async ({ at, command }) => {
      if (at === 'command' && /^(LIST|NOOP)$/.test(command))
        await new Promise((resolve) => setTimeout(resolve, slow));
      return undefined;
    };
    const states: string[] = [];
    const watching = { ...usualWatchTimes, look: 600_000, probe: 50, answer: slow / 4 };
    watch({ watching });
    await idling();
    const began = Date.now();
    await until('it was asked several times', async () => {
      states.push((await post.mailbox()).state);
      return Date.now() - began > 3_000;
    });
    expect(new Set(states)).toEqual(new Set(['connected']));
    expect(await epoch()).toBe(1);
  });
});
