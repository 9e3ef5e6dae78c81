import type { Prisma } from '../../db/generated/client.ts';
import type { OperationContext } from '../context.ts';
import { presentContactSummary } from '../present.ts';
import { stage as stages, type ContactSummary, type Stage } from '../views.ts';

export type BoardColumn = {
  readonly stage: Stage;
  /** Everybody at this stage; `contacts` holds the first of them. */
  readonly count: number;
  readonly contacts: readonly ContactSummary[];
};

/** Who is at which stage: the first `perColumn` of each, whose timer runs out first; then the newest. */
export async function readBoard(
  { db, userId, now }: OperationContext,
  options: {
    readonly perColumn: number;
    readonly only?: Stage | undefined;
    /** From 1. */
    readonly page?: number | undefined;
  },
): Promise<readonly BoardColumn[]> {
  const everybody = { userId, removedAt: null };
  const going = { ...everybody, ...notHeld(now()) };
  const groups = await db.contact.groupBy({ by: ['stage'], where: going, _count: { _all: true } });
  const counts = new Map(groups.map((group) => [group.stage, group._count._all]));
  counts.set('paused', await db.contact.count({ where: { ...everybody, ...held(now()) } }));
  const shown = options.only === undefined ? stages.options : [options.only];
  return Promise.all(
    shown.map(async (stage) => {
      const count = counts.get(stage) ?? 0;
      if (count === 0) return { stage, count, contacts: [] };
      const where = stage === 'paused' ? { ...everybody, ...held(now()) } : { ...going, stage };
      const rows = await db.contact.findMany({
        where,
        orderBy: [{ nextAt: { sort: 'asc', nulls: 'last' } }, { id: 'desc' }],
        skip: ((options.page ?? 1) - 1) * options.perColumn,
        take: options.perColumn,
      });
      return { stage, count, contacts: rows.map((row) => presentContactSummary(row)) };
    }),
  );
}

/** Paused or snoozed, whatever stage the journey will go on from. */
function held(now: Date): Prisma.ContactWhereInput {
  return {
    stage: { not: 'closed' },
    OR: [{ pausedAt: { not: null } }, { snoozedUntil: { gt: now } }],
  };
}

function notHeld(now: Date): Prisma.ContactWhereInput {
  return {
    OR: [
      { stage: 'closed' },
      { pausedAt: null, OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: now } }] },
    ],
  };
}
