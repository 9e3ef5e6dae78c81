import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeAlerts, showAlerts } from '../../../operations/mailboxes/alerts.ts';
import { editMailbox } from '../../../operations/mailboxes/edit-mailbox.ts';
import { connectMailbox } from '../../../operations/mailboxes/connect-mailbox.ts';
import { MailboxRefused } from '../../../operations/mailboxes/mailbox-refused.ts';
import { testMailbox } from '../../../operations/mailboxes/test-mailbox.ts';
import { Conflict, InvalidInput } from '../../../domain/errors.ts';
import { storedAccount } from '../../../mail/stored-account.ts';
import { addPerson, openFixture, type TestUser } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

const dead = {
  state: 'sign_in_failed',
  refusal: 'password',
  refusals: 4,
  failingSince: new Date('2026-03-01T10:00:00Z'),
  signInAfter: new Date('2026-03-05T10:00:00Z'),
};

async function deadMailbox(kim: TestUser) {
  const { mailboxId } = await connectMailbox.run(kim, {
    address: 'kim@example.org',
    password: 'pass',
    imap: 'localhost:993',
    smtp: 'localhost:465',
  });
  const data = { ...dead, sendingStoppedAt: new Date(), sendingStoppedBy: 'sign_in' };
  await kim.db.mailbox.update({ where: { id: mailboxId }, data });
  return kim.db.mailbox.findUniqueOrThrow({ where: { id: mailboxId } });
}

describe('a mailbox whose password was changed', () => {
  it('takes the new one and keeps everything else', async () => {
    const kim = await fixture.addUser();
    const mailbox = await deadMailbox(kim);
    const contact = await addPerson(kim, mailbox);
    await editMailbox.run(kim, { mailboxId: 'kim@example.org', password: 'new' });
    const row = await kim.db.mailbox.findUniqueOrThrow({ where: { id: mailbox.id } });
    expect((await storedAccount(kim, row)).password).toBe('new');
    expect(row).toMatchObject({
      imapPort: 993,
      state: 'connecting',
      refusals: 0,
      signInAfter: null,
      sendingStoppedAt: null,
    });
    expect(await kim.db.contact.count({ where: { id: contact.id, mailboxId: row.id } })).toBe(1);
    expect(kim.watched).toContain(row.id);
  });

  it('keeps the old one when the new one does not work', async () => {
    const kim = await fixture.addUser();
    const mailbox = await deadMailbox(kim);
    kim.checks.push({ check: 'sign_in_imap', ok: false, needed: true, detail: 'It said "no".' });
    const editing = editMailbox.run(kim, { mailboxId: mailbox.id, password: 'worse' });
    await expect(editing).rejects.toBeInstanceOf(MailboxRefused);
    const row = await kim.db.mailbox.findUniqueOrThrow({ where: { id: mailbox.id } });
    expect(row).toEqual(mailbox);
  });

  it('may be tried again without a change', async () => {
    const kim = await fixture.addUser();
    const mailbox = await deadMailbox(kim);
    await testMailbox.run(kim, { mailboxId: mailbox.id });
    const row = await kim.db.mailbox.findUniqueOrThrow({ where: { id: mailbox.id } });
    expect(row).toMatchObject({ state: 'connecting', signInAfter: null, refusals: 0 });
  });

  it('needs a password that says something', async () => {
    const kim = await fixture.addUser();
    const mailbox = await deadMailbox(kim);
    const editing = editMailbox.run(kim, { mailboxId: mailbox.id, password: '' });
    await expect(editing).rejects.toMatchObject({ name: 'InvalidInput', field: 'password' });
  });
});

describe('a stored password', () => {
  const evil = { imapHost: 'imap.evil.example', smtpHost: 'smtp.evil.example' };

  it('is not handed to servers that somebody else has put into the database', async () => {
    const kim = await fixture.addUser();
    const mailbox = await deadMailbox(kim);
    for (const changed of [
      ...Object.entries(evil).map(([column, host]) => ({ ...mailbox, [column]: host })),
      { ...mailbox, imapPort: 1143 },
      { ...mailbox, smtpSecurity: 'none' },
      { ...mailbox, address: 'lee@example.org' },
    ])
      await expect(storedAccount(kim, changed)).rejects.toThrow('for another mail server');
  });

  it('goes along when the user changes the servers', async () => {
    const kim = await fixture.addUser();
    const { id } = await deadMailbox(kim);
    await editMailbox.run(kim, { mailboxId: id, imap: 'imap.example.org:993' });
    const row = await kim.db.mailbox.findUniqueOrThrow({ where: { id } });
    expect(await storedAccount(kim, row)).toMatchObject({
      password: 'pass',
      imap: { host: 'imap.example.org' },
    });
  });
});

it('takes an app password as Google shows it, with its spaces', async () => {
  const kim = await fixture.addUser();
  await connectMailbox.run(kim, { address: 'kim@gmail.com', password: 'abcd efgh\u00a0ijkl mnop' });
  expect(kim.checked.at(-1)?.password).toBe('abcdefghijklmnop');
  await connectMailbox.run(kim, { address: 'kim@gmail.com', password: 'a pass phrase' });
  expect(kim.checked.at(-1)?.password).toBe('a pass phrase');
});

describe('the address for alerts', () => {
  it('is tried before it is kept', async () => {
    const kim = await fixture.addUser();
    let status = 404;
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(status).end());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/topic`;
    await expect(changeAlerts.run(kim, { url })).rejects.toBeInstanceOf(Conflict);
    expect(await showAlerts.run(kim, {})).toEqual({ url: null });
    status = 200;
    expect(await changeAlerts.run(kim, { url })).toEqual({ url });
    expect(await changeAlerts.run(kim, { url: null })).toEqual({ url: null });
    server.close();
  });

  it.each(['ftp://example.org', 'example.org', 'javascript:alert(1)'])(
    'is an address of the web, which %s is not',
    async (url) => {
      const kim = await fixture.addUser();
      await expect(changeAlerts.run(kim, { url })).rejects.toBeInstanceOf(InvalidInput);
    },
  );
});
