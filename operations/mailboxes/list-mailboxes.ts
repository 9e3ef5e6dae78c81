import { z } from 'zod';
import { presentMailbox } from '../present.ts';
import { defineOperation } from '../operation.ts';
import { mailboxView } from '../views.ts';

export const listMailboxes = defineOperation({
  name: 'listMailboxes',
  summary: 'The connected mailboxes and how they are',
  input: z.object({}),
  output: z.array(mailboxView),
  async run({ db, userId }) {
    const rows = await db.mailbox.findMany({
      where: { userId, removedAt: null },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map(presentMailbox);
  },
});
