import { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import type { Contact } from '../../db/generated/client.ts';
import type { OperationContext } from '../context.ts';
import { lockedContact } from '../find.ts';

/** How many journeys a decision about all of them reached. */
export const contactCount = z.object({ contacts: z.number() });

/** Contact by contact, so that no lock is held for long; the panic stop itself holds from its first statement on. */
export async function forAll(
  context: OperationContext,
  decision: (tx: Transaction, contact: Contact) => Promise<void>,
): Promise<z.output<typeof contactCount>> {
  const open = await context.db.contact.findMany({
    where: { userId: context.userId, removedAt: null, stage: { not: 'closed' } },
    select: { id: true },
  });
  for (const { id } of open)
    await context.db.$transaction(async (tx) => decision(tx, await lockedContact(tx, id)));
  context.deliverSoon();
  return { contacts: open.length };
}
