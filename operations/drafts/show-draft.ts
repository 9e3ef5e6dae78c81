import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { draftParts, presentDraft } from '../present.ts';
import { isUuid } from '../uuid.ts';
import { defineOperation } from '../operation.ts';
import { draftView } from '../views.ts';

export const showDraft = defineOperation({
  name: 'showDraft',
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
    if (!row) throw new NotFound(`There is no draft ${draftId}.`);
    return presentDraft(row);
  },
});
