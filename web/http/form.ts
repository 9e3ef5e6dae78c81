import type { Context } from 'hono';
import type { z } from 'zod';
import type { OperationContext } from '../../operations/context.ts';
import type { Operation } from '../../operations/operation.ts';
import { InvalidInput, Conflict, NotFound } from '../../domain/errors.ts';

export type FormValues = Readonly<Record<string, string>>;

/** The text fields of a submitted form, their line breaks as `\n`; files are left out. */
export async function readForm(c: Context): Promise<FormValues> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.replace(/\r\n?/g, '\n')]] : [],
    ),
  );
}

/** Runs a operation on what a form says. Throws InvalidInput naming the field, and whatever the operation throws. */
export async function perform<Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  context: OperationContext,
  input: z.input<Input>,
): Promise<z.output<Output>> {
  const unstorable = unstorableField(input);
  if (unstorable !== undefined) {
    throw new InvalidInput(
      `The ${unstorable} contains a character that cannot be stored.`,
      unstorable,
    );
  }
  const parsed = operation.input.safeParse(input);
  if (parsed.success) return operation.run(context, parsed.data);
  const [issue] = parsed.error.issues;
  const field = issue?.path.map(String).join('.');
  throw new InvalidInput(
    `The field ${field ?? ''} cannot be used: ${issue?.message ?? ''}.`,
    field,
  );
}

/** The fields among `names` that say something. */
export function given<Name extends string>(
  form: FormValues,
  names: readonly Name[],
): { [Key in Name]?: string } {
  const filled: { [Key in Name]?: string } = {};
  for (const name of names) {
    const text = form[name];
    if (text !== undefined && text.trim() !== '') filled[name] = text;
  }
  return filled;
}

/** What was typed into a tall field, as the one line that it is to be. */
export function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

/** An error that a person can put right; anything else is thrown again. */
export function asRefusal(error: unknown): InvalidInput | Conflict {
  if (error instanceof InvalidInput || error instanceof Conflict) return error;
  throw error;
}

export function statusOf(error: InvalidInput | Conflict): 404 | 409 | 422 {
  if (error instanceof InvalidInput) return 422;
  return error instanceof NotFound ? 404 : 409;
}

/** PostgreSQL stores no U+0000. */
function unstorableField(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  return Object.entries(input).find(([, value]) => JSON.stringify(value)?.includes('\\u0000'))?.[0];
}
