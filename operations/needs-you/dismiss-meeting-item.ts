import { z } from 'zod';
import { Conflict, NotFound } from '../../domain/errors.ts';
import { defineOperation } from '../operation.ts';
import { isUuid } from '../uuid.ts';

export const dismissMeetingItem = defineOperation({
  name: 'dismissMeetingItem',
  summary: 'Say that what a meeting put before you is read',
  input: z.object({
    /** As `needs-you` lists it, with or without `meeting:` before it. */
    itemId: z.string(),
  }),
  output: z.object({ itemId: z.string() }),
  async run({ db, userId, now }, { itemId }) {
    const id = itemId.replace(/^meeting:/, '');
    const item = isUuid(id)
      ? await db.meetingItem.findFirst({ where: { id, contact: { userId } } })
      : null;
    if (!item) throw new NotFound(`There is no meeting item ${itemId}.`);
    if (item.kind === 'how_did_it_go')
      throw new Conflict(
        'This one asks how the conversation went: say that, or that it did not take place.',
      );
    await db.meetingItem.updateMany({
      where: { id, resolvedAt: null },
      data: { resolvedAt: now() },
    });
    return { itemId: id };
  },
});
