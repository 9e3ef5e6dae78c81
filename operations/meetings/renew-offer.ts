import type { Transaction } from '../../db/client.ts';
import { addFoundOut, takeApprovalBack } from '../../db/drafts.ts';
import type { Draft } from '../../db/generated/client.ts';
import { occasionJson, storedOccasion } from '../../db/occasion.ts';
import { holdSlots, lockUserTimes } from '../../db/slot-offers.ts';
import { addTimelineEvent } from '../../db/timeline.ts';
import { isUnsent, unsentStates } from '../../domain/draft-state.ts';
import type { Occasion } from '../../domain/compose/occasion.ts';
import { clashWith, endOf } from '../../domain/meeting/interval.ts';
import { awaitApprovalAgain } from '../await-approval-again.ts';
import { composeAgain, replaceText } from '../recompose-drafts.ts';
import { lockedContact } from '../find-contact.ts';
import { type OutlookContext, type Slot, slotsFor } from './availability.ts';
import { lostSlots, type OfferedSlots, readOffer, tellLost } from './offered-slots.ts';
import type { LockedContact } from './write-draft.ts';

/**
 * Looks whether the times of a waiting draft still hold. One that nobody edited, and whose times Rapport chose, is
 * written anew with fresh ones in the place of those that are gone; of another its finding says which are gone. Returns
 * what happened as a sentence, undefined where the offer holds or there is none.
 */
export async function renewOffer(
  context: OutlookContext,
  waiting: { readonly id: string; readonly contactId: string },
): Promise<string | undefined> {
  const { db, userId, now } = context;
  const offer = await readOffer(context, waiting);
  if (offer === undefined) return undefined;
  return db.$transaction(async (tx) => {
    await lockUserTimes(tx, userId);
    const contact = await lockedContact(tx, waiting.contactId);
    const draft = await tx.draft.findUniqueOrThrow({
      where: { id: waiting.id },
      include: { send: true },
    });
    const leaving = draft.send !== null && !['PENDING', 'REJECTED'].includes(draft.send.state);
    if (!isUnsent(draft) || leaving) return undefined;
    const who = { userId, contactId: contact.id, now: now() };
    const lost = await lostSlots(tx, offer, who);
    if (lost.length === 0) return undefined;
    const kept = offer.slots.filter(({ at }) => !lost.some((gone) => sameTime(gone.at, at)));
    const slots = replaceable(draft)
      ? await refilled(tx, { offer, kept, contact, now: now() })
      : [];
    await awaitApprovalAgain(tx, draft, contact);
    const told = tellLost(lost);
    return slots.length >= 2
      ? rewrite(tx, { draft, contact, slots, told })
      : tell(tx, { draft, told });
  });
}

/** After something was agreed: the drafts that offer the same time to others no longer can. */
export async function renewOffersAt(
  context: OutlookContext,
  agreed: { readonly contactId: string; readonly at: Date; readonly minutes: number },
): Promise<void> {
  const { db, userId } = context;
  const longest = 480 * 60_000;
  const drafts = await db.draft.findMany({
    where: {
      contact: { userId, removedAt: null },
      contactId: { not: agreed.contactId },
      state: { in: unsentStates },
      slots: {
        some: {
          releasedAt: null,
          at: { gt: new Date(agreed.at.getTime() - longest), lt: endOf(agreed) },
        },
      },
    },
    select: { id: true, contactId: true },
  });
  for (const draft of drafts) await renewOffer(context, draft);
}

function replaceable(draft: Draft): boolean {
  const occasion = storedOccasion(draft);
  if (draft.edited || occasion === undefined || !('slots' in occasion)) return false;
  return !(occasion.purpose === 'proposal' && occasion.chosen === true);
}

/** Those that are kept, and free ones for the others, on other days where there are any. */
async function refilled(
  tx: Transaction,
  of: {
    readonly offer: OfferedSlots;
    readonly kept: readonly Slot[];
    readonly contact: LockedContact;
    readonly now: Date;
  },
): Promise<readonly Slot[]> {
  const { offer, kept, contact, now } = of;
  const { outlook, window, slots } = offer;
  // Of a calendar that was not read to its end nothing is known to be free.
  if (outlook.problems.length > 0) return [];
  const minutes = slots[0]?.minutes ?? outlook.policy.meetingMinutes;
  const count = slots.length + kept.length;
  const who = { userId: contact.userId, contact, now, count, minutes };
  const inside = window && (await slotsFor(tx, outlook, { ...who, within: window }));
  const found = inside && inside.length > 0 ? inside : await slotsFor(tx, outlook, who);
  const keptTimes = kept.map((slot) => ({ start: slot.at, end: endOf(slot), what: '' }));
  const free = found.filter((slot) => clashWith(slot, keptTimes) === undefined);
  const keptDays = new Set(kept.map(dayOf));
  const byDay = free.toSorted(
    (one, other) => Number(keptDays.has(dayOf(one))) - Number(keptDays.has(dayOf(other))),
  );
  return [...kept, ...byDay.slice(0, slots.length - kept.length)].toSorted(
    (one, other) => one.at.getTime() - other.at.getTime(),
  );
}

async function rewrite(
  tx: Transaction,
  what: {
    readonly draft: Draft;
    readonly contact: LockedContact;
    readonly slots: readonly Slot[];
    readonly told: string;
  },
): Promise<string> {
  const { draft, contact, slots, told } = what;
  const pairs = slots.map(({ at, minutes }) => ({ at, minutes }));
  await tx.slotOffer.deleteMany({ where: { draftId: draft.id } });
  await holdSlots(tx, {
    userId: contact.userId,
    contactId: contact.id,
    draftId: draft.id,
    slots: pairs,
  });
  // `replaceable` made sure that it is an occasion with times.
  const occasion = { ...storedOccasion(draft), slots: pairs } as Occasion;
  const changed = await tx.draft.update({
    where: { id: draft.id },
    data: { occasion: occasionJson(occasion) },
  });
  const composed = await composeAgain(tx, changed, contact);
  if (composed !== undefined) {
    const message = `${told} This mail was written anew with fresh times.`;
    const finding = { rule: 'time_taken', severity: 'notice', message } as const;
    await replaceText(tx, changed, { ...composed, findings: [...composed.findings, finding] });
  }
  await addTimelineEvent(tx, contact.id, 'A draft was written anew with fresh times.');
  return `${told} It was written anew with fresh times: read it, and approve it again.`;
}

async function tell(
  tx: Transaction,
  what: { readonly draft: Draft; readonly told: string },
): Promise<string> {
  const { draft, told } = what;
  if (draft.state === 'approved') {
    await takeApprovalBack(tx, draft, 'a time that it offers is past or taken');
    await tx.draft.update({
      where: { id: draft.id },
      data: { state: 'awaiting_approval', stateWhy: told },
    });
    await addTimelineEvent(
      tx,
      draft.contactId,
      'The offered times were not sent: one is past or taken.',
    );
  }
  const message = `${told} Offer fresh times, or choose others; this mail cannot be sent until then.`;
  await addFoundOut(tx, draft, { rule: 'time_taken', severity: 'warning', message });
  return `${told} Offer fresh ones.`;
}

function sameTime(one: Date, other: Date): boolean {
  return one.getTime() === other.getTime();
}

function dayOf({ at }: Slot): string {
  return at.toISOString().slice(0, 10);
}
