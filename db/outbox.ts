import type { Prisma } from './generated/client.ts';
import type { Database, Transaction } from './client.ts';
import type { OutboxKind } from '../domain/journey-messages.ts';

/** A second step: what a workflow is to be told. `id` makes telling it twice harmless. */
export type OutboxEntry = {
  readonly id: bigint;
  /** Null when the person was removed. */
  readonly contactId: string | null;
  readonly target: string;
  readonly kind: OutboxKind;
  readonly payload: Prisma.JsonValue;
  readonly generation: number;
  /** How often it was tried in vain. */
  readonly attempts: number;
};

/**
 * Notes, in the transaction that changes the facts, what `target` (a workflow id) has to be told. It carries the
 * contact's generation, so that a journey that was reopened does not hear what came before.
 */
export async function enqueue(
  tx: Transaction,
  entry: {
    readonly contactId: string;
    readonly target: string;
    readonly kind: OutboxKind;
    readonly payload: object;
  },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO outbox (contact_id, target, kind, payload, generation)
    SELECT id, ${entry.target}, ${entry.kind}, ${JSON.stringify(entry.payload)}::jsonb, generation
    FROM contact WHERE id = ${entry.contactId}::uuid`;
}

/** What concerns a removed person: `end` for the journey, a look for the mails, which find that there is nobody. */
export async function enqueueForRemoved(
  tx: Transaction,
  entries: readonly { readonly target: string; readonly kind: 'end' | 'lookAgain' }[],
): Promise<void> {
  await tx.outbox.createMany({
    data: entries.map((entry) => ({ ...entry, contactId: null, payload: {} })),
  });
}

/** Seconds that a process may take to deliver what it has claimed; then others may try. */
const claimLasts = 15;

/**
 * Takes the oldest entry of each target for one process, up to `limit` targets. A target whose oldest entry failed, or
 * is being delivered, waits; all others go on.
 */
export async function claimEntries(
  db: Database,
  claim: { readonly run: string; readonly limit: number },
): Promise<readonly OutboxEntry[]> {
  const entries = await db.$queryRaw<OutboxEntry[]>`
    UPDATE outbox SET claimed_by = ${claim.run},
      next_attempt_at = now() + make_interval(secs => ${claimLasts})
    WHERE id IN (
      SELECT id FROM outbox AS entry
      WHERE delivered_at IS NULL AND next_attempt_at <= now()
        AND NOT EXISTS (
          SELECT FROM outbox AS earlier
          WHERE earlier.target = entry.target AND earlier.delivered_at IS NULL AND earlier.id < entry.id)
      ORDER BY id LIMIT ${claim.limit} FOR UPDATE SKIP LOCKED)
    RETURNING id, contact_id AS "contactId", target, kind, payload, generation, attempts`;
  return entries.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** One statement for any number of entries; its text is always the same. */
export async function markDelivered(
  db: Database,
  ids: readonly bigint[],
  note?: string,
): Promise<void> {
  await db.$executeRaw`
    UPDATE outbox SET delivered_at = now(), last_error = ${note ?? null}
    WHERE id = ANY(${[...ids]}::bigint[])`;
}

/** It could not be told; tried again later, and later with every failure. */
export async function markFailed(
  db: Database,
  entry: Pick<OutboxEntry, 'id' | 'attempts'>,
  error: string,
): Promise<void> {
  const seconds = Math.min(300, 2 ** entry.attempts);
  await db.$executeRaw`
    UPDATE outbox SET attempts = attempts + 1, last_error = ${error.slice(0, 500)},
      next_attempt_at = now() + make_interval(secs => ${seconds})
    WHERE id = ${entry.id}`;
}

/** Temporal did not answer, which says nothing about the entry: it stays as it was, for whoever is next. */
export async function releaseEntry(db: Database, id: bigint): Promise<void> {
  await db.$executeRaw`
    UPDATE outbox SET next_attempt_at = now() WHERE id = ${id} AND delivered_at IS NULL`;
}

/** A run that is known to have died delivers nothing any more. */
export async function releaseEntriesOf(db: Database, run: string): Promise<void> {
  await db.$executeRaw`
    UPDATE outbox SET next_attempt_at = now() WHERE claimed_by = ${run} AND delivered_at IS NULL`;
}
