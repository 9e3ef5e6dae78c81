import type { Context } from 'hono';
import { z } from 'zod';
import { InvalidInput } from '../../domain/errors.ts';
import type { Operation } from '../../operations/operation.ts';
import { pathNames, takesBody } from '../../operations/routes.ts';

/** The body is not JSON (400), or does not say that it is (415). */
export class BadBody extends Error {
  override readonly name = 'BadBody';
  readonly type: 'bad-json' | 'not-json';
  constructor(type: 'bad-json' | 'not-json', message: string) {
    super(message);
    this.type = type;
  }
}

/** The operation's parsed input, from path, query and body. Throws InvalidInput naming the field, or BadBody. */
export async function readInput(c: Context, operation: Operation): Promise<unknown> {
  const params = c.req.param() as Readonly<Record<string, string>>;
  const given = takesBody(operation) ? await readBody(c) : c.req.query();
  refuseUnknown(given, operation);
  const parsed = operation.input.safeParse({ ...given, ...params });
  if (!parsed.success) throw misuseOf(parsed.error, { ...given, ...params });
  refuseUnstorable(parsed.data);
  return parsed.data;
}

/** The fields of a operation's input that are not in its path. */
export function otherFields(operation: Operation): Readonly<Record<string, z.ZodType>> {
  if (!(operation.input instanceof z.ZodObject)) return {};
  const names = new Set(pathNames(operation));
  const shape: Readonly<Record<string, z.ZodType>> = operation.input.shape;
  return Object.fromEntries(Object.entries(shape).filter(([name]) => !names.has(name)));
}

async function readBody(c: Context): Promise<object> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  // A form of another site can send neither this type nor JSON that is taken for it.
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(c.req.header('content-type') ?? ''))
    throw new BadBody('not-json', 'Send the body as JSON, with "Content-Type: application/json".');
  const body = parseJson(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new InvalidInput('The body must be a JSON object, such as {"name": "Ana"}.');
  return body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadBody('bad-json', 'The body could not be read as JSON.');
  }
}

/** A misspelt optional field would otherwise be lost without a word. */
function refuseUnknown(given: object, operation: Operation): void {
  if (!(operation.input instanceof z.ZodObject)) return;
  const known = Object.keys(otherFields(operation));
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const allowed = known.length > 0 ? `Possible are ${known.join(', ')}.` : 'None is expected here.';
  throw new InvalidInput(
    `There is no field "${unknown.slice(0, 60)}". ${allowed}`,
    unknown.slice(0, 60),
  );
}

function misuseOf(error: z.ZodError, given: object): InvalidInput {
  const [issue] = error.issues;
  const path = issue?.path.map(String) ?? [];
  const field = path.join('.');
  if (path.length === 1 && (given as Record<string, unknown>)[field] === undefined)
    return new InvalidInput(`The field "${field}" is missing.`, field);
  return new InvalidInput(
    `The field "${field}" cannot be used: ${issue?.message ?? 'bad value'}.`,
    field,
  );
}

/** PostgreSQL stores neither U+0000 nor half a surrogate pair. */
function refuseUnstorable(value: unknown, field?: string): void {
  if (typeof value === 'string') {
    if (!/[\0\p{Surrogate}]/u.test(value)) return;
    throw new InvalidInput('The text contains a character that cannot be stored.', field);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    refuseUnstorable(name);
    refuseUnstorable(part, field ?? name);
  }
}
