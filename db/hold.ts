import { activeHold, type HoldWhy } from '../domain/hold.ts';
import type { Transaction } from './client.ts';

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
