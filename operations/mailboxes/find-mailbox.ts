import { NotFound } from '../../domain/errors.ts';
import type { Mailbox } from '../../db/generated/client.ts';
import type { OperationContext } from '../context.ts';
import { isUuid } from '../uuid.ts';

/** The user's mailbox by id or address. Throws Conflict. */
export async function ownMailbox(context: OperationContext, ref: string): Promise<Mailbox> {
  const { db, userId } = context;
  const which = isUuid(ref) ? { id: ref } : { address: ref.trim().toLowerCase() };
  const row = await db.mailbox.findFirst({ where: { ...which, userId, removedAt: null } });
  if (!row) throw new NotFound(`There is no mailbox ${ref}.`);
  return row;
}
