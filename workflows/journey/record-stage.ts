import type { JourneyStage } from '../../domain/journey.ts';
import { byActivity, withinTask } from '../activities.ts';
import { stateToSave, type JourneyInbox } from './inbox.ts';

/** What the board shows of a chapter that waits. `at` is epoch milliseconds. */
export type Standing = {
  readonly stage: JourneyStage;
  readonly next?: { readonly at: number; readonly why: string } | undefined;
  /** Shown when no time is waited for. */
  readonly waitingFor: string;
};

/** Stores where the journey stands. */
export async function recordStage(inbox: JourneyInbox, standing: Standing): Promise<void> {
  const { stage, next, waitingFor } = standing;
  const { contactId } = inbox;
  const work = inbox.localStages ? withinTask : byActivity;
  await work.recordStage({ contactId, stage, next, waitingFor, state: stateToSave(inbox) });
}
