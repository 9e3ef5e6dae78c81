import { z } from 'zod';
import { lockContact } from '../../db/postgres/locks.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { parseEmail, parseLine } from '../../domain/contact.ts';
import { Conflict, InvalidInput } from '../../domain/errors.ts';
import { defineOperation } from '../operation.ts';

export const unsuppressAddress = defineOperation({
  name: 'unsuppressAddress',
  summary: 'Allow mail to an address again; a closed journey stays closed until it is reopened',
  input: z.object({ email: z.string(), why: z.string() }),
  output: z.object({ email: z.string() }),
  async run({ db, userId }, { email: typed, why: given }) {
    const email = parseEmail(typed);
    const why = parseLine('why', given);
    if (why === '')
      throw new InvalidInput(
        `Say why ${email} may be written to again, such as "she asked me to on the phone".`,
        'why',
      );
    await db.$transaction(async (tx) => {
      const contact = await tx.contact.findFirst({
        where: { userId, OR: [{ email }, { addresses: { some: { email } } }] },
      });
      if (contact) await lockContact(tx, contact.id);
      const { count } = await tx.suppression.deleteMany({ where: { userId, email } });
      if (count === 0) throw new Conflict(`${email} is not suppressed: it may be written to.`);
      if (contact)
        await addTimelineEvent(tx, contact.id, `You allowed mail to ${email} again: ${why}`);
    });
    return { email };
  },
});
