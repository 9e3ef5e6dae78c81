import {
  firstState,
  type JourneyPolicy,
  type JourneyState,
  type SettledDraft,
  type UnreadMail,
} from '../domain/journey.ts';
import { migrateState } from '../domain/journey/migrate-state.ts';
import type { Database, Transaction } from './client.ts';
import type { Contact, Prisma } from './generated/client.ts';
import { storedPolicy } from './policy.ts';

/** JSON has no undefined: such fields are left out, and read as undefined again. */
export function stateToJson(state: JourneyState): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(state)) as Prisma.InputJsonObject;
}

/** What the chapters count with, of a stored policy. */
export function journeyPolicy(policy: unknown): JourneyPolicy {
  return firstState(storedPolicy(policy)).policy;
}

/**
 * What a journey goes on from; what people have decided since the state was saved is in the row itself.
 * Only `stateToJson` writes the column, here or in an earlier version: hence the cast.
 */
export function stateOf(
  contact: Pick<Contact, 'journey' | 'policy' | 'pausedAt' | 'snoozedUntil' | 'generation'>,
): JourneyState {
  return {
    ...migrateState(contact.journey as unknown as JourneyState),
    generation: contact.generation,
    policy: journeyPolicy(contact.policy),
    paused: contact.pausedAt !== null,
    snoozedUntil: contact.snoozedUntil?.getTime(),
  };
}

/**
 * The state of a journey that begins anew, with what its last run may have been told and not saved: mails that nobody
 * has read, and what became of its drafts.
 */
export async function stateToStartFrom(db: Database, contact: Contact): Promise<JourneyState> {
  const state = stateOf(contact);
  const unread = [...state.unread, ...(await unreadMails(db, contact.id, state))];
  return { ...state, unread, settled: await settledDrafts(db, contact.id, state) };
}

async function unreadMails(
  db: Database,
  contactId: string,
  state: JourneyState,
): Promise<readonly UnreadMail[]> {
  const known = new Set([...state.unread, ...state.judged].map(({ messageId }) => messageId));
  const waiting = await db.message.findMany({
    where: { contactId, direction: 'in', state: 'needs_you' },
    orderBy: { at: 'asc' },
    select: { id: true, at: true },
  });
  return waiting
    .filter(({ id }) => !known.has(id))
    .map(({ id, at }) => ({ messageId: id, at: at.getTime() }));
}

async function settledDrafts(
  db: Database,
  contactId: string,
  state: JourneyState,
): Promise<readonly SettledDraft[]> {
  const { open, settled } = state;
  if (!open || settled.some(({ draftId }) => draftId === open.draftId)) return settled;
  const draft = await db.draft.findFirst({
    where: { id: open.draftId, contactId },
    include: { send: true },
  });
  const end = draft && settlementOf(draft);
  return end ? [...settled, end] : settled;
}

/** How a draft ended, for those from which nothing more can come. */
export function settlementOf(
  draft: Prisma.DraftGetPayload<{ include: { send: true } }>,
): SettledDraft | undefined {
  const { id: draftId, state, send, updatedAt } = draft;
  switch (state) {
    case 'sent':
      return { draftId, how: 'sent', at: (send?.acceptedAt ?? updatedAt).getTime() };
    case 'skipped':
    case 'withdrawn':
      return { draftId, how: state, at: updatedAt.getTime() };
    default:
      return undefined;
  }
}

/**
 * Stores the state of a run, with what the board shows of it. Nothing is stored over what is newer: another generation,
 * or a later state of the same one. False when the contact is gone.
 */
export async function saveState(
  tx: Transaction,
  contactId: string,
  state: JourneyState,
): Promise<'saved' | 'outdated' | 'gone'> {
  const saved = await tx.$executeRaw`
    UPDATE contact SET journey = ${JSON.stringify(state)}::jsonb
    WHERE id = ${contactId}::uuid AND generation = ${state.generation}
      AND coalesce((journey ->> 'saves')::int, 0) <= ${state.saves}`;
  if (saved > 0) return 'saved';
  return (await tx.contact.count({ where: { id: contactId } })) > 0 ? 'outdated' : 'gone';
}
