import type { Context, MiddlewareHandler } from 'hono';
import { Conflict } from '../../domain/errors.ts';
import { sameSecret, type WebSession } from './session.ts';

/** Headers that leave a page nothing to load or run but our own files. */
export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.header('Content-Security-Policy', contentSecurityPolicy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('X-Frame-Options', 'DENY');
    // Not `no-referrer`: with that, browsers send `Origin: null` with plain forms (Fetch, section 3.1).
    c.header('Referrer-Policy', 'same-origin');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    if (c.res.headers.get('Cache-Control') === null) c.header('Cache-Control', 'no-store');
  };
}

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Refuses names that are not ours (DNS rebinding) and requests that another site's page makes. Behind a reverse proxy
 * both the public name and the one by which the proxy calls us are ours.
 */
export function onlyOurOrigin({
  allowedHosts,
  publicUrl,
}: {
  readonly allowedHosts: readonly string[];
  readonly publicUrl?: URL | undefined;
}): MiddlewareHandler {
  const ours = publicUrl === undefined ? allowedHosts : [...allowedHosts, publicUrl.host];
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase();
    if (!isAllowed(host, ours)) {
      return c.text(`Rapport does not answer to the name "${host}".`, 403);
    }
    const origin = c.req.header('origin');
    const same = origin === undefined || origin === publicUrl?.origin || hostOf(origin) === host;
    if (!same && !isSafe(c.req.method)) {
      return c.text('This request came from another site. Nothing was done.', 403);
    }
    return next();
  };
}

/** GET and HEAD change nothing here. */
export function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Throws a Conflict unless the form or the header carries the session's CSRF token. */
export function checkCsrf(c: Context, session: WebSession, formToken: string | undefined): void {
  const given = c.req.header('x-csrf-token') ?? formToken;
  if (given === undefined || !sameSecret(given, session.csrf)) {
    throw new Conflict('This form has gone stale. Load the page again and repeat the last step.');
  }
}

function isAllowed(host: string, allowed: readonly string[]): boolean {
  const name = host.replace(/:\d+$/, '');
  return allowed.some((entry) => entry.toLowerCase() === host || entry.toLowerCase() === name);
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
