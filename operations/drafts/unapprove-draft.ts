import { z } from 'zod';
import { takeApprovalBack } from '../../db/drafts.ts';
import { Conflict } from '../../domain/errors.ts';
import { awaitApprovalAgain } from '../await-approval-again.ts';
import { changeDraft, refuseIfLeaving } from './change-draft.ts';
import { tellSettled } from '../../db/tell-journey.ts';
import { defineOperation } from '../operation.ts';
import { draftView } from '../views.ts';

export const unapproveDraft = defineOperation({
  name: 'unapproveDraft',
  summary: 'Take an approval back, which is possible until the mail is being sent',
  input: z.object({ draftId: z.string() }),
  output: draftView,
  async run(context, { draftId }) {
    return changeDraft(context, draftId, async (tx, draft, contact) => {
      if (draft.state === 'awaiting_approval') return;
      if (draft.state !== 'approved')
        throw new Conflict(`Draft ${draftId} is not approved: it is ${draft.state}.`);
      refuseIfLeaving(draft.send);
      await takeApprovalBack(tx, draft, 'you took the approval back');
      await tx.draft.update({ where: { id: draftId }, data: { state: 'awaiting_approval' } });
      await awaitApprovalAgain(tx, draft, contact);
      await tellSettled(tx, draft, { how: 'taken_back', at: context.now() });
    });
  },
});
