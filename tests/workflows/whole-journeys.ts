import { Client, WorkflowNotFoundError } from '@temporalio/client';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { inject } from 'vitest';
import { createActivities, type Activities } from '../../activities/index.ts';
import { lookNow } from '../../activities/receiving/read-mailbox-now.ts';
import type { Contact } from '../../db/generated/client.ts';
import { enqueue } from '../../db/outbox.ts';
import { journeyId, type JourneyState } from '../../domain/journey.ts';
import { journeyQueue, mailQueue } from '../../domain/task-queues.ts';
import type { MailReader } from '../../mail/reader/mail-reader.ts';
import { readerHere } from '../../mail/reader/read-and-judge.ts';
import type { OperationContext } from '../../operations/context.ts';
import { startDelivery } from '../../worker/outbox-relay.ts';
import { openActivityFixture } from '../activities/activity-fixture.ts';
import { timeSkipping } from '../support/test-server.ts';
import { until } from '../support/until.ts';

/** In a mail, this makes the reader give up on it. */
export const beyondReading = 'X-Beyond-Reading: yes';

export type WholeJourneys = Awaited<ReturnType<typeof openWholeJourneys>>;

/** Journeys with everything that is behind them: PostgreSQL, mail servers, the outbox and Temporal. Time is not skipped. */
export async function openWholeJourneys() {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const environment = await timeSkipping();
  const post = await openActivityFixture({ reader: givingUp });
  const { connection, nativeConnection } = environment;
  const client = new Client({ connection });
  const { db } = post;
  const delivery = startDelivery({ db, client, run: 'test', log: () => {} });
  const deliverSoon = () => delivery.deliverSoon();
  const context: OperationContext = { ...post.context, deliverSoon };
  const underWay = { count: 0 };
  const activities = counted(createActivities({ ...post.dependencies, deliverSoon }), underWay);
  const workers = await Promise.all([
    Worker.create({
      connection: nativeConnection,
      taskQueue: journeyQueue,
      workflowBundle: { codePath: inject('workflowBundle') },
      activities,
    }),
    Worker.create({ connection: nativeConnection, taskQueue: mailQueue, activities }),
  ]);
  const running = Promise.all(workers.map((worker) => worker.run()));

  /** Everything is told, and what was approved has left. */
  const told = async () =>
    (await db.outbox.count({ where: { deliveredAt: null } })) === 0 &&
    (await db.draft.count({ where: { state: 'approved' } })) === 0;
  /** The state of a journey that goes on; undefined when it has ended. */
  const stateOf = async ({ id }: Pick<Contact, 'id'>): Promise<JourneyState | undefined> => {
    const handle = client.workflow.getHandle(journeyId(id));
    try {
      const { status } = await handle.describe();
      // Answered after the workflow task that is under way.
      return status.name === 'RUNNING' ? await handle.query('journeyState') : undefined;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return undefined;
      throw error;
    }
  };
  /** True when its run has ended, or has nothing left to do before something comes. */
  const rests = async (contact: Pick<Contact, 'id'>): Promise<boolean> => {
    if ((await stateOf(contact)) === undefined) return true;
    const { status, raw } = await client.workflow.getHandle(journeyId(contact.id)).describe();
    return status.name !== 'RUNNING' || raw.pendingActivities?.length === 0;
  };

  return {
    post,
    db,
    context,
    async begin(contact: Pick<Contact, 'id'>): Promise<void> {
      const { id } = contact;
      await enqueue(db, { contactId: id, target: journeyId(id), kind: 'start', payload: {} });
      deliverSoon();
    },
    /** Reads all that has come into the mailbox. */
    async look(): Promise<void> {
      await lookNow({ ...post.dependencies, deliverSoon }, await post.mailbox());
    },
    /** Waits until all news has been told, and nobody's journey does anything by itself. */
    async settled(contacts: readonly Pick<Contact, 'id'>[]): Promise<void> {
      let quiet = 0;
      await until('all journeys rest', async () => {
        deliverSoon();
        quiet = underWay.count === 0 && (await told()) ? quiet + 1 : 0;
        // Asking them all costs more than a second look.
        if (quiet < 2) return false;
        const resting = await Promise.all(contacts.map(rests));
        return resting.every(Boolean) && underWay.count === 0 && (await told());
      });
    },
    stateOf,
    async close(): Promise<void> {
      for (const worker of workers) worker.shutdown();
      await running;
      await delivery.stop();
      await post.close();
      await environment.teardown();
    },
  };
}

const givingUp: MailReader = {
  ...readerHere,
  read: async (source, options) =>
    Buffer.from(source).includes(beyondReading)
      ? { unreadable: 'Could not read the mail: it takes longer than 10 seconds.' }
      : readerHere.read(source, options),
};

/** The same activities; `underWay` says how many run. */
function counted(activities: Activities, underWay: { count: number }): Activities {
  const wrapped = Object.entries(activities).map(([name, activity]) => [
    name,
    async (input: never) => {
      underWay.count += 1;
      try {
        return await (activity as (input: never) => Promise<unknown>)(input);
      } finally {
        underWay.count -= 1;
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Activities;
}
