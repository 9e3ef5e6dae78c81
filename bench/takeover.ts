import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addContact } from '../operations/contacts/add-contact.ts';
import { connectMailbox } from '../operations/mailboxes/connect-mailbox.ts';
import { startCluster, type Cluster, type RoleProcess } from '../tests/crash/cluster.ts';
import { plainMail, practiceServers } from '../tests/support/mail-servers.ts';
import { until } from '../tests/support/until.ts';
import { startApplication, type Application } from '../worker/application.ts';
import { median } from './ratio.ts';
import { hastyUser } from './stage.ts';

/** Milliseconds. */
const goal = 15_000;

/**
 * How long a mailbox goes unread when the process that watches it is killed or frozen while another one is there: until
 * that one watches, and until it has taken in a mail that came at that moment.
 */
export async function measureTakeover(rounds = 5): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-takeover-'));
  const cluster = await startCluster(folder);
  const application = await startApplication({
    databaseUrl: cluster.databaseUrl,
    temporal: cluster.temporal,
    dataRoot: join(folder, 'bench'),
    secretKey: cluster.secretKey,
    log: () => undefined,
  });
  const mail = await practiceServers();
  try {
    const context = application.contextFor(await hastyUser(application));
    const [, ...watchers] = await Promise.all(
      (['worker', 'watch', 'watch'] as const).map((role, at) =>
        cluster.start(role, `${role}-${at}`),
      ),
    );
    const { me } = mail;
    const at = ({ host, port }: typeof me.imap) => `${host}:${port}`;
    const mailbox = await connectMailbox.run(context, {
      ...{ address: me.address, password: me.password, security: 'none' },
      ...{ imap: at(me.imap), smtp: at(me.smtp) },
    });
    await addContact.run(context, {
      ...{ email: 'ana@work.test', name: 'Ana', mailbox: mailbox.mailboxId },
    });
    // What lies in the inbox at the first look is none of the mails that are waited for.
    await until('the mailbox was read once', async () => {
      const { lastLookedAt } = await application.db.mailbox.findFirstOrThrow();
      return lastLookedAt !== null;
    });
    const lines: string[] = [];
    for (const signal of ['SIGKILL', 'SIGSTOP'] as const) {
      const taken: Taken[] = [];
      for (let round = 0; round < rounds; round += 1)
        taken.push(await takeOver({ cluster, watchers, db: application.db, mail, signal }));
      lines.push(...summary(signal, taken));
    }
    return lines;
  } finally {
    await application.stop();
    await cluster.stop();
    await mail.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds after the signal. */
type Taken = { readonly watched: number; readonly seen: number };

async function takeOver(means: {
  readonly cluster: Cluster;
  /** Both; one that is killed makes room for another. */
  readonly watchers: RoleProcess[];
  readonly db: Application['db'];
  readonly mail: Awaited<ReturnType<typeof practiceServers>>;
  readonly signal: 'SIGKILL' | 'SIGSTOP';
}): Promise<Taken> {
  const { cluster, watchers, db, mail, signal } = means;
  const watching = async (): Promise<string | undefined> => {
    const [found] = await db.$queryRaw<{ name: string }[]>`
      SELECT application_name AS name FROM watch_lease
      JOIN pg_stat_activity USING (pid) WHERE expires_at > now()`;
    return found?.name;
  };
  const name = await until('somebody watches', watching);
  const place = watchers.findIndex((each) => each.name === name);
  const watcher = watchers[place]!;
  const known = await db.message.count();
  const begin = performance.now();
  watcher.signal(signal);
  mail.practice.deliver(mail.me.address, plainMail());
  const [watched, seen] = await Promise.all([
    after(begin, async () => ![undefined, name].includes(await watching())),
    after(begin, async () => (await db.message.count()) > known),
  ]);
  if (signal === 'SIGSTOP') watcher.signal('SIGCONT');
  else watchers[place] = await cluster.start('watch', `${watcher.name}+`);
  return { watched, seen };
}

/** Milliseconds since `begin` when it holds. */
async function after(begin: number, holds: () => Promise<boolean>): Promise<number> {
  while (!(await holds())) {
    if (performance.now() - begin > 120_000) throw new Error('Nobody took over.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return performance.now() - begin;
}

function summary(signal: string, taken: readonly Taken[]): readonly string[] {
  const line = (what: string, values: readonly number[]): string =>
    `    ${what}: ${seconds(median(values))} (median of ${values.length}), ${seconds(Math.max(...values))} at most`;
  const longest = Math.max(...taken.map(({ watched }) => watched));
  const how = signal === 'SIGKILL' ? 'killed (SIGKILL)' : 'frozen (SIGSTOP)';
  return [
    `Another watcher takes over from one that was ${how}: goal at most ${goal / 1000} s: ${longest <= goal ? 'met' : 'MISSED'}`,
    line(
      'it watches after',
      taken.map(({ watched }) => watched),
    ),
    line(
      'the mail is taken in after',
      taken.map(({ seen }) => seen),
    ),
  ];
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
