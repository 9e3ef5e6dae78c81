import { longestWithoutLook } from '../../domain/mailbox/looks.ts';
import type { Database } from '../client.ts';
import type { Mailbox } from '../generated/client.ts';
import { raiseProblem, resolveProblems } from '../problems.ts';

/** Mailboxes that should be read and that nobody has looked at for too long; one that cannot be read says so itself. */
export function notLookedAt(now: Date) {
  const since = new Date(now.getTime() - longestWithoutLook);
  return {
    state: { in: ['connecting', 'connected'] },
    OR: [{ lastLookedAt: { lt: since } }, { lastLookedAt: null, createdAt: { lt: since } }],
  };
}

/** Those of all users, by when they were last looked at. */
export function overdueLooks(
  db: Database,
  now: Date,
): Promise<readonly Pick<Mailbox, 'id' | 'lastLookedAt'>[]> {
  return db.mailbox.findMany({
    where: { removedAt: null, ...notLookedAt(now) },
    select: { id: true, lastLookedAt: true },
  });
}

/** Puts it before the user, once, that nobody reads a mailbox. */
export async function raiseOverdueLook(db: Database, mailboxId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const [mailbox] = await tx.$queryRaw<Pick<Mailbox, 'userId' | 'address'>[]>`
      SELECT user_id AS "userId", address FROM mailbox WHERE id = ${mailboxId}::uuid FOR UPDATE`;
    const open = await tx.problem.findFirst({ where: { mailboxId, kind, resolvedAt: null } });
    if (open || !mailbox) return;
    await raiseProblem(tx, {
      userId: mailbox.userId,
      kind,
      mailboxId,
      text: `Nobody has read the mailbox ${mailbox.address} for two minutes, so replies are not seen and follow-ups are held. Where the parts of Rapport run as processes of their own, see that the one that watches mailboxes runs; otherwise start Rapport again.`,
    });
  });
}

/** Takes back what is over. */
export async function resolveOverdueLooks(db: Database, now: Date): Promise<void> {
  const open = await db.problem.findMany({
    where: { kind, resolvedAt: null, mailbox: { NOT: { removedAt: null, ...notLookedAt(now) } } },
    select: { mailboxId: true },
  });
  for (const { mailboxId } of open)
    if (mailboxId !== null) await db.$transaction((tx) => resolveProblems(tx, { kind, mailboxId }));
}

const kind = 'unwatched';
