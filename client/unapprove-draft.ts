import { z } from 'zod';
import { voidApprovals } from '../db/drafts.ts';
import { Refusal } from '../domain/errors.ts';
import { refuseIfLeaving } from './approve-draft.ts';
import { carriedByJourney, tellOfDraft } from './deliver.ts';
import { findDraft, lockedContact } from './find.ts';
import { draftParts, presentDraft } from './present.ts';
import { defineVerb } from './verb.ts';
import { draftView } from './views.ts';

export const unapproveDraft = defineVerb({
  name: 'unapproveDraft',
  method: 'post',
  path: '/drafts/{draftId}/unapprove',
  summary: 'Take an approval back, which is possible until the mail is being sent',
  input: z.object({ draftId: z.string() }),
  output: draftView,
  async run(context, { draftId }) {
    const { db } = context;
    const { contactId } = await findDraft(context, draftId);
    await db.$transaction(async (tx) => {
      const contact = await lockedContact(tx, contactId);
      const draft = await tx.draft.findUniqueOrThrow({
        where: { id: draftId },
        include: { send: true },
      });
      if (draft.state === 'awaiting_approval') return;
      if (draft.state !== 'approved')
        throw new Refusal(`Draft ${draftId} is not approved: it is ${draft.state}.`);
      refuseIfLeaving(draft.send);
      await voidApprovals(tx, [draftId], 'you took the approval back');
      await tx.send.deleteMany({ where: { draftId, state: 'PENDING' } });
      await tx.draft.update({ where: { id: draftId }, data: { state: 'awaiting_approval' } });
      if (carriedByJourney(draft) && contact.stage === 'scheduled')
        await tx.contact.update({
          where: { id: contactId },
          data: { stage: 'awaiting_approval', nextAt: null, nextWhy: 'your approval' },
        });
      await tellOfDraft(tx, draft, 'taken_back');
    });
    context.deliverSoon();
    return presentDraft(
      await db.draft.findUniqueOrThrow({ where: { id: draftId }, include: draftParts }),
    );
  },
});
