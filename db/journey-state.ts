import type { JourneyPolicy, JourneyState, News } from '../domain/journey.ts';
import type { Database } from './client.ts';
import type { Contact, Prisma } from './generated/client.ts';

/** JSON has no undefined: such fields are left out, and read as undefined again. */
export function stateToJson(state: JourneyState): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(state)) as Prisma.InputJsonObject;
}

/**
 * What a journey goes on from; what people have decided since the state was saved is in the row itself.
 * Only `stateToJson` writes the column: hence the cast.
 */
export function stateOf(
  contact: Pick<Contact, 'journey' | 'policy' | 'pausedAt' | 'snoozedUntil'>,
): JourneyState {
  const { quietSince, awayUntil, draft, ...state } = contact.journey as unknown as JourneyState;
  const { nudgeAfter, maxNudges, giveUpAfter } = contact.policy as unknown as JourneyPolicy;
  return {
    ...state,
    quietSince,
    awayUntil,
    draft,
    policy: { nudgeAfter, maxNudges, giveUpAfter },
    paused: contact.pausedAt !== null,
    snoozedUntil: contact.snoozedUntil?.getTime(),
  };
}

/**
 * The state with the mails that wait for a person: news that had reached a workflow which was lost
 * before it saved its state would otherwise be forgotten, and a nudge drafted on top of an answer.
 */
export async function stateWithNews(db: Database, contact: Contact): Promise<JourneyState> {
  const state = stateOf(contact);
  if (contact.lastNewsAt === null) return state;
  const waiting = await db.message.findMany({
    where: { contactId: contact.id, direction: 'in', state: 'needs_you' },
    orderBy: { at: 'asc' },
    select: { id: true, kind: true, at: true },
  });
  const known = new Set(state.unread.map(({ messageId }) => messageId));
  const missing = waiting
    .filter(({ id }) => !known.has(id))
    .map(({ id, kind, at }): News => ({
      id,
      kind: kind === 'calendar' ? 'calendar' : 'reply',
      messageId: id,
      at: at.getTime(),
    }));
  return { ...state, unread: [...state.unread, ...missing] };
}
