import type { Database } from '../db/client.ts';
import { stateWithNews } from '../db/journey-state.ts';
import { markDelivered, markFailed, undelivered, type OutboxEntry } from '../db/outbox.ts';
import type { Log } from '../activities/dependencies.ts';
import {
  type Client,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '../config/temporal-sdk.ts';

export const journeyQueue = 'journeys';

export type Delivery = {
  /** Delivers what waits, now. Calls while it runs are not lost. */
  readonly deliverSoon: () => void;
  readonly stop: () => Promise<void>;
};

const together = 25;
const batch = 500;
const reconcileEvery = 5_000;

/**
 * Tells workflows what PostgreSQL knows: at once when called, and every few seconds for what was
 * missed. Telling twice is harmless, so any number of processes may do it.
 */
export function startDelivery(means: {
  readonly db: Database;
  readonly client: Client;
  readonly log: Log;
}): Delivery {
  let wanted = false;
  let running: Promise<void> | undefined;
  let stopped = false;

  const run = async (): Promise<void> => {
    while (wanted && !stopped) {
      wanted = false;
      try {
        if (await deliver(means)) wanted = true;
      } catch (error) {
        means.log('delivery.failed', { reason: (error as Error).name });
      }
    }
  };
  const deliverSoon = (): void => {
    wanted = true;
    running ??= run().finally(() => {
      running = undefined;
      if (wanted && !stopped) deliverSoon();
    });
  };
  const timer = setInterval(deliverSoon, reconcileEvery);
  deliverSoon();
  return {
    deliverSoon,
    async stop() {
      stopped = true;
      clearInterval(timer);
      // A workflow without workers never answers; whoever comes next tells it again.
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 2_000).unref())]);
    },
  };
}

/** True when more waits than was looked at, and looking again makes sense. */
async function deliver(means: {
  readonly db: Database;
  readonly client: Client;
  readonly log: Log;
}): Promise<boolean> {
  const entries = await undelivered(means.db, batch);
  const queues = byTarget(entries);
  const heard = marking(means.db);
  let delivered = 0;
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let queue = queues.pop(); queue; queue = queues.pop())
        delivered += await deliverInOrder({ ...means, heard }, queue);
    }),
  );
  return entries.length === batch && delivered > 0;
}

function byTarget(entries: readonly OutboxEntry[]): OutboxEntry[][] {
  const queues = new Map<string, OutboxEntry[]>();
  for (const entry of entries) {
    const queue = queues.get(entry.target);
    if (queue) queue.push(entry);
    else queues.set(entry.target, [entry]);
  }
  return [...queues.values()];
}

/**
 * Marks what was heard. While one statement is on its way, the next gathers: many journeys cost few
 * commits. What a crash leaves unmarked is told again.
 */
function marking(db: Database): (id: bigint) => Promise<void> {
  let gathered: bigint[] = [];
  let next: Promise<void> | undefined;
  let current: Promise<void> = Promise.resolve();
  return (id) => {
    gathered.push(id);
    next ??= current.then(() => {
      const ids = gathered;
      gathered = [];
      next = undefined;
      const marked = markDelivered(db, ids, new Date());
      current = marked.catch(() => undefined);
      return marked;
    });
    return next;
  };
}

/** One workflow hears things in the order in which they happened; what follows a failure waits. Returns how many it heard. */
async function deliverInOrder(
  {
    db,
    client,
    log,
    heard,
  }: {
    readonly db: Database;
    readonly client: Client;
    readonly log: Log;
    readonly heard: (id: bigint) => Promise<void>;
  },
  entries: readonly OutboxEntry[],
): Promise<number> {
  let told = 0;
  for (const entry of entries) {
    try {
      const refusal = await tell({ db, client }, entry);
      if (refusal === undefined) await heard(entry.id);
      else await markDelivered(db, [entry.id], new Date(), refusal);
      told += 1;
    } catch (error) {
      log('delivery.waits', { kind: entry.kind, reason: (error as Error).name });
      await markFailed(db, entry.id, (error as Error).message);
      return told;
    }
  }
  return told;
}

const signals = new Set([
  'replyReceived',
  'mailBounced',
  'autoReplied',
  'optedOut',
  'wroteByHand',
  'calendarAnswered',
  'lookAgain',
]);

/** Returns why the workflow refused, when it did: then PostgreSQL's word stands and nothing is repeated. */
async function tell(
  { db, client }: { readonly db: Database; readonly client: Client },
  entry: OutboxEntry,
): Promise<string | undefined> {
  if (entry.kind === 'end') return end(client, entry.target);
  const start = await howToStart(db, entry);
  if (!start) return 'the contact is gone';
  const { type, args } = start;
  const options = {
    workflowId: entry.target,
    taskQueue: journeyQueue,
    args,
    workflowIdConflictPolicy: 'USE_EXISTING',
  } as const;
  if (entry.kind === 'start') {
    await client.workflow.start(type, options);
    return undefined;
  }
  // Signals from mails carry their own id; commands are known by their outbox entry.
  const payload = { id: `outbox-${entry.id}`, ...(entry.payload as object) };
  if (signals.has(entry.kind)) {
    await client.workflow.signalWithStart(type, {
      workflowId: entry.target,
      taskQueue: journeyQueue,
      args,
      signal: entry.kind,
      signalArgs: [payload],
    });
    return undefined;
  }
  try {
    await client.workflow.executeUpdateWithStart(entry.kind, {
      startWorkflowOperation: new WithStartWorkflowOperation(type, options),
      updateId: payload.id,
      args: [payload],
    });
    return undefined;
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError) return error.cause?.message ?? error.message;
    throw error;
  }
}

/** A workflow whose person or mail is gone waits for nothing: it needs no worker to end. */
async function end(client: Client, workflowId: string): Promise<string | undefined> {
  try {
    await client.workflow.getHandle(workflowId).cancel();
    return undefined;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'it has ended already';
    throw error;
  }
}

/** Any message can start its workflow anew from what PostgreSQL keeps: after a restore, on another cluster. */
async function howToStart(
  db: Database,
  entry: OutboxEntry,
): Promise<{ readonly type: string; readonly args: [object] } | undefined> {
  const { contactId, target } = entry;
  if (contactId === null) return undefined;
  if (target.startsWith('letter/')) {
    const draft = await db.draft.findUnique({
      where: { id: target.slice('letter/'.length) },
      select: { id: true, revision: true },
    });
    if (!draft) return undefined;
    return {
      type: 'letter',
      args: [{ contactId, draft: { draftId: draft.id, revision: draft.revision } }],
    };
  }
  const contact = await db.contact.findUnique({ where: { id: contactId } });
  if (!contact) return undefined;
  return { type: 'contactJourney', args: [{ contactId, state: await stateWithNews(db, contact) }] };
}
