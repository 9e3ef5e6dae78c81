import { z } from 'zod';
import { parseLine } from '../../domain/contact.ts';
import { Conflict, NotFound } from '../../domain/errors.ts';
import { defineOperation } from '../operation.ts';
import { isUuid } from '../uuid.ts';
import { presentTakeaway, takeawayParts, takeawayView } from './present-takeaway.ts';

export const takeAdvice = defineOperation({
  name: 'takeAdvice',
  method: 'post',
  path: '/takeaways/{id}/done',
  summary: 'Say that you took an advice, and how it went: a reason for the next check-in',
  input: z.object({ id: z.string(), how: z.string().optional() }),
  output: takeawayView,
  async run({ db, userId, now }, { id, how }) {
    const row = isUuid(id)
      ? await db.takeaway.findFirst({ where: { id, userId, contact: { removedAt: null } } })
      : null;
    if (!row) throw new NotFound(`There is no advice ${id}.`);
    if (row.kind !== 'advice')
      throw new Conflict(`"${row.text}" is not an advice, so it cannot be marked as taken.`);
    const taken = await db.takeaway.update({
      where: { id },
      data: {
        doneAt: row.doneAt ?? now(),
        ...(how === undefined ? {} : { how: parseLine('how', how) || null }),
      },
      include: takeawayParts,
    });
    return presentTakeaway(taken);
  },
});
