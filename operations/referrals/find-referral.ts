import type { Contact, Referral } from '../../db/generated/client.ts';
import { NotFound } from '../../domain/errors.ts';
import type { OperationContext } from '../context.ts';
import { isUuid } from '../uuid.ts';

/** A referral of this user, by id. Throws NotFound. */
export async function findReferral(
  { db, userId }: Pick<OperationContext, 'db' | 'userId'>,
  id: string,
): Promise<Referral & { readonly introducer: Contact }> {
  const row = isUuid(id)
    ? await db.referral.findFirst({
        where: { id, userId, introducer: { removedAt: null } },
        include: { introducer: true },
      })
    : null;
  if (!row) throw new NotFound(`There is no referral ${id}.`);
  return row;
}
