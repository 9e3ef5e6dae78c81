import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startInstance, type InstanceUnderTest } from '../support/instance.ts';
import { plainMail, practiceServers, type Practice } from '../support/mail-servers.ts';
import { allHistories, clientOf } from '../support/temporal-histories.ts';
import { until } from '../support/until.ts';

/** What only PostgreSQL may know: who it is about, what was written, and what opens the mailbox. */
const secrets = {
  address: 'ana@work.test',
  name: 'Anastasia Quellwasser',
  company: 'Nordlicht Turbinenbau',
  'what they wrote': 'the lighthouse keeper plays chess',
  'what we wrote': 'your talk about copper dragonflies',
  'the bounced address': 'gone@work.test',
  'the server’s words': 'mailbox of gone is no more',
  password: 'secret-1',
  mailbox: 'me@home.test',
};

let mail: Practice;
let instance: InstanceUnderTest;
let client: Client;
let firstDraft: string;

beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'trace');
  mail = await practiceServers();
  instance = await startInstance();
  client = await clientOf(instance.data);
  await liveThrough();
}, 240_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await client?.connection.close();
  await instance?.remove();
  await mail?.stop();
}, 60_000);

/** A first mail with its answer and judgement, one that the server refuses, and wrong sign-ins. */
async function liveThrough(): Promise<void> {
  const { me, practice } = mail;
  const at = [
    ...['mailbox', 'connect', '--address', me.address, '--password-stdin', '--security', 'none'],
    ...['--imap', `127.0.0.1:${me.imap.port}`, '--smtp', `127.0.0.1:${me.smtp.port}`],
  ];
  expect((await instance.rapport(at, 'not-the-password\n')).code).toBe(1);
  await instance.result(at, `${me.password}\n`);
  await instance.result(['profile', 'set', '--name', 'Max Muster', '--affiliation', 'TU Berlin']);
  await instance.result(['settings', 'set', 'workingHours=always', 'spacing=PT0S', 'holidays=off']);
  const gone = secrets['the bounced address'];
  practice.faults.smtp = ({ at: step, to }) =>
    step === 'rcpt' && to.includes(gone)
      ? { code: 550, text: `5.1.1 <${gone}>: ${secrets['the server’s words']}` }
      : undefined;

  firstDraft = await send(secrets.address, secrets.name);
  const [sent] = await until('the first mail arrives', async () => {
    const all = practice.sent();
    return all.length > 0 && all;
  });
  const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec(String(sent?.raw))?.[1] ?? '';
  practice.deliver(
    me.address,
    plainMail({
      from: `${secrets.name} <${secrets.address}>`,
      to: me.address,
      headers: [`In-Reply-To: ${messageId}`],
      text: `Gladly. Did you know that ${secrets['what they wrote']}?\r\n`,
    }),
  );
  const reply = await until('the answer is seen', async () =>
    (await instance.result(['needs-you'])).find(({ type }: any) => type === 'reply'),
  );
  await instance.result(['reply', 'judge', reply.messageId, 'interested']);
  await send(secrets['the bounced address'], 'Gone Away');
  await until('the refusal is told', async () => {
    const contact = await instance.result(['contact', 'show', secrets['the bounced address']]);
    return contact.outcome === 'bounced';
  });
}

async function send(email: string, name: string): Promise<string> {
  await instance.result([
    ...['contact', 'add', '--email', email, '--name', name, '--company', secrets.company],
    ...['--admire', secrets['what we wrote'], '--set', 'onePerCompany=false'],
  ]);
  const draft = await until('a draft', async () =>
    (await instance.result(['drafts'])).find(({ to }: any) => to === email),
  );
  await instance.result(['approve', draft.draftId]);
  return draft.draftId;
}

describe('what a journey leaves behind outside of PostgreSQL', () => {
  test('in Temporal, who it is with and what was written is nowhere', async () => {
    const kept = await allHistories(client);
    // The journeys are there, so an empty answer cannot pass for a private one.
    expect(kept).toContain('contactJourney');
    expect(kept).toContain(firstDraft);
    expect(kept).toContain('sendMail');
    expect(kept).toContain('replyReceived');
    expect(revealedIn(kept)).toEqual([]);
  });

  test('in the log of the program, at its most talkative', () => {
    expect(instance.said()).toContain('"msg":"mail.sent"');
    expect(revealedIn(instance.said())).toEqual([]);
  });

  test('in the logs of the servers', () => {
    const logs = filesBelow(instance.data).filter((file) => file.endsWith('.log'));
    expect(logs.map((file) => file.slice(instance.data.length + 1)).sort()).toEqual([
      'postgres/server.log',
      'temporal/server.log',
    ]);
    for (const file of logs) expect(revealedIn(readFileSync(file, 'utf8'))).toEqual([]);
  });
});

describe('another user of the machine', () => {
  test('can read nothing of the data folder', () => {
    const open = [instance.data, ...filesBelow(instance.data)].filter(
      (file) => (statSync(file).mode & 0o077) !== 0,
    );
    expect(open).toEqual([]);
    for (const file of ['run/token', 'run/instance.json', 'secret.key', 'postgres/password'])
      expect(statSync(join(instance.data, file)).mode & 0o777).toBe(0o600);
  });
});

function revealedIn(text: string): readonly string[] {
  return Object.entries(secrets).flatMap(([what, secret]) =>
    text.toLowerCase().includes(secret.toLowerCase()) ? [what] : [],
  );
}

/** Files and folders, but not within PostgreSQL's own folder, which is closed itself (PostgreSQL refuses to start otherwise). */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory() || entry.name === 'cluster') return [path];
    return [path, ...filesBelow(path)];
  });
}
