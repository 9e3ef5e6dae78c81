import type { Prisma } from '../../db/generated/client.ts';

/** Paused or snoozed, whatever stage the journey will go on from. */
export function held(now: Date): Prisma.ContactWhereInput {
  return {
    stage: { not: 'closed' },
    OR: [{ pausedAt: { not: null } }, { snoozedUntil: { gt: now } }],
  };
}

export function notHeld(now: Date): Prisma.ContactWhereInput {
  return {
    OR: [
      { stage: 'closed' },
      { pausedAt: null, OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: now } }] },
    ],
  };
}
