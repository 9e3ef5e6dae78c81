import type { z } from 'zod';
import type { ClientContext } from './context.ts';

/**
 * One thing that people can do, the same for page, CLI and API.
 * `path` is below `/api/v1`; its `{names}` are fields of the input, the other fields are the
 * query (GET, DELETE) or the JSON body.
 */
export type Verb<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly name: string;
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  readonly run: (context: ClientContext, input: z.output<Input>) => Promise<z.output<Output>>;
};

/** Keeps the types of a verb's input and output. */
export function defineVerb<Input extends z.ZodType, Output extends z.ZodType>(
  verb: Verb<Input, Output>,
): Verb<Input, Output> {
  return verb;
}
