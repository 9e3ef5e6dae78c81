import type { Transaction } from './client.ts';
import type { Draft } from './generated/client.ts';
import { enqueue } from './outbox.ts';
import { journeyId, letterId, type DraftVerdict } from '../domain/journey.ts';

/** Notes that the workflow which carries a draft has to be told what became of it. */
export async function tellOfDraft(
  tx: Transaction,
  draft: Pick<Draft, 'id' | 'revision' | 'contactId' | 'purpose'>,
  verdict: DraftVerdict['verdict'],
): Promise<void> {
  await enqueue(tx, {
    contactId: draft.contactId,
    target: carriedByJourney(draft) ? journeyId(draft.contactId) : letterId(draft.id),
    kind: 'reviewDraft',
    payload: { draftId: draft.id, revision: draft.revision, verdict },
  });
}

/** Notes a command for a contact's journey. */
export async function tellJourney(
  tx: Transaction,
  contactId: string,
  kind: 'pause' | 'resume' | 'stop' | 'reopen' | 'lookAgain' | 'snooze' | 'judgeReply',
  payload: Record<string, string | number> = {},
): Promise<void> {
  await enqueue(tx, { contactId, target: journeyId(contactId), kind, payload });
}

/** Drafts that a journey writes are sent by it; everything else is a letter with a workflow of its own. */
export function carriedByJourney({ purpose }: Pick<Draft, 'purpose'>): boolean {
  return purpose === 'outreach' || purpose === 'nudge';
}
