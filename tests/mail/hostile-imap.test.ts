import { describe, expect, test } from 'vitest';
import { fetchSource } from '../../mail/imap/fetch-source.ts';
import { readNew } from '../../mail/imap/read-new.ts';
import { within } from '../../mail/imap/time-limit.ts';
import { ME, everything, failingServer } from '../support/failing-server.ts';
import { plainMail } from '../support/mail-servers.ts';

const failing = failingServer();
const { imap, deliver, once } = failing;

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
    failing.servers.practice.faults.imap = ({ at, command }) =>
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
    const talk = setInterval(
      () => failing.servers.practice.faults.writeImap('* OK still here\r\n'),
      20,
    );
    await expect(within(client, 300, 'wait', () => client.noop())).rejects.toMatchObject({
      reason: 'timeout',
    });
    clearInterval(talk);
    expect(client.usable).toBe(false);
  });

  test('with a mail of 50 MB is asked for no more than the bound', async () => {
    failing.servers.practice.deliver(ME, plainMail({ text: 'A'.repeat(50_000_000) }));
    const client = await imap();
    const mail = await fetchSource(client, { folder: 'INBOX', uid: 1, maxBytes: 1_000_000 });
    expect(mail?.truncated).toBe(true);
    expect(mail?.source.length).toBe(1_000_000);
    expect(client.stats().received).toBeLessThan(1_100_000);
  });

  test('with a mail of a million header lines costs a bounded part of it', async () => {
    const headers = Array.from({ length: 200_000 }, (_, n) => `References: <${n}@flood.test>`);
    failing.servers.practice.deliver(ME, plainMail({ headers }));
    const client = await imap();
    const { mails } = await readNew(client, everything);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.references.length).toBeLessThanOrEqual(200);
  });
});

function* endless(piece: string, times: number): Generator<string> {
  for (let n = 0; n < times; n++) yield piece;
}
