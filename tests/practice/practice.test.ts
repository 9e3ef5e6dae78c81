import { once } from 'node:events';
import { connect } from 'node:net';
import type { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPracticeMail } from '../../practice/server/start.ts';
import { folderOf } from '../../practice/server/store.ts';
import { openImap } from '../../mail/imap/imap.ts';
import { openSmtp } from '../../mail/smtp/smtp.ts';
import { eventually, plainMail, practiceServers, type Practice } from '../support/mail-servers.ts';

let servers: Practice;
const open: ImapFlow[] = [];

beforeEach(async () => {
  servers = await practiceServers();
});
afterEach(async () => {
  for (const client of open.splice(0)) client.close();
  await servers.stop();
});

async function imap(account = servers.me): Promise<ImapFlow> {
  const client = await openImap(account);
  open.push(client);
  return client;
}

/** Speaks IMAP by hand: sends lines, resolves with what came once `until` has come. */
async function byHand(lines: readonly string[], until: string): Promise<string> {
  const socket = connect(servers.practice.imap, '127.0.0.1');
  let heard = '';
  const done = new Promise<void>((resolve) => {
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('utf8');
      if (heard.includes(until)) resolve();
    });
    socket.on('close', () => resolve());
  });
  await once(socket, 'connect');
  socket.write(lines.map((line) => `${line}\r\n`).join(''));
  await done;
  socket.destroy();
  return heard;
}

const SIGN_IN = 'a LOGIN me@home.test secret-1';

describe('practice IMAP', () => {
  test('keeps the accounts apart', async () => {
    servers.practice.deliver('me@home.test', plainMail());
    const [mine, hers] = [await imap(), await imap(servers.ana)];
    expect((await mine.mailboxOpen('INBOX')).exists).toBe(1);
    expect((await hers.mailboxOpen('INBOX')).exists).toBe(0);
  });

  test('lets nobody in before sign-in', async () => {
    expect(await byHand(['a SELECT INBOX', 'b LIST "" *'], 'b ')).toMatch(/a NO[^]*b NO/);
  });

  test('answers nonsense with BAD and goes on', async () => {
    const heard = await byHand(
      ['nonsense', SIGN_IN, 'b FROB', 'c FETCH', 'd SELECT (INBOX', 'e SEARCH FROB', 'f NOOP'],
      'f OK',
    );
    for (const tag of ['b', 'c', 'd', 'e'])
      expect(heard).toMatch(new RegExp(`^${tag} (BAD|NO)`, 'm'));
    expect(heard).toContain('f OK');
  });

  test('takes literals, also in the sign-in and without waiting', async () => {
    const heard = await byHand(
      [
        'a LOGIN {12+}',
        'me@home.test {8+}',
        'secret-1',
        'b APPEND INBOX {5+}',
        'a: b',
        '',
        'c NOOP',
      ],
      'c ',
    );
    expect(heard).toMatch(/a OK/);
    expect(heard).toMatch(/b OK \[APPENDUID \d+ 1\]/);
  });

  test('cuts off a client whose line never ends', async () => {
    const socket = connect(servers.practice.imap, '127.0.0.1');
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const send = () => {
      while (!socket.destroyed && socket.write('A'.repeat(64 * 1024)));
    };
    socket.on('drain', send).on('connect', send).resume();
    await closed;
    await eventually(
      'no connection is left',
      () => servers.practice.faults.imapConnections() === 0,
    );
  });

  test('tells a waiting client of mails that come, change and go', async () => {
    const [waiting, other] = [await imap(), await imap()];
    await waiting.mailboxOpen('INBOX');
    await other.mailboxOpen('INBOX');
    const heard: string[] = [];
    waiting.on('exists', () => heard.push('exists'));
    waiting.on('flags', () => heard.push('flags'));
    waiting.on('expunge', () => heard.push('expunge'));
    const idle = waiting.idle();
    await eventually('the client is in IDLE', () => servers.practice.faults.idling() === 1);
    servers.practice.deliver('me@home.test', plainMail());
    await eventually('the mail is seen', () => heard.includes('exists'));
    await other.noop();
    await other.messageFlagsAdd('1', ['\\Flagged']);
    await eventually('the flag is seen', () => heard.includes('flags'));
    await other.messageDelete('1');
    await eventually('the end is seen', () => heard.includes('expunge'));
    await waiting.noop();
    await idle;
  });

  test('hands a mail over as it came, in whole and in parts', async () => {
    const raw = Buffer.from(
      [
        'From: =?utf-8?q?Ana_M=C3=BCller?= <ana@work.test>',
        'To: me@home.test, "Two, Too" <two@home.test>',
        'Subject: parts',
        'Message-ID: <parts@work.test>',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="=_b"',
        '',
        '--=_b',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Grüße',
        '--=_b',
        'Content-Type: text/calendar; method=REPLY',
        '',
        'BEGIN:VCALENDAR',
        '--=_b--',
        '',
      ].join('\r\n'),
    );
    servers.practice.deliver('me@home.test', raw);
    const client = await imap();
    await client.mailboxOpen('INBOX');
    const query = { source: true, envelope: true, bodyStructure: true, bodyParts: ['2', '1.mime'] };
    const found = await client.fetchOne('1', query);
    if (!found) throw new Error('The mail is not there.');
    expect(found.source?.equals(raw)).toBe(true);
    expect(found.envelope).toMatchObject({
      messageId: '<parts@work.test>',
      from: [{ name: 'Ana Müller', address: 'ana@work.test' }],
      to: [{ address: 'me@home.test' }, { name: 'Two, Too', address: 'two@home.test' }],
    });
    expect(found.bodyStructure).toMatchObject({
      type: 'multipart/mixed',
      childNodes: [
        { type: 'text/plain' },
        { type: 'text/calendar', parameters: { method: 'REPLY' } },
      ],
    });
    expect(found.bodyParts?.get('2')?.toString()).toBe('BEGIN:VCALENDAR');
    expect((await simpleParser(found.source!)).text?.trim()).toBe('Grüße');
  });

  test('searches by person, header, day and flag', async () => {
    servers.practice.deliver('me@home.test', plainMail({ from: 'ana@work.test' }), {
      date: new Date('2026-01-02T12:00:00Z'),
    });
    servers.practice.deliver(
      'me@home.test',
      plainMail({ from: 'bob@work.test', subject: 'Other' }),
      {
        date: new Date('2026-02-03T12:00:00Z'),
      },
    );
    const client = await imap();
    await client.mailboxOpen('INBOX');
    await client.messageFlagsAdd('2', ['\\Seen', '$Done']);
    const search = (query: object) => client.search(query, { uid: true });
    expect(await search({ from: 'ana@' })).toEqual([1]);
    expect(await search({ or: [{ from: 'ana@' }, { subject: 'other' }] })).toEqual([1, 2]);
    expect(await search({ since: new Date('2026-01-15') })).toEqual([2]);
    expect(await search({ before: new Date('2026-01-15') })).toEqual([1]);
    expect(await search({ seen: false })).toEqual([1]);
    expect(await search({ keyword: '$Done' })).toEqual([2]);
    expect(await search({ not: { from: 'ana@' } })).toEqual([2]);
    expect(await search({ header: { subject: 'nothing like it' } })).toEqual([]);
  });

  test('marks a mail as read by BODY and not by BODY.PEEK, and never when only examined', async () => {
    servers.practice.deliver('me@home.test', plainMail());
    const seen = () =>
      folderOf(servers.practice.store, 'me@home.test', 'INBOX').mails[0]?.flags.has('\\Seen');
    await byHand([SIGN_IN, 'b EXAMINE INBOX', 'c FETCH 1 BODY[]'], 'c OK');
    expect(seen()).toBe(false);
    await byHand([SIGN_IN, 'b SELECT INBOX', 'c FETCH 1 BODY.PEEK[]'], 'c OK');
    expect(seen()).toBe(false);
    await byHand([SIGN_IN, 'b SELECT INBOX', 'c FETCH 1 BODY[TEXT]'], 'c OK');
    expect(seen()).toBe(true);
  });

  test('moves mails and says where they went', async () => {
    servers.practice.deliver('me@home.test', plainMail());
    servers.practice.deliver('me@home.test', plainMail());
    const client = await imap();
    await client.mailboxOpen('INBOX');
    const moved = await client.messageMove('1', 'Junk');
    expect(moved && [...(moved.uidMap ?? [])]).toEqual([[1, 1]]);
    expect(folderOf(servers.practice.store, 'me@home.test', 'Junk').mails).toHaveLength(1);
    expect(
      folderOf(servers.practice.store, 'me@home.test', 'INBOX').mails.map((m) => m.uid),
    ).toEqual([2]);
  });
});

