import { chooseSlot } from '../domain/timing/slots.ts';
import { storedPolicy } from './policy.ts';
import { validApproval } from './drafts.ts';
import type { Database, Transaction } from './client.ts';
import type { Contact, Draft } from './generated/client.ts';
import { lockContact, lockSlots } from './postgres/locks.ts';

export type Reservation =
  | { readonly kind: 'reserved'; readonly at: Date; readonly why: string }
  /** Nothing may be planned now; `contactId` names whose open outreach is in the way, where one is. */
  | { readonly kind: 'company_busy'; readonly name: string }
  | { readonly kind: 'not_approved' };

/** A planned time that has been missed by more than this is planned anew, so that a week offline ends without a burst. */
const missedAfter = 10 * 60_000;
const day = 86_400_000;

/**
 * Reserves when an approved draft may go: one allocation per mailbox that any number of workers
 * agree on. Asking again returns what was reserved.
 */
export async function reserveSlot(
  db: Database,
  input: { readonly draftId: string; readonly now: Date; readonly random: () => number },
): Promise<Reservation> {
  const { draftId, now } = input;
  const found = await db.draft.findUniqueOrThrow({
    where: { id: draftId },
    select: { contactId: true, contact: { select: { mailboxId: true } } },
  });
  return db.$transaction(async (tx) => {
    await lockSlots(tx, found.contact.mailboxId);
    await lockContact(tx, found.contactId);
    const draft = await tx.draft.findUniqueOrThrow({
      where: { id: draftId },
      include: { contact: { include: { user: true } }, send: true },
    });
    const approval =
      draft.state === 'approved' ? await validApproval(tx, draft, draft.contact) : undefined;
    if (!approval) return { kind: 'not_approved' };
    const { send, contact } = draft;
    if (send && send.state !== 'PENDING' && send.state !== 'REJECTED')
      return { kind: 'reserved', at: send.slotAt, why: send.slotWhy };
    if (send?.state === 'PENDING' && now.getTime() - send.slotAt.getTime() < missedAfter)
      return { kind: 'reserved', at: send.slotAt, why: send.slotWhy };

    const busy = await openOutreachAtCompany(tx, contact, draft);
    if (busy) return { kind: 'company_busy', name: busy };

    const policy = storedPolicy(contact.policy);
    const slot = chooseSlot({
      earliest: new Date(Math.max(now.getTime(), approval.sendAfter?.getTime() ?? 0)),
      contactZone: contact.timeZone ?? userZone(contact.user.profile),
      country: contact.country ?? undefined,
      mailboxZone: userZone(contact.user.profile),
      policy,
      taken: await takenTimes(tx, contact.mailboxId, draftId, now),
      random: input.random,
    });
    const chosen = approval.sendAfter?.getTime() === slot.at.getTime() && slot.at > now;
    const why = chosen ? 'the time you chose' : slot.why;
    const planned = { slotAt: slot.at, slotWhy: why, state: 'PENDING' as const };
    await tx.send.upsert({
      where: { draftId },
      create: {
        ...planned,
        draftId,
        mailboxId: contact.mailboxId,
        contactId: contact.id,
        messageId: draft.messageId,
      },
      update: planned,
    });
    return { kind: 'reserved', at: slot.at, why };
  });
}

async function takenTimes(
  tx: Transaction,
  mailboxId: string,
  draftId: string,
  now: Date,
): Promise<Date[]> {
  const sends = await tx.send.findMany({
    where: {
      mailboxId,
      draftId: { not: draftId },
      state: { in: ['PENDING', 'CLAIMED', 'ACCEPTED', 'AMBIGUOUS'] },
      slotAt: { gte: new Date(now.getTime() - day) },
    },
    select: { slotAt: true, acceptedAt: true },
  });
  return sends.map((send) => send.acceptedAt ?? send.slotAt);
}

/** Two people of one company should not find out that both were asked at once. */
async function openOutreachAtCompany(
  tx: Transaction,
  contact: Contact,
  draft: Pick<Draft, 'purpose'>,
): Promise<string | undefined> {
  const policy = storedPolicy(contact.policy);
  if (draft.purpose !== 'outreach' || !policy.onePerCompany || !contact.company) return undefined;
  // Reservations of all mailboxes of a user look at the same companies.
  await lockSlots(tx, `${contact.userId}:${contact.company.toLowerCase()}`);
  const [other] = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM contact
    WHERE user_id = ${contact.userId}::uuid AND id <> ${contact.id}::uuid AND removed_at IS NULL
      AND lower(company) = lower(${contact.company}) AND outcome IS NULL
      AND stage IN ('drafting', 'awaiting_approval', 'scheduled', 'waiting', 'paused')
      AND EXISTS (
        SELECT FROM draft JOIN send ON send.draft_id = draft.id
        WHERE draft.contact_id = contact.id AND purpose = 'outreach'
          AND send.state IN ('PENDING', 'CLAIMED', 'ACCEPTED', 'AMBIGUOUS'))
    LIMIT 1`;
  return other?.name;
}

function userZone(profile: unknown): string {
  const zone = (profile as { readonly timeZone?: string } | null)?.timeZone;
  return zone ?? 'UTC';
}
