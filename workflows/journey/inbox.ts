import { condition, defineQuery, defineSignal, setHandler } from '@temporalio/workflow';
import type { JourneyInput, JourneyState } from '../../domain/journey.ts';
import { journeyMessages, type JourneyMessage } from '../../domain/journey-messages.ts';
import { applyMessage } from '../../domain/journey/apply-message.ts';
import { migrateState } from '../../domain/journey/migrate-state.ts';
import { shouldContinueAsNew } from './backoff.ts';

export const journeyState = defineQuery<JourneyState>('journeyState');

/** One journey while a run of it lasts. Handlers only add to `arrived`; the chapters take it in. */
export type JourneyInbox = {
  readonly contactId: string;
  readonly localStages: boolean;
  state: JourneyState;
  readonly arrived: JourneyMessage[];
  /** `state.moves` when this run began. */
  readonly moves: number;
};

/** Everything that arrives from here on is recorded. Call before the first await. */
export function openInbox({ contactId, state, localStages = false }: JourneyInput): JourneyInbox {
  const migrated = migrateState(state);
  const inbox: JourneyInbox = {
    contactId,
    localStages,
    state: migrated,
    arrived: [],
    moves: migrated.moves,
  };
  for (const name of journeyMessages)
    setHandler(defineSignal<[JourneyMessage['payload']]>(name), (payload) => {
      inbox.arrived.push(named(name, payload));
    });
  setHandler(journeyState, () => inbox.arrived.reduce(applyMessage, inbox.state));
  return inbox;
}

/** Waits for a message, or until `deadline` (epoch milliseconds; Infinity for none). Throws Interrupted. */
export async function nextMessage(inbox: JourneyInbox, deadline: number): Promise<void> {
  leaveOffIfInterrupted(inbox);
  if (shouldContinueAsNew()) throw new Interrupted();
  await arrival(inbox, deadline);
  leaveOffIfInterrupted(inbox);
}

/** As {@link nextMessage}, while unread mail keeps the chapter from going on. */
export async function nextWhileUnread(inbox: JourneyInbox): Promise<void> {
  leaveOffIfMoved(inbox);
  if (shouldContinueAsNew()) throw new Interrupted();
  await arrival(inbox, Infinity);
  leaveOffIfMoved(inbox);
}

/** Throws Interrupted when something came that the chapter cannot deal with: it leads elsewhere, or has to be read first. */
export function leaveOffIfInterrupted(inbox: JourneyInbox): void {
  leaveOffIfMoved(inbox);
  if (inbox.state.unread.length > 0) throw new Interrupted();
}

export function recordNews(inbox: JourneyInbox): void {
  inbox.state = inbox.arrived.splice(0).reduce(applyMessage, inbox.state);
}

/** The state to store: counted, so that a late attempt cannot put an older one in its place. */
export function stateToSave(inbox: JourneyInbox): JourneyState {
  inbox.state = { ...inbox.state, saves: inbox.state.saves + 1 };
  return inbox.state;
}

/** A chapter left off; the next run decides by the state what follows. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

function leaveOffIfMoved(inbox: JourneyInbox): void {
  recordNews(inbox);
  if (inbox.state.moves !== inbox.moves) throw new Interrupted();
}

async function arrival({ arrived }: JourneyInbox, deadline: number): Promise<void> {
  const something = (): boolean => arrived.length > 0;
  if (deadline === Infinity) await condition(something);
  else await condition(something, Math.max(1, deadline - Date.now()));
}

/** The outbox alone sends these signals, each with the payload of its name (domain/journey-messages.ts). */
function named(name: JourneyMessage['name'], payload: JourneyMessage['payload']): JourneyMessage {
  return { name, payload } as JourneyMessage;
}
