import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeImap } from '../../../mail/imap/close-imap.ts';
import { findFolders } from '../../../mail/imap/folders.ts';
import { openImap } from '../../../mail/imap/imap.ts';
import { probeSender } from '../../../mail/smtp/probe-sender.ts';
import { sendPlainMail } from '../../../mail/smtp/send-plain-mail.ts';
import { storedAccount } from '../../../mail/stored-account.ts';
import { connectMailbox } from '../../../operations/mailboxes/connect-mailbox.ts';
import { editMailbox } from '../../../operations/mailboxes/edit-mailbox.ts';
import { proveMailbox } from '../../../operations/mailboxes/prove-mailbox.ts';
import { accountOf, renameFolder } from '../../../practice/server/store.ts';
import { practiceServers, type Practice } from '../../support/mail-servers.ts';
import { openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
let servers: Practice;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  servers = await practiceServers();
});
afterEach(() => servers.stop());

const address = 'me@home.test';

async function connected(more: Partial<TestUser> = {}) {
  const kim = await fixture.addUser({ name: 'Kim' });
  const context = { ...kim, sendDirectly: sendPlainMail, probeSender, ...more };
  const { imap, smtp, password } = servers.me;
  const { mailboxId } = await connectMailbox.run(context, {
    address,
    password,
    imap: `${imap.host}:${imap.port}`,
    smtp: `${smtp.host}:${smtp.port}`,
    security: 'none',
  });
  return { context, mailboxId };
}

describe('proving a mailbox', () => {
  it('sends a mail to oneself and says how it came back', async () => {
    servers.practice.saveSent = true;
    const { context, mailboxId } = await connected({
      dnsText: async (name) => (name.startsWith('_dmarc.') ? ['v=DMARC1; p=none'] : []),
    });
    const { checks } = await proveMailbox.run(context, { mailboxId, wait: 20 });
    expect(Object.fromEntries(checks.map(({ check, ok }) => [check, ok]))).toMatchObject({
      came_back: true,
      folder: true,
      from: true,
      message_id: true,
      copy: true,
      vouched_for: true,
    });
    const domain = checks.filter(({ check }) => check === 'domain');
    expect(domain.map(({ ok }) => ok)).toEqual([false, true]);
    const row = await context.db.mailbox.findUniqueOrThrow({ where: { id: mailboxId } });
    expect(row.sentCopy).toBe('server');
  });

  it('says that nothing came back when the mail is kept away', async () => {
    const { context, mailboxId } = await connected({
      sendDirectly: () => Promise.resolve('<lost@home.test>'),
    });
    const { checks } = await proveMailbox.run(context, { mailboxId, wait: 5 });
    expect(checks).toMatchObject([{ check: 'came_back', ok: false }]);
  });
});

describe('the identity of a mailbox', () => {
  it('is the From of what it sends, and its address counts as one’s own', async () => {
    const { context, mailboxId } = await connected({ probeSender: () => Promise.resolve() });
    await editMailbox.run(context, {
      mailboxId,
      fromName: 'Kim Lee',
      fromAddress: 'Kim@ana.dev',
      aliases: ['kim@uni.example'],
    });
    const row = await context.db.mailbox.findUniqueOrThrow({ where: { id: mailboxId } });
    expect(row.aliases).toEqual(['kim@uni.example', 'kim@ana.dev']);
    const account = await storedAccount(context, row);
    expect(account).toMatchObject({ from: 'kim@ana.dev', name: 'Kim Lee', user: address });
    const handed: { from: string; raw: Buffer }[] = [];
    await sendPlainMail(account, { to: address, subject: 'Hello', text: 'Hello' }, async () => ({
      send: async (mail) => {
        handed.push(mail);
        return { response: '250 Ok', serverMessageId: undefined };
      },
      close: () => {},
    }));
    expect(handed).toMatchObject([{ from: 'kim@ana.dev' }]);
    expect(handed[0]?.raw.toString()).toContain('From: Kim Lee <kim@ana.dev>');
    await editMailbox.run(context, { mailboxId, fromName: '', fromAddress: '' });
    expect(await context.db.mailbox.findUniqueOrThrow({ where: { id: mailboxId } })).toMatchObject({
      fromName: null,
      fromAddress: null,
    });
  });

  it('is refused in the server’s words where it may not send from there; nothing is sent', async () => {
    const { context, mailboxId } = await connected();
    const editing = editMailbox.run(context, { mailboxId, fromAddress: 'else@ana.dev' });
    await expect(editing).rejects.toThrow('this sender address is not yours');
    await editMailbox.run(context, { mailboxId, fromAddress: 'ME@home.test' });
    expect(servers.practice.sent()).toHaveLength(0);
  });

  it('may have folders that a person chose', async () => {
    const { context, mailboxId } = await connected();
    renameFolder(accountOf(servers.practice.store, address), 'Junk', 'Zzz');
    await editMailbox.run(context, { mailboxId, junkFolder: 'Zzz', sentFolder: 'Not there' });
    const row = await context.db.mailbox.findUniqueOrThrow({ where: { id: mailboxId } });
    const client = await openImap(await storedAccount(context, row));
    expect(await findFolders(client)).toMatchObject({ junk: 'Zzz', sent: 'Sent' });
    await closeImap(client);
  });
});
