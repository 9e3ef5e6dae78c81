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

/** As it is stored with the user. */
export type StoredHold = {
  readonly holdSince: Date | null;
  readonly holdUntil: Date | null;
  readonly holdWhy: string | null;
  readonly holdNote: string | null;
};

/** The hold on everything of a user, while there is one. Drafting goes on under it; nothing leaves. */
export function activeHold(user: StoredHold, now: Date): Hold | undefined {
  const { holdSince: since, holdUntil, holdNote } = user;
  if (!since || (holdUntil && holdUntil <= now)) return undefined;
  // The column holds nothing else: `holdEverything` (db/hold.ts) is the only writer besides a restore.
  const why = (user.holdWhy ?? 'stopped') as HoldWhy;
  const until = holdUntil ?? undefined;
  return { since, until, why, text: holdNote ?? sentence(why, until) };
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
