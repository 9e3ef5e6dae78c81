import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { draftParts, presentDraft } from '../present.ts';
import { isUuid } from '../uuid.ts';
import { defineVerb } from '../operation.ts';
import { draftView } from '../views.ts';

export const showDraft = defineVerb({
  name: 'showDraft',
  method: 'get',
  path: '/drafts/{draftId}',
  summary: 'One draft, whatever its state',
  input: z.object({ draftId: z.string() }),
  output: draftView,
  async run({ db, userId }, { draftId }) {
    const row = isUuid(draftId)
      ? await db.draft.findFirst({
          where: { id: draftId, contact: { userId } },
          include: draftParts,
        })
      : null;
    if (!row) throw new Refusal(`There is no draft ${draftId}.`, { missing: true });
    return presentDraft(row);
  },
});
