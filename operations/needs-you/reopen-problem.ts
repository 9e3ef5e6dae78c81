import { z } from 'zod';
import { NotFound } from '../../domain/errors.ts';
import { defineOperation } from '../operation.ts';
import { isUuid } from '../uuid.ts';

export const reopenProblem = defineOperation({
  name: 'reopenProblem',
  summary: 'Put a problem that was marked as resolved back among those that need you',
  input: z.object({ problemId: z.string() }),
  output: z.object({ problemId: z.string() }),
  async run({ db, userId }, { problemId }) {
    const id = problemId.replace(/^problem:/, '');
    const { count } = isUuid(id)
      ? await db.problem.updateMany({ where: { id, userId }, data: { resolvedAt: null } })
      : { count: 0 };
    if (count === 0) throw new NotFound(`There is no problem ${problemId}.`);
    return { problemId: id };
  },
});
