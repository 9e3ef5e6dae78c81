import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { OperationContext } from '../../operations/context.ts';
import type { Health } from '../../operations/status.ts';
import type { Operation } from '../../operations/operation.ts';
import { operations as allOperations } from '../../operations/registry.ts';
import type { Database } from '../../db/client.ts';
import { authenticate, type ApiEnvironment } from './authenticate.ts';
import { openApiDocument } from './document.ts';
import { mailboxTrouble } from '../../db/mailbox/trouble.ts';
import { BadBody, readInput } from './input.ts';
import { answerError, answerProblem } from './problem.ts';

export type ApiDependencies = {
  readonly db: Database;
  readonly contextFor: (userId: string) => OperationContext;
  /** For `status`; the parts are unknown without it. */
  readonly health?: () => Promise<Health>;
  /** Told of every error that nobody foresaw; the answer says nothing about it. */
  readonly report?: (error: unknown) => void;
  readonly operations?: readonly Operation[];
};

/** Where `createApi` is to be mounted: `app.route(apiBase, createApi(deps))`. */
export const apiBase = '/api/v1';

/** The HTTP API: a route for every operation, and `/openapi.json`. */
export function createApi(deps: ApiDependencies): Hono<ApiEnvironment> {
  const operations = deps.operations ?? allOperations;
  const app = new Hono<ApiEnvironment>();
  app.onError((error, c) => {
    if (error instanceof BadBody) return answerProblem(c, error.type, error.message);
    const answer = answerError(c, error);
    if (answer.status >= 500) deps.report?.(error);
    return answer;
  });

  let document: object | undefined;
  app.get('/openapi.json', (c) => c.json((document ??= openApiDocument(operations, apiBase))));

  app.use(authenticate(deps.db));
  app.use((c, next) => {
    const { method, path } = c.req;
    const operation = operations.find(
      (each) => each.method.toUpperCase() === method && `${apiBase}${each.path}` === path,
    );
    return limitBody(operation?.largestBody ?? largestBody)(c, next);
  });
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    const trouble = await mailboxTrouble(deps.db, c.get('userId'), new Date());
    if (trouble !== undefined) c.header(troubleHeader, encodeURIComponent(trouble));
  });
  for (const operation of operations) addRoute(app, operation, deps);
  for (const path of new Set(operations.map(routePath))) refuseOtherMethods(app, path, operations);
  app.all('*', (c) => answerProblem(c, 'missing', 'There is nothing at this address.'));
  return app;
}

const largestBody = 1024 * 1024;

/** On every answer while a mailbox does not work: a sentence, percent-encoded. */
export const troubleHeader = 'rapport-mailbox-trouble';

function limitBody(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: (c) => answerProblem(c, 'too-large', `A request has at most ${maxSize / 1024} KiB.`),
  });
}

function addRoute(app: Hono<ApiEnvironment>, operation: Operation, deps: ApiDependencies): void {
  app.on(operation.method.toUpperCase(), routePath(operation), async (c) => {
    const input = await readInput(c, operation);
    const { health } = deps;
    const context = { ...deps.contextFor(c.get('userId')), ...(health ? { health } : {}) };
    const status = operation.makes ? 201 : 200;
    return c.json((await operation.run(context, input)) as object, status);
  });
}

function refuseOtherMethods(
  app: Hono<ApiEnvironment>,
  path: string,
  operations: readonly Operation[],
): void {
  const here = operations.filter((operation) => routePath(operation) === path);
  const allowed = here.map(({ method }) => method.toUpperCase()).join(', ');
  app.all(path, (c) => {
    c.header('allow', allowed);
    return answerProblem(c, 'wrong-method', `Possible here: ${allowed}.`);
  });
}

/** `/contacts/{ref}` as Hono writes it: `/contacts/:ref`. */
function routePath({ path }: Operation): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}
