import { z } from 'zod';
import { holdEverything } from '../../db/hold.ts';
import type { HoldWhy } from '../../domain/hold.ts';
import type { OperationContext } from '../context.ts';

/** How many journeys a decision about all of them reaches. */
export const contactCount = z.object({ contacts: z.number() });

/** Nothing of the user's leaves from now on. One row says so: nobody's own pause or snooze is touched. */
export async function holdAll(
  context: OperationContext,
  hold: { readonly why: HoldWhy; readonly until?: Date },
): Promise<z.output<typeof contactCount>> {
  const { db, userId, now } = context;
  await db.$transaction((tx) => holdEverything(tx, userId, { ...hold, now: now() }));
  return countOpen(context);
}

export async function countOpen({
  db,
  userId,
}: OperationContext): Promise<z.output<typeof contactCount>> {
  const contacts = await db.contact.count({
    where: { userId, removedAt: null, stage: { not: 'closed' } },
  });
  return { contacts };
}
