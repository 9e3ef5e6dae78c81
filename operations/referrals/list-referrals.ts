import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { presentReferral, referralParts, referralView } from './present-referral.ts';

export const listReferrals = defineOperation({
  name: 'listReferrals',
  summary: 'The people whom your contacts pointed you to, the newest first',
  input: z.object({}),
  output: z.array(referralView),
  async run({ db, userId }) {
    const rows = await db.referral.findMany({
      where: { userId, introducer: { removedAt: null } },
      include: referralParts,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    return rows.map(presentReferral);
  },
});
