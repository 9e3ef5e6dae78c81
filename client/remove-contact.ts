import { z } from 'zod';
import { Refusal } from '../domain/errors.ts';
import { findContact, lockedContact } from './find.ts';
import { defineVerb } from './verb.ts';

export const removeContact = defineVerb({
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
        throw new Refusal(
          'A mail to this person is being sent at this moment. Try again in a minute.',
        );
      // The journey finds its contact gone at its next step and ends; a suppression outlives the person.
      await tx.contact.delete({ where: { id } });
    });
    return { contactId: id };
  },
});
