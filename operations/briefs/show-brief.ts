import { z } from 'zod';
import { findContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { briefView, loadBrief } from './load-brief.ts';

export const showBrief = defineOperation({
  name: 'showBrief',
  summary: 'One page for the day before a conversation: who they are, questions, a checklist',
  input: z.object({ ref: z.string() }),
  output: briefView,
  async run(context, { ref }) {
    const { db } = context;
    const { id } = await findContact(context, ref);
    return loadBrief(
      db,
      await db.contact.findUniqueOrThrow({ where: { id }, include: { user: true } }),
    );
  },
});
