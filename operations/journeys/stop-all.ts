import { z } from 'zod';
import { contactCount, holdAll } from './hold-all.ts';
import { defineOperation } from '../operation.ts';

export const stopAll = defineOperation({
  name: 'stopAll',
  summary: 'Panic stop: from this moment nothing at all is sent, until everything is resumed',
  input: z.object({}),
  output: contactCount,
  run: (context) => holdAll(context, { why: 'stopped' }),
});
