import type { ImapFlow } from 'imapflow';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImapAct, ImapStep } from '../../embedded/practice/faults.ts';
import {
  accountOf,
  addMail,
  folderOf,
  removeMails,
  renameFolder,
  renumber,
} from '../../embedded/practice/store.ts';
import { checkMailbox } from '../../mail/check.ts';
import { closeImap } from '../../mail/close-imap.ts';
import { fetchSource } from '../../mail/fetch-source.ts';
import { findFolders } from '../../mail/folders.ts';
import { openImap, type ImapLimits } from '../../mail/imap.ts';
import { readNew } from '../../mail/read-new.ts';
import { findEarlier } from '../../mail/search-person.ts';
import { appendSent, findSent } from '../../mail/sent.ts';
import { within } from '../../mail/time-limit.ts';
import { eventually, plainMail, practiceServers, type Practice } from '../support/mail-servers.ts';

const ME = 'me@home.test';
let servers: Practice;
let open: ImapFlow[] = [];

beforeEach(async () => {
  servers = await practiceServers();
});
afterEach(async () => {
  for (const client of open) client.close();
  open = [];
  await servers.stop();
});

async function imap(limits: ImapLimits = {}): Promise<ImapFlow> {
  const client = await openImap(servers.me, limits);
  open.push(client);
  return client;
}

function deliver(count: number): void {
  for (let n = 0; n < count; n++) servers.practice.deliver(ME, plainMail());
}

/** The act at the given step, the first time it comes. */
function once(at: ImapStep['at'], command: string, act: ImapAct, nth?: number): void {
  servers.practice.faults.imap = (step) => {
    if (step.at !== at || step.command !== command) return undefined;
    if (nth !== undefined && step.nth !== nth) return undefined;
    servers.practice.faults.imap = undefined;
    return act;
  };
}

const everything = { folder: 'INBOX', uidValidity: '1000', uidNext: 1 };

describe('the connection', () => {
  test('lost before the greeting is a failure, not a wait', async () => {
    servers.practice.faults.refuseConnections = true;
    await expect(imap()).rejects.toMatchObject({ reason: 'unreachable' });
  });

  test('refused with BYE tells the server’s reason', async () => {
    once('connect', '', { bye: 'too many connections' });
    await expect(imap()).rejects.toMatchObject({
      reason: 'refused',
      response: expect.stringContaining('too many connections'),
    });
  });

  test('without a greeting ends when its time is over', async () => {
    once('connect', '', 'freeze');
    await expect(imap({ connectTimeout: 200 })).rejects.toMatchObject({ reason: 'timeout' });
  });

  test('is ended in time although the server does not answer the LOGOUT', async () => {
    const client = await imap();
    once('command', 'LOGOUT', 'freeze');
    await closeImap(client);
    expect(client.usable).toBe(false);
    await closeImap(client);
  });

  test('whose sign-in is never answered ends when its time is over', async () => {
    once('command', 'AUTHENTICATE', 'freeze');
    await expect(imap({ connectTimeout: 200 })).rejects.toMatchObject({ reason: 'timeout' });
  });

  test('refused because the password was changed meanwhile says so', async () => {
    await imap();
    accountOf(servers.practice.store, ME).password = 'changed';
    await expect(imap()).rejects.toMatchObject({ reason: 'sign_in' });
  });

  test('to a port that does not speak TLS says so', async () => {
    const tls = { ...servers.me.imap, security: 'tls' } as const;
    await expect(openImap({ ...servers.me, imap: tls })).rejects.toMatchObject({
      reason: 'protocol',
      message: expect.stringContaining('does not speak TLS'),
    });
  });

  test('that shall be encrypted is not made where the server offers no STARTTLS', async () => {
    const starttls = { ...servers.me.imap, security: 'starttls' } as const;
    await expect(openImap({ ...servers.me, imap: starttls })).rejects.toMatchObject({
      reason: 'protocol',
      message: expect.stringContaining('STARTTLS'),
    });
  });

  test('of a server that repeats the password in its refusal does not pass it on', async () => {
    once('command', 'AUTHENTICATE', { no: `[AUTHENTICATIONFAILED] ${servers.me.password} is bad` });
    const failure = await imap().catch((error: unknown) => error);
    expect(failure).toMatchObject({ reason: 'sign_in' });
    expect(JSON.stringify(failure) + String(failure)).not.toContain(servers.me.password);
  });
});

