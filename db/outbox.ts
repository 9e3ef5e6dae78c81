import type { Prisma } from './generated/client.ts';
import type { Database, Transaction } from './client.ts';

/** A second step: what a workflow is to be told. `id` makes telling it twice harmless. */
export type OutboxEntry = {
  readonly id: bigint;
  /** Null when the person was removed. */
  readonly contactId: string | null;
  readonly target: string;
  readonly kind: string;
  readonly payload: Prisma.JsonValue;
};

/** Notes, in the transaction that changes the facts, what `target` (a workflow id) has to be told. */
export async function enqueue(
  tx: Transaction,
  entry: {
    readonly contactId: string;
    readonly target: string;
    readonly kind: string;
    readonly payload: Prisma.InputJsonObject;
  },
): Promise<void> {
  await tx.outbox.create({ data: entry });
}

/** Ends workflows that wait for nothing any more; those that have ended by themselves are left as they are. */
export async function enqueueEnds(
  tx: Transaction,
  targets: readonly string[],
  contactId: string | null,
): Promise<void> {
  await tx.outbox.createMany({
    data: targets.map((target) => ({ contactId, target, kind: 'end', payload: {} })),
  });
}

/** The oldest undelivered entries, in the order in which they were written. */
export async function undelivered(db: Database, limit: number): Promise<readonly OutboxEntry[]> {
  return db.outbox.findMany({
    where: { deliveredAt: null },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, contactId: true, target: true, kind: true, payload: true },
  });
}

/** One statement for any number of entries; its text is always the same. */
export async function markDelivered(
  db: Database,
  ids: readonly bigint[],
  at: Date,
  note?: string,
): Promise<void> {
  await db.$executeRaw`
    UPDATE outbox SET delivered_at = ${at}, last_error = ${note ?? null}
    WHERE id = ANY(${[...ids]}::bigint[])`;
}

export async function markFailed(db: Database, id: bigint, error: string): Promise<void> {
  await db.outbox.update({
    where: { id },
    data: { attempts: { increment: 1 }, lastError: error.slice(0, 500) },
  });
}
