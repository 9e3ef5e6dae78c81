import { z } from 'zod';
import type { Prisma } from '../../db/generated/client.ts';
import { comingParts, presentContactSummary } from '../present.ts';
import { defineOperation } from '../operation.ts';
import { contactSummary, stage } from '../views.ts';

export const listContacts = defineOperation({
  name: 'listContacts',
  summary: 'Everybody whose journey Rapport runs, the oldest first',
  input: z.object({
    stage: stage.optional(),
    /** Part of a name, an address or a company. */
    search: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(10_000).optional(),
    offset: z.coerce.number().int().min(0).optional(),
  }),
  output: z.array(contactSummary),
  async run({ db, userId, now }, { stage: wanted, search, limit, offset = 0 }) {
    const rows = await db.contact.findMany({
      where: { userId, removedAt: null, ...(search === undefined ? {} : found(search)) },
      include: comingParts,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    // `paused` is a stage of the view alone: what is stored stays for later.
    return rows
      .map((row) => presentContactSummary(row, now()))
      .filter((contact) => wanted === undefined || contact.stage === wanted)
      .slice(offset, limit === undefined ? undefined : offset + limit);
  },
});

function found(search: string): Prisma.ContactWhereInput {
  const text = { contains: search.trim(), mode: 'insensitive' } as const;
  return { OR: [{ name: text }, { email: text }, { company: text }] };
}
