import { createHash } from 'node:crypto';
import type { Database } from './client.ts';

/** Whose token it is; undefined for one that is not, or no longer, known. */
export async function userOfToken(db: Database, token: string): Promise<string | undefined> {
  const row = await db.accessToken.findUnique({
    where: { hash: tokenHash(token) },
    select: { userId: true },
  });
  return row?.userId;
}

/** Lets `token` act for the user; an older token under the same label ends. Only a hash is stored. */
export async function setAccessToken(
  db: Database,
  access: { readonly userId: string; readonly label: string; readonly token: string },
): Promise<void> {
  const { userId, label, token } = access;
  const hash = tokenHash(token);
  await db.$transaction([
    db.accessToken.deleteMany({ where: { userId, label, hash: { not: hash } } }),
    db.accessToken.upsert({
      where: { hash },
      create: { userId, label, hash },
      update: {},
    }),
  ]);
}

/** What the table keeps of a token: SHA-256, hex. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
