import { z } from 'zod';
import { defineOperation } from '../operation.ts';

const importView = z.object({
  batchId: z.string(),
  importedAt: z.string(),
  /** Whose journey was not started. */
  prospects: z.number(),
});

export type ImportView = z.output<typeof importView>;

export const listImports = defineOperation({
  name: 'listImports',
  summary: 'The imports of which somebody is still a prospect, the newest first',
  input: z.object({}),
  output: z.array(importView),
  async run({ db, userId }) {
    const batches = await db.prospect.groupBy({
      by: ['batchId'],
      where: { userId },
      _count: true,
      _min: { createdAt: true },
      orderBy: [{ _min: { createdAt: 'desc' } }, { batchId: 'asc' }],
    });
    return batches.map(({ batchId, _count, _min }) => ({
      batchId,
      importedAt: _min.createdAt?.toISOString() ?? '',
      prospects: _count,
    }));
  },
});
