import type { Transaction } from '../../db/client.ts';
import { Conflict } from '../../domain/errors.ts';

/**
 * Throws Conflict while a mail to this person is being handed over, or nobody knows whether it was: what is decided
 * about the person then could not bind it. The caller holds the contact's lock.
 */
export async function refuseIfLeaving(tx: Transaction, contactId: string): Promise<void> {
  const send = await tx.send.findFirst({
    where: { contactId, state: { in: ['CLAIMED', 'AMBIGUOUS'] } },
    orderBy: { state: 'desc' },
    select: { draftId: true, state: true },
  });
  if (send?.state === 'CLAIMED')
    throw new Conflict('A mail to this person is being sent. Try again in a minute.');
  if (send)
    throw new Conflict(
      `It is not known whether a mail to this person went out. Look into your Sent folder and say first whether it was sent.`,
      'settle_mail',
    );
}
