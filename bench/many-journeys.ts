import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import { addContact } from '../client/add-contact.ts';
import { until } from '../tests/support/until.ts';
import type { Ratio } from './ratio.ts';
import { unwatchedMailbox, type Stage } from './stage.ts';

/** Journeys from being added to their drafts, against a workflow with one activity that does nothing. */
export async function measureManyJourneys(stage: Stage, journeys: number): Promise<Ratio> {
  return {
    name: `Starting ${journeys} journeys up to their drafts`,
    limit: { what: 'a bare workflow with one no-op activity', value: await bare(stage, journeys) },
    ours: { what: 'journeys drafted', value: await drafted(stage, journeys) },
    unit: 'per second',
    goal: { kind: 'at least', ratio: 0.8 },
  };
}

async function drafted(stage: Stage, journeys: number): Promise<number> {
  const { context } = stage;
  const { db } = context;
  const before = await db.draft.count();
  const mailboxId = await unwatchedMailbox(stage);
  const begin = performance.now();
  const queue = Array.from({ length: journeys }, (_, index) => index);
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let index = queue.pop(); index !== undefined; index = queue.pop())
        await addContact.run(context, {
          email: `journey${index}@bench.test`,
          name: `Journey ${index}`,
          mailbox: mailboxId,
        });
    }),
  );
  await until(
    'all drafts are written',
    async () => (await db.draft.count()) - before >= journeys,
    600_000,
  );
  return journeys / ((performance.now() - begin) / 1000);
}

async function bare({ servers }: Stage, count: number): Promise<number> {
  const { namespace, ...where } = servers.temporal;
  const connection = await NativeConnection.connect(where);
  const clientConnection = await Connection.connect(where);
  const client = new Client({ connection: clientConnection, namespace });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: 'bare',
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL('./bare-workflow.ts', import.meta.url)),
      logger: new DefaultLogger('ERROR'),
    }),
    activities: { nothing: () => Promise.resolve() },
    maxConcurrentActivityTaskExecutions: 20,
    maxCachedWorkflows: 500,
  });
  const running = worker.run();
  const begin = performance.now();
  const queue = Array.from({ length: count }, (_, index) => index);
  await Promise.all(
    Array.from({ length: 25 }, async () => {
      for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
        const handle = await client.workflow.start('bare', {
          workflowId: `bare-${index}`,
          taskQueue: 'bare',
        });
        pending.push(handle.result());
      }
    }),
  );
  await Promise.all(pending.splice(0));
  const rate = count / ((performance.now() - begin) / 1000);
  worker.shutdown();
  await running;
  await connection.close();
  await clientConnection.close();
  return rate;
}

const pending: Promise<unknown>[] = [];
