import { recordStage } from '../activities.ts';
import { leaveOffIfInterrupted, stateToSave, type JourneyInbox } from './inbox.ts';

/** What the board shows of a chapter that waits. `at` is epoch milliseconds. */
export type Standing = {
  readonly stage: 'drafting' | 'waiting' | 'in_conversation';
  readonly next?: { readonly at: number; readonly why: string } | undefined;
  /** Shown when no time is waited for. */
  readonly waitingFor: string;
};

/** Stores where the journey stands. Throws Interrupted when something came meanwhile. */
export async function show(inbox: JourneyInbox, standing: Standing): Promise<void> {
  const { stage, next, waitingFor } = standing;
  const { contactId } = inbox;
  await recordStage({ contactId, stage, next, waitingFor, state: stateToSave(inbox) });
  leaveOffIfInterrupted(inbox);
}
