import { z } from 'zod';
import { unsentStates } from '../../db/drafts.ts';
import { enqueueEnds } from '../../db/outbox.ts';
import { Conflict } from '../../domain/errors.ts';
import { journeyId, letterId } from '../../domain/journey.ts';
import { findContact, lockedContact } from '../find.ts';
import { defineOperation } from '../operation.ts';

export const removeContact = defineOperation({
  name: 'removeContact',
  method: 'delete',
  path: '/contacts/{ref}',
  summary: 'End the journey and forget the person, with every mail that was stored',
  input: z.object({ ref: z.string() }),
  output: z.object({ contactId: z.string() }),
  async run(context, { ref }) {
    const { db } = context;
    const { id } = await findContact(context, ref);
    await db.$transaction(async (tx) => {
      await lockedContact(tx, id);
      const leaving = await tx.send.count({ where: { contactId: id, state: 'CLAIMED' } });
      if (leaving > 0)
        throw new Conflict(
          'A mail to this person is being sent at this moment. Try again in a minute.',
        );
      const letters = await tx.draft.findMany({
        where: { contactId: id, state: { in: unsentStates } },
        select: { id: true },
      });
      // A suppression outlives the person.
      await tx.contact.delete({ where: { id } });
      await enqueueEnds(tx, [journeyId(id), ...letters.map((draft) => letterId(draft.id))], null);
    });
    context.deliverSoon();
    return { contactId: id };
  },
});
