import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Database } from '../../db/client.ts';

export type WebSession = {
  readonly userId: string;
  /** Must come back with every form (`csrf`) or request (`X-CSRF-Token`) that changes something. */
  readonly csrf: string;
};

const days = 30;
const lifetime = days * 24 * 60 * 60 * 1000;

/** Makes a session for the user of this machine and sets its cookie; `publicUrl` is the address behind a proxy. */
export async function startSession(
  c: Context,
  { db, publicUrl }: { readonly db: Database; readonly publicUrl?: URL | undefined },
  now: Date,
): Promise<void> {
  const value = randomBytes(32).toString('base64url');
  const user =
    (await db.user.findFirst({ orderBy: { createdAt: 'asc' } })) ?? (await firstUser(db));
  await db.session.deleteMany({ where: { expiresAt: { lt: now } } });
  await db.session.create({
    data: {
      hash: sha256(value),
      userId: user.id,
      csrf: randomBytes(24).toString('base64url'),
      expiresAt: new Date(now.getTime() + lifetime),
    },
  });
  setCookie(c, cookieName(c), value, {
    httpOnly: true,
    // Not Strict: a link to Rapport in a mail must find the person signed in.
    sameSite: 'Lax',
    path: '/',
    maxAge: lifetime / 1000,
    secure: isEncrypted(c, publicUrl),
  });
}

/** The session of the request's cookie; undefined without one, or when it has run out. */
export async function findSession(
  c: Context,
  db: Database,
  now: Date,
): Promise<WebSession | undefined> {
  const value = getCookie(c, cookieName(c));
  if (value === undefined || value === '') return undefined;
  const session = await db.session.findUnique({ where: { hash: sha256(value) } });
  if (session === null || session.expiresAt <= now) return undefined;
  return { userId: session.userId, csrf: session.csrf };
}

export async function endSession(c: Context, db: Database): Promise<void> {
  const value = getCookie(c, cookieName(c));
  if (value !== undefined) await db.session.deleteMany({ where: { hash: sha256(value) } });
  deleteCookie(c, cookieName(c), { path: '/' });
}

/** Ends the sessions of a user in every browser. */
export async function endAllSessions(c: Context, db: Database, userId: string): Promise<void> {
  await db.session.deleteMany({ where: { userId } });
  deleteCookie(c, cookieName(c), { path: '/' });
}

/** Compares without telling by its duration how much was right. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(given), 'hex'), Buffer.from(sha256(expected), 'hex'));
}

/** A proxy ends TLS before us. Its header is believed only where a public address was configured. */
function isEncrypted(c: Context, publicUrl: URL | undefined): boolean {
  if (new URL(c.req.url).protocol === 'https:') return true;
  if (publicUrl === undefined) return false;
  const host = (c.req.header('host') ?? '').toLowerCase();
  return (
    c.req.header('x-forwarded-proto') === 'https' ||
    (publicUrl.protocol === 'https:' && host === publicUrl.host)
  );
}

/** Cookies do not know ports (RFC 6265 section 8.5), and two instances may share a host. */
function cookieName(c: Context): string {
  const port = /:(\d+)$/.exec(c.req.header('host') ?? '')?.[1];
  return port === undefined ? 'rapport' : `rapport-${port}`;
}

function firstUser(db: Database): Promise<{ readonly id: string }> {
  return db.user.create({ data: {} });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
