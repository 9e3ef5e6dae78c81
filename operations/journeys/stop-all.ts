import { z } from 'zod';
import { contactCount, forAll } from './update-all.ts';
import { pauseOne } from './update-journey.ts';
import { defineOperation } from '../operation.ts';

export const stopAll = defineOperation({
  name: 'stopAll',
  method: 'post',
  path: '/stop-all',
  summary: 'Panic stop: from this moment nothing at all is sent, until everything is resumed',
  input: z.object({}),
  output: contactCount,
  async run(context) {
    await context.db.user.update({
      where: { id: context.userId },
      data: { sendingStopped: context.now(), stoppedWhy: 'you stopped everything' },
    });
    return forAll(context, (tx, contact) => pauseOne(tx, contact, context.now()));
  },
});
