import type { Transaction } from '../client.ts';

/**
 * Serialises everything that decides about one contact: approving, withdrawing, claiming and taking
 * in their mail. False when the contact does not exist. Rows that only point to the contact are inserted meanwhile: a
 * stronger lock would stop them, and whoever holds the mailbox then waits in a circle.
 */
export async function lockContact(tx: Transaction, contactId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM contact WHERE id = ${contactId}::uuid FOR NO KEY UPDATE`;
  return rows.length > 0;
}

/** Serialises the reserving of times for one mailbox until the transaction ends. */
export async function lockSlots(tx: Transaction, mailboxId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${mailboxId}, 72))`;
}

/** Serialises the making of the first user: processes that start at the same time must agree on one. */
export async function lockUsers(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(74)`;
}
