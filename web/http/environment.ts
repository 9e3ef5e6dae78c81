import type { Hono } from 'hono';
import type { OperationContext } from '../../operations/context.ts';
import type { WebDeps } from '../deps.ts';
import type { FormValues } from './form.ts';
import type { WebSession } from './session.ts';

/** What the middleware of signed-in pages leaves for the routes. */
export type WebEnvironment = {
  readonly Variables: {
    session: WebSession;
    context: OperationContext;
    practice: WebDeps['practice'];
    /** Of a POST, its CSRF token checked. */
    form: FormValues;
  };
};

export type WebApp = Hono<WebEnvironment>;
