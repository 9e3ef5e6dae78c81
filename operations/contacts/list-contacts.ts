import { z } from 'zod';
import { presentContactSummary } from '../present.ts';
import { defineOperation } from '../operation.ts';
import { contactSummary } from '../views.ts';

export const listContacts = defineOperation({
  name: 'listContacts',
  method: 'get',
  path: '/contacts',
  summary: 'Everybody whose journey Rapport runs, the oldest first',
  input: z.object({}),
  output: z.array(contactSummary),
  async run({ db, userId }) {
    const rows = await db.contact.findMany({
      where: { userId, removedAt: null },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map((row) => presentContactSummary(row));
  },
});
