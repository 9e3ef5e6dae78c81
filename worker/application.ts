import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import {
  usualWatchTimes,
  type Dependencies,
  type Log,
  type WatchTimes,
} from '../activities/dependencies.ts';
import type { OperationContext } from '../operations/context.ts';
import { fetchCalendar } from '../mail/calendar/fetch-calendar.ts';
import { checkMailbox } from '../mail/check-mailbox.ts';
import { discover } from '../mail/discovery/discovery.ts';
import { realNetwork } from '../mail/discovery/network.ts';
import { openImap } from '../mail/imap/imap.ts';
import { startReader } from '../mail/reader/mail-reader.ts';
import { oauthProviders, type OAuthProviders } from '../mail/oauth/providers.ts';
import { probeSender } from '../mail/smtp/probe-sender.ts';
import { sendPlainMail } from '../mail/smtp/send-plain-mail.ts';
import { openSmtp } from '../mail/smtp/smtp.ts';
import type { Health } from '../operations/status.ts';
import type { WorkerVersion } from '../config/env.ts';
import { secretBox, secretKey } from '../config/secret-box.ts';
import { listenForChanges } from '../db/postgres/listen-for-changes.ts';
import { openDatabase, wholeProcess, type Database } from '../db/client.ts';
import { checkSecretKey, secretKeySalt } from '../db/secret-key.ts';
import { endClaimsOf } from '../db/ledger.ts';
import type { TemporalTarget } from '../embedded/servers.ts';
import { startOverdueLooks } from './overdue-looks.ts';
import { payloadCodec } from './payload-codec.ts';
import type { TemporalLink } from './temporal-link.ts';
import type { Roles, RunningWorkers } from './workers.ts';

export type Application = {
  readonly db: Dependencies['db'];
  readonly contextFor: (userId: string) => OperationContext;
  readonly onChange: (listener: () => void) => () => void;
  readonly health: () => Promise<Health>;
  /** Settled when Temporal was reached, or could not be. */
  readonly reached: Promise<unknown>;
  /** Takes up the work of these roles. Throws where Temporal does not answer; then it may be tried again. */
  readonly work: (roles: Roles) => Promise<void>;
  /** Makes sure that every connected mailbox has its watching workflow, and that the Schedules are there. */
  readonly watchAll: () => Promise<void>;
  /** Frees what a run that surely died had claimed, to be judged after `from`. */
  readonly endClaimsOf: (run: string, from: Date) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * What stands on the servers: people can read and decide at once, the rest begins with `work`. Where Temporal is still
 * on its way, what needs it waits for it; one that is there has been reached, or this throws.
 */
export async function startApplication(options: {
  readonly databaseUrl: string;
  /** That database where it is open already; `stop` closes it. */
  readonly db?: Database | undefined;
  readonly temporal: TemporalTarget | Promise<TemporalTarget>;
  readonly dataRoot: string;
  readonly secretKey: string | undefined;
  /** Names this run of the process in the claims it takes. */
  readonly run?: string;
  readonly log: Log;
  /** Whether Temporal gets what workflows take and return encrypted. */
  readonly encryptPayloads?: boolean;
  /** Which version its workers are, where versions are told apart. */
  readonly workerVersion?: WorkerVersion | undefined;
  readonly watching?: WatchTimes;
  readonly bundle?: string;
  /** Where people sign in with OAuth 2; the real ones unless a test brings its own. */
  readonly oauth?: OAuthProviders;
}): Promise<Application> {
  // By itself a heap grows to three times what is alive before it is cleaned: this runs for weeks beside other work.
  setFlagsFromString('--heap-growing-percent=30');
  const { databaseUrl, temporal, log, oauth = oauthProviders } = options;
  const db = options.db ?? openDatabase(databaseUrl, wholeProcess);
  const keys = secretKey({
    file: join(options.dataRoot, 'secret.key'),
    passphrase: options.secretKey,
    salt: await secretKeySalt(db),
  });
  const secrets = secretBox(keys);
  await checkSecretKey(db, secrets);
  const { encryptPayloads = false } = options;
  const dataConverter = {
    payloadCodecs: [payloadCodec({ keys, encrypts: encryptPayloads })],
  };
  const run = options.run ?? randomUUID();
  let link: TemporalLink | undefined;
  const reached = Promise.resolve(temporal).then(async (target) => {
    const { linkTemporal } = await import('./temporal-link.ts');
    link = await linkTemporal(target, { db, dataConverter, run, log });
    return link;
  });
  // Whoever needs it hears of it.
  reached.catch(() => undefined);
  if (!(temporal instanceof Promise)) await reached;
  // Before it is reached what is committed waits in the outbox.
  const deliverSoon = (): void => link?.deliverSoon();
  const looks = startOverdueLooks({ db, log });
  const changes = listenForChanges(databaseUrl);
  changes.onChange((table) => {
    if (table === 'outbox') deliverSoon();
  });

  const reader = startReader();
  const dependencies: Dependencies = {
    db,
    databaseUrl,
    secrets,
    oauth,
    log,
    run,
    now: () => new Date(),
    random: Math.random,
    deliverSoon,
    isRunning: async (workflowId) => (await reached).isRunning(workflowId),
    fetchCalendar,
    openImap,
    openSmtp,
    reader,
    watching: options.watching ?? usualWatchTimes,
  };
  const network = realNetwork();
  let starting: Promise<RunningWorkers> | undefined;
  let workers = 0;
  const work = async (roles: Roles): Promise<void> => {
    starting = Promise.all([reached, loadWorkers()]).then(([{ target }, { startWorkers }]) =>
      startWorkers({
        temporal: target,
        roles,
        dependencies,
        dataConverter,
        version: options.workerVersion,
        bundle: options.bundle,
      }),
    );
    workers = (await starting).count;
  };
  const stop = async (): Promise<void> => {
    await reached.then(
      (temporalLink) => temporalLink.stop(),
      () => undefined,
    );
    await looks.stop();
    await starting?.then(
      (running) => running.stop(),
      () => undefined,
    );
    await reader.stop();
    await changes.stop();
    await db.$disconnect();
  };

  const watchMailbox = async (mailboxId: string): Promise<void> =>
    (await reached).watchMailbox(mailboxId);

  return {
    db,
    contextFor: (userId) => ({
      db,
      userId,
      secrets,
      oauth,
      now: () => new Date(),
      deliverSoon,
      dnsText: network.txt,
      probeSender,
      discover: (address) => discover(address, network),
      checkMailbox,
      sendDirectly: (account, mail) => sendPlainMail(account, mail),
      watchMailbox,
      fetchCalendar,
    }),
    onChange: (listener) => changes.onChange(listener),
    async watchAll() {
      const mailboxes = await db.mailbox.findMany({
        where: { removedAt: null },
        select: { id: true },
      });
      for (const { id } of mailboxes) await watchMailbox(id);
      await (await reached).ensureSchedules();
    },
    reached,
    work,
    endClaimsOf: (run, from) => endClaimsOf(db, run, from),
    async health() {
      const [database, server] = await Promise.all([
        db.$queryRaw`SELECT 1`.then(answers, failed),
        link === undefined ? 'is starting' : link.ask().then(answers, failed),
      ]);
      const ready = database === 'ok' && server === 'ok';
      return { ready, database, temporal: server, workers };
    },
    stop,
  };
}

const answers = (): string => 'ok';
const failed = (error: unknown): string => `does not answer (${(error as Error).name})`;

/** Half of the program, which who only looks at a page does without. */
function loadWorkers() {
  return import('./workers.ts');
}
