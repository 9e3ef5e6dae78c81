import { describe, expect, test } from 'vitest';
import { accountOf, folderOf, removeMails } from '../../practice/server/store.ts';
import { checkMailbox } from '../../mail/check-mailbox.ts';
import { closeImap } from '../../mail/imap/close-imap.ts';
import { fetchSource } from '../../mail/imap/fetch-source.ts';
import { openImap } from '../../mail/imap/imap.ts';
import { readNew } from '../../mail/imap/read-new.ts';
import { ME, everything, failingServer } from '../support/failing-server.ts';
import { eventually } from '../support/mail-servers.ts';

const failing = failingServer();
const { imap, deliver, once } = failing;

describe('the connection', () => {
  test('lost before the greeting is a failure, not a wait', async () => {
    failing.servers.practice.faults.refuseConnections = true;
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
    accountOf(failing.servers.practice.store, ME).password = 'changed';
    await expect(imap()).rejects.toMatchObject({ reason: 'sign_in' });
  });

  test('to a port that does not speak TLS says so', async () => {
    const tls = { ...failing.servers.me.imap, security: 'tls' } as const;
    await expect(openImap({ ...failing.servers.me, imap: tls })).rejects.toMatchObject({
      reason: 'protocol',
      message: expect.stringContaining('does not speak TLS'),
    });
  });

  test('that shall be encrypted is not made where the server offers no STARTTLS', async () => {
    const starttls = { ...failing.servers.me.imap, security: 'starttls' } as const;
    await expect(openImap({ ...failing.servers.me, imap: starttls })).rejects.toMatchObject({
      reason: 'protocol',
      message: expect.stringContaining('STARTTLS'),
    });
  });

  test('of a server that repeats the password in its refusal does not pass it on', async () => {
    once('command', 'AUTHENTICATE', {
      no: `[AUTHENTICATIONFAILED] ${failing.servers.me.password} is bad`,
    });
    const failure = await imap().catch((error: unknown) => error);
    expect(failure).toMatchObject({ reason: 'sign_in' });
    expect(JSON.stringify(failure) + String(failure)).not.toContain(failing.servers.me.password);
  });
});

describe('waiting for mail', () => {
  test.each([
    ['cut', () => failing.servers.practice.faults.dropImap()],
    ['ended with BYE', () => failing.servers.practice.faults.byeImap('maintenance')],
  ])('ends when the connection is %s', async (_, end) => {
    const client = await imap();
    await client.mailboxOpen('INBOX', { readOnly: true });
    const closed = new Promise((resolve) => client.once('close', resolve));
    const idle = client.idle();
    await eventually('the client is in IDLE', () => failing.servers.practice.faults.idling() === 1);
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
    await eventually('the client is in IDLE', () => failing.servers.practice.faults.idling() === 1);
    failing.servers.practice.faults.freezeImap();
    await closed;
    expect(client.usable).toBe(false);
  });

  test('works without IDLE, and the checks say how', async () => {
    failing.servers.practice.faults.hiddenCapabilities = new Set(['IDLE']);
    const checks = await checkMailbox(failing.servers.me);
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
    await eventually('the client is in IDLE', () => failing.servers.practice.faults.idling() === 1);
    deliver(2);
    await told;
    removeMails(folderOf(failing.servers.practice.store, ME, 'INBOX'), ({ uid }) => uid === 1);
    const { mails, uidNext } = await readNew(client, { folder: 'INBOX', ...cursor });
    await idle;
    expect(mails.map(({ uid }) => uid)).toEqual([2]);
    expect(uidNext).toBe(3);
    expect(await fetchSource(client, { folder: 'INBOX', uid: 1, maxBytes: 100 })).toBeUndefined();
  });
});
