import type { Log } from '../activities/dependencies.ts';
import type { Client } from '../config/temporal-sdk.ts';
import type { Database } from '../db/client.ts';
import {
  claimEntries,
  markDelivered,
  markFailed,
  releaseEntry,
  type OutboxEntry,
} from '../db/outbox.ts';
import { raiseProblem, resolveProblems } from '../db/problems.ts';
import { isUnreachable, tell } from './tell-workflow.ts';

export type Delivery = {
  /** Delivers what waits, now. Calls while it runs are not lost. */
  readonly deliverSoon: () => void;
  readonly stop: () => Promise<void>;
};

type Means = {
  readonly db: Database;
  readonly client: Client;
  readonly log: Log;
  /** The run of this process, noted in what it claims. */
  readonly run: string;
};

/** So many entries are being told at a time; each is of another target. */
const together = 25;
/** Milliseconds. */
const reconcileEvery = 1_000;
/** So often may one entry fail before a person is told. */
const triesBeforeProblem = 5;

/**
 * Tells workflows what PostgreSQL knows: at once when called, and every second for what waits for another try. An entry
 * is claimed before it is told, so any number of processes may do it; one that takes long holds up no other target.
 */
export function startDelivery(means: Means): Delivery {
  const mark = marking(means.db);
  const underWay = new Set<Promise<void>>();
  let wanted = false;
  let claiming: Promise<void> | undefined;
  let stopped = false;

  const deliverSoon = (): void => {
    wanted = true;
    if (stopped) return;
    claiming ??= claim().finally(() => {
      claiming = undefined;
      if (wanted && underWay.size < together) deliverSoon();
    });
  };
  const claim = async (): Promise<void> => {
    const limit = together - underWay.size;
    if (limit <= 0) return;
    wanted = false;
    try {
      for (const entry of await claimEntries(means.db, { run: means.run, limit })) {
        const delivering: Promise<void> = deliverOne(means, entry, mark).then((delivered) => {
          underWay.delete(delivering);
          // The next entry of this target may go.
          if (delivered) deliverSoon();
        });
        underWay.add(delivering);
      }
    } catch (error) {
      means.log('delivery.failed', { reason: (error as Error).name });
    }
  };
  const timer = setInterval(deliverSoon, reconcileEvery);
  deliverSoon();
  return {
    deliverSoon,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await claiming;
      await Promise.all(underWay);
    },
  };
}

/** True when it was told. */
async function deliverOne(
  means: Means,
  entry: OutboxEntry,
  mark: (id: bigint) => Promise<void>,
): Promise<boolean> {
  const { db, log } = means;
  try {
    const note = await tell(means, entry);
    if (note === undefined) await mark(entry.id);
    else await markDelivered(db, [entry.id], note);
    if (entry.attempts >= triesBeforeProblem) await resolveProblem(db, entry);
    return true;
  } catch (error) {
    log('delivery.waits', { kind: entry.kind, reason: (error as Error).name });
    // What PostgreSQL cannot note now is claimed until its time is over.
    await noteFailure(db, entry, error).catch(() => undefined);
    return false;
  }
}

async function noteFailure(db: Database, entry: OutboxEntry, error: unknown): Promise<void> {
  if (isUnreachable(error)) return releaseEntry(db, entry.id);
  await markFailed(db, entry, (error as Error).message);
  if (entry.attempts + 1 === triesBeforeProblem) await tellUser(db, entry);
}

/**
 * Marks what was told. While one statement is on its way, the next gathers: many journeys cost few
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
      const marked = markDelivered(db, ids);
      current = marked.catch(() => undefined);
      return marked;
    });
    return next;
  };
}

async function tellUser(db: Database, { contactId }: OutboxEntry): Promise<void> {
  if (contactId === null) return;
  const contact = await db.contact.findUnique({ where: { id: contactId } });
  if (!contact) return;
  const { userId, name } = contact;
  await db.$transaction((tx) =>
    raiseProblem(tx, {
      userId,
      contactId,
      kind: 'stuck',
      text: `The journey with ${name} does not go on: Temporal does not accept what has happened. Rapport keeps trying; "rapport doctor" and the log say why.`,
    }),
  );
}

async function resolveProblem(db: Database, { contactId }: OutboxEntry): Promise<void> {
  if (contactId !== null)
    await db.$transaction((tx) => resolveProblems(tx, { kind: 'stuck', contactId }));
}