describe('waiting for mail', () => {
  test.each([
    ['cut', () => servers.practice.faults.dropImap()],
    ['ended with BYE', () => servers.practice.faults.byeImap('maintenance')],
  ])('ends when the connection is %s', async (_, end) => {
    const client = await imap();
    await client.mailboxOpen('INBOX', { readOnly: true });
    const closed = new Promise((resolve) => client.once('close', resolve));
    const idle = client.idle();
    await eventually('the client is in IDLE', () => servers.practice.faults.idling() === 1);
    end();
    await closed;
    expect(await idle).toBe(false);
    await expect(readNew(client, everything)).rejects.toMatchObject({ name: 'MailboxFailure' });
  });

  test('ends when the server stops answering', async () => {
    const client = await imap({ maxIdleTime: 100, socketTimeout: 300 });
    await client.mailboxOpen('INBOX', { readOnly: true });
    const closed = new Promise((resolve) => client.once('close', resolve));
    void client.idle();
    await eventually('the client is in IDLE', () => servers.practice.faults.idling() === 1);
    servers.practice.faults.freezeImap();
    await closed;
    expect(client.usable).toBe(false);
  });

  test('works without IDLE, and the checks say how', async () => {
    servers.practice.faults.hiddenCapabilities = new Set(['IDLE']);
    const checks = await checkMailbox(servers.me);
    expect(checks.find(({ check }) => check === 'idle')).toMatchObject({
      ok: false,
      needed: false,
      detail: expect.stringMatching(/every \d+ seconds instead/),
    });
    const client = await imap({ maxIdleTime: 50 });
    await client.mailboxOpen('INBOX', { readOnly: true });
    const told = new Promise((resolve) => client.once('exists', resolve));
    const idle = client.idle();
    deliver(1);
    await told;
    client.close();
    await idle;
  });

  test('a mail that is gone before it is fetched is not read, and nothing fails', async () => {
    const client = await imap();
    const cursor = await readNew(client, { ...everything, uidValidity: undefined });
    const told = new Promise((resolve) => client.once('exists', resolve));
    const idle = client.idle();
    await eventually('the client is in IDLE', () => servers.practice.faults.idling() === 1);
    deliver(2);
    await told;
    removeMails(folderOf(servers.practice.store, ME, 'INBOX'), ({ uid }) => uid === 1);
    const { mails, uidNext } = await readNew(client, { folder: 'INBOX', ...cursor });
    await idle;
    expect(mails.map(({ uid }) => uid)).toEqual([2]);
    expect(uidNext).toBe(3);
    expect(await fetchSource(client, { folder: 'INBOX', uid: 1, maxBytes: 100 })).toBeUndefined();
  });
});

