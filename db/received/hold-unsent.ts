import type { Purpose } from '../../domain/purpose.ts';
import type { Transaction } from '../client.ts';
import { askForNewApprovals, withdrawUnsent } from '../drafts.ts';

/** What no longer fits (`purposes`) is withdrawn; everything else that waits needs a new yes. */
export async function holdUnsent(
  tx: Transaction,
  contactId: string,
  why: string,
  purposes: readonly Purpose[],
): Promise<void> {
  await withdrawUnsent(tx, contactId, { why, purposes });
  await askForNewApprovals(tx, contactId, why);
}
