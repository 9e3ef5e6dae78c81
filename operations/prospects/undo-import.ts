import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { defineOperation } from '../operation.ts';
import { isUuid } from '../uuid.ts';

export const undoImport = defineOperation({
  name: 'undoImport',
  summary: 'Forget the people of one import; those whose journey was started are contacts and stay',
  input: z.object({ batchId: z.string() }),
  output: z.object({ batchId: z.string(), removed: z.number() }),
  async run({ db, userId }, { batchId }) {
    const { count } = isUuid(batchId)
      ? await db.prospect.deleteMany({ where: { userId, batchId } })
      : { count: 0 };
    if (count === 0)
      throw new NotFound('This import is not here, or nobody of it is left.', 'list_prospects');
    return { batchId, removed: count };
  },
});
