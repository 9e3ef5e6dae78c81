import { z } from 'zod';
import { unsentStates, voidApprovals } from '../db/drafts.ts';
import { note } from '../db/timeline.ts';
import { Refusal } from '../domain/errors.ts';
import { refuseIfLeaving } from './approve-draft.ts';
import { tellOfDraft } from './deliver.ts';
import { findDraft, lockedContact } from './find.ts';
import { draftParts, presentDraft } from './present.ts';
import { defineVerb } from './verb.ts';
import { draftView } from './views.ts';

export const skipDraft = defineVerb({
  name: 'skipDraft',
  method: 'post',
  path: '/drafts/{draftId}/skip',
  summary:
    'Do not send this mail; a skipped first mail withdraws the journey, a skipped nudge only the nudge',
  input: z.object({ draftId: z.string() }),
  output: draftView,
  async run(context, { draftId }) {
    const { db } = context;
    const { contactId } = await findDraft(context, draftId);
    await db.$transaction(async (tx) => {
      await lockedContact(tx, contactId);
      const draft = await tx.draft.findUniqueOrThrow({
        where: { id: draftId },
        include: { send: true },
      });
      if (draft.state === 'skipped') return;
      if (!unsentStates.includes(draft.state))
        throw new Refusal(`Draft ${draftId} cannot be skipped, because it is ${draft.state}.`);
      refuseIfLeaving(draft.send);
      await voidApprovals(tx, [draftId], 'the mail was skipped');
      await tx.send.deleteMany({ where: { draftId, state: 'PENDING' } });
      await tx.draft.update({ where: { id: draftId }, data: { state: 'skipped' } });
      await note(tx, contactId, 'You skipped a mail.');
      await tellOfDraft(tx, draft, 'skipped');
    });
    context.deliverSoon();
    return presentDraft(
      await db.draft.findUniqueOrThrow({ where: { id: draftId }, include: draftParts }),
    );
  },
});
