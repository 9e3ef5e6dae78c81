import { z } from 'zod';
import { draftCheckIn } from '../../db/check-in.ts';
import type { Transaction } from '../../db/client.ts';
import { storedOccasion } from '../../db/occasion.ts';
import type { Recipient } from '../../db/occasion-draft.ts';
import { tellJourney } from '../../db/tell-journey.ts';
import type { Occasion } from '../../domain/compose/occasion.ts';
import { parseLine } from '../../domain/contact.ts';
import { Conflict, NotFound } from '../../domain/errors.ts';
import { lockedContact } from '../find-contact.ts';
import { defineOperation } from '../operation.ts';
import { isUuid } from '../uuid.ts';
import { presentTakeaway, takeawayParts, takeawayView } from './present-takeaway.ts';

export const takeAdvice = defineOperation({
  name: 'takeAdvice',
  summary: 'Say that you took an advice, and how it went: a reason for the next check-in',
  input: z.object({ id: z.string(), how: z.string().optional() }),
  output: takeawayView,
  async run({ db, userId, now, deliverSoon }, { id, how }) {
    const row = isUuid(id)
      ? await db.takeaway.findFirst({ where: { id, userId, contact: { removedAt: null } } })
      : null;
    if (!row) throw new NotFound(`There is no advice ${id}.`);
    if (row.kind !== 'advice')
      throw new Conflict(`"${row.text}" is not an advice, so it cannot be marked as taken.`);
    const story = how === undefined ? {} : { how: parseLine('how', how) || null };
    const taken = await db.$transaction(async (tx) => {
      const contact = await lockedContact(tx, row.contactId);
      const updated = await tx.takeaway.update({
        where: { id },
        data: { doneAt: row.doneAt ?? now(), ...story },
        include: takeawayParts,
      });
      await giveReason(tx, contact);
      return updated;
    });
    deliverSoon();
    return presentTakeaway(taken);
  },
});

/** A check-in that was held for want of a reason is written with this one. */
async function giveReason(tx: Transaction, contact: Recipient): Promise<void> {
  const held = await tx.draft.findFirst({
    where: { contactId: contact.id, purpose: 'check_in', state: 'held', edited: false },
  });
  if (!held || hasReason(storedOccasion(held))) return;
  const { id: draftId } = await draftCheckIn(tx, contact, { reason: undefined });
  await tellJourney(tx, contact.id, 'draftWritten', { draftId, purpose: 'check_in' });
}

function hasReason(occasion: Occasion | undefined): boolean {
  return occasion?.purpose === 'check_in' && occasion.reason !== undefined;
}
