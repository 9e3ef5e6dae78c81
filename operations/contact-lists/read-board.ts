import type { OperationContext } from '../context.ts';
import { stage as stages, type Stage } from '../views.ts';
import { contactCards, type ContactCard } from './contact-cards.ts';
import { comingParts } from '../present.ts';
import { held, notHeld } from '../contacts/held-journeys.ts';

export type BoardColumn = {
  readonly stage: Stage;
  /** Everybody at this stage; `contacts` holds the first of them. */
  readonly count: number;
  readonly contacts: readonly ContactCard[];
};

/** Who is at which stage: the first `perColumn` of each, whose timer runs out first; then the newest. */
export async function readBoard(
  context: OperationContext,
  options: {
    readonly perColumn: number;
    readonly only?: Stage | undefined;
    /** From 1. */
    readonly page?: number | undefined;
  },
): Promise<readonly BoardColumn[]> {
  const { db, userId, now } = context;
  const everybody = { userId, removedAt: null };
  const going = { ...everybody, ...notHeld(now()) };
  const counts = await countStages(context);
  const shown = options.only === undefined ? stages.options : [options.only];
  const columns = await Promise.all(
    shown.map(async (stage) => {
      const count = counts.get(stage) ?? 0;
      if (count === 0) return { stage, count, rows: [] };
      const where = stage === 'paused' ? { ...everybody, ...held(now()) } : { ...going, stage };
      const rows = await db.contact.findMany({
        where,
        omit: { policy: true, journey: true, notes: true },
        include: comingParts,
        orderBy: [{ nextAt: { sort: 'asc', nulls: 'last' } }, { id: 'desc' }],
        skip: ((options.page ?? 1) - 1) * options.perColumn,
        take: options.perColumn,
      });
      return { stage, count, rows };
    }),
  );
  const cards = await contactCards(
    context,
    columns.flatMap(({ rows }) => rows),
  );
  const cardOf = new Map(cards.map((card) => [card.contactId, card]));
  return columns.map(({ stage, count, rows }) => ({
    stage,
    count,
    contacts: rows.flatMap(({ id }) => cardOf.get(id) ?? []),
  }));
}

/** Each by an index alone: counting rows by what may hold them would read all of them. */
async function countStages({
  db,
  userId,
  now,
}: OperationContext): Promise<ReadonlyMap<string, number>> {
  const everybody = { userId, removedAt: null };
  const [all, waiting] = await Promise.all([
    db.contact.groupBy({ by: ['stage'], where: everybody, _count: { _all: true } }),
    db.contact.groupBy({
      by: ['stage'],
      where: { ...everybody, ...held(now()) },
      _count: { _all: true },
    }),
  ]);
  const counts = new Map(all.map((group) => [group.stage, group._count._all]));
  for (const { stage, _count } of waiting)
    // Two looks, a moment apart: who was held in between is not missing anywhere.
    counts.set(stage, Math.max(0, (counts.get(stage) ?? 0) - _count._all));
  return counts.set(
    'paused',
    waiting.reduce((sum, { _count }) => sum + _count._all, 0),
  );
}