describe('reading', () => {
  test('20,000 waiting mails come in portions, each exactly once', async () => {
    deliver(20_000);
    const client = await imap();
    const uids = new Set<number>();
    let cursor = { ...everything, more: true };
    let largest = 0;
    while (cursor.more) {
      const portion = await readNew(client, { ...cursor, limit: 500 });
      for (const { uid } of portion.mails) uids.add(uid);
      largest = Math.max(largest, portion.mails.length);
      cursor = { ...cursor, ...portion };
    }
    expect(uids.size).toBe(20_000);
    expect(largest).toBe(500);
    expect(cursor.uidNext).toBe(20_001);
  }, 120_000);

  test('UIDs with gaps of a billion are crossed in a few commands', async () => {
    deliver(3);
    const inbox = folderOf(servers.practice.store, ME, 'INBOX');
    inbox.uidNext = 2_000_000_000;
    deliver(3);
    let commands = 0;
    servers.practice.faults.imap = (step) => {
      if (step.at === 'command') commands++;
      return undefined;
    };
    const client = await imap();
    const { mails, more } = await readNew(client, everything);
    expect(mails.map(({ uid }) => uid)).toEqual([
      1, 2, 3, 2_000_000_000, 2_000_000_001, 2_000_000_002,
    ]);
    expect(more).toBe(false);
    expect(commands).toBeLessThan(30);
  });

  test.each([1, 2, 4])(
    'the connection is lost before mail %i: a failure, not fewer mails',
    async (nth) => {
      deliver(4);
      const client = await imap();
      once('item', 'UID FETCH', 'drop', nth);
      await expect(readNew(client, everything)).rejects.toMatchObject({ reason: 'unreachable' });
    },
  );

  test('the connection is lost after the last mail and before the end: a failure', async () => {
    deliver(4);
    const client = await imap();
    once('reply', 'UID FETCH', 'drop');
    await expect(readNew(client, everything)).rejects.toMatchObject({ reason: 'unreachable' });
  });

  test('a dead connection is a failure for everything that reads', async () => {
    const client = await imap();
    servers.practice.faults.dropImap();
    await eventually('the client has noticed', () => !client.usable);
    const person = { folders: ['INBOX'], address: 'ana@work.test', limit: 5 };
    const mail = { folder: 'Sent', messageId: '<1@home.test>' };
    for (const reading of [
      () => readNew(client, everything),
      () => fetchSource(client, { folder: 'INBOX', uid: 1, maxBytes: 10 }),
      () => findEarlier(client, person),
      () => findSent(client, mail),
      () => findFolders(client),
      () => appendSent(client, { folder: 'Sent', raw: plainMail(), date: new Date() }),
    ])
      await expect(reading()).rejects.toMatchObject({ name: 'MailboxFailure' });
  });

  test('a server that stops answering is given up', async () => {
    deliver(4);
    const client = await imap({ socketTimeout: 200 });
    once('item', 'UID FETCH', 'freeze', 2);
    await expect(readNew(client, everything)).rejects.toMatchObject({ name: 'MailboxFailure' });
    expect(client.usable).toBe(false);
  });

  test.each([
    ['first', [1]],
    ['middle', [3, 4]],
    ['last', [6]],
  ])('the %s mails are left out once: they are asked for again', async (_, left) => {
    deliver(3);
    const client = await imap();
    const cursor = await readNew(client, { ...everything, limit: 2 });
    deliver(3);
    const due = new Set(left);
    servers.practice.faults.imap = ({ at, line, nth }) =>
      at === 'item' && line.includes('HEADER') && due.delete(nth) ? 'skip' : undefined;
    const { mails } = await readNew(client, { folder: 'INBOX', ...cursor });
    expect(mails.map(({ uid }) => uid)).toEqual([3, 4, 5, 6]);
  });

  test('a server that lists mails and never hands them over is found out', async () => {
    deliver(5);
    const client = await imap();
    servers.practice.faults.imap = ({ at, line, nth }) =>
      at === 'item' && line.includes('HEADER') && (nth === 5 || !line.includes(':'))
        ? 'skip'
        : undefined;
    await expect(readNew(client, everything)).rejects.toMatchObject({ reason: 'protocol' });
  });

  test('a server that says OK and hands over nothing is found out', async () => {
    deliver(3);
    const client = await imap();
    servers.practice.faults.imap = ({ at, line }) =>
      at === 'item' && line.includes('HEADER') ? 'skip' : undefined;
    await expect(readNew(client, everything)).rejects.toMatchObject({ reason: 'protocol' });
  });

  test('mail that comes in between two portions is read with the last of them', async () => {
    deliver(4);
    const client = await imap();
    const first = await readNew(client, { ...everything, limit: 2 });
    deliver(1);
    const second = await readNew(client, { folder: 'INBOX', ...first });
    expect([...first.mails, ...second.mails].map(({ uid }) => uid)).toEqual([1, 2, 3, 4, 5]);
    expect(second.more).toBe(false);
  });

  test('other people’s flags between the answers are no mails', async () => {
    deliver(3);
    const client = await imap();
    const noise = '* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n* 2 FETCH (UID 2 FLAGS (\\Seen))\r\n';
    once('item', 'UID FETCH', { raw: [noise], after: 'go_on' }, 2);
    const { mails } = await readNew(client, everything);
    expect(mails.map(({ uid, from }) => [uid, from])).toEqual([
      [1, 'ana@work.test'],
      [2, 'ana@work.test'],
      [3, 'ana@work.test'],
    ]);
  });

  test('mails that another program removes while they are read do not fail it', async () => {
    deliver(6);
    const inbox = folderOf(servers.practice.store, ME, 'INBOX');
    const client = await imap();
    servers.practice.faults.imap = ({ at, nth }) => {
      if (at === 'item' && nth === 2) removeMails(inbox, ({ uid }) => uid === 4 || uid === 6);
      return undefined;
    };
    const { mails, uidNext } = await readNew(client, everything);
    expect(mails.map(({ uid }) => uid)).toEqual([1, 2, 3, 5]);
    expect(uidNext).toBe(6);
  });

  test('a folder with new UIDs is read anew, its newest mails only', async () => {
    deliver(10);
    const client = await imap();
    const cursor = await readNew(client, everything);
    renumber(servers.practice.store, folderOf(servers.practice.store, ME, 'INBOX'));
    const again = await readNew(client, { folder: 'INBOX', ...cursor, rescan: 4 });
    expect(again.reset).toBe(true);
    expect(again.mails.map(({ uid }) => uid)).toEqual([7, 8, 9, 10]);
    expect(again.uidNext).toBe(11);
  });

  test('a folder that was renamed is a failure that names it', async () => {
    const client = await imap();
    renameFolder(accountOf(servers.practice.store, ME), 'Junk', 'Spam box');
    await expect(readNew(client, { ...everything, folder: 'Junk' })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('"Junk"'),
    });
  });

  test('a refused search is a failure, not an empty answer', async () => {
    deliver(1);
    const client = await imap();
    servers.practice.faults.imap = ({ at, command }) =>
      at === 'command' && command === 'UID SEARCH' ? { no: 'try later' } : undefined;
    const person = { folders: ['INBOX'], address: 'ana@work.test', limit: 5 };
    await expect(findEarlier(client, person)).rejects.toMatchObject({ reason: 'refused' });
  });

  test('a copy is found in Sent although SEARCH does not know it yet, under the server’s id', async () => {
    const sent = folderOf(servers.practice.store, ME, 'Sent');
    const ours = '<ours@home.test>';
    const headers = [`X-Microsoft-Original-Message-ID: ${ours}`];
    addMail(sent, plainMail({ messageId: '<theirs@prod.outlook.com>', headers }));
    const client = await imap();
    servers.practice.faults.imap = ({ at, command }) =>
      at === 'command' && command === 'UID SEARCH' ? { no: 'the index lags' } : undefined;
    expect(await findSent(client, { folder: 'Sent', messageId: ours })).toEqual({
      uid: 1,
      messageId: '<theirs@prod.outlook.com>',
    });
    await expect(
      findSent(client, { folder: 'Sent', messageId: '<another@home.test>' }),
    ).rejects.toMatchObject({ reason: 'refused' });
  });
});

