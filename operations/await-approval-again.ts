import type { Transaction } from '../db/client.ts';
import type { Contact, Draft } from '../db/generated/client.ts';
import { stageFollows } from '../domain/purpose.ts';

/** Shows a journey that was about to send this draft as one that waits for the user again. */
export async function awaitApprovalAgain(
  tx: Transaction,
  draft: Draft,
  { id, stage }: Pick<Contact, 'id' | 'stage'>,
): Promise<void> {
  if (!stageFollows(draft.purpose) || stage !== 'scheduled') return;
  await tx.contact.update({
    where: { id },
    data: { stage: 'awaiting_approval', nextAt: null, nextWhy: 'your approval' },
  });
}
