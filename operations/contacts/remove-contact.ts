import { z } from 'zod';
import { comingMeeting, invitationLeft } from '../../db/meetings.ts';
import { enqueueForRemoved } from '../../db/outbox.ts';
import { Conflict } from '../../domain/errors.ts';
import { journeyId, mailId } from '../../domain/journey.ts';
import { findContact, lockedContact } from '../find-contact.ts';
import { refuseIfLeaving } from '../journeys/refuse-if-leaving.ts';
import { defineOperation } from '../operation.ts';

export const removeContact = defineOperation({
  name: 'removeContact',
  summary: 'End the journey and forget the person, with every mail that was stored',
  input: z.object({
    ref: z.string(),
    /** Also while an invitation to them stands, which then nobody takes back. `true` in a query. */
    anyway: z.union([z.boolean(), z.stringbool()]).optional(),
  }),
  output: z.object({ contactId: z.string() }),
  async run(context, { ref, anyway = false }) {
    const { db } = context;
    const { id } = await findContact(context, ref);
    await db.$transaction(async (tx) => {
      const { name } = await lockedContact(tx, id);
      await refuseIfLeaving(tx, id);
      const agreed = await comingMeeting(tx, id, context.now());
      if (agreed && !anyway && (await invitationLeft(tx, agreed.id)))
        throw new Conflict(
          `${name} has your invitation. Cancel the conversation first, or say that you remove them all the same.`,
          'remove_anyway',
        );
      const mails = await tx.draft.findMany({
        where: { contactId: id, state: 'approved' },
        select: { id: true },
      });
      // A suppression outlives the person.
      await tx.contact.delete({ where: { id } });
      await enqueueForRemoved(tx, [
        { target: journeyId(id), kind: 'end' },
        ...mails.map((draft) => ({ target: mailId(draft.id), kind: 'lookAgain' as const })),
      ]);
    });
    context.deliverSoon();
    return { contactId: id };
  },
});
