import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { InvalidInput, Conflict, NotFound } from '../domain/errors.ts';
import type { WebDeps } from './deps.ts';
import type { WebEnvironment } from './http/environment.ts';
import { statusOf } from './http/form.ts';
import { loadFrame } from './page/load-frame.ts';
import type { Frame } from './page/frame.ts';
import { findSession } from './http/session.ts';
import { ErrorPage } from './views/error.tsx';

/** A page for what no form could show: refused steps by their words, anything else without details. */
export function answerError(deps: WebDeps): ErrorHandler<WebEnvironment> {
  return async (error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof InvalidInput || error instanceof Conflict) {
      const title = error instanceof NotFound ? 'Not here' : 'That did not work';
      const frame = await frameIfPossible(c);
      return c.html(
        <ErrorPage title={title} message={error.message} frame={frame} />,
        statusOf(error),
      );
    }
    deps.report?.(error);
    const message =
      'Something in Rapport failed. No change was saved halfway. Try again; the log of Rapport has details.';
    return c.html(<ErrorPage title="Something failed" message={message} />, 500);
  };
}

export function answerMissing(deps: WebDeps): NotFoundHandler<WebEnvironment> {
  return async (c) => {
    const session = await findSession(c, deps.db, new Date());
    if (session !== undefined) {
      c.set('session', session);
      c.set('context', deps.contextFor(session.userId));
    }
    const message = 'There is no page at this address. Perhaps the contact was removed.';
    const frame = await frameIfPossible(c);
    return c.html(<ErrorPage title="Not here" message={message} frame={frame} />, 404);
  };
}

async function frameIfPossible(c: Context<WebEnvironment>): Promise<Frame | undefined> {
  return c.get('session') === undefined ? undefined : loadFrame(c);
}
