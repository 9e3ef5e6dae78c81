import type { Database } from './client.ts';
import { lockUsers } from './postgres/locks.ts';

/** The user of a data folder, made at its first start with the machine's time zone. */
export async function ensureUser(
  db: Database,
  options: { readonly timeZone: string },
): Promise<string> {
  const find = { orderBy: { createdAt: 'asc' }, select: { id: true } } as const;
  const known = await db.user.findFirst(find);
  if (known) return known.id;
  return db.$transaction(async (tx) => {
    await lockUsers(tx);
    const first = await tx.user.findFirst(find);
    if (first) return first.id;
    const profile = { timeZone: options.timeZone, language: 'en' };
    return (await tx.user.create({ data: { profile } })).id;
  });
}
