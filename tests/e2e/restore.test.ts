import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startInstance, type InstanceUnderTest } from '../support/instance.ts';
import { practiceServers, type Practice } from '../support/mail-servers.ts';
import { until } from '../support/until.ts';

const passphrase = 'correct horse battery\n';
const elsewhere = mkdtempSync(join(tmpdir(), 'rapport-e2e-restored-'));

let mail: Practice;
let old: InstanceUnderTest;
let restored: InstanceUnderTest | undefined;

beforeAll(async () => {
  mail = await practiceServers();
  old = await startInstance();
}, 120_000);
afterAll(async () => {
  await old?.remove();
  await restored?.remove();
  await mail?.stop();
  rmSync(elsewhere, { recursive: true, force: true });
}, 60_000);

const sentTo = (email: string) => mail.practice.sent().filter(({ to }) => to.includes(email));

test('goes on elsewhere, and sends nothing that the old one has sent since', async () => {
  const { me } = mail;
  await old.result(
    [
      ...['mailbox', 'connect', '--address', me.address, '--password-stdin', '--security', 'none'],
      ...['--imap', `127.0.0.1:${me.imap.port}`, '--smtp', `127.0.0.1:${me.smtp.port}`],
    ],
    `${me.password}\n`,
  );
  await old.result(['profile', 'set', '--name', 'Max Muster', '--affiliation', 'TU Berlin']);
  await old.result([
    ...['settings', 'set', 'workingHours=always', 'spacing=PT0S', 'holidays=off'],
    'giveUpAfter=PT1H',
  ]);
  await add(old, 'ana@work.test', 'nudgeAfter=PT5S');
  await old.result(['approve', (await draftTo(old, 'ana@work.test')).draftId]);
  await until('the first mail goes out', async () => sentTo('ana@work.test').length === 1);

  // Approved for a moment after the backup: the old instance will send it, and the backup does not know.
  await add(old, 'ben@work.test', 'nudgeAfter=P7D');
  const { draftId } = await draftTo(old, 'ben@work.test');
  const soon = new Date(Date.now() + 25_000).toISOString();
  await old.result(['approve', draftId, '--at', soon]);
  await until(
    'a time is reserved',
    async () => (await shown(old, 'ben@work.test')).next?.at != null,
  );
  const file = join(elsewhere, 'rapport.backup');
  await old.result(['backup', file, '--passphrase-stdin'], passphrase);
  expect(sentTo('ben@work.test')).toEqual([]);
  await until('the old instance sends it', async () => sentTo('ben@work.test').length === 1);
  await until(
    'the old instance has seen to the copy in Sent',
    async () => (await shown(old, 'ben@work.test')).stage === 'waiting',
  );
  await old.result(['stop-server']);

  const data = join(elsewhere, 'data');
  await restore(file, data);
  restored = await startInstance(data);
  const here = restored;
  const said = await here.result(['status']);
  expect(said.sendingStopped).toContain('restored from a backup');
  const needed: any[] = await here.result(['needs-you']);
  expect(needed.filter(({ type }) => type === 'problem')).toMatchObject([
    { why: expect.stringContaining('resume everything') },
  ]);

  // A journey that was waiting goes on: its nudge is drafted by the new instance, or waits already.
  const nudge = await draftTo(here, 'ana@work.test');
  expect(nudge.purpose).toBe('nudge');
  await here.result(['approve', nudge.draftId]);
  await until('the stop of all sending holds the mail', async () =>
    /resume everything/.test((await shown(here, 'ana@work.test')).waitingFor ?? ''),
  );
  expect(sentTo('ana@work.test')).toHaveLength(1);

  await here.result(['resume', '--all']);
  await until('the nudge goes out', async () => sentTo('ana@work.test').length === 2);
  const ben = await until('the mail of the old instance is recognised', async () => {
    const contact = await shown(here, 'ben@work.test');
    return contact.stage === 'waiting' ? contact : undefined;
  });
  expect(ben.messages).toMatchObject([{ direction: 'out', purpose: 'outreach', state: 'sent' }]);
  expect(sentTo('ben@work.test')).toHaveLength(1);
  expect((await here.result(['needs-you'])).map(({ type }: any) => type)).not.toContain('problem');
}, 300_000);

async function add(instance: InstanceUnderTest, email: string, setting: string): Promise<void> {
  await instance.result([
    ...['contact', 'add', '--email', email, '--name', email.slice(0, 3), '--set', setting],
    ...['--admire', 'how you moved from research into product'],
  ]);
}

function draftTo(instance: InstanceUnderTest, email: string): Promise<any> {
  return until(`a draft to ${email}`, async () =>
    (await instance.result(['drafts'])).find(({ to }: any) => to === email),
  );
}

const shown = (instance: InstanceUnderTest, email: string): Promise<any> =>
  instance.result(['contact', 'show', email]);

async function restore(file: string, data: string): Promise<void> {
  const program = join(import.meta.dirname, '..', '..', 'bin', 'rapport.js');
  const command = spawn(process.execPath, [program, 'restore', file, '--passphrase-stdin'], {
    env: { ...process.env, RAPPORT_DATA: data },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  command.stdin.end(passphrase);
  expect(await once(command, 'close')).toEqual([0, null]);
}
