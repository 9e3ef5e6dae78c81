import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Operation } from '../../operations/operation.ts';
import { otherFields, pathNames, takesBody } from './input.ts';
import { problemView } from './problem.ts';

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
    security: [{ token: [] }],
  });
}

function describe(operation: Operation, problem: z.ZodType): RegisteredPath {
  const fields = z.object({ ...otherFields(operation) });
  const names = pathNames(operation);
  const needed = !fields.safeParse({}).success;
  const hasFields = Object.keys(fields.shape).length > 0;
  const problemBody = { 'application/problem+json': { schema: problem } };
  return {
    method: operation.method,
    path: operation.path,
    operationId: operation.name,
    summary: operation.summary,
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
      200: { description: 'Done', content: { 'application/json': { schema: operation.output } } },
      default: { description: 'Why it was not done (RFC 9457)', content: problemBody },
    },
  };
}
