import type { JourneyState } from '../domain/journey.ts';
import type { Contact, Prisma } from './generated/client.ts';

/** JSON has no undefined: such fields are left out, and read as undefined again. */
export function stateToJson(state: JourneyState): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(state)) as Prisma.InputJsonObject;
}

/** What a journey goes on from. Only `stateToJson` writes the column: hence the cast. */
export function stateOf(contact: Pick<Contact, 'journey'>): JourneyState {
  const { quietSince, awayUntil, draft, snoozedUntil, ...state } =
    contact.journey as unknown as JourneyState;
  return { ...state, quietSince, awayUntil, draft, snoozedUntil };
}
