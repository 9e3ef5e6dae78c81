import type { Context, MiddlewareHandler } from 'hono';
import { userOfToken } from '../../db/access-tokens.ts';
import type { Database } from '../../db/client.ts';
import { checkCsrf, isSafe } from '../http/guard.ts';
import { findSession } from '../http/session.ts';
import { answerProblem } from './problem.ts';

export type ApiEnvironment = { readonly Variables: { userId: string } };

/**
 * Lets through who sends a token of the table `access_token`, or comes from a page that is signed in;
 * the page must send its CSRF token (`X-CSRF-Token`) with whatever may change something.
 */
export function authenticate(db: Database): MiddlewareHandler<ApiEnvironment> {
  return async (c, next) => {
    const token = bearerToken(c.req.header('authorization'));
    const userId = token === undefined ? await sessionUser(c, db) : await userOfToken(db, token);
    if (userId === undefined) {
      c.header('www-authenticate', 'Bearer realm="rapport"');
      return answerProblem(
        c,
        'not-signed-in',
        'Send the access token of this Rapport as "Authorization: Bearer TOKEN".',
      );
    }
    c.set('userId', userId);
    return next();
  };
}

async function sessionUser(c: Context, db: Database): Promise<string | undefined> {
  const session = await findSession(c, db, new Date());
  if (session && !isSafe(c.req.method)) checkCsrf(c, session, undefined);
  return session?.userId;
}

/** RFC 6750 section 2.1; the name of the scheme has no case (RFC 9110 section 11.1). */
function bearerToken(header: string | undefined): string | undefined {
  return /^bearer +([\w.~+/=-]+) *$/i.exec(header ?? '')?.[1];
}