describe('a hostile server', () => {
  test('that sends no IMAP is a failure', async () => {
    once('connect', '', { raw: ['HTTP/1.1 400 Bad Request\r\n\r\n'], after: 'drop' });
    await expect(imap({ connectTimeout: 2_000 })).rejects.toMatchObject({
      name: 'MailboxFailure',
    });
  });

  test('that sends garbage between the mails does not make us miss one', async () => {
    deliver(3);
    const client = await imap();
    const garbage = ['* 2 FETCH (UID\r\n', '\u0000\u0001((((\r\n', '* \r\n'];
    once('item', 'UID FETCH', { raw: garbage, after: 'go_on' }, 2);
    const result = await readNew(client, everything).catch((error: unknown) => error);
    if (result instanceof Error) expect(result).toMatchObject({ name: 'MailboxFailure' });
    else expect(result).toMatchObject({ mails: [{ uid: 1 }, { uid: 2 }, { uid: 3 }] });
  });

  test('with a line that never ends is cut off with bounded memory', async () => {
    deliver(1);
    const client = await imap();
    const piece = 'A'.repeat(64 * 1024);
    const before = process.memoryUsage().rss;
    once('item', 'UID FETCH', { raw: endless(piece, 600), after: 'freeze' });
    await expect(readNew(client, everything)).rejects.toMatchObject({ reason: 'protocol' });
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
  });

  test('that announces a huge literal is cut off at once', async () => {
    deliver(1);
    const client = await imap();
    const raw = ['* 1 FETCH (UID 1 BODY[HEADER] {999999999}\r\n'];
    once('item', 'UID FETCH', { raw, after: 'freeze' });
    await expect(readNew(client, everything)).rejects.toMatchObject({ reason: 'protocol' });
  });

  test('that sends more mails than there can be is cut off', async () => {
    deliver(1);
    const client = await imap();
    const header = 'Subject: x\r\n\r\n';
    const item = (n: number) =>
      `* ${n} FETCH (UID ${n} RFC822.SIZE 9 BODY[HEADER] {${header.length}}\r\n${header})\r\n`;
    function* flood() {
      for (let n = 2; n < 20_000; n++) yield item(n);
    }
    once('item', 'UID FETCH', { raw: flood(), after: 'freeze' });
    await expect(readNew(client, everything)).rejects.toMatchObject({ reason: 'protocol' });
    expect(client.usable).toBe(false);
  });

  test('with absurd counts does not lead us astray', async () => {
    deliver(2);
    const client = await imap();
    const counts = '* 4294967295 EXISTS\r\n* OK [UIDNEXT 99999999999999999999] x\r\n';
    once('reply', 'EXAMINE', { raw: [counts], after: 'go_on' });
    const { mails } = await readNew(client, everything);
    expect(mails.map(({ uid }) => uid)).toEqual([1, 2]);
  });

  test.each(['0', '4294967295', '2'])('that announces %s as the next UID', async (uidNext) => {
    deliver(3);
    const client = await imap();
    const announce = `* OK [UIDNEXT ${uidNext}] x\r\n`;
    servers.practice.faults.imap = ({ at, command }) =>
      at === 'reply' && command === 'EXAMINE' ? { raw: [announce], after: 'go_on' } : undefined;
    const first = await readNew(client, { ...everything, uidValidity: undefined });
    expect(first.uidNext).toBe(4);
    const { mails, ...cursor } = await readNew(client, everything);
    expect(mails.map(({ uid }) => uid)).toEqual([1, 2, 3]);
    deliver(1);
    const later = await readNew(client, { folder: 'INBOX', ...cursor });
    expect(later.mails.map(({ uid }) => uid)).toEqual([4]);
  });

  test('that keeps talking and never answers is left when the time is over', async () => {
    const client = await imap();
    once('command', 'NOOP', { raw: [], after: 'freeze' });
    const talk = setInterval(() => servers.practice.faults.writeImap('* OK still here\r\n'), 20);
    await expect(within(client, 300, 'wait', () => client.noop())).rejects.toMatchObject({
      reason: 'timeout',
    });
    clearInterval(talk);
    expect(client.usable).toBe(false);
  });

  test('with a mail of 50 MB is asked for no more than the bound', async () => {
    servers.practice.deliver(ME, plainMail({ text: 'A'.repeat(50_000_000) }));
    const client = await imap();
    const mail = await fetchSource(client, { folder: 'INBOX', uid: 1, maxBytes: 1_000_000 });
    expect(mail?.truncated).toBe(true);
    expect(mail?.source.length).toBe(1_000_000);
    expect(client.stats().received).toBeLessThan(1_100_000);
  });

  test('with a mail of a million header lines costs a bounded part of it', async () => {
    const headers = Array.from({ length: 200_000 }, (_, n) => `References: <${n}@flood.test>`);
    servers.practice.deliver(ME, plainMail({ headers }));
    const client = await imap();
    const { mails } = await readNew(client, everything);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.references.length).toBeLessThanOrEqual(200);
  });
});

