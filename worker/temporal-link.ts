import type { DataConverter } from '@temporalio/common';
import type { Log } from '../activities/dependencies.ts';
import type { Database } from '../db/client.ts';
import { mailboxWatchId } from '../domain/journey.ts';
import { journeyQueue } from '../domain/task-queues.ts';
import type { TemporalTarget } from '../embedded/servers.ts';
import { startDelivery } from './outbox-relay.ts';
import { ensureSchedules } from './schedules.ts';
import { connectClient } from './temporal-client.ts';
import { askTemporal, isRunning } from './temporal-health.ts';

/** What an application does with Temporal, but for its workers. */
export type TemporalLink = {
  readonly target: TemporalTarget;
  readonly deliverSoon: () => void;
  readonly isRunning: (workflowId: string) => Promise<boolean>;
  readonly watchMailbox: (mailboxId: string) => Promise<void>;
  readonly ensureSchedules: () => Promise<void>;
  /** Throws when Temporal does not answer. */
  readonly ask: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Reaches Temporal, and tells workflows what waits in the outbox from then on. Throws where it does not answer. */
export async function linkTemporal(
  target: TemporalTarget,
  means: {
    readonly db: Database;
    readonly dataConverter: DataConverter;
    readonly run: string;
    readonly log: Log;
  },
): Promise<TemporalLink> {
  const { db, run, log } = means;
  const client = await connectClient(target, means.dataConverter);
  const delivery = startDelivery({ db, client, log, run });
  return {
    target,
    deliverSoon: delivery.deliverSoon,
    isRunning: (workflowId) => isRunning(client, workflowId),
    async watchMailbox(mailboxId) {
      await client.workflow.start('mailboxWatch', {
        workflowId: mailboxWatchId(mailboxId),
        taskQueue: journeyQueue,
        args: [{ mailboxId }],
        workflowIdConflictPolicy: 'USE_EXISTING',
      });
    },
    ensureSchedules: () => ensureSchedules(client),
    ask: () => askTemporal(client, target.namespace),
    async stop() {
      await delivery.stop();
      await client.connection.close().catch(() => undefined);
    },
  };
}
