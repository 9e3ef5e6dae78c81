import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Database } from '../../db/client.ts';
import { answerProblem } from './problem.ts';

export type ApiEnvironment = { readonly Variables: { userId: string } };

/** The user of a page's session cookie; undefined without one, or without its CSRF token where that is needed. */
export type SessionUser = (c: Context) => Promise<string | undefined>;

/** Lets through who sends a token of the table `access_token`, or comes from a page that is signed in. */
export function authenticate(db: Database, sessionUser: SessionUser | undefined) {
  return createMiddleware<ApiEnvironment>(async (c, next) => {
    const token = bearerToken(c.req.header('authorization'));
    const userId = token === undefined ? await sessionUser?.(c) : await tokenUser(db, token);
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
  });
}

/** What the table keeps of a token: SHA-256, hex. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** RFC 6750 section 2.1; the name of the scheme has no case (RFC 9110 section 11.1). */
function bearerToken(header: string | undefined): string | undefined {
  return /^bearer +([\w.~+/=-]+) *$/i.exec(header ?? '')?.[1];
}

async function tokenUser(db: Database, token: string): Promise<string | undefined> {
  const row = await db.accessToken.findUnique({
    where: { hash: tokenHash(token) },
    select: { userId: true },
  });
  return row?.userId;
}
