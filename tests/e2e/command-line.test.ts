import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openImap } from '../../mail/imap/imap.ts';
import { openSmtp } from '../../mail/smtp/smtp.ts';
import { dovecotMissing, startDovecot, type Dovecot } from '../support/dovecot.ts';
import { startInstance, type InstanceUnderTest } from '../support/instance.ts';
import { plainMail } from '../support/mail-servers.ts';
import { until } from '../support/until.ts';

describe.skipIf(dovecotMissing())('the command line, against Dovecot', () => {
  let dovecot: Dovecot;
  let instance: InstanceUnderTest;

  beforeAll(async () => {
    dovecot = await startDovecot('tls');
    instance = await startInstance();
  }, 120_000);
  afterAll(async () => {
    await instance?.remove();
    await dovecot?.stop();
  }, 60_000);

  const connect = (password: string) => {
    const { me } = dovecot;
    const ca = join(instance.data, 'ca.pem');
    writeFileSync(ca, me.ca ?? '');
    const at = ({ host, port }: { readonly host: string; readonly port: number }) =>
      `${host}:${port}`;
    return instance.rapport(
      [
        ...['mailbox', 'connect', '--address', me.address, '--password-stdin', '--security', 'tls'],
        ...['--imap', at(me.imap), '--smtp', at(me.smtp), '--ca', ca],
      ],
      `${password}\n`,
    );
  };
  const drafts = (): Promise<any[]> => instance.result(['drafts']);
  const draftFor = (purpose: string): Promise<any> =>
    until(`a ${purpose} is drafted`, async () =>
      (await drafts()).find((draft) => draft.purpose === purpose),
    );
  const shown = (email: string): Promise<any> => instance.result(['contact', 'show', email]);
  const mailsIn = async (account: Dovecot['me'], folder: string): Promise<string[]> => {
    const client = await openImap(account);
    try {
      await client.mailboxOpen(folder, { readOnly: true });
      if (client.mailbox && client.mailbox.exists === 0) return [];
      const sources = await client.fetchAll('1:*', { source: true });
      return sources.map(({ source }) => source?.toString() ?? '');
    } finally {
      await client.logout();
    }
  };
  const inboxOfAna = (): Promise<string[]> => mailsIn(dovecot.ana, 'INBOX');
  const anaWrites = async (raw: Buffer): Promise<void> => {
    const smtp = await openSmtp(dovecot.ana);
    const to = dovecot.me.address;
    await smtp.send(
      { from: dovecot.ana.address, to, raw },
      { beforeData: () => Promise.resolve() },
    );
    smtp.close();
  };

  test('counts its workers as soon as it says that it is ready', async () => {
    expect(await instance.result(['status'])).toMatchObject({
      ready: true,
      database: 'ok',
      temporal: 'ok',
      workers: 3,
      mailboxes: [],
    });
  });

  test('stores nothing when the password is wrong, and says what to do', async () => {
    const refused = await connect('not-it');
    expect(refused.code).toBe(1);
    expect(refused.json()).toMatchObject({ mailboxId: null });
    const failed = refused.json().checks.filter((check: any) => !check.ok);
    expect(failed.map((check: any) => check.check)).toContain('sign_in_imap');
    expect(await instance.result(['mailbox', 'list'])).toEqual([]);
  });

  test('runs a journey: outreach, nudge after silence, reply, and the process killed in between', async () => {
    expect((await connect('secret-1')).code).toBe(0);
    await instance.result([
      'profile',
      'set',
      '--name',
      'Max Muster',
      '--time-zone',
      'Europe/Berlin',
    ]);
    await instance.result([
      ...['settings', 'set', 'workingHours=always', 'spacing=PT0S', 'holidays=off'],
      ...['nudgeAfter=PT3S', 'giveUpAfter=PT10M'],
    ]);
    const { contactId } = await instance.result([
      ...['contact', 'add', '--email', 'Ana@Work.test', '--name', 'Ana Souza'],
      ...['--admire', 'how you moved into product'],
    ]);
    const outreach = await draftFor('outreach');
    expect(outreach).toMatchObject({ contactId, to: 'ana@work.test', state: 'awaiting_approval' });
    expect(await inboxOfAna()).toEqual([]);

    const stale = await instance.rapport(['approve', outreach.draftId, '--revision', '2']);
    expect(stale.code).toBe(1);
    await instance.result(['approve', outreach.draftId, '--revision', '1']);
    expect((await instance.rapport(['approve', outreach.draftId])).code).toBe(0);
    await until('the outreach arrives', async () => (await inboxOfAna()).length === 1);

    await until(
      'the journey waits for an answer',
      async () => (await shown('ana@work.test')).stage === 'waiting',
    );

    const copies = await mailsIn(dovecot.me, 'Sent');
    expect(copies.map((copy) => copy.includes(outreach.subject))).toEqual([true]);

    await instance.kill();
    expect((await instance.rapport(['drafts'])).code).toBe(1);
    await instance.start();

    const nudge = await draftFor('nudge');
    expect(nudge.subject).toBe(`Re: ${outreach.subject}`);
    await instance.result(['approve', nudge.draftId]);
    await until('the nudge arrives', async () => (await inboxOfAna()).length === 2);
    const mails = await inboxOfAna();
    const idOf = (raw: string) => /^Message-ID: *(<[^>]+>)/im.exec(raw)?.[1] ?? '';
    const ids = mails.map(idOf);
    expect(new Set(ids).size).toBe(2);
    expect(mails[1]).toContain(`In-Reply-To: ${ids[0]}`);

    await anaWrites(
      plainMail({
        from: 'ana@work.test',
        to: dovecot.me.address,
        subject: `Re: ${outreach.subject}`,
        headers: [`In-Reply-To: ${ids[1]}`, `References: ${ids.join(' ')}`],
        text: 'Happy to talk. Which day suits you?',
      }),
    );
    const contact = await until('the reply is seen', async () => {
      const now = await shown('ana@work.test');
      return now.stage === 'in_conversation' ? now : undefined;
    });
    expect(contact.messages.map((mail: any) => [mail.direction, mail.state])).toEqual([
      ['out', 'sent'],
      ['out', 'sent'],
      ['in', 'needs_you'],
    ]);
    expect(await instance.result(['needs-you'])).toMatchObject([{ type: 'reply', contactId }]);
    const judged = contact.messages[2];
    await instance.result(['reply', 'judge', judged.id, 'declined']);
    await until(
      'the journey ends',
      async () => (await shown('ana@work.test')).outcome === 'declined',
    );
    expect(await inboxOfAna()).toHaveLength(2);
  }, 150_000);

  test('refuses the same contact twice and misuse with the right exit codes', async () => {
    const twice = await instance.rapport([
      'contact',
      'add',
      '--email',
      'ana@work.test',
      '--name',
      'A',
    ]);
    expect(twice.code).toBe(1);
    expect(twice.err).toContain('is a contact already');
    for (const words of [
      ['contact', 'add', '--email', 'nobody', '--name', 'A'],
      ['contact', 'add', '--email', 'x@work.test', '--name', 'A\r\nBcc: all@work.test'],
      ['contact', 'add', '--email', 'x@work.test', '--name', 'A', '--time-zone', 'Mars/Olympus'],
      ['contact', 'add', '--email', 'x@work.test', '--name', 'A', '--set', 'nudgeAfter=a week'],
      ['settings', 'set', 'nudgeAfter=7'],
      ['approve'],
    ])
      expect([words, (await instance.rapport(words)).code]).toEqual([words, 2]);
    expect((await instance.rapport(['contact', 'show', 'who@work.test'])).code).toBe(1);
  }, 60_000);
});
