import type { Database } from '../client.ts';
import { notLookedAt } from './overdue-looks.ts';

/** One line about the user's mailboxes that do not work; undefined when all do. */
export async function mailboxTrouble(
  db: Database,
  userId: string,
  now: Date,
): Promise<string | undefined> {
  const rows = await db.mailbox.findMany({
    where: { userId, ...notWorking(now) },
    orderBy: { createdAt: 'asc' },
    select: { address: true, state: true, sendingStoppedAt: true },
  });
  if (rows.length === 0) return undefined;
  const each = rows.map((row) => `${row.address} ${whatFails(row)}`);
  return `Mailbox ${each.join('; mailbox ')}. "rapport mailbox list" says why.`;
}

/** How many mailboxes of all users there are, and how many do not work. */
export async function countMailboxes(
  db: Database,
  now: Date,
): Promise<{ readonly mailboxes: number; readonly failing: number }> {
  const [mailboxes, failing] = await Promise.all([
    db.mailbox.count({ where: { removedAt: null } }),
    db.mailbox.count({ where: notWorking(now) }),
  ]);
  return { mailboxes, failing };
}

const notWorking = (now: Date) => ({
  removedAt: null,
  OR: [
    { state: { in: ['sign_in_failed', 'unreachable'] } },
    { sendingStoppedAt: { not: null } },
    notLookedAt(now),
  ],
});

function whatFails(row: {
  readonly state: string;
  readonly sendingStoppedAt: Date | null;
}): string {
  if (row.state === 'sign_in_failed') return 'refuses the sign-in';
  if (row.state === 'unreachable') return 'cannot be reached';
  return row.sendingStoppedAt ? 'is stopped from sending' : 'is read by nobody';
}
