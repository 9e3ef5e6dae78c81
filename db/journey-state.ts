import type { JourneyPolicy, JourneyState } from '../domain/journey.ts';
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
