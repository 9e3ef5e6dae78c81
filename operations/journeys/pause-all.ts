import { z } from 'zod';
import { contactCount, holdAll } from './hold-all.ts';
import { defineOperation } from '../operation.ts';

export const pauseAll = defineOperation({
  name: 'pauseAll',
  summary: 'Pause everything: drafts are written, and nothing is sent until you resume',
  input: z.object({}),
  output: contactCount,
  run: (context) => holdAll(context, { why: 'paused' }),
});
