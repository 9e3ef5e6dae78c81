import type { Transaction } from '../../db/client.ts';
import type { Contact } from '../../db/generated/client.ts';
import { clashWith } from '../../domain/meeting/interval.ts';
import { type Outlook, type OutlookContext, readOutlook, takenTimes } from './availability.ts';

export type OfferedSlots = {
  readonly slots: readonly { readonly at: Date; readonly minutes: number }[];
  readonly outlook: Outlook;
};

/** The times that a draft offers, with the user's calendars read anew; undefined for one that offers none. */
export async function readOffer(
  context: OutlookContext,
  draft: { readonly id: string; readonly contact: Pick<Contact, 'policy'> },
): Promise<OfferedSlots | undefined> {
  const slots = await context.db.slotOffer.findMany({
    where: { draftId: draft.id },
    orderBy: { position: 'asc' },
  });
  const last = slots.at(-1);
  if (last === undefined) return undefined;
  return { slots, outlook: await readOutlook(context, draft.contact, { until: last.at }) };
}

/** Why an offer no longer holds, as a sentence: a time is past or taken. Undefined while all of it holds. */
export async function staleOffer(
  tx: Transaction,
  { slots, outlook }: OfferedSlots,
  who: { readonly userId: string; readonly contactId: string; readonly now: Date },
): Promise<string | undefined> {
  const past = slots.filter(({ at }) => at <= who.now);
  const { busy } = await takenTimes(tx, outlook, who);
  const taken = slots.flatMap((slot) => {
    const clash = slot.at > who.now ? clashWith(slot, busy) : undefined;
    return clash === undefined ? [] : [`${shown(slot.at)} is taken (${clash.what})`];
  });
  const reasons = [...past.map(({ at }) => `${shown(at)} is past`), ...taken];
  if (reasons.length === 0) return undefined;
  return `The times offered no longer hold: ${reasons.join('; ')}. Offer fresh ones.`;
}

function shown(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
