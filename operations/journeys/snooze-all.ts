import { z } from 'zod';
import { contactCount, forAll } from './update-all.ts';
import { futureTime, snoozeOne } from './update-journey.ts';
import { defineOperation } from '../operation.ts';
import { time } from '../views.ts';

export const snoozeAll = defineOperation({
  name: 'snoozeAll',
  method: 'post',
  path: '/snooze-all',
  summary: 'Put every open journey off until a date',
  input: z.object({ until: time }),
  output: contactCount,
  run(context, { until }) {
    const date = futureTime(until, context.now());
    return forAll(context, (tx, contact) => snoozeOne(tx, contact, { until: date }));
  },
});
