import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountOf, folderOf } from '../../../practice/server/store.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';
import { startWatcher, type Watcher } from '../watcher.ts';

const minute = 60_000;
const hour = 60 * minute;

let post: ActivityFixture;
let watchers: Watcher[] = [];
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(async () => {
  for (const watcher of watchers) await watcher.end();
  watchers = [];
  await post.close();
});

function watch(): Watcher {
  const watcher = startWatcher(post);
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

const isIn = (state: string) => until(state, async () => (await post.mailbox()).state === state);
const idling = () => until('it idles', () => post.practice.faults.idling() === 1);

/** Counts the sign-ins that are refused, with the words given. */
function refuseSignIns(no: string): { readonly tried: () => number; readonly end: () => void } {
  let tried = 0;
  post.practice.faults.imap = ({ at, command }) => {
    if (at !== 'command' || !/^(AUTHENTICATE|LOGIN)$/.test(command)) return undefined;
    tried += 1;
    return { no };
  };
  return { tried: () => tried, end: () => (post.practice.faults.imap = undefined) };
}

describe('a refused password', () => {
  test('is tried 1, 5 and 30 minutes later, and then no more that day', async () => {
    const { tried } = refuseSignIns('[AUTHENTICATIONFAILED] Invalid credentials');
    watch();
    await isIn('sign_in_failed');
    expect(tried()).toBe(1);
    for (const [minutes, times] of [
      [1, 2],
      [5, 3],
      [30, 4],
    ] as const) {
      post.clock.ahead = minutes * minute + 10_000;
      await until(`it was tried ${times} times`, () => tried() === times);
      // When it is tried next is reckoned after that.
      await until('it is noted', async () => (await post.mailbox()).refusals === times);
    }
    post.clock.ahead = 27 * hour;
    await until('it is tried the next day', () => tried() === 5);
  });

  test('is not tried by a mail that is due, nor by a watcher that takes over', async () => {
    const { tried } = refuseSignIns('[CONTACTADMIN] Account locked');
    const first = watch();
    await isIn('sign_in_failed');
    await first.end();
    watch();
    await until('another watches', async () => (await post.mailbox()).watchEpoch === 2);
    const mail = await post.approved(await post.contact());
    expect(await post.send(mail)).toMatchObject({ kind: 'held' });
    expect(tried()).toBe(1);
  });

  test('is tried at once when a person gives a new one', async () => {
    const refusing = refuseSignIns('[AUTHENTICATIONFAILED] Invalid credentials');
    watch();
    await isIn('sign_in_failed');
    refusing.end();
    const account = accountOf(post.practice.store, 'me@home.test');
    account.password = 'changed';
    await post.db.mailbox.update({
      where: { id: post.mailboxId },
      data: { secret: post.dependencies.secrets.seal('changed'), signInAfter: null, refusals: 0 },
    });
    await isIn('connected');
    expect(await post.mailbox()).toMatchObject({ refusal: null, refusals: 0, failingSince: null });
    expect(await post.problems()).toEqual([]);
  });
});

test('a server that is only busy is no refused password', async () => {
  refuseSignIns('[UNAVAILABLE] Temporary authentication failure');
  watch();
  await isIn('unreachable');
  expect(await post.problems()).toEqual([]);
  expect((await post.mailbox()).signInAfter).toBeNull();
});

test('a session that ends with its access token is no failure', async () => {
  watch();
  await idling();
  await isIn('connected');
  const states: string[] = [];
  post.practice.faults.byeImap('Session invalidated - AccessTokenExpired');
  await until('it signs in again', async () => {
    const { state } = await post.mailbox();
    states.push(state);
    return post.practice.faults.idling() === 1;
  });
  expect(new Set(states)).toEqual(new Set(['connected']));
});

describe('the daily sign-in', () => {
  test('finds a changed password while the old session goes on', async () => {
    watch();
    await isIn('connected');
    await until('the next one is planned', async () => {
      return (await post.mailbox()).freshSignInAt !== null;
    });
    accountOf(post.practice.store, 'me@home.test').password = 'changed';
    post.clock.ahead = 25 * hour;
    await isIn('sign_in_failed');
  });

  test('finds that sending is refused, and lets it go on when it works again', async () => {
    watch();
    await isIn('connected');
    await until('the next one is planned', async () => {
      return (await post.mailbox()).freshSignInAt !== null;
    });
    post.practice.faults.smtp = ({ at }) =>
      at === 'auth' ? { code: 535, text: '5.7.8 Username and Password not accepted' } : undefined;
    post.clock.ahead = 25 * hour;
    await until('sending is stopped', async () => {
      return (await post.mailbox()).sendingStoppedBy === 'sign_in';
    });
    expect((await post.mailbox()).state).toBe('connected');
    post.practice.faults.smtp = undefined;
    post.clock.ahead = 25 * hour + 6 * minute;
    await until('sending goes on', async () => (await post.mailbox()).sendingStoppedAt === null);
    expect(await post.problems()).toEqual([]);
  });
});

describe('a dead mailbox is reported', () => {
  test('once through another mailbox of the user, and once more when it works again', async () => {
    const ana = accountOf(post.practice.store, 'ana@work.test');
    const { smtpPort, imapPort } = await post.mailbox();
    await post.db.mailbox.create({
      data: {
        userId: post.userId,
        address: 'ana@work.test',
        login: 'ana@work.test',
        secret: post.dependencies.secrets.seal(ana.password),
        imapHost: '127.0.0.1',
        imapPort,
        imapSecurity: 'none',
        smtpHost: '127.0.0.1',
        smtpPort,
        smtpSecurity: 'none',
        state: 'connected',
      },
    });
    const inbox = folderOf(post.practice.store, 'ana@work.test', 'INBOX');
    const reports = () => inbox.mails.map(({ raw }) => raw.toString());
    const refusing = refuseSignIns('[ALERT] Please log in via your web browser');
    watch();
    await until('it is reported', () => reports().length === 1);
    expect(reports()[0]).toContain('Subject: Rapport can no longer read me@home.test');
    await until('it has been waited', async () => (await post.mailbox()).alertsSent === 1);
    refusing.end();
    await post.db.mailbox.update({
      where: { id: post.mailboxId },
      data: { state: 'connecting', signInAfter: null },
    });
    await until('the end is reported', () => reports().length === 2);
    expect(reports()[1]).toContain('Subject: Rapport works with me@home.test again');
  });

  test('at the address for alerts, again if nobody took it', async () => {
    const received: string[] = [];
    let status = 500;
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        received.push(`${String(request.headers['title'])}\n${body}`);
        response.writeHead(status).end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await post.db.user.update({
      where: { id: post.userId },
      data: { alertUrl: `http://127.0.0.1:${port}/topic` },
    });
    refuseSignIns('[ALERT] Please log in via your web browser');
    watch();
    await until('it was posted', () => received.length >= 1);
    status = 200;
    await until('it arrived', async () => {
      return received.length >= 2 && (await post.mailbox()).alertsSent === 1;
    });
    const before = received.length;
    post.clock.ahead = 25 * hour;
    await until('it is repeated the next day', () => received.length > before);
    expect(received[0]).toContain('Rapport can no longer read me@home.test');
    server.close();
  });
});
