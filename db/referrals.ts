import type { Person } from '../domain/person.ts';
import type { Transaction } from './client.ts';
import type { Contact, Referral } from './generated/client.ts';

/** Notes whom a contact pointed to. The same person twice is one referral; what is new about them is added. */
export async function addReferral(
  tx: Transaction,
  introducer: Pick<Contact, 'id' | 'userId'>,
  { name, email, why }: Person,
  { messageId }: { readonly messageId?: string } = {},
): Promise<Referral> {
  const known = await tx.referral.findFirst({
    where: {
      introducerId: introducer.id,
      ...(email === undefined ? { name, email: null } : { email }),
    },
  });
  if (known)
    return tx.referral.update({
      where: { id: known.id },
      data: {
        why: why ?? known.why,
        // Somebody who was dismissed and is named again is worth another look.
        ...(known.state === 'dismissed' ? { state: 'open', decidedAt: null } : {}),
      },
    });
  return tx.referral.create({
    data: {
      userId: introducer.userId,
      introducerId: introducer.id,
      name,
      email: email ?? null,
      why: why ?? null,
      messageId: messageId ?? null,
    },
  });
}
