import { z } from 'zod';
import { takeApprovalBack, validApproval } from '../../db/drafts.ts';
import type { Contact } from '../../db/generated/client.ts';
import type { Transaction } from '../../db/client.ts';
import { acceptSend, retrySend } from '../../db/ledger.ts';
import { resolveProblems } from '../../db/problems.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { isFollowUp } from '../../domain/purpose.ts';
import { Conflict } from '../../domain/errors.ts';
import { tellMail, tellSettled } from '../../db/tell-journey.ts';
import { findDraft, lockedContact } from '../find-contact.ts';
import { draftParts, presentDraft } from '../present.ts';
import { defineOperation } from '../operation.ts';
import { draftView } from '../views.ts';

export const settleDraft = defineOperation({
  name: 'settleDraft',
  summary: 'Say whether a mail went out when Rapport could not know; `not_sent` sends it again',
  input: z.object({ draftId: z.string(), answer: z.enum(['sent', 'not_sent']) }),
  output: draftView,
  async run(context, { draftId, answer }) {
    const { db, now } = context;
    const draft = await findDraft(context, draftId);
    const send = await db.send.findUnique({ where: { draftId } });
    if (send?.state !== 'AMBIGUOUS')
      throw new Conflict(`Nothing is unclear about draft ${draftId}: it is ${draft.state}.`);
    if (answer === 'sent')
      await acceptSend(db, {
        draftId,
        at: send.claimedAt ?? now(),
        response: 'You said that it went out.',
      });
    await db.$transaction(async (tx) => {
      const contact = await lockedContact(tx, draft.contactId);
      if (answer === 'not_sent') {
        await retrySend(tx, await tx.send.findUniqueOrThrow({ where: { draftId } }));
        await sendAgain(tx, draftId, contact);
      }
      await resolveProblems(tx, { kind: 'ambiguous', draftId });
    });
    context.deliverSoon();
    return presentDraft(
      await db.draft.findUniqueOrThrow({ where: { id: draftId }, include: draftParts }),
    );
  },
});

/** By the approval it had, if that still counts: they may have written since, or the user stopped the journey. */
async function sendAgain(tx: Transaction, draftId: string, contact: Contact): Promise<void> {
  const draft = await tx.draft.findUniqueOrThrow({ where: { id: draftId } });
  const stopped = contact.stoppedAt !== null;
  if (!stopped && draft.state === 'approved' && (await validApproval(tx, draft, contact))) {
    await addTimelineEvent(
      tx,
      contact.id,
      'You said that the mail did not go out; it is sent again.',
    );
    await tellMail(tx, draft);
    return;
  }
  const withdrawn = stopped || isFollowUp(draft.purpose);
  const why = stopped ? 'you stopped the journey' : 'something came in since it was approved';
  await takeApprovalBack(tx, draft, why);
  await tx.draft.update({
    where: { id: draftId },
    data: {
      state: withdrawn ? 'withdrawn' : 'awaiting_approval',
      stateWhy: why,
    },
  });
  await tellSettled(tx, draft, { how: withdrawn ? 'withdrawn' : 'taken_back', at: new Date() });
  await addTimelineEvent(tx, contact.id, 'You said that the mail did not go out.');
}
