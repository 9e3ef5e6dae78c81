import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ClientContext } from '../../operations/context.ts';
import type { Health } from '../../operations/status.ts';
import type { Verb } from '../../operations/operation.ts';
import { verbs as allVerbs } from '../../operations/registry.ts';
import type { Database } from '../../db/client.ts';
import { authenticate, type ApiEnvironment } from './authenticate.ts';
import { openApiDocument } from './document.ts';
import { BadBody, readInput } from './input.ts';
import { answerError, answerProblem } from './problem.ts';

export type ApiDependencies = {
  readonly db: Database;
  readonly contextFor: (userId: string) => ClientContext;
  /** For `status`; the parts are unknown without it. */
  readonly health?: () => Promise<Health>;
  /** Told of every error that nobody foresaw; the answer says nothing about it. */
  readonly report?: (error: unknown) => void;
  readonly verbs?: readonly Verb[];
};

/** Where `createApi` is to be mounted: `app.route(apiBase, createApi(deps))`. */
export const apiBase = '/api/v1';

/** The HTTP API: a route for every verb, and `/openapi.json`. */
export function createApi(deps: ApiDependencies): Hono<ApiEnvironment> {
  const verbs = deps.verbs ?? allVerbs;
  const app = new Hono<ApiEnvironment>();
  app.onError((error, c) => {
    if (error instanceof BadBody) return answerProblem(c, error.type, error.message);
    const answer = answerError(c, error);
    if (answer.status >= 500) deps.report?.(error);
    return answer;
  });

  let document: object | undefined;
  app.get('/openapi.json', (c) => c.json((document ??= openApiDocument(verbs, apiBase))));

  app.use(authenticate(deps.db));
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: (c) =>
        answerProblem(c, 'too-large', `A request has at most ${largestBody / 1024} KiB.`),
    }),
  );
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });
  for (const verb of verbs) addRoute(app, verb, deps);
  for (const path of new Set(verbs.map(routePath))) refuseOtherMethods(app, path, verbs);
  app.all('*', (c) => answerProblem(c, 'missing', 'There is nothing at this address.'));
  return app;
}

const largestBody = 1024 * 1024;

function addRoute(app: Hono<ApiEnvironment>, verb: Verb, deps: ApiDependencies): void {
  app.on(verb.method.toUpperCase(), routePath(verb), async (c) => {
    const input = await readInput(c, verb);
    const { health } = deps;
    const context = { ...deps.contextFor(c.get('userId')), ...(health ? { health } : {}) };
    return c.json((await verb.run(context, input)) as object);
  });
}

function refuseOtherMethods(app: Hono<ApiEnvironment>, path: string, verbs: readonly Verb[]): void {
  const here = verbs.filter((verb) => routePath(verb) === path);
  const allowed = here.map(({ method }) => method.toUpperCase()).join(', ');
  app.all(path, (c) => {
    c.header('allow', allowed);
    return answerProblem(c, 'wrong-method', `Possible here: ${allowed}.`);
  });
}

/** `/contacts/{ref}` as Hono writes it: `/contacts/:ref`. */
function routePath({ path }: Verb): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}
