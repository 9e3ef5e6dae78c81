import type { z } from 'zod';
import type { OperationContext } from './context.ts';
import { routeOf, type OperationName, type Route } from './routes.ts';

/**
 * One thing that people can do, the same for page, CLI and API.
 * The `{names}` of its path are fields of the input, the other fields are the query (GET, DELETE) or the JSON body.
 */
export type Operation<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Name extends string = string,
> = Route & Definition<Input, Output, Name>;

type Definition<Input extends z.ZodType, Output extends z.ZodType, Name extends string> = {
  readonly name: Name;
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  /** Something new is there afterwards, which the answer shows. */
  readonly makes?: true;
  /** Bytes of a request, where it may be larger than the others; only of a path without names. */
  readonly largestBody?: number;
  readonly run: (context: OperationContext, input: z.output<Input>) => Promise<z.output<Output>>;
};

/** Adds the route of this name, and keeps the types of the input and output. */
export function defineOperation<
  Input extends z.ZodType,
  Output extends z.ZodType,
  Name extends OperationName,
>(definition: Definition<Input, Output, Name>): Operation<Input, Output, Name> {
  return { ...routeOf(definition.name), ...definition };
}
