import { z } from 'zod';
import { updateOne, resumeOne } from './update-journey.ts';
import { defineOperation } from '../operation.ts';
import { contactSummary } from '../views.ts';

export const resume = defineOperation({
  name: 'resume',
  summary: 'Go on with a paused or snoozed journey',
  input: z.object({ ref: z.string() }),
  output: contactSummary,
  run: (context, { ref }) => updateOne(context, ref, resumeOne),
});
