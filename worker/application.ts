import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Runtime, DefaultLogger } from '@temporalio/worker';
import {
  usualWatchTimes,
  type Dependencies,
  type Log,
  type WatchTimes,
} from '../activities/dependencies.ts';
import type { ClientContext } from '../client/context.ts';
import { checkMailbox } from '../mail/check.ts';
import { openImap } from '../mail/imap.ts';
import { openSmtp } from '../mail/smtp.ts';
import type { Health } from '../client/status.ts';
import { secretBox, secretKey } from '../config/secret-box.ts';
import { hearChanges } from '../db/changes.ts';
import { openDatabase } from '../db/client.ts';
import { endClaimsOf } from '../db/ledger.ts';
import { mailboxWatchId } from '../domain/journey.ts';
import type { TemporalTarget } from '../embedded/supervise.ts';
import { journeyQueue, startDelivery } from './deliver-outbox.ts';
import { sendDirectly } from './send-directly.ts';
import { connectClient, connectWorker } from './temporal.ts';
import { startJourneyWorker, startWatchWorker, type RunningWorker } from './worker.ts';

export type Application = {
  readonly db: Dependencies['db'];
  readonly contextFor: (userId: string) => ClientContext;
  readonly onChange: (listener: () => void) => () => void;
  readonly health: () => Promise<Health>;
  /** Makes sure that every connected mailbox has its watching workflow. */
  readonly watchAll: () => Promise<void>;
  /** Frees what a run that surely died had claimed, to be judged after `from`. */
  readonly endClaimsOf: (run: string, from: Date) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Everything that runs on the servers: what a process does is chosen by `roles`. */
export async function startApplication(options: {
  readonly databaseUrl: string;
  readonly temporal: TemporalTarget;
  readonly dataRoot: string;
  readonly secretKey: string | undefined;
  readonly roles: { readonly journeys: boolean; readonly watch: boolean };
  /** Names this run of the process in the claims it takes. */
  readonly run?: string;
  readonly log: Log;
  readonly watching?: WatchTimes;
  readonly bundle?: string;
}): Promise<Application> {
  const { databaseUrl, temporal, roles, log } = options;
  quietRuntime();
  const db = openDatabase(databaseUrl, { connections: 20 });
  const secrets = secretBox(
    secretKey({ file: join(options.dataRoot, 'secret.key'), passphrase: options.secretKey }),
  );
  const works = roles.journeys || roles.watch;
  const [client, connection] = await Promise.all([
    connectClient(temporal),
    works ? connectWorker(temporal) : undefined,
  ]);
  const delivery = startDelivery({ db, client, log });
  const changes = hearChanges(databaseUrl);
  changes.onChange((table) => {
    if (table === 'outbox') delivery.deliverSoon();
  });

  const dependencies: Dependencies = {
    db,
    databaseUrl,
    secrets,
    log,
    run: options.run ?? randomUUID(),
    now: () => new Date(),
    random: Math.random,
    deliverSoon: delivery.deliverSoon,
    openImap,
    openSmtp,
    watching: options.watching ?? usualWatchTimes,
  };
  const workers: RunningWorker[] = [];
  const stop = async (): Promise<void> => {
    await delivery.stop();
    await Promise.all(workers.map((worker) => worker.stop()));
    await changes.stop();
    await connection?.close().catch(() => undefined);
    await client.connection.close().catch(() => undefined);
    await db.$disconnect();
  };
  try {
    if (connection) {
      const { bundle } = options;
      const { namespace } = temporal;
      const worker = { connection, namespace, dependencies, ...(bundle ? { bundle } : {}) };
      workers.push(
        ...(await Promise.all([
          ...(roles.journeys ? [startJourneyWorker(worker)] : []),
          ...(roles.watch ? [startWatchWorker(worker)] : []),
        ])),
      );
    }
  } catch (error) {
    await stop();
    throw error;
  }

  const watchMailbox = async (mailboxId: string): Promise<void> => {
    await client.workflow.start('mailboxWatch', {
      workflowId: mailboxWatchId(mailboxId),
      taskQueue: journeyQueue,
      args: [{ mailboxId }],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  };

  return {
    db,
    contextFor: (userId) => ({
      db,
      userId,
      secrets,
      now: () => new Date(),
      deliverSoon: delivery.deliverSoon,
      checkMailbox,
      sendDirectly,
      watchMailbox,
    }),
    onChange: (listener) => changes.onChange(listener),
    async watchAll() {
      const mailboxes = await db.mailbox.findMany({
        where: { removedAt: null },
        select: { id: true },
      });
      for (const { id } of mailboxes) await watchMailbox(id);
    },
    endClaimsOf: (run, from) => endClaimsOf(db, run, from),
    async health() {
      const [database, server] = await Promise.all([
        db.$queryRaw`SELECT 1`.then(answers, failed),
        client.connection
          .withDeadline(Date.now() + 2_000, () =>
            client.workflowService.describeNamespace({ namespace: temporal.namespace }),
          )
          .then(answers, failed),
      ]);
      const ready = database === 'ok' && server === 'ok';
      return { ready, database, temporal: server, workers: workers.length };
    },
    stop,
  };
}

const answers = (): string => 'ok';
const failed = (error: unknown): string => `does not answer (${(error as Error).name})`;

let installed = false;
/** The SDK's core logs by itself; only what a person has to know of may reach stderr. */
function quietRuntime(): void {
  if (installed) return;
  installed = true;
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
}
