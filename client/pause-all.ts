import { z } from 'zod';
import { contactCount, forAll } from './hold-all.ts';
import { pauseOne } from './hold-contact.ts';
import { defineVerb } from './verb.ts';

export const pauseAll = defineVerb({
  name: 'pauseAll',
  method: 'post',
  path: '/pause-all',
  summary: 'Pause every open journey',
  input: z.object({}),
  output: contactCount,
  run: (context) => forAll(context, (tx, contact) => pauseOne(tx, contact, context.now())),
});
