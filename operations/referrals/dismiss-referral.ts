import { z } from 'zod';
import { Conflict } from '../../domain/errors.ts';
import { defineOperation } from '../operation.ts';
import { findReferral } from './find-referral.ts';
import { presentReferral, referralParts, referralView } from './present-referral.ts';

export const dismissReferral = defineOperation({
  name: 'dismissReferral',
  summary: 'Leave a referral alone: nobody is written to',
  input: z.object({ id: z.string() }),
  output: referralView,
  async run(context, { id }) {
    const { state, name } = await findReferral(context, id);
    if (state === 'accepted')
      throw new Conflict(`${name} is a contact already. To end that journey, stop it.`);
    const row = await context.db.referral.update({
      where: { id },
      data: { state: 'dismissed', decidedAt: context.now() },
      include: referralParts,
    });
    return presentReferral(row);
  },
});
