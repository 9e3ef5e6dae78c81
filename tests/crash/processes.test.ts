import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journeyId } from '../../domain/journey.ts';
import { addContact } from '../../operations/contacts/add-contact.ts';
import { connectMailbox } from '../../operations/mailboxes/connect-mailbox.ts';
import { listDrafts } from '../../operations/drafts/list-drafts.ts';
import { changeSettings } from '../../operations/settings/change-settings.ts';
import { setProfile } from '../../operations/settings/set-profile.ts';
import { practicePeople, type PracticePerson } from '../../practice/people/people.ts';
import { audit } from '../../worker/rehearsal/audit.ts';
import type { Do } from '../../worker/rehearsal/look.ts';
import { fieldsOf } from '../../worker/rehearsal/rehearse.ts';
import type { Role } from '../../worker/role.ts';
import { connectClient } from '../../worker/temporal-client.ts';
import { allHistories } from '../support/temporal-histories.ts';
import { until } from '../support/until.ts';
import { startCluster, type Cluster, type RoleProcess } from './cluster.ts';
import { root } from './instance-process.ts';
import { startMailProcess, type DelayedAnswer, type MailProcess } from './mail-process.ts';
import { overHttp, persistently } from './over-http.ts';
import { contactsOf, untilCopied, untilNothingStalls, workAsUser } from './work-as-user.ts';

const you = 'you@practice.example';
const password = 'crash';
const policy = {
  nudgeAfter: 'PT4S',
  giveUpAfter: 'PT4S',
  workingHours: 'always',
  holidays: 'off',
  spacing: 'PT0S',
  dailyLimit: '10000',
};

let folder: string;
let cluster: Cluster;
let mail: MailProcess;
let db: pg.Pool;
const running: Record<Role, RoleProcess[]> = { worker: [], watch: [], web: [] };
/** The one that the user works at. */
let web: RoleProcess;

/** One more process of a role; what Temporal gets of all of them is encrypted. */
async function start(role: Role, other: NodeJS.ProcessEnv = {}): Promise<RoleProcess> {
  started += 1;
  const process_ = await cluster.start(role, `${role}-${started}`, {
    RAPPORT_PAYLOAD_ENCRYPTION: 'on',
    ...other,
  });
  running[role].push(process_);
  return process_;
}
let started = 0;

beforeAll(async () => {
  // What is started is the product as it is built.
  execFileSync(process.execPath, ['tools/set-up.js'], { cwd: root });
  folder = mkdtempSync(join(tmpdir(), 'rapport-processes-'));
  cluster = await startCluster(folder);
  db = new pg.Pool({ connectionString: cluster.databaseUrl, max: 2 });
  db.on('error', () => undefined);
  const roles: readonly Role[] = ['web', 'web', 'worker', 'worker', 'watch', 'watch'];
  await Promise.all(roles.map((role) => start(role)));
  web = running.web[0]!;
}, 300_000);

