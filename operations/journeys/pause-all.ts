import { z } from 'zod';
import { contactCount, forAll } from './update-all.ts';
import { pauseOne } from './update-journey.ts';
import { defineOperation } from '../operation.ts';

export const pauseAll = defineOperation({
  name: 'pauseAll',
  method: 'post',
  path: '/pause-all',
  summary: 'Pause every open journey',
  input: z.object({}),
  output: contactCount,
  run: (context) => forAll(context, (tx, contact) => pauseOne(tx, contact, context.now())),
});
