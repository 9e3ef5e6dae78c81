import type { Occasion } from '../domain/compose/occasion.ts';
import type { Transaction } from './client.ts';
import type { Draft, Takeaway } from './generated/client.ts';
import { draftOccasion, type Recipient } from './occasion-draft.ts';

/**
 * Drafts a check-in with its reason: the user's sentence, else an advice of theirs that was taken. Without either the
 * draft is held and asks for one. The caller holds the contact's lock.
 */
export async function draftCheckIn(
  tx: Transaction,
  contact: Recipient,
  { reason }: { readonly reason: string | undefined },
): Promise<Draft> {
  const advice = reason === undefined ? await adviceToTellOf(tx, contact.id) : undefined;
  const occasion: Occasion =
    reason === undefined
      ? checkInOccasion(advice)
      : { purpose: 'check_in', reason: { kind: 'sentence', text: reason } };
  const draft = await draftOccasion(tx, contact, { occasion });
  if (advice) await markTold(tx, advice, draft);
  return draft;
}

export function checkInOccasion(advice: Takeaway | undefined): Occasion {
  return {
    purpose: 'check_in',
    reason: advice && { kind: 'advice', advice: advice.text, how: advice.how ?? undefined },
  };
}

/** The latest advice of theirs that was taken and that no mail has told them of. */
export async function adviceToTellOf(
  tx: Transaction,
  contactId: string,
): Promise<Takeaway | undefined> {
  const taken = await tx.takeaway.findMany({
    where: { contactId, kind: 'advice', doneAt: { not: null } },
    orderBy: { doneAt: 'desc' },
    take: 50,
  });
  const drafts = await tx.draft.findMany({
    where: {
      id: { in: taken.flatMap(({ toldIn }) => toldIn ?? []) },
      // What was skipped, or gives way to this one, has told them nothing.
      OR: [{ state: 'sent' }, { send: { state: { in: ['CLAIMED', 'AMBIGUOUS', 'ACCEPTED'] } } }],
    },
    select: { id: true },
  });
  const told = new Set(drafts.map(({ id }) => id));
  return taken.find(({ toldIn }) => toldIn === null || !told.has(toldIn));
}

export async function markTold(
  tx: Transaction,
  advice: Pick<Takeaway, 'id'>,
  draft: Pick<Draft, 'id'>,
): Promise<void> {
  await tx.takeaway.update({ where: { id: advice.id }, data: { toldIn: draft.id } });
}
