import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { countAttempts } from '../http/rate-limit.ts';
import type { WebDeps } from '../deps.ts';
import type { WebApp, WebEnvironment } from '../http/environment.ts';
import { readForm } from '../http/form.ts';
import { passwordCheck } from '../http/password.ts';
import {
  endAllSessions,
  endSession,
  findSession,
  sameSecret,
  startSession,
} from '../http/session.ts';
import { SignInPage } from '../views/sign-in.tsx';

const windowMs = 15 * 60 * 1000;

/** Signing in by the printed address, or by what is pasted or typed into the page. */
export function signInRoutes(app: WebApp, deps: WebDeps): void {
  const withPassword = deps.password !== undefined;
  const isPassword =
    deps.password === undefined ? () => Promise.resolve(false) : passwordCheck(deps.password);
  const perAddress = countAttempts(10, windowMs);
  // Also bounds what guessing from many addresses costs us in argon2.
  const overall = countAttempts(100, windowMs);

  app.use(async (c, next) => {
    const token = c.req.method === 'GET' ? c.req.query('token') : undefined;
    if (token === undefined || c.req.path.startsWith('/api/')) return next();
    if (!sameSecret(token, deps.signInToken)) {
      return c.html(<SignInPage withPassword={withPassword} wrong={wrongToken} />, 401);
    }
    // Nothing but the cookie: a link that is opened twice, or by a preview, does no harm.
    if ((await findSession(c, deps.db, new Date())) === undefined) {
      await startSession(c, deps, new Date());
    }
    return c.redirect(withoutToken(c.req.url), 303);
  });

  app.get('/sign-in', (c) => c.html(<SignInPage withPassword={withPassword} />));

  app.post('/sign-in', async (c) => {
    const address = remoteAddress(c, deps);
    const now = new Date();
    const secret = (await readForm(c))['secret']?.trim() ?? '';
    // Nobody guesses 192 bits: the token is not limited, and lets the right person in past a limit that others reached.
    if (sameSecret(tokenIn(secret), deps.signInToken)) {
      await startSession(c, deps, now);
      return c.redirect('/', 303);
    }
    if (!perAddress.begin(address, now) || !overall.begin('all', now)) {
      c.header('Retry-After', '900');
      const wrong =
        'Too many attempts. Wait a quarter of an hour, or open the address that “rapport status” prints.';
      return c.html(<SignInPage withPassword={withPassword} wrong={wrong} />, 429);
    }
    if (await isPassword(secret)) {
      perAddress.forgive(address, now);
      overall.forgive('all', now);
      await startSession(c, deps, now);
      return c.redirect('/', 303);
    }
    const wrong = withPassword ? 'This is not the password.' : wrongToken;
    return c.html(<SignInPage withPassword={withPassword} wrong={wrong} />, 401);
  });
}

/** Lets only signed-in people on, with their session and context at hand. */
export function requireSession(deps: WebDeps): MiddlewareHandler<WebEnvironment> {
  return async (c, next) => {
    const session = await findSession(c, deps.db, new Date());
    if (session === undefined) {
      return c.html(<SignInPage withPassword={deps.password !== undefined} />, 401);
    }
    c.set('session', session);
    c.set('context', deps.contextFor(session.userId));
    c.set('practice', deps.practice);
    return next();
  };
}

export function signOutRoute(app: WebApp, deps: WebDeps): void {
  app.post('/sign-out', async (c) => {
    await endSession(c, deps.db);
    return c.redirect('/', 303);
  });

  app.post('/sign-out/everywhere', async (c) => {
    await endAllSessions(c, deps.db, c.get('session').userId);
    return c.redirect('/', 303);
  });
}

const wrongToken =
  'This token is not the one of this Rapport. Open the address that “rapport status” prints.';

/** People paste the whole address as well as the token. */
function tokenIn(text: string): string {
  return (URL.canParse(text) ? new URL(text).searchParams.get('token') : null) ?? text;
}

function withoutToken(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('token');
  // A path that begins with two slashes would lead to another host.
  return `${url.pathname.replace(/^\/+/, '/')}${url.search}`;
}

/** Behind a proxy that we were told of, the address that it saw last; anybody can write the entries before it. */
function remoteAddress(c: Context, { publicUrl }: WebDeps): string {
  const seen = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (publicUrl !== undefined && seen) return seen;
  // Requests that did not come through node:http, as in tests, have no address.
  if ((c.env as { readonly incoming?: unknown } | undefined)?.incoming === undefined) return 'none';
  return getConnInfo(c).remote.address ?? 'none';
}