describe('practice SMTP', () => {
  const mail = { from: 'me@home.test', to: 'stranger@else.test', raw: plainMail() };
  const go = { beforeData: async () => {} };

  test('keeps what goes to strangers, and tells listeners before it answers', async () => {
    const heard: string[] = [];
    const stop = servers.practice.onAccepted(async ({ to }) => {
      await new Promise((resolve) => setImmediate(resolve));
      heard.push(...to);
    });
    const session = await openSmtp(servers.me);
    await session.send(mail, go);
    expect(heard).toEqual(['stranger@else.test']);
    expect(servers.practice.sent()).toMatchObject([{ user: 'me@home.test', raw: mail.raw }]);
    stop();
    await session.send(mail, go);
    expect(heard).toHaveLength(1);
    session.close();
  });

  test('keeps a copy in Sent when it is told to', async () => {
    const sent = folderOf(servers.practice.store, 'me@home.test', 'Sent');
    const session = await openSmtp(servers.me);
    await session.send(mail, go);
    expect(sent.mails).toHaveLength(0);
    servers.practice.saveSent = true;
    await session.send(mail, go);
    expect(sent.mails.map(({ flags }) => [...flags])).toEqual([['\\Seen']]);
    session.close();
  });
});

test('stopping ends connections in every state, and the ports are free', async () => {
  const { practice, me, stop } = await practiceServers();
  const client = await openImap(me);
  await client.mailboxOpen('INBOX');
  const idle = client.idle();
  await eventually('the client is in IDLE', () => practice.faults.idling() === 1);
  await openSmtp(me);
  const half = connect(practice.smtp, '127.0.0.1');
  half.on('error', () => {});
  await once(half, 'connect');
  await stop();
  await idle;
  expect(client.usable).toBe(false);
  await expect(openImap(me)).rejects.toMatchObject({ reason: 'unreachable' });
});

test('two practice mailboxes live side by side', async () => {
  const other = await startPracticeMail({ accounts: { 'me@home.test': 'another' } });
  expect(other.imap).not.toBe(servers.practice.imap);
  other.deliver('me@home.test', plainMail());
  expect(folderOf(servers.practice.store, 'me@home.test', 'INBOX').mails).toHaveLength(0);
  await other.stop();
});
