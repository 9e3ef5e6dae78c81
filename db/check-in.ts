import type { CheckInReason } from '../domain/compose/occasion.ts';
import type { Transaction } from './client.ts';
import type { Draft } from './generated/client.ts';
import { draftOccasion, type Recipient } from './occasion-draft.ts';

/**
 * Drafts a check-in with its reason: the user's sentence, else the latest advice of theirs that was taken and that no
 * check-in has told them of. Without either the draft is held and asks for one. The caller holds the contact's lock.
 */
export async function draftCheckIn(
  tx: Transaction,
  contact: Recipient,
  { reason }: { readonly reason: string | undefined },
): Promise<Draft> {
  const advice =
    reason === undefined
      ? await tx.takeaway.findFirst({
          where: { contactId: contact.id, kind: 'advice', doneAt: { not: null }, toldIn: null },
          orderBy: { doneAt: 'desc' },
        })
      : null;
  const draft = await draftOccasion(tx, contact, {
    occasion: { purpose: 'check_in', reason: reasonOf(reason, advice) },
  });
  if (advice) await tx.takeaway.update({ where: { id: advice.id }, data: { toldIn: draft.id } });
  return draft;
}

function reasonOf(
  sentence: string | undefined,
  advice: { readonly text: string; readonly how: string | null } | null,
): CheckInReason | undefined {
  if (sentence !== undefined) return { kind: 'sentence', text: sentence };
  if (advice === null) return undefined;
  return { kind: 'advice', advice: advice.text, how: advice.how ?? undefined };
}
