import type { MiddlewareHandler } from 'hono';
import type { WebEnvironment } from './environment.ts';
import { readForm } from './form.ts';
import { checkCsrf, isSafe } from './guard.ts';

/** Reads the form of everything that changes something, and refuses it without the session's token. */
export function checkedForm(): MiddlewareHandler<WebEnvironment> {
  return async (c, next) => {
    if (isSafe(c.req.method)) return next();
    const form = await readForm(c);
    checkCsrf(c, c.get('session'), form['csrf']);
    c.set('form', form);
    return next();
  };
}
