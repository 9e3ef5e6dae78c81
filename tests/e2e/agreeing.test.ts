import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openImap } from '../../mail/imap/imap.ts';
import { openSmtp } from '../../mail/smtp/smtp.ts';
import { dovecotMissing, startDovecot, type Dovecot } from '../support/dovecot.ts';
import { startInstance, type InstanceUnderTest } from '../support/instance.ts';
import { plainMail } from '../support/mail-servers.ts';
import { until } from '../support/until.ts';

const ana = 'ana@work.test';

describe.skipIf(dovecotMissing())('from a yes to an invitation, against Dovecot', () => {
  let dovecot: Dovecot;
  let instance: InstanceUnderTest;

  beforeAll(async () => {
    dovecot = await startDovecot('tls');
    instance = await startInstance();
    await connect();
    await instance.result(['profile', 'set', '--name', 'Max Muster', '--time-zone', 'UTC']);
    await instance.result([
      ...['settings', 'set', 'workingHours=always', 'spacing=PT0S', 'holidays=off'],
      ...['meetingHours=always', 'meetingNotice=PT1H'],
    ]);
  }, 150_000);
  afterAll(async () => {
    await instance?.remove();
    await dovecot?.stop();
  }, 60_000);

  async function connect(): Promise<void> {
    const { me } = dovecot;
    const ca = join(instance.data, 'ca.pem');
    writeFileSync(ca, me.ca ?? '');
    await instance.result(
      [
        ...['mailbox', 'connect', '--address', me.address, '--password-stdin', '--ca', ca],
        ...['--security', 'tls', '--imap', `${me.imap.host}:${me.imap.port}`],
        ...['--smtp', `${me.smtp.host}:${me.smtp.port}`],
      ],
      'secret-1\n',
    );
  }

  const draftFor = (purpose: string): Promise<any> =>
    until(`a ${purpose} is drafted`, async () =>
      (await instance.result(['drafts'])).find((draft: any) => draft.purpose === purpose),
    );
  const needs = (type: string): Promise<any> =>
    until(`a ${type} waits`, async () =>
      (await instance.result(['needs-you'])).find((item: any) => item.type === type),
    );
  const meeting = (...words: readonly string[]): Promise<any> =>
    instance.result(['meeting', ...words]);

  async function inbox(): Promise<readonly string[]> {
    const client = await openImap(dovecot.ana);
    try {
      await client.mailboxOpen('INBOX', { readOnly: true });
      if (client.mailbox && client.mailbox.exists === 0) return [];
      const mails = await client.fetchAll('1:*', { source: true });
      return mails.map(({ source }) => source?.toString() ?? '');
    } finally {
      await client.logout();
    }
  }

  async function approve(purpose: string): Promise<void> {
    const { draftId, revision } = await draftFor(purpose);
    await instance.result(['approve', draftId, '--revision', String(revision)]);
  }

  const arrived = (count: number): Promise<string> =>
    until(`mail ${count} arrives`, async () => (await inbox())[count - 1]);

  async function anaAnswers(text: string): Promise<void> {
    const id = /^Message-ID: *(<[^>]+>)/im.exec((await inbox()).at(-1) ?? '')?.[1] ?? '';
    const raw = plainMail({
      from: ana,
      to: dovecot.me.address,
      // Each run of the suite numbers its mails from one.
      messageId: `<${randomUUID()}@work.test>`,
      headers: [`In-Reply-To: ${id}`, `References: ${id}`],
      text,
    });
    const smtp = await openSmtp(dovecot.ana);
    const envelope = { from: ana, to: dovecot.me.address, raw };
    await smtp.send(envelope, { beforeData: () => Promise.resolve() });
    smtp.close();
  }

  async function restart(): Promise<void> {
    await instance.kill();
    await instance.start();
  }

  test('a proposal, their choice, an invitation, and a move, with the process killed at each step', async () => {
    await instance.result([
      ...['contact', 'add', '--email', ana, '--name', 'Ana Souza', '--time-zone', 'UTC'],
      ...['--admire', 'how you moved into product'],
    ]);
    await approve('outreach');
    await arrived(1);
    await anaAnswers('Gladly, I am happy to talk.');
    const { messageId } = await needs('reply');
    await instance.result(['reply', 'judge', messageId, 'interested']);
    const { slots } = await draftFor('proposal');
    await approve('proposal');
    await restart();
    await arrived(2);

    await anaAnswers('The second one works well for me.');
    const { times } = await needs('time');
    expect(times).toMatchObject([{ at: slots[1].at, from: 'slot', certain: true, free: true }]);
    const agreed = await meeting('confirm', ana, '--format', 'call', '--where', '+49 30 1234');
    expect(agreed).toMatchObject({ at: slots[1].at, sequence: 0, state: 'confirmed' });
    await restart();
    await approve('confirmation');
    await restart();
    await arrived(3);

    const at = new Date(Date.parse(slots[1].at) + 86_400_000).toISOString();
    const moved = await meeting('reschedule', ana, '--at', at);
    await restart();
    expect(await meeting('show', ana)).toMatchObject({ uid: agreed.uid, sequence: 1, at });
    expect(moved.uid).toBe(agreed.uid);
    await approve('confirmation');
    await arrived(4);

    const mails = await inbox();
    expect(mails).toHaveLength(4);
    const invitations = mails.filter((raw) => /^METHOD:REQUEST/m.test(raw));
    expect(invitations.map((raw) => /^UID:(.+?)\r?$/m.exec(raw)?.[1])).toEqual([
      agreed.uid,
      agreed.uid,
    ]);
    expect(invitations.map((raw) => /^SEQUENCE:(\d+)/m.exec(raw)?.[1])).toEqual(['0', '1']);
  }, 240_000);
});
