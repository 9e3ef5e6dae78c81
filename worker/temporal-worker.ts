import { join } from 'node:path';
import type { DataConverter } from '@temporalio/common';
import { Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import type { Dependencies } from '../activities/dependencies.ts';
import type { WorkerVersion } from '../config/env.ts';
import { journeyQueue, mailQueue, watchQueue } from '../domain/task-queues.ts';

export type RunningWorker = { readonly stop: () => Promise<void>; readonly ended: Promise<void> };

type Options = {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly dependencies: Dependencies;
  readonly dataConverter?: DataConverter;
  readonly version?: WorkerVersion | undefined;
  /** Path of the bundled workflows; made at set-up. */
  readonly bundle?: string;
};

/** Runs journeys: their workflows and their quick work in PostgreSQL. */
export async function startJourneyWorker(options: Options): Promise<RunningWorker> {
  const { connection, namespace, dataConverter = {}, dependencies } = options;
  return run(
    await Worker.create({
      connection,
      namespace,
      dataConverter,
      ...deployment(options),
      taskQueue: journeyQueue,
      workflowBundle: { codePath: options.bundle ?? bundlePath() },
      activities: createActivities(dependencies),
      maxConcurrentActivityTaskExecutions: 20,
      // A cached journey holds about half a MiB, and most wait for weeks: everybody a person writes to
      // at a time (5 to 200), no more. Others are replayed from the server when something happens.
      maxCachedWorkflows: 200,
      shutdownGraceTime: '10s',
      shutdownForceTime: '20s',
    }),
  );
}

/**
 * Talks to mail servers for the journeys, in slots of its own: a server that takes its time keeps no journey from being
 * recorded. When it is to stop, attempts that hold no mail end at once, and others have the minute that SMTP may take.
 */
export async function startMailWorker(options: Options): Promise<RunningWorker> {
  const { connection, namespace, dataConverter = {}, dependencies } = options;
  return run(
    await Worker.create({
      connection,
      namespace,
      dataConverter,
      ...deployment(options),
      taskQueue: mailQueue,
      activities: createActivities(dependencies),
      maxConcurrentActivityTaskExecutions: 30,
      shutdownForceTime: '65s',
    }),
  );
}

/** Watches mailboxes: one long activity each, so never in the same slots as sending. */
export async function startWatchWorker(options: Options): Promise<RunningWorker> {
  const { connection, namespace, dataConverter = {}, dependencies } = options;
  return run(
    await Worker.create({
      connection,
      namespace,
      dataConverter,
      ...deployment(options),
      taskQueue: watchQueue,
      activities: createActivities(dependencies),
      maxConcurrentActivityTaskExecutions: 200,
      shutdownGraceTime: '1s',
      shutdownForceTime: '10s',
    }),
  );
}

/**
 * Journeys last for years, longer than a version is kept running: each goes on with whatever version is current, as the
 * replays of saved histories prove that it can.
 */
function deployment({ version }: Options): Pick<WorkerOptions, 'workerDeploymentOptions'> {
  if (version === undefined) return {};
  return {
    workerDeploymentOptions: {
      version,
      useWorkerVersioning: true,
      defaultVersioningBehavior: 'AUTO_UPGRADE',
    },
  };
}

function run(worker: Worker): RunningWorker {
  const ended = worker.run();
  return {
    ended,
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended.catch(() => undefined);
    },
  };
}

function bundlePath(): string {
  return join(import.meta.dirname, '..', 'workflows', 'bundle.js');
}
