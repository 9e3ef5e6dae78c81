import type { z } from 'zod';
import type { OperationContext } from './context.ts';

/**
 * One thing that people can do, the same for page, CLI and API.
 * `path` is below `/api/v1`; its `{names}` are fields of the input, the other fields are the
 * query (GET, DELETE) or the JSON body.
 */
export type Operation<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly name: string;
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  /** Something new is there afterwards, which the answer shows. */
  readonly makes?: true;
  /** Bytes of a request, where it may be larger than the others; only of a path without names. */
  readonly largestBody?: number;
  readonly run: (context: OperationContext, input: z.output<Input>) => Promise<z.output<Output>>;
};

/** Keeps the types of a operation's input and output. */
export function defineOperation<Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
): Operation<Input, Output> {
  return operation;
}
