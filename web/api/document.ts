import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Operation } from '../../operations/operation.ts';
import { pathNames, takesBody } from '../../operations/routes.ts';
import { otherFields } from './input.ts';
import { problemTitle, problemView, type ProblemType } from './problem.ts';

type Registry = OpenAPIHono['openAPIRegistry'];
type RegisteredPath = Parameters<Registry['registerPath']>[0];

/** The OpenAPI 3.1 document of the operations; addresses are below `base`. */
export function openApiDocument(operations: readonly Operation[], base: string): object {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  const problem = registry.register('Problem', problemView);
  for (const operation of operations) registry.registerPath(describe(operation, problem));
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version: '1',
      description: 'What the pages and the command line do, by the same names.',
    },
    servers: [{ url: base }],
    tags: [...new Set(operations.map(tagOf))].map((name) => ({ name })),
    security: [{ token: [] }],
  });
}

function describe(operation: Operation, problem: z.ZodType): RegisteredPath {
  const fields = z.object({ ...otherFields(operation) });
  const names = pathNames(operation);
  const needed = !fields.safeParse({}).success;
  const hasFields = Object.keys(fields.shape).length > 0;
  return {
    method: operation.method,
    path: operation.path,
    operationId: operation.name,
    summary: operation.summary,
    tags: [tagOf(operation)],
    request: {
      ...(names.length > 0
        ? { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }
        : {}),
      ...(hasFields && takesBody(operation)
        ? { body: { required: needed, content: { 'application/json': { schema: fields } } } }
        : {}),
      ...(hasFields && !takesBody(operation) ? { query: fields } : {}),
    },
    responses: {
      [operation.makes ? 201 : 200]: {
        description: operation.makes ? 'Made' : 'Done',
        content: { 'application/json': { schema: operation.output } },
      },
      ...problemAnswers(problemsOf(operation), problem),
    },
  };
}

/** The first part of its path, which is what it is about. */
function tagOf({ path }: Operation): string {
  return path.split('/')[1] ?? '';
}

function problemsOf(operation: Operation): readonly ProblemType[] {
  const given = Object.keys(otherFields(operation)).length > 0;
  const body = given && takesBody(operation);
  const named = pathNames(operation).length > 0;
  return [
    'not-signed-in',
    ...(body ? (['bad-json', 'too-large', 'not-json'] as const) : []),
    ...(named ? (['missing'] as const) : []),
    ...(operation.method === 'get' ? [] : (['refused'] as const)),
    ...(given || named ? (['misused'] as const) : []),
    'internal',
  ];
}

/** RFC 9457. */
function problemAnswers(
  types: readonly ProblemType[],
  schema: z.ZodType,
): RegisteredPath['responses'] {
  const content = { 'application/problem+json': { schema } };
  return Object.fromEntries(
    types.map((type) => {
      const [description, status] = problemTitle(type);
      return [status, { description, content }];
    }),
  );
}
