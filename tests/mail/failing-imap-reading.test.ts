import { describe, expect, test } from 'vitest';
import {
  accountOf,
  addMail,
  folderOf,
  removeMails,
  renameFolder,
  renumber,
} from '../../practice/server/store.ts';
import { checkMailbox } from '../../mail/check-mailbox.ts';
import { fetchSource } from '../../mail/imap/fetch-source.ts';
import { findFolders } from '../../mail/imap/folders.ts';
import { readNew } from '../../mail/imap/read-new.ts';
import { findEarlier } from '../../mail/imap/search-person.ts';
import { appendSent, findSent } from '../../mail/imap/sent-folder.ts';
import { ME, everything, failingServer } from '../support/failing-server.ts';
import { eventually, plainMail, practiceServers } from '../support/mail-servers.ts';

const failing = failingServer();
const { imap, deliver, once } = failing;

describe('reading', () => {
  test('an empty folder asks for no mail: some servers refuse that', async () => {
    const commands: string[] = [];
    failing.servers.practice.faults.imap = ({ at, command }) => {
      if (at === 'command') commands.push(command);
      return undefined;
    };
    expect((await readNew(await imap(), everything)).mails).toEqual([]);
    expect(commands.filter((command) => /FETCH/.test(command))).toEqual([]);
  });

  test('never opens a folder for writing and never asks for more than a peek', async () => {
    deliver(2);
    const commands: string[] = [];
    failing.servers.practice.faults.imap = ({ at, command, line }) => {
      if (at === 'command') commands.push(`${command} ${line}`);
      return undefined;
    };
    const client = await imap();
    await readNew(client, everything);
    await fetchSource(client, { folder: 'INBOX', uid: 1, maxBytes: 100 });
    const person = { folders: ['INBOX', 'Sent'], address: 'ana@work.test', limit: 5 };
    await findEarlier(client, person);
    await findSent(client, { folder: 'INBOX', messageId: '<none@home.test>' });
    expect(commands.filter((command) => command.startsWith('EXAMINE')).length).toBeGreaterThan(2);
    for (const command of commands) {
      expect(command).not.toMatch(/^(SELECT|STORE|UID STORE|APPEND|EXPUNGE|COPY|MOVE|CLOSE)/);
      expect(command).not.toMatch(/BODY\[|RFC822(\s|$|\))|RFC822\.TEXT/);
    }
  });

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
    const inbox = folderOf(failing.servers.practice.store, ME, 'INBOX');
    inbox.uidNext = 2_000_000_000;
    deliver(3);
    let commands = 0;
    failing.servers.practice.faults.imap = (step) => {
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
    failing.servers.practice.faults.dropImap();
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
    ['middle', [2, 3]],
    ['last', [4]],
  ])('the %s mails are left out once: they are asked for again', async (_, left) => {
    deliver(3);
    const client = await imap();
    const cursor = await readNew(client, { ...everything, limit: 2 });
    deliver(3);
    const due = new Set(left);
    failing.servers.practice.faults.imap = ({ at, line, nth }) =>
      at === 'item' && line.includes('HEADER') && due.delete(nth) ? 'skip' : undefined;
    const { mails } = await readNew(client, { folder: 'INBOX', ...cursor });
    expect(mails.map(({ uid }) => uid)).toEqual([3, 4, 5, 6]);
  });

  test('the first mail behind a cursor is left out once: it is asked for again', async () => {
    deliver(4);
    const client = await imap();
    const { uidNext, uidValidity } = await readNew(client, { ...everything, limit: 2 });
    const due = new Set([1]);
    failing.servers.practice.faults.imap = ({ at, line, nth }) =>
      at === 'item' && line.includes('HEADER') && due.delete(nth) ? 'skip' : undefined;
    const fresh = await imap();
    const { mails } = await readNew(fresh, { folder: 'INBOX', uidValidity, uidNext });
    expect(mails.map(({ uid }) => uid)).toEqual([3, 4]);
  });

  test('a server that lists mails and never hands them over is found out', async () => {
    deliver(5);
    const client = await imap();
    failing.servers.practice.faults.imap = ({ at, line, nth }) =>
      at === 'item' && line.includes('HEADER') && (nth === 5 || !line.includes(':'))
        ? 'skip'
        : undefined;
    const read = await readNew(client, everything);
    expect(read.mails.map(({ uid }) => uid)).toEqual([1, 2, 3, 4, 5]);
    expect(read.withheld).toEqual([]);

    failing.servers.practice.faults.imap = ({ at, line, nth }) =>
      at === 'item' && /HEADER|BODY/.test(line) && (nth === 5 || !line.includes(':'))
        ? 'skip'
        : undefined;
    const again = await readNew(client, everything);
    expect(again.mails.map(({ uid }) => uid)).toEqual([1, 2, 3, 4]);
    expect(again.withheld).toEqual([
      { uid: 5, arrivedAt: expect.any(Date), size: expect.any(Number) },
    ]);
  });

  test('a header that is withheld is read from the beginning of the source', async () => {
    deliver(3);
    const client = await imap();
    failing.servers.practice.faults.imap = ({ at, line, nth }) =>
      at === 'item' && line.includes('HEADER') && (nth === 2 || !line.includes(':'))
        ? 'withhold'
        : undefined;
    const read = await readNew(client, everything);
    expect(read.mails.map(({ uid, from }) => [uid, from])).toEqual([
      [1, 'ana@work.test'],
      [2, 'ana@work.test'],
      [3, 'ana@work.test'],
    ]);
    expect(read.withheld).toEqual([]);
  });

  test('one mail that makes the server refuse the whole portion is told from the rest', async () => {
    deliver(9);
    const client = await imap();
    const inbox = folderOf(failing.servers.practice.store, ME, 'INBOX');
    const names = (set: string, uid: number) =>
      set.split(',').some((part) => {
        const [low = '', high = low] = part.split(':');
        return Number(low) <= uid && uid <= (high === '*' ? inbox.uidNext : Number(high));
      });
    failing.servers.practice.faults.imap = ({ at, command, line }) =>
      at === 'command' &&
      command === 'UID FETCH' &&
      /HEADER|BODY/.test(line) &&
      names(line.split(' ')[0] ?? '', 6)
        ? { no: 'The requested message could not be converted.' }
        : undefined;
    const read = await readNew(client, everything);
    expect(read.mails.map(({ uid }) => uid)).toEqual([1, 2, 3, 4, 5, 7, 8, 9]);
    expect(read.withheld.map(({ uid }) => uid)).toEqual([6]);
    expect(read.uidNext).toBe(10);
  });

  test('a server that says OK and hands over nothing is found out', async () => {
    deliver(3);
    const client = await imap();
    failing.servers.practice.faults.imap = ({ at, line }) =>
      at === 'item' && /HEADER|BODY/.test(line) ? 'skip' : undefined;
    const read = await readNew(client, everything);
    expect(read.mails).toEqual([]);
    expect(read.withheld.map(({ uid }) => uid)).toEqual([1, 2, 3]);
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
    const inbox = folderOf(failing.servers.practice.store, ME, 'INBOX');
    const client = await imap();
    failing.servers.practice.faults.imap = ({ at, nth }) => {
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
    renumber(failing.servers.practice.store, folderOf(failing.servers.practice.store, ME, 'INBOX'));
    const again = await readNew(client, { folder: 'INBOX', ...cursor, rescan: 4 });
    expect(again.reset).toBe(true);
    expect(again.mails.map(({ uid }) => uid)).toEqual([7, 8, 9, 10]);
    expect(again.uidNext).toBe(11);
  });

  test('a folder that was renamed is a failure that names it', async () => {
    const client = await imap();
    renameFolder(accountOf(failing.servers.practice.store, ME), 'Junk', 'Spam box');
    await expect(readNew(client, { ...everything, folder: 'Junk' })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('"Junk"'),
    });
  });

  test('a refused search is a failure, not an empty answer', async () => {
    deliver(1);
    const client = await imap();
    failing.servers.practice.faults.imap = ({ at, command }) =>
      at === 'command' && command === 'UID SEARCH' ? { no: 'try later' } : undefined;
    const person = { folders: ['INBOX'], address: 'ana@work.test', limit: 5 };
    await expect(findEarlier(client, person)).rejects.toMatchObject({ reason: 'refused' });
  });

  test('a copy is found in Sent although SEARCH does not know it yet, under the server’s id', async () => {
    const sent = folderOf(failing.servers.practice.store, ME, 'Sent');
    const ours = '<ours@home.test>';
    const headers = [`X-Microsoft-Original-Message-ID: ${ours}`];
    addMail(sent, plainMail({ messageId: '<theirs@prod.outlook.com>', headers }));
    const client = await imap();
    failing.servers.practice.faults.imap = ({ at, command }) =>
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

describe('folders', () => {
  test('without SPECIAL-USE are known by their names in the user’s language', async () => {
    failing.servers.practice.faults.hiddenCapabilities = new Set(['SPECIAL-USE']);
    const account = accountOf(failing.servers.practice.store, ME);
    renameFolder(account, 'Sent', 'Gesendete Objekte');
    renameFolder(account, 'Junk', 'Spamverdacht');
    expect(await findFolders(await imap())).toEqual({
      inbox: 'INBOX',
      junk: 'Spamverdacht',
      sent: 'Gesendete Objekte',
    });
  });

  test('that are missing are named by the checks, and the mailbox still works', async () => {
    const account = accountOf(failing.servers.practice.store, ME);
    account.folders.delete('Sent');
    account.folders.delete('Junk');
    const checks = await checkMailbox(failing.servers.me);
    expect(checks.filter(({ ok, needed }) => !ok && needed)).toEqual([]);
    expect(checks.find(({ check }) => check === 'folders')).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/spam or sent mail/),
    });
  });
});

