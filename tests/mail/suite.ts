import { randomUUID } from 'node:crypto';
import type { ImapFlow } from 'imapflow';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { messageIdFor } from '../../domain/message-id.ts';
import type { MailAccount } from '../../mail/account.ts';
import { checkMailbox } from '../../mail/check-mailbox.ts';
import { composeMail } from '../../mail/mime/compose.ts';
import { fetchSource } from '../../mail/imap/fetch-source.ts';
import { findFolders } from '../../mail/imap/folders.ts';
import { openImap } from '../../mail/imap/imap.ts';
import { readNew } from '../../mail/imap/read-new.ts';
import { findEarlier } from '../../mail/imap/search-person.ts';
import { appendSent, findSent } from '../../mail/imap/sent-folder.ts';
import { openSmtp } from '../../mail/smtp/smtp.ts';
import { plainMail, type MailServers } from '../support/mail-servers.ts';

/** What must hold against every server; run with the practice servers and with Dovecot. */
export function mailSuite(name: string, start: () => Promise<MailServers>): void {
  describe(name, () => {
    let servers: MailServers;
    const open: ImapFlow[] = [];
    let folders = 0;
    beforeAll(async () => {
      servers = await start();
    });
    afterEach(() => {
      for (const client of open.splice(0)) client.close();
    });
    afterAll(async () => {
      await servers.stop();
    });

    const imap = async (account: MailAccount = servers.me) => {
      const client = await openImap(account);
      open.push(client);
      return client;
    };
    /** A folder of its own for each test, so that tests do not count each other's mails. */
    const folderWith = async (client: ImapFlow, mails: readonly Buffer[]) => {
      const folder = `Test ${++folders}`;
      await client.mailboxCreate(folder);
      for (const mail of mails) await client.append(folder, mail);
      return folder;
    };
    const cursorOf = async (client: ImapFlow, folder: string) =>
      readNew(client, { folder, uidValidity: undefined, uidNext: 0 });

    test('a wrong password is told apart from an unreachable server', async () => {
      const wrong = { ...servers.me, password: 'not-my-password' };
      await expect(openImap(wrong)).rejects.toMatchObject({ reason: 'sign_in' });
      await expect(openImap(wrong)).rejects.not.toThrow('not-my-password');
      await expect(openSmtp(wrong)).rejects.toMatchObject({
        stage: 'sign_in',
        reason: 'sign_in',
        code: 535,
        outcome: 'not_sent_retry',
        stopsMailbox: true,
      });
      const nobody = { ...servers.me.imap, port: 1 };
      await expect(openImap({ ...servers.me, imap: nobody })).rejects.toMatchObject({
        reason: 'unreachable',
      });
      await expect(openSmtp({ ...servers.me, smtp: nobody })).rejects.toMatchObject({
        stage: 'connect',
        reason: 'unreachable',
        outcome: 'not_sent_retry',
        stopsMailbox: false,
      });
    });

    test('a certificate nobody vouches for is refused', async () => {
      const { ca, ...untrusting } = servers.me;
      if (ca === undefined) return expect(servers.me.imap.security).toBe('none');
      await expect(openImap(untrusting)).rejects.toMatchObject({ reason: 'certificate' });
      await expect(openSmtp(untrusting)).rejects.toMatchObject({
        stage: 'connect',
        reason: 'certificate',
      });
    });

    test('the folders for incoming, junk and sent mail are found', async () => {
      const client = await imap();
      expect(await findFolders(client)).toEqual({ inbox: 'INBOX', junk: 'Junk', sent: 'Sent' });
    });

    test('only what came since the cursor is read, and nothing is marked as read', async () => {
      const client = await imap();
      const folder = await folderWith(client, [plainMail()]);
      const cursor = await cursorOf(client, folder);
      expect(cursor.mails).toEqual([]);
      expect((await readNew(client, { folder, ...cursor })).mails).toEqual([]);

      const writer = await imap();
      const headers = [
        'References: <first@home.test>\r\n <second@home.test>',
        'In-Reply-To: <second@home.test>',
        'Auto-Submitted: auto-replied',
        'X-Failed-Recipients: Gone@Work.test',
        'Return-Path: <>',
      ];
      const subject = '=?utf-8?q?Gr=C3=BC=C3=9Fe?=';
      await writer.append(folder, plainMail({ subject, messageId: '<new@work.test>', headers }));
      const { mails, ...next } = await readNew(client, { folder, ...cursor });
      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatchObject({
        uid: cursor.uidNext,
        messageId: '<new@work.test>',
        from: 'ana@work.test',
        to: ['me@home.test'],
        subject: 'Grüße',
        references: ['<second@home.test>', '<first@home.test>'],
        contentType: 'text/plain',
        autoSubmitted: 'auto-replied',
        failedRecipients: ['gone@work.test'],
        returnPath: '',
      });
      expect(next).toMatchObject({ uidNext: cursor.uidNext + 1, reset: false, more: false });
      expect((await readNew(client, { folder, ...next })).mails).toEqual([]);

      await fetchSource(client, { folder, uid: cursor.uidNext, maxBytes: 1e6 });
      const { unseen } = (await writer.status(folder, { unseen: true })) || {};
      expect(unseen).toBe(2);
    });

    test('many mails come in portions, across gaps, each once', async () => {
      const client = await imap();
      const mails = Array.from({ length: 30 }, () => plainMail());
      const folder = await folderWith(client, mails);
      await client.mailboxOpen(folder);
      const { uidValidity } = await cursorOf(client, folder);
      await client.mailboxOpen(folder);
      await client.messageDelete('3:9,15:16', { uid: true });

      const uids: number[] = [];
      let cursor = { uidValidity, uidNext: 1, more: true };
      while (cursor.more) {
        const portion = await readNew(client, { folder, ...cursor, limit: 4 });
        expect(portion.mails.length).toBeLessThanOrEqual(4);
        uids.push(...portion.mails.map(({ uid }) => uid));
        cursor = portion;
      }
      const left = Array.from({ length: 30 }, (_, index) => index + 1);
      expect(uids).toEqual(left.filter((n) => !((n >= 3 && n <= 9) || n === 15 || n === 16)));
    });

    test('a folder that was made anew is read anew', async () => {
      const client = await imap();
      const folder = await folderWith(client, [plainMail(), plainMail(), plainMail()]);
      const cursor = await cursorOf(client, folder);
      await client.mailboxDelete(folder);
      await client.mailboxCreate(folder);
      await client.append(folder, plainMail({ messageId: '<kept@work.test>' }));
      const again = await readNew(client, { folder, ...cursor });
      expect(again.reset).toBe(true);
      expect(again.uidValidity).not.toBe(cursor.uidValidity);
      expect(again.mails.map(({ messageId }) => messageId)).toEqual(['<kept@work.test>']);
      const old = { folder, uid: 1, maxBytes: 1e6, uidValidity: cursor.uidValidity };
      expect(await fetchSource(client, old)).toBeUndefined();
    });

    test('a folder that was renamed is a failure with its name', async () => {
      const client = await imap();
      const folder = await folderWith(client, [plainMail()]);
      const cursor = await cursorOf(client, folder);
      await client.mailboxClose();
      await client.mailboxRename(folder, `${folder} elsewhere`);
      await expect(readNew(client, { folder, ...cursor })).rejects.toThrow(folder);
      expect(client.usable).toBe(true);
    });

    test('a source comes byte for byte, cut where it was asked, or not at all', async () => {
      const client = await imap();
      const mail = plainMail({ text: 'Grüße\r\n..dots\r\n'.repeat(1_000) });
      const folder = await folderWith(client, [mail, plainMail()]);
      expect(await fetchSource(client, { folder, uid: 1, maxBytes: 1e6 })).toEqual({
        source: mail,
        truncated: false,
      });
      expect(await fetchSource(client, { folder, uid: 1, maxBytes: 100 })).toEqual({
        source: mail.subarray(0, 100),
        truncated: true,
      });
      const other = await imap();
      await other.mailboxOpen(folder);
      await other.messageDelete('1', { uid: true });
      expect(await fetchSource(client, { folder, uid: 1, maxBytes: 1e6 })).toBeUndefined();
    });

    test('earlier mail with a person is found, not that with a namesake', async () => {
      const client = await imap();
      const folder = await folderWith(client, [
        plainMail({ from: 'Ana <ana@work.test>' }),
        plainMail({ from: 'Diana <diana@work.test>' }),
        plainMail({ from: 'Me <me@home.test>', to: 'Ana@Work.test' }),
      ]);
      const person = { folders: [folder, 'INBOX'], address: 'ana@work.test', limit: 50 };
      const earlier = await findEarlier(client, person);
      expect(earlier.count).toBeGreaterThanOrEqual(2);
      expect(earlier.latest).toBeInstanceOf(Date);
      const namesake = await findEarlier(client, { ...person, address: 'na@work.test' });
      expect(namesake).toEqual({ count: 0, latest: undefined });
    });

    test('a copy put into Sent is found again by its Message-ID', async () => {
      const client = await imap();
      const messageId = messageIdFor(randomUUID(), servers.me.address);
      expect(await findSent(client, { folder: 'Sent', messageId })).toBeUndefined();
      const raw = plainMail({ messageId });
      await appendSent(client, { folder: 'Sent', raw, date: new Date('2026-03-04T05:06:07Z') });
      const copy = await findSent(client, { folder: 'Sent', messageId });
      expect(copy).toMatchObject({ messageId });
      // Nobody wants their own mail shown as unread, and Sent was open for reading only.
      const { flags } =
        (await client.fetchOne(String(copy?.uid), { flags: true }, { uid: true })) || {};
      expect([...(flags ?? [])]).toContain('\\Seen');
    });

    test('a mail is sent after a last look and arrives as it was written', async () => {
      const client = await imap(servers.ana);
      const cursor = await cursorOf(client, 'INBOX');
      const messageId = messageIdFor(randomUUID(), servers.me.address);
      const raw = await composeMail({
        from: { name: 'Me Müller', address: servers.me.address },
        to: servers.ana.address,
        subject: 'Quick question — from me',
        text: `Dear Ana,\n\n${'a long paragraph '.repeat(20)}\n\n.dot\nGrüße`,
        messageId,
        references: [],
        date: new Date('2026-01-02T03:04:05Z'),
      });
      const session = await openSmtp(servers.me);
      let looked = 0;
      const envelope = { from: servers.me.address, to: servers.ana.address, raw };
      const accepted = await session.send(envelope, {
        beforeData: async () => {
          looked++;
          const before = await readNew(client, { folder: 'INBOX', ...cursor });
          expect(before.mails).toEqual([]);
        },
      });
      session.close();
      expect(looked).toBe(1);
      expect(accepted.response).toMatch(/^250 /);
      const { mails } = await readNew(client, { folder: 'INBOX', ...cursor });
      expect(mails.map((mail) => mail.messageId)).toEqual([messageId]);
      const read = { folder: 'INBOX', uid: mails[0]?.uid ?? 0, maxBytes: 1e6 };
      const { source } = (await fetchSource(client, read)) ?? {};
      expect(source?.subarray(-raw.length).equals(raw)).toBe(true);
    });

    test('what is found in the last look stops the mail', async () => {
      const client = await imap(servers.ana);
      const cursor = await cursorOf(client, 'INBOX');
      const session = await openSmtp(servers.me);
      const found = new Error('She has answered.');
      const envelope = { from: servers.me.address, to: servers.ana.address, raw: plainMail() };
      const sending = session.send(envelope, { beforeData: () => Promise.reject(found) });
      await expect(sending).rejects.toBe(found);
      expect((await readNew(client, { folder: 'INBOX', ...cursor })).mails).toEqual([]);
    });

    test('a sender that is not ours stops the mailbox', async () => {
      const session = await openSmtp(servers.me);
      const foreign = { from: 'boss@home.test', to: servers.ana.address, raw: plainMail() };
      await expect(session.send(foreign, { beforeData: async () => {} })).rejects.toMatchObject({
        stage: 'sender',
        code: 553,
        enhanced: '5.7.1',
        outcome: 'not_sent_permanent',
        stopsMailbox: true,
      });
    });

    test('a waiting connection is told of new mail', async () => {
      const client = await imap();
      const folder = await folderWith(client, []);
      await client.mailboxOpen(folder, { readOnly: true });
      const told = new Promise<number>((resolve) =>
        client.once('exists', ({ count }: { count: number }) => resolve(count)),
      );
      const idle = client.idle();
      const writer = await imap();
      await writer.append(folder, plainMail());
      expect(await told).toBe(1);
      await client.noop();
      await idle;
    });

    test('every check of a working mailbox passes', async () => {
      const checks = await checkMailbox(servers.me);
      expect(checks.filter(({ ok }) => !ok)).toEqual([]);
      expect(checks.map(({ check }) => check).sort()).toEqual([
        'folders',
        'idle',
        'read',
        'sent_copy',
        'sign_in_imap',
        'sign_in_smtp',
      ]);
    });

    test('the checks of a mailbox with a wrong password say what to do', async () => {
      const checks = await checkMailbox({ ...servers.me, password: 'wrong' });
      const failed = checks.filter(({ ok }) => !ok);
      expect(failed.map(({ check }) => check).sort()).toEqual(['sign_in_imap', 'sign_in_smtp']);
      for (const { detail, needed } of failed) {
        expect(needed).toBe(true);
        expect(detail).toContain('app password');
      }
    });
  });
}
