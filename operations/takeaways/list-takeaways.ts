import { z } from 'zod';
import type { Prisma } from '../../db/generated/client.ts';
import { takeawayKinds } from '../../domain/meeting/takeaway.ts';
import { findContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { presentTakeaway, takeawayParts, takeawayView } from './present-takeaway.ts';

export const listTakeaways = defineOperation({
  name: 'listTakeaways',
  summary: 'What was learnt over all conversations: skills, advice, openings, people, resources',
  input: z.object({ kind: z.enum(takeawayKinds).optional(), contact: z.string().optional() }),
  output: z.array(takeawayView),
  async run(context, { kind, contact }) {
    const { db, userId } = context;
    const where: Prisma.TakeawayWhereInput = {
      userId,
      contact: { removedAt: null },
      ...(kind === undefined ? {} : { kind }),
      ...(contact === undefined ? {} : { contactId: (await findContact(context, contact)).id }),
    };
    const rows = await db.takeaway.findMany({
      where,
      include: takeawayParts,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(presentTakeaway);
  },
});
