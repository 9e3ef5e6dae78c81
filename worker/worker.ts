import { join } from 'node:path';
import { Worker, type NativeConnection } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import type { Dependencies } from '../activities/dependencies.ts';
import { journeyQueue } from './tell-workflow.ts';

export type RunningWorker = { readonly stop: () => Promise<void>; readonly ended: Promise<void> };

type Options = {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly dependencies: Dependencies;
  /** Path of the bundled workflows; made at set-up. */
  readonly bundle?: string;
};

/** Runs journeys: their workflows and everything they do but watching. */
export async function startJourneyWorker(options: Options): Promise<RunningWorker> {
  const { connection, namespace, dependencies } = options;
  return run(
    await Worker.create({
      connection,
      namespace,
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

/** Watches mailboxes: one long activity each, so never in the same slots as sending. */
export async function startWatchWorker(options: Options): Promise<RunningWorker> {
  const { connection, namespace, dependencies } = options;
  return run(
    await Worker.create({
      connection,
      namespace,
      taskQueue: 'mailboxes',
      activities: createActivities(dependencies),
      maxConcurrentActivityTaskExecutions: 200,
      shutdownGraceTime: '1s',
      shutdownForceTime: '10s',
    }),
  );
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