afterAll(async () => {
  await mail?.stop();
  await db?.end();
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

test('a sign-in and a token of one web are valid at the other', async () => {
  const [one, other] = running.web.map(({ where }) => where!);
  const signIn = await behindProxy(one!.url, `/?token=${one!.token}`);
  const cookie = signIn.headers['set-cookie']!.map((each) => each.split(';')[0]!).join('; ');
  expect((await behindProxy(other!.url, '/board', { cookie })).statusCode).toBe(200);
  expect((await behindProxy(other!.url, '/board')).statusCode).not.toBe(200);
  for (const [url, token] of [
    [one!.url, other!.token],
    [other!.url, one!.token],
  ] as const) {
    const headers = { authorization: `Bearer ${token}` };
    expect((await behindProxy(url, '/api/v1/contacts', headers)).statusCode).toBe(200);
  }
});

test('every process says that it is ready', async () => {
  for (const { name, health } of Object.values(running).flat())
    expect((await fetch(health)).status, name).toBe(200);
});

test('a process with another secret key does not start', async () => {
  const stranger = cluster.start('worker', 'stranger', { RAPPORT_SECRET_KEY: 'another' });
  await expect(stranger).rejects.toThrow(/RAPPORT_SECRET_KEY/);
});

test('every mail leaves once and every reply is known though of each role one process is killed, one frozen and one stopped', async () => {
  const people = cast();
  const act = overHttp(() => web.where);
  mail = await startMailProcess({
    file: join(folder, 'mails.jsonl'),
    you,
    password,
    people,
    day: 500,
    saveSent: true,
  });
  const mailbox = await enter(act);
  const add = async (from: number, to: number): Promise<void> => {
    for (const person of people.slice(from, to))
      await persistently(() => act(addContact, { ...fieldsOf(person), mailbox }));
  };

  const first = mail.delayNextAnswer();
  await add(0, 1);
  const working = workAsUser({ act, people, mail }, { longest: 240_000 });
  await killOneOfEach(await first);
  await add(1, 4);
  await freezeOneOfEach(() => add(4, 8));
  const last = mail.delayNextAnswer();
  await add(8, 10);
  await stopOneOfEach(await last);

  await working;
  const contacts = await contactsOf(act, people);
  await untilCopied({ you, mail, contacts });
  const drafts = await act(listDrafts, { all: 'true' });
  const broken = [
    ...audit({ you, people, contacts, drafts, mails: mail.mails }),
    ...(await untilNothingStalls(cluster.databaseUrl)),
  ];
  expect(broken, lastWords()).toEqual([]);
}, 300_000);

test('nothing that workflows take or return can be read in Temporal', async () => {
  const client = await connectClient(cluster.temporal);
  const text = await allHistories(client);
  await client.connection.close();
  expect(text).toContain('contactJourney');
  for (const word of ['nudgeAfter', 'draftId', 'messageId']) expect(text).not.toContain(word);
});

test('a worker of a version gets work from when its version is current', async () => {
  const client = await connectClient(cluster.temporal);
  const act = overHttp(() => web.where);
  const version = { deploymentName: 'rapport', buildId: 'next' };
  await start('worker', {
    TEMPORAL_DEPLOYMENT_NAME: version.deploymentName,
    TEMPORAL_WORKER_BUILD_ID: version.buildId,
  });
  let people = 0;
  /** Which version has drafted the first mail to somebody new. */
  const drafting = async () => {
    people += 1;
    const email = `new.${people}@practice.example`;
    const { contactId } = await act(addContact, { email, name: `New ${people}` });
    await until('the first mail is drafted', async () =>
      (await act(listDrafts, {})).find((draft) => draft.contactId === contactId),
    );
    const { events } = await client.workflow.getHandle(journeyId(contactId)).fetchHistory();
    return events!.findLast((event) => event.workflowTaskCompletedEventAttributes)!
      .workflowTaskCompletedEventAttributes!.deploymentVersion;
  };
  expect(await drafting()).toBeFalsy();
  const { namespace } = cluster.temporal;
  // Refused until its workers are known.
  await until('it is current', () =>
    client.workflowService
      .setWorkerDeploymentCurrentVersion({ namespace, ...version, identity: 'operator' })
      .then(() => true)
      .catch(() => false),
  );
  // Task queues hear of it a moment later.
  await until('it drafts', async () => (await drafting())?.buildId === version.buildId);
  await client.connection.close();
}, 120_000);

/** `kill -9`: the worker after the server took its mail and before it says so, the watcher, and the page of the user. */
async function killOneOfEach(answer: DelayedAnswer): Promise<void> {
  const watcher = await until('somebody watches', watcherNow);
  const killed = [await senderOf(answer), watcher, web];
  web = running.web.find((other) => other !== web)!;
  for (const { signal } of killed) signal('SIGKILL');
  expect(await Promise.all(killed.map(({ ended }) => ended))).toEqual([null, null, null]);
  answer.give();
  forget(killed);
  await Promise.all([otherThan(watcher), start('worker'), start('watch'), start('web')]);
}

/** SIGSTOP: a worker, the watcher, and the page in the middle of what the user does there; they go on later. */
async function freezeOneOfEach(meanwhile: () => Promise<void>): Promise<void> {
  const watcher = await until('somebody watches', watcherNow);
  const frozen = [running.worker[0]!, watcher, web];
  for (const { signal } of frozen) signal('SIGSTOP');
  try {
    web = running.web.find((other) => other !== web)!;
    await meanwhile();
    await otherThan(watcher);
  } finally {
    for (const { signal } of frozen) signal('SIGCONT');
  }
}

/** SIGTERM: the worker while it hands a mail over, the watcher, and the page of the user. */
async function stopOneOfEach(answer: DelayedAnswer): Promise<void> {
  const watcher = await until('somebody watches', watcherNow);
  const stopped = [await senderOf(answer), watcher, web];
  web = running.web.find((other) => other !== web)!;
  for (const { signal } of stopped) signal('SIGTERM');
  answer.give();
  expect(await Promise.all(stopped.map(({ ended }) => ended))).toEqual([0, 0, 0]);
  forget(stopped);
  await otherThan(watcher);
}

test('an operator finds the workflows of a mailbox and of a chapter', async () => {
  const client = await connectClient(cluster.temporal);
  const { rows } = await db.query<{ id: string }>('SELECT id FROM mailbox');
  const mailbox = `RapportMailbox = '${rows[0]!.id}'`;
  // Temporal's visibility follows a moment later.
  const found = async (query: string): Promise<boolean> =>
    (await client.workflow.count(query)).count > 0;
  await until('mails are found', () => found(`${mailbox} AND WorkflowType = 'mail'`));
  await until('journeys are found', () => found(`${mailbox} AND RapportChapter = 'silence'`));
  await client.connection.close();
});

/** Asks one of the webs under the name that all of them have, as a proxy passes it on. */
async function behindProxy(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<IncomingMessage> {
  const { hostname, port } = new URL(url);
  const asked = get({ hostname, port, path, headers: { host: 'localhost', ...headers } });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  return answer;
}

/** Ten people whose journeys end within seconds, of five behaviours. */
function cast(): readonly PracticePerson[] {
  const behaviours = ['declines', 'stays_silent', 'opts_out', 'bounces', 'is_refused'] as const;
  return [1, 2].flatMap((round) =>
    behaviours.map((behaviour) => {
      const person = practicePeople.find((each) => each.behaviour === behaviour)!;
      return {
        ...person,
        email: person.email.replace('@', `.${round}@`),
        company: `${person.company} ${round}`,
      };
    }),
  );
}

async function enter(act: Do): Promise<string> {
  await act(setProfile, { name: 'Robin Vale', affiliation: 'Practice University' });
  await act(changeSettings, { settings: policy });
  const [imap, smtp] = [`localhost:${mail.imap}`, `localhost:${mail.smtp}`];
  const security = 'none';
  const connection = { address: you, password, imap, smtp, security } as const;
  return (await act(connectMailbox, connection)).mailboxId;
}

function lastWords(): string {
  return Object.values(running)
    .flat()
    .map((each) => each.lastWords())
    .join('\n');
}

function forget(gone: readonly RoleProcess[]): void {
  for (const role of Object.keys(running) as Role[])
    running[role] = running[role].filter((each) => !gone.includes(each));
}

/** The worker that waits for this answer. */
async function senderOf({ messageId }: DelayedAnswer): Promise<RoleProcess> {
  const { rows } = await db.query<{ claimed_by: string }>(
    'SELECT claimed_by FROM send WHERE message_id = $1',
    [messageId],
  );
  return running.worker.find(({ run }) => run === rows[0]?.claimed_by)!;
}

/** Who holds the lease of the mailbox. */
async function watcherNow(): Promise<RoleProcess | undefined> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT application_name AS name FROM watch_lease
     JOIN pg_stat_activity USING (pid) WHERE expires_at > now()`,
  );
  expect(rows.length).toBeLessThanOrEqual(1);
  return running.watch.find(({ name }) => name === rows[0]?.name);
}

function otherThan(watcher: RoleProcess): Promise<RoleProcess> {
  return until(`another watches than ${watcher.name}`, async () => {
    const now = await watcherNow();
    return now !== undefined && now !== watcher && now;
  });
}