describe('Gmail', () => {
  test('is read from All Mail with its thread ids', async () => {
    await failing.servers.stop();
    failing.servers = await practiceServers({ gmail: true });
    const client = await imap();
    const folders = await findFolders(client);
    expect(folders.all).toBe('[Gmail]/All Mail');
    const folder = folders.all ?? '';
    const cursor = await readNew(client, { folder, uidValidity: undefined, uidNext: 0 });
    failing.servers.practice.deliver(ME, plainMail({ messageId: '<first@work.test>' }));
    const headers = ['In-Reply-To: <first@work.test>'];
    failing.servers.practice.deliver(ME, plainMail({ headers }));
    const { mails } = await readNew(client, { folder, ...cursor });
    expect(mails).toHaveLength(2);
    expect(mails[0]?.gmailThreadId).toMatch(/^\d+$/);
    expect(mails[1]?.gmailThreadId).toBe(mails[0]?.gmailThreadId);
  });

  test('without All Mail is watched by its inbox, and the checks say what that misses', async () => {
    await failing.servers.stop();
    failing.servers = await practiceServers({ gmail: true });
    accountOf(failing.servers.practice.store, ME).folders.delete('[Gmail]/All Mail');
    const checks = await checkMailbox(failing.servers.me);
    expect(checks.find(({ check }) => check === 'folders')).toMatchObject({
      ok: false,
      needed: false,
      detail: expect.stringMatching(/^Watched folders: INBOX.*Show in IMAP/s),
    });
  });
});