describe('folders', () => {
  test('without SPECIAL-USE are known by their names in the user’s language', async () => {
    servers.practice.faults.hiddenCapabilities = new Set(['SPECIAL-USE']);
    const account = accountOf(servers.practice.store, ME);
    renameFolder(account, 'Sent', 'Gesendete Objekte');
    renameFolder(account, 'Junk', 'Spamverdacht');
    expect(await findFolders(await imap())).toEqual({
      inbox: 'INBOX',
      junk: 'Spamverdacht',
      sent: 'Gesendete Objekte',
    });
  });

  test('that are missing are named by the checks, and the mailbox still works', async () => {
    const account = accountOf(servers.practice.store, ME);
    account.folders.delete('Sent');
    account.folders.delete('Junk');
    const checks = await checkMailbox(servers.me);
    expect(checks.filter(({ ok, needed }) => !ok && needed)).toEqual([]);
    expect(checks.find(({ check }) => check === 'folders')).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/spam or sent mail/),
    });
  });
});

describe('Gmail', () => {
  test('is read from All Mail with its thread ids', async () => {
    await servers.stop();
    servers = await practiceServers({ gmail: true });
    const client = await imap();
    const folders = await findFolders(client);
    expect(folders.all).toBe('[Gmail]/All Mail');
    const folder = folders.all ?? '';
    const cursor = await readNew(client, { folder, uidValidity: undefined, uidNext: 0 });
    servers.practice.deliver(ME, plainMail({ messageId: '<first@work.test>' }));
    const headers = ['In-Reply-To: <first@work.test>'];
    servers.practice.deliver(ME, plainMail({ headers }));
    const { mails } = await readNew(client, { folder, ...cursor });
    expect(mails).toHaveLength(2);
    expect(mails[0]?.gmailThreadId).toMatch(/^\d+$/);
    expect(mails[1]?.gmailThreadId).toBe(mails[0]?.gmailThreadId);
  });
});

function* endless(piece: string, times: number): Generator<string> {
  for (let n = 0; n < times; n++) yield piece;
}
