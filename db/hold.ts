import type { Transaction } from './client.ts';
import type { User } from './generated/client.ts';

/** Why the user, or a restore, holds everything back. */
export type HoldWhy = 'paused' | 'stopped' | 'restored';

export type Hold = {
  readonly since: Date;
  /** Lifted by itself then; undefined while only the user lifts it. */
  readonly until: Date | undefined;
  readonly why: HoldWhy;
  /** A sentence for people. */
  readonly text: string;
};

/** The hold on everything of a user, while there is one. Drafting goes on under it; nothing leaves. */
export function activeHold(
  user: Pick<User, 'holdSince' | 'holdUntil' | 'holdWhy' | 'holdNote'>,
  now: Date,
): Hold | undefined {
  const { holdSince: since, holdUntil, holdNote } = user;
  if (!since || (holdUntil && holdUntil <= now)) return undefined;
  // The column holds nothing else: `hold` is the only writer besides a restore.
  const why = (user.holdWhy ?? 'stopped') as HoldWhy;
  const until = holdUntil ?? undefined;
  return { since, until, why, text: holdNote ?? sentence(why, until) };
}

/** Puts a hold on everything, or changes the one there is: since when it holds stays. */
export async function holdEverything(
  tx: Transaction,
  userId: string,
  hold: {
    readonly now: Date;
    readonly why: HoldWhy;
    readonly until?: Date;
    readonly note?: string;
  },
): Promise<void> {
  const user = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  await tx.user.update({
    where: { id: userId },
    data: {
      holdSince: activeHold(user, hold.now)?.since ?? hold.now,
      holdUntil: hold.until ?? null,
      holdWhy: hold.why,
      holdNote: hold.note ?? null,
    },
  });
}

export async function liftHold(tx: Transaction, userId: string): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: { holdSince: null, holdUntil: null, holdWhy: null, holdNote: null },
  });
}

function sentence(why: HoldWhy, until: Date | undefined): string {
  if (until) return `You put everything off until ${until.toISOString().slice(0, 10)}.`;
  switch (why) {
    case 'paused':
      return 'You paused everything.';
    case 'stopped':
      return 'You stopped all sending.';
    case 'restored':
      return 'Restored from a backup.';
  }
}
