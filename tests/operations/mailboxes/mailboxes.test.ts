import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectMailbox } from '../../../operations/mailboxes/connect-mailbox.ts';
import { MailboxRefused } from '../../../operations/mailboxes/mailbox-refused.ts';
import { removeMailbox } from '../../../operations/mailboxes/remove-mailbox.ts';
import { sendTestMail } from '../../../operations/mailboxes/send-test-mail.ts';
import { testMailbox } from '../../../operations/mailboxes/test-mailbox.ts';
import { Conflict, InvalidInput, NotFound } from '../../../domain/errors.ts';
import { SmtpFailure } from '../../../mail/errors.ts';
import { reopenContact } from '../../../operations/journeys/reopen-contact.ts';
import { storedAccount } from '../../../mail/stored-account.ts';
import { addDraft, addPerson, openFixture } from '../fixture.ts';

let fixture: Awaited<ReturnType<typeof openFixture>>;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());

const byHand = { imap: 'localhost:143', smtp: '[::1]:465', password: 'pass' };

describe('connecting a mailbox', () => {
  it('knows the servers of a common provider', async () => {
    const kim = await fixture.addUser({ name: 'Kim' });
    await connectMailbox.run(kim, { address: 'Kim@Gmail.com', password: 'pass' });
    expect(kim.checked).toMatchObject([
      {
        address: 'kim@gmail.com',
        user: 'Kim@Gmail.com',
        name: 'Kim',
        imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
      },
    ]);
  });

  it('takes the security that belongs to the port, unless told otherwise', async () => {
    const kim = await fixture.addUser();
    await connectMailbox.run(kim, { ...byHand, address: 'kim@example.org' });
    expect(kim.checked.at(-1)).toMatchObject({
      imap: { host: 'localhost', port: 143, security: 'starttls' },
      smtp: { host: '::1', port: 465, security: 'tls' },
    });
    await connectMailbox.run(kim, { ...byHand, address: 'kim@example.org', security: 'none' });
    expect(kim.checked.at(-1)).toMatchObject({ imap: { security: 'none' } });
  });

  it('stores the password so that only the key opens it, and has the mailbox watched', async () => {
    const kim = await fixture.addUser();
    const done = await connectMailbox.run(kim, { ...byHand, address: 'kim@example.org' });
    const row = await kim.db.mailbox.findUniqueOrThrow({ where: { id: done.mailboxId } });
    expect(JSON.stringify(row)).not.toContain('pass');
    expect((await storedAccount(kim, row)).password).toBe('pass');
    expect(kim.watched).toEqual([done.mailboxId]);
    await testMailbox.run(kim, { mailboxId: 'KIM@example.org' });
    expect(kim.checked.at(-1)).toEqual(kim.checked[0]);
  });

  it('renews an address that was connected before, and lets it send again', async () => {
    const kim = await fixture.addUser();
    const first = await connectMailbox.run(kim, { ...byHand, address: 'kim@example.org' });
    const where = { id: first.mailboxId };
    const stopped = { state: 'sign_in_failed', sendingStoppedAt: new Date() };
    await kim.db.mailbox.update({ where, data: stopped });
    const problem = {
      userId: kim.userId,
      mailboxId: first.mailboxId,
      kind: 'mailbox',
      text: 'No.',
    };
    await kim.db.problem.create({ data: problem });
    const renewed = { ...byHand, address: 'kim@example.org', password: 'new' };
    const second = await connectMailbox.run(kim, renewed);
    expect(second.mailboxId).toBe(first.mailboxId);
    const row = await kim.db.mailbox.findUniqueOrThrow({ where });
    expect(row).toMatchObject({ state: 'connecting', sendingStoppedAt: null });
    expect((await storedAccount(kim, row)).password).toBe('new');
    const open = { mailboxId: first.mailboxId, resolvedAt: null };
    expect(await kim.db.problem.count({ where: open })).toBe(0);
  });

  it('stores nothing when a needed check fails, and says what to do', async () => {
    const kim = await fixture.addUser();
    const detail = 'Sign in at the provider and make an app password.';
    kim.checks.push({ check: 'sign_in_smtp', ok: false, needed: true, detail });
    const connecting = connectMailbox.run(kim, { ...byHand, address: 'kim@example.org' });
    await expect(connecting).rejects.toThrow(detail);
    await expect(connecting).rejects.toBeInstanceOf(MailboxRefused);
    expect(await kim.db.mailbox.count({ where: { userId: kim.userId } })).toBe(0);
    expect(kim.watched).toEqual([]);
  });

  it('says what is peculiar about a known provider also where its servers were given by hand', async () => {
    const kim = await fixture.addUser();
    const detail = 'The server said "Authentication Failed".';
    kim.checks.push({ check: 'sign_in_imap', ok: false, needed: true, detail });
    const connecting = connectMailbox.run(kim, {
      ...{ address: 'kim@own.example', password: 'pass' },
      ...{ imap: 'imap.mail.me.com', smtp: 'smtp.mail.me.com:587' },
    });
    await expect(connecting).rejects.toThrow('the name to sign in with is your @icloud.com');
  });

  it.each([
    ['address', { address: 'kim' }],
    ['password', { password: '' }],
    ['user', { user: 'kim\r\nLOGOUT' }],
    ['imap', { imap: 'local host' }],
    ['password', { address: 'kim@hotmail.com', imap: undefined }],
    ['password', { imap: 'outlook.office365.com', smtp: 'smtp.office365.com:587' }],
    ['address', { address: 'kim@tuta.io', imap: undefined }],
    ['imap', { imap: 'localhost:99999' }],
    ['smtp', { smtp: 'mail.example.org:25', security: 'none' as const }],
    ['ca', { ca: 'not a certificate' }],
    ['smtp', { smtp: undefined, address: 'kim@nowhere.invalid' }],
  ])('names the input to correct: %s %j', async (field, input) => {
    const kim = await fixture.addUser();
    const connecting = connectMailbox.run(kim, { ...byHand, address: 'kim@example.org', ...input });
    await expect(connecting).rejects.toMatchObject({ name: 'InvalidInput', field });
    await expect(connecting).rejects.toBeInstanceOf(InvalidInput);
    expect(kim.checked).toEqual([]);
  });
});

