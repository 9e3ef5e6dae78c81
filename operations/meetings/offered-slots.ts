import type { Transaction } from '../../db/client.ts';
import { describeTime } from '../../domain/compose/times.ts';
import { clashWith } from '../../domain/meeting/interval.ts';
import type { Span } from '../../domain/meeting/answer/window-spans.ts';
import {
  type Outlook,
  type OutlookContext,
  readOutlook,
  type Slot,
  takenTimes,
} from './availability.ts';
import { lastOf, theirWindow } from './their-window.ts';

export type OfferedSlots = {
  readonly slots: readonly Slot[];
  readonly outlook: Outlook;
  /** When it would suit them, as they said. */
  readonly window: readonly Span[] | undefined;
};

/** A time that can be offered no longer, and why: "Tuesday 1 December, 10:00 in Berlin is past". */
export type LostSlot = { readonly at: Date; readonly why: string };

/** The times that a draft offers, with the user's calendars read anew; undefined for one that offers none. */
export async function readOffer(
  context: OutlookContext,
  draft: { readonly id: string; readonly contactId: string },
): Promise<OfferedSlots | undefined> {
  const { db, now } = context;
  const slots = await db.slotOffer.findMany({
    where: { draftId: draft.id },
    orderBy: { position: 'asc' },
  });
  const last = slots.at(-1);
  if (last === undefined) return undefined;
  const contact = await db.contact.findUniqueOrThrow({
    where: { id: draft.contactId },
    include: { user: true },
  });
  const window = await theirWindow(db, contact, now());
  const until = lastOf([...(window ?? []), { start: last.at, end: last.at }]);
  return { slots, window, outlook: await readOutlook(context, contact, { until }) };
}

/** The times of an offer that are past or taken by now. */
export async function lostSlots(
  tx: Transaction,
  { slots, outlook }: Pick<OfferedSlots, 'slots' | 'outlook'>,
  who: { readonly userId: string; readonly contactId: string; readonly now: Date },
): Promise<readonly LostSlot[]> {
  const { busy } = await takenTimes(tx, outlook, who);
  return slots.flatMap((slot) => {
    const clash = clashWith(slot, busy);
    if (slot.at > who.now && clash === undefined) return [];
    const told = describeTime(slot.at, {
      theirs: undefined,
      mine: outlook.timeZone,
      language: 'en',
    });
    const why = slot.at > who.now ? `is taken (${clash?.what ?? ''})` : 'is past';
    return [{ at: slot.at, why: `${told} ${why}` }];
  });
}

export function tellLost(lost: readonly LostSlot[]): string {
  return `The times offered no longer hold: ${lost.map(({ why }) => why).join('; ')}.`;
}
