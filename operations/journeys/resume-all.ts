import { z } from 'zod';
import { tellJourney } from '../../db/tell-journey.ts';
import { contactCount, forAll } from './update-all.ts';
import { resumeOne } from './update-journey.ts';
import { defineOperation } from '../operation.ts';

export const resumeAll = defineOperation({
  name: 'resumeAll',
  method: 'post',
  path: '/resume-all',
  summary: 'Lift a panic stop and go on with every paused or snoozed journey',
  input: z.object({}),
  output: contactCount,
  async run(context) {
    await context.db.user.update({
      where: { id: context.userId },
      data: { sendingStopped: null, stoppedWhy: null },
    });
    await context.db.problem.updateMany({
      where: { userId: context.userId, kind: 'restored', resolvedAt: null },
      data: { resolvedAt: context.now() },
    });
    return forAll(context, async (tx, contact) => {
      if (contact.pausedAt || contact.snoozedUntil) await resumeOne(tx, contact);
      else await tellJourney(tx, contact.id, 'lookAgain');
    });
  },
});