describe('removing a mailbox', () => {
  it('waits until no journey uses it, then forgets the password', async () => {
    const kim = await fixture.addUser();
    const { mailboxId } = await connectMailbox.run(kim, { ...byHand, address: 'kim@example.org' });
    const mailbox = await kim.db.mailbox.findUniqueOrThrow({ where: { id: mailboxId } });
    const contact = await addPerson(kim, mailbox);
    await expect(removeMailbox.run(kim, { mailboxId })).rejects.toBeInstanceOf(Conflict);
    await kim.db.contact.update({ where: { id: contact.id }, data: { stage: 'closed' } });
    await removeMailbox.run(kim, { mailboxId });
    const row = await kim.db.mailbox.findUniqueOrThrow({ where: { id: mailboxId } });
    expect(row.secret).toBe('');
    expect(kim.watched).toEqual([mailboxId, mailboxId]);
    await expect(testMailbox.run(kim, { mailboxId })).rejects.toBeInstanceOf(NotFound);
  });

  it('waits for approved mails of ended journeys too', async () => {
    const kim = await fixture.addUser();
    const { mailboxId } = await connectMailbox.run(kim, { ...byHand, address: 'kim@example.org' });
    const mailbox = await kim.db.mailbox.findUniqueOrThrow({ where: { id: mailboxId } });
    const contact = await addPerson(kim, mailbox, { stage: 'closed', outcome: 'declined' });
    const draft = await addDraft(kim, contact, { purpose: 'reply', state: 'approved' });
    await expect(removeMailbox.run(kim, { mailboxId })).rejects.toThrow('not left yet');
    await kim.db.draft.update({ where: { id: draft.id }, data: { state: 'awaiting_approval' } });
    await removeMailbox.run(kim, { mailboxId });
  });

  it('leaves ended journeys as they are: they are not reopened without it', async () => {
    const kim = await fixture.addUser();
    const { mailboxId } = await connectMailbox.run(kim, { ...byHand, address: 'kim@example.org' });
    const mailbox = await kim.db.mailbox.findUniqueOrThrow({ where: { id: mailboxId } });
    const { id } = await addPerson(kim, mailbox, { stage: 'closed', outcome: 'silent' });
    await removeMailbox.run(kim, { mailboxId });
    await expect(reopenContact.run(kim, { ref: id })).rejects.toThrow('no longer connected');
    await connectMailbox.run(kim, { ...byHand, address: 'kim@example.org' });
    expect((await reopenContact.run(kim, { ref: id })).stage).not.toBe('closed');
  });
});

describe('a test mail', () => {
  it('goes to oneself only', async () => {
    const kim = await fixture.addUser();
    const { mailboxId } = await connectMailbox.run(kim, { ...byHand, address: 'kim@example.org' });
    await sendTestMail.run(kim, { mailboxId });
    expect(kim.sent).toMatchObject([{ to: 'kim@example.org' }]);
  });

  it('that fails is refused in the words of the mail layer', async () => {
    const kim = await fixture.addUser();
    const { mailboxId } = await connectMailbox.run(kim, { ...byHand, address: 'kim@example.org' });
    const failing = {
      ...kim,
      sendDirectly: async () => {
        throw new SmtpFailure('The server said "535 no".', {
          stage: 'sign_in',
          outcome: 'not_sent_permanent',
          stopsMailbox: true,
          reason: 'sign_in',
        });
      },
    };
    const sending = sendTestMail.run(failing, { mailboxId });
    await expect(sending).rejects.toThrow('535 no');
    await expect(sending).rejects.toBeInstanceOf(Conflict);
  });
});
