import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import { addContact } from '../operations/contacts/add-contact.ts';
import { until } from '../tests/support/until.ts';
import type { Ratio } from './ratio.ts';
import { unwatchedMailbox, type Stage } from './stage.ts';
import { cpuEach, usageOf } from './usage.ts';

/** Journeys from being added to their drafts, against a workflow with one activity that does nothing. */
export async function measureManyJourneys(
  stage: Stage,
  journeys: number,
): Promise<{ readonly ratio: Ratio; readonly lines: readonly string[] }> {
  const limit = await measured(stage, journeys, bare);
  const ours = await measured(stage, journeys, drafted);
  return {
    ratio: {
      name: `Starting ${journeys} journeys up to their drafts`,
      limit: { what: 'a bare workflow with one no-op activity', value: limit.rate },
      ours: { what: 'journeys drafted', value: ours.rate },
      unit: 'per second',
      goal: { kind: 'at least', ratio: 0.8 },
    },
    lines: [`    CPU time of a journey: ${ours.cpu}`, `    of a bare workflow: ${limit.cpu}`],
  };
}

/**
 * After some that are not counted: opening connections and compiling code happens once. Whatever else
 * the machine does slows both, but not by the same: the CPU time tells more then.
 */
async function measured(
  stage: Stage,
  count: number,
  run: (stage: Stage, count: number) => Promise<number>,
): Promise<{ readonly rate: number; readonly cpu: string }> {
  await run(stage, 50);
  const before = usageOf(stage.folder);
  const rate = await run(stage, count);
  return { rate, cpu: cpuEach(before, usageOf(stage.folder), count) };
}

/** Adds people, and returns how many were drafted to per second. */
export async function drafted(
  stage: Pick<Stage, 'context' | 'userId'>,
  journeys: number,
): Promise<number> {
  const { db } = stage.context;
  const before = await db.draft.count();
  const mailboxId = await unwatchedMailbox(stage);
  const begin = performance.now();
  await addPeople(stage, { mailboxId, journeys, prefix: `journey-${before}-` });
  await until(
    'all drafts are written',
    async () => (await db.draft.count()) - before >= journeys,
    600_000,
  );
  return journeys / ((performance.now() - begin) / 1000);
}

/** Adds people as the pages do, twenty at a time; returns their ids in the order in which they came. */
export async function addPeople(
  { context }: Pick<Stage, 'context'>,
  { mailboxId, journeys, prefix }: { mailboxId: string; journeys: number; prefix: string },
): Promise<readonly string[]> {
  const ids: string[] = [];
  const queue = Array.from({ length: journeys }, (_, index) => index);
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
        const { contactId } = await addContact.run(context, {
          email: `${prefix}${index}@bench.test`,
          name: `Person ${index}`,
          mailbox: mailboxId,
        });
        ids.push(contactId);
      }
    }),
  );
  return ids;
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
