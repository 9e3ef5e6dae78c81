import { z } from 'zod';
import { draftParts, presentDraft } from '../present.ts';
import { defineOperation } from '../operation.ts';
import { draftView } from '../views.ts';
import { undecidedStates } from '../../domain/draft-state.ts';

export const listDrafts = defineOperation({
  name: 'listDrafts',
  summary: 'The drafts that wait for a person, the oldest first; with `all` the others too',
  input: z.object({
    all: z
      .enum(['true', 'false'])
      .optional()
      .transform((value) => value === 'true'),
  }),
  output: z.array(draftView),
  async run({ db, userId }, { all }) {
    const rows = await db.draft.findMany({
      where: {
        contact: { userId, removedAt: null },
        ...(all ? {} : { state: { in: undecidedStates } }),
      },
      include: draftParts,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(presentDraft);
  },
});
