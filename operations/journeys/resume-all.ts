import { z } from 'zod';
import { liftHold } from '../../db/hold.ts';
import { tellMail } from '../../db/tell-journey.ts';
import { contactCount, countOpen } from './hold-all.ts';
import { defineOperation } from '../operation.ts';

export const resumeAll = defineOperation({
  name: 'resumeAll',
  summary:
    'Go on with everything after a pause, a stop or a restore; people you paused one by one stay paused',
  input: z.object({}),
  output: contactCount,
  async run(context) {
    const { db, userId, now } = context;
    await db.$transaction(async (tx) => {
      await liftHold(tx, userId);
      await tx.problem.updateMany({
        where: { userId, kind: 'restored', resolvedAt: null },
        data: { resolvedAt: now() },
      });
      const approved = await tx.draft.findMany({
        where: { state: 'approved', contact: { userId } },
        select: { id: true, contactId: true },
      });
      for (const draft of approved) await tellMail(tx, draft);
    });
    context.deliverSoon();
    return countOpen(context);
  },
});
