import { createHash } from 'node:crypto';
import type { Database } from './client.ts';

/** The user of a data folder, made at its first start with the machine's time zone. */
export async function ensureUser(
  db: Database,
  options: { readonly timeZone: string },
): Promise<string> {
  const first = await db.user.findFirst({ orderBy: { createdAt: 'asc' }, select: { id: true } });
  if (first) return first.id;
  const user = await db.user.create({
    data: { profile: { timeZone: options.timeZone, language: 'en' } },
  });
  return user.id;
}

export async function isAccessToken(db: Database, token: string): Promise<boolean> {
  const found = await db.accessToken.findUnique({
    where: { hash: hashOf(token) },
    select: { id: true },
  });
  return found !== null;
}

/** Lets `token` act for the user; an older token under the same label ends. Only a hash is stored. */
export async function setAccessToken(
  db: Database,
  access: { readonly userId: string; readonly label: string; readonly token: string },
): Promise<void> {
  const { userId, label, token } = access;
  const hash = hashOf(token);
  await db.$transaction([
    db.accessToken.deleteMany({ where: { userId, label, hash: { not: hash } } }),
    db.accessToken.upsert({
      where: { hash },
      create: { userId, label, hash },
      update: {},
    }),
  ]);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
