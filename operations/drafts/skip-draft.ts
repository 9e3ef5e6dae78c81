import { z } from 'zod';
import { takeApprovalBack } from '../../db/drafts.ts';
import { note } from '../../db/timeline.ts';
import { changeDraft, refuseUnlessUnsent } from './change-draft.ts';
import { tellSettled } from '../../db/tell-journey.ts';
import { defineOperation } from '../operation.ts';
import { draftView } from '../views.ts';

export const skipDraft = defineOperation({
  name: 'skipDraft',
  method: 'post',
  path: '/drafts/{draftId}/skip',
  summary:
    'Do not send this mail; a skipped first mail withdraws the journey, a skipped nudge only the nudge',
  input: z.object({ draftId: z.string() }),
  output: draftView,
  async run(context, { draftId }) {
    return changeDraft(context, draftId, async (tx, draft, contact) => {
      if (draft.state === 'skipped') return;
      refuseUnlessUnsent(draft, 'skipped');
      await takeApprovalBack(tx, draft, 'the mail was skipped');
      await tx.draft.update({ where: { id: draftId }, data: { state: 'skipped' } });
      await note(tx, contact.id, 'You skipped a mail.');
      await tellSettled(tx, draft, { how: 'skipped', at: context.now() });
    });
  },
});
