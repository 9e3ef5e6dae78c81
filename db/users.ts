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
