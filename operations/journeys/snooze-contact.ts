import { z } from 'zod';
import { updateOne, futureTime, snoozeOne } from './update-journey.ts';
import { defineOperation } from '../operation.ts';
import { contactSummary, time } from '../views.ts';

export const snooze = defineOperation({
  name: 'snooze',
  summary: 'Nothing is drafted or sent to this person before a date',
  input: z.object({ ref: z.string(), until: time }),
  output: contactSummary,
  run: (context, { ref, until }) =>
    updateOne(context, ref, (tx, contact) =>
      snoozeOne(tx, contact, { until: futureTime(until, context.now()) }),
    ),
});
