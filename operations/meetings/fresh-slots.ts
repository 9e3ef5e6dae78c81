import { heldOffers } from '../../db/slot-offers.ts';
import { type OutlookContext, readOutlook, type Slot, slotsFor } from './availability.ts';

/**
 * Times for a mail that follows a proposal up: fresh ones where fewer than two of those offered are still to come,
 * else none. None either while a calendar cannot be read, or where fewer than two are free: the mail then asks alone.
 */
export async function freshSlots(
  context: OutlookContext,
  contactId: string,
): Promise<readonly Slot[]> {
  const { db, userId, now } = context;
  const offers = await heldOffers(db, userId, now());
  if (offers.filter((offer) => offer.contactId === contactId).length >= 2) return [];
  const contact = await db.contact.findUniqueOrThrow({ where: { id: contactId } });
  const outlook = await readOutlook(context, contact);
  if (outlook.problems.length > 0) return [];
  const { slotsOffered: count, meetingMinutes: minutes } = outlook.policy;
  const slots = await db.$transaction((tx) =>
    slotsFor(tx, outlook, { userId, contact, now: now(), count, minutes }),
  );
  return slots.length >= 2 ? slots : [];
}
