import type { Database } from './client.ts';

/** One line about the user's mailboxes that do not work; undefined when all do. */
export async function mailboxTrouble(db: Database, userId: string): Promise<string | undefined> {
  const rows = await db.mailbox.findMany({
    where: { userId, ...notWorking },
    orderBy: { createdAt: 'asc' },
    select: { address: true, state: true },
  });
  if (rows.length === 0) return undefined;
  const each = rows.map(({ address, state }) => `${address} ${whatFails(state)}`);
  return `Mailbox ${each.join('; mailbox ')}. "rapport mailbox list" says why.`;
}

/** How many mailboxes of all users there are, and how many do not work. */
export async function countMailboxes(
  db: Database,
): Promise<{ readonly mailboxes: number; readonly failing: number }> {
  const [mailboxes, failing] = await Promise.all([
    db.mailbox.count({ where: { removedAt: null } }),
    db.mailbox.count({ where: notWorking }),
  ]);
  return { mailboxes, failing };
}

const notWorking = {
  removedAt: null,
  OR: [{ state: { in: ['sign_in_failed', 'unreachable'] } }, { sendingStoppedAt: { not: null } }],
};

function whatFails(state: string): string {
  if (state === 'sign_in_failed') return 'refuses the sign-in';
  return state === 'unreachable' ? 'cannot be reached' : 'is stopped from sending';
}
