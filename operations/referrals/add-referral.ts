import { z } from 'zod';
import { addReferral as storeReferral } from '../../db/referrals.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { parsePerson } from '../../domain/person.ts';
import { findContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { presentReferral, referralParts, referralView } from './present-referral.ts';

export const addReferral = defineOperation({
  name: 'addReferral',
  makes: true,
  summary: 'Note somebody whom a contact pointed you to: NAME <ADDRESS>: WHY',
  input: z.object({ ref: z.string(), person: z.string() }),
  output: referralView,
  async run(context, { ref, person: typed }) {
    const { db } = context;
    const introducer = await findContact(context, ref);
    const person = parsePerson(typed);
    const { id } = await db.$transaction(async (tx) => {
      await addTimelineEvent(tx, introducer.id, `Pointed you to ${person.name}.`);
      return storeReferral(tx, introducer, person);
    });
    return presentReferral(
      await db.referral.findUniqueOrThrow({ where: { id }, include: referralParts }),
    );
  },
});
