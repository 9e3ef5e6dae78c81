import { z } from 'zod';
import { contactCount, holdAll } from './hold-all.ts';
import { futureTime } from './update-journey.ts';
import { defineOperation } from '../operation.ts';
import { time } from '../views.ts';

export const snoozeAll = defineOperation({
  name: 'snoozeAll',
  summary: 'Put everything off: nothing is sent before a date',
  input: z.object({ until: time }),
  output: contactCount,
  run: (context, { until }) =>
    holdAll(context, { why: 'paused', until: futureTime(until, context.now()) }),
});
