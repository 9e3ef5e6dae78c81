import { z } from 'zod';
import { decide, resumeOne } from './hold-contact.ts';
import { defineVerb } from './verb.ts';
import { contactSummary } from './views.ts';

export const resume = defineVerb({
  name: 'resume',
  method: 'post',
  path: '/contacts/{ref}/resume',
  summary: 'Go on with a paused or snoozed journey',
  input: z.object({ ref: z.string() }),
  output: contactSummary,
  run: (context, { ref }) => decide(context, ref, resumeOne),
});
