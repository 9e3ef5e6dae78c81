import { z } from 'zod';
import { Conflict, NotFound } from '../../domain/errors.ts';
import { isUuid } from '../uuid.ts';
import { defineOperation } from '../operation.ts';

export const dismissProblem = defineOperation({
  name: 'dismissProblem',
  summary: 'Say that a problem is dealt with, or needs no dealing with',
  input: z.object({
    /** As `needs-you` lists it, with or without `problem:` before it. */
    problemId: z.string(),
  }),
  output: z.object({ problemId: z.string() }),
  async run({ db, userId, now }, { problemId }) {
    const id = problemId.replace(/^problem:/, '');
    const problem = isUuid(id) ? await db.problem.findFirst({ where: { id, userId } }) : null;
    if (!problem) throw new NotFound(`There is no problem ${problemId}.`);
    if (problem.kind === 'ambiguous')
      throw new Conflict(
        'This one needs an answer: look into your Sent folder and say whether the mail was sent.',
        'settle_mail',
      );
    await db.problem.updateMany({ where: { id, resolvedAt: null }, data: { resolvedAt: now() } });
    return { problemId: id };
  },
});
