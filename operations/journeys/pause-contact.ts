import { z } from 'zod';
import { updateOne, pauseOne } from './update-journey.ts';
import { defineOperation } from '../operation.ts';
import { contactSummary } from '../views.ts';

export const pause = defineOperation({
  name: 'pause',
  summary: 'Nothing is drafted or sent to this person until you resume; mail is still watched for',
  input: z.object({ ref: z.string() }),
  output: contactSummary,
  run: (context, { ref }) =>
    updateOne(context, ref, (tx, contact) => pauseOne(tx, contact, context.now())),
});
