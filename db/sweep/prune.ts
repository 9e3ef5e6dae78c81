import type { Database } from '../client.ts';

/** Days after which what is done with is deleted. */
const keptFor = 90;
const day = 86_400_000;
const atOnce = 5_000;

/**
 * Deletes what nobody needs any more: outbox entries that were delivered and problems that were resolved three months
 * ago, and sign-ins that have run out. Mails, drafts and the ledger are kept for as long as their contact is.
 */
export async function prune(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptFor * day);
  let deleted = 0;
  for (let last = atOnce; last === atOnce; deleted += last)
    last = await db.$executeRaw`
      DELETE FROM outbox WHERE id IN (
        SELECT id FROM outbox WHERE delivered_at < ${before} ORDER BY id LIMIT ${atOnce})`;
  const problems = await db.problem.deleteMany({ where: { resolvedAt: { lt: before } } });
  const sessions = await db.session.deleteMany({ where: { expiresAt: { lt: now } } });
  const signIns = await db.oauthSignIn.deleteMany({
    where: { expiresAt: { lt: new Date(now.getTime() - day) } },
  });
  return deleted + problems.count + sessions.count + signIns.count;
}
