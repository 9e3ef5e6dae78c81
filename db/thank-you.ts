import { isUnsent } from '../domain/draft-state.ts';
import type { Occasion } from '../domain/compose/occasion.ts';
import { endOf } from '../domain/meeting/interval.ts';
import type { TakeawayKind } from '../domain/meeting/takeaway.ts';
import { thankYouDue, type ThankYouDue } from '../domain/meeting/thank-you-due.ts';
import { parsePerson } from '../domain/person.ts';
import { milliseconds } from '../domain/timing/duration.ts';
import type { Transaction } from './client.ts';
import { reviseDraft } from './drafts.ts';
import type { Meeting, Prisma } from './generated/client.ts';
import { composeOccasion, draftOccasion, type Recipient } from './occasion-draft.ts';
import { storedPolicy } from './policy.ts';
import { tellJourney } from './tell-journey.ts';

/** A conversation that lies further back is no longer thanked for. */
const tooLate = milliseconds('P7D');

/**
 * Drafts the thank-you for a conversation, or writes the waiting one anew with what was learnt since, unless a person
 * has changed or approved it. Nothing while mail of theirs is unread: it has to be read first. The caller holds the
 * contact's lock, and has told the journey that the conversation took place.
 */
export async function draftThankYou(
  tx: Transaction,
  contact: Recipient,
  { meeting, now }: { readonly meeting: Meeting; readonly now: Date },
): Promise<void> {
  if (now.getTime() - endOf(meeting).getTime() > tooLate) return;
  const drafts = await tx.draft.findMany({
    where: { contactId: contact.id, purpose: 'thank_you', createdAt: { gte: meeting.at } },
    orderBy: { createdAt: 'desc' },
  });
  const waiting = drafts.find(isUnsent);
  if (waiting === undefined) {
    if (drafts.some(({ state }) => state !== 'withdrawn') || (await hasUnread(tx, contact.id)))
      return;
    const occasion = await thankYouOccasion(tx, { contactId: contact.id, meeting, now });
    const { id } = await draftOccasion(tx, contact, { occasion, meetingId: meeting.id });
    await tellJourney(tx, contact.id, 'draftWritten', { draftId: id, purpose: 'thank_you' });
    return;
  }
  if (waiting.edited || waiting.state === 'approved') return;
  const occasion = await thankYouOccasion(tx, { contactId: contact.id, meeting, now });
  const { subject, text, findings } = await composeOccasion(tx, contact, occasion);
  await reviseDraft(tx, waiting, { subject, text, findings, edited: false });
}

/** What a thank-you is written from: what was noted about the conversation, or about what they answered by mail. */
export async function thankYouOccasion(
  tx: Transaction,
  what: {
    readonly contactId: string;
    /** Undefined when they answered by mail. */
    readonly meeting: Meeting | undefined;
    readonly now: Date;
  },
): Promise<Occasion> {
  const { contactId, meeting, now } = what;
  const learnt = await tx.takeaway.findMany({
    where: { contactId, meetingId: meeting?.id ?? null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const texts = (kind: TakeawayKind) =>
    learnt.filter((row) => row.kind === kind).map(({ text }) => text);
  return {
    purpose: 'thank_you',
    met: meeting && { at: meeting.at, now },
    // Their advice is worth naming where nothing else was noted.
    takeaways: texts('takeaway').length > 0 ? texts('takeaway') : texts('advice'),
    people: texts('person').map((text) => parsePerson(text).name),
    offer: meeting?.offer ?? undefined,
  };
}

/** With what {@link dueOf} needs of it. */
export const dueParts = {
  meeting: true,
  contact: { select: { policy: true } },
} as const satisfies Prisma.DraftInclude;

/** When this thank-you is due: counted from the end of the conversation, or without one from when it was drafted. */
export function dueOf(
  draft: Pick<
    Prisma.DraftGetPayload<{ include: typeof dueParts }>,
    'meeting' | 'contact' | 'createdAt'
  >,
): ThankYouDue {
  const { meeting, contact, createdAt } = draft;
  return thankYouDue(meeting ? endOf(meeting) : createdAt, storedPolicy(contact.policy));
}

async function hasUnread(tx: Transaction, contactId: string): Promise<boolean> {
  const unread = await tx.message.count({
    where: { contactId, direction: 'in', state: 'needs_you' },
  });
  return unread > 0;
}
