import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { isUuid } from '../uuid.ts';
import { presentProspect, prospectView } from './prospect-view.ts';

export const listProspects = defineOperation({
  name: 'listProspects',
  summary: 'People from imported files whose journey was not started, in the order of the files',
  input: z.object({
    /** Those of one import. */
    batch: z.string().optional(),
    /** Part of a name, an address or a company. */
    search: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(20_000).optional(),
    offset: z.coerce.number().int().min(0).optional(),
  }),
  output: z.array(prospectView),
  async run({ db, userId }, { batch, search, limit = 20_000, offset = 0 }) {
    if (batch !== undefined && !isUuid(batch)) return [];
    const text = { contains: search?.trim() ?? '', mode: 'insensitive' } as const;
    const rows = await db.prospect.findMany({
      where: {
        userId,
        ...(batch === undefined ? {} : { batchId: batch }),
        ...(search === undefined
          ? {}
          : { OR: [{ name: text }, { email: text }, { company: text }] }),
      },
      orderBy: [{ createdAt: 'asc' }, { batchId: 'asc' }, { row: 'asc' }, { id: 'asc' }],
      skip: offset,
      take: limit,
    });
    return rows.map(presentProspect);
  },
});
