import { Refusal } from '../../domain/errors.ts';
import type { Mailbox } from '../../db/generated/client.ts';
import type { ClientContext } from '../context.ts';
import { isUuid } from '../uuid.ts';

/** The user's mailbox by id or address. Throws Refusal. */
export async function ownMailbox(context: ClientContext, ref: string): Promise<Mailbox> {
  const { db, userId } = context;
  const which = isUuid(ref) ? { id: ref } : { address: ref.trim().toLowerCase() };
  const row = await db.mailbox.findFirst({ where: { ...which, userId, removedAt: null } });
  if (!row) throw new Refusal(`There is no mailbox ${ref}.`, { missing: true });
  return row;
}
