import { TemporalFailure } from '@temporalio/workflow';
import type { JourneyStage } from '../../domain/journey.ts';
import { recordStage as later, recordStageAtOnce } from '../activities.ts';
import { stateToSave, type JourneyInbox } from './inbox.ts';

/** What the board shows of a chapter that waits. `at` is epoch milliseconds. */
export type Standing = {
  readonly stage: JourneyStage;
  readonly next?: { readonly at: number; readonly why: string } | undefined;
  /** Shown when no time is waited for. */
  readonly waitingFor: string;
};

/**
 * Stores where the journey stands within the workflow's own task: one event in its history where an activity has six,
 * and sooner. What does not succeed at once is left to an activity, which tries for as long as it takes.
 */
export async function recordStage(inbox: JourneyInbox, standing: Standing): Promise<void> {
  const { stage, next, waitingFor } = standing;
  const { contactId } = inbox;
  const stored = { contactId, stage, next, waitingFor, state: stateToSave(inbox) };
  if (!inbox.localStages) return later(stored);
  try {
    await recordStageAtOnce(stored);
  } catch (error) {
    if (!(error instanceof TemporalFailure)) throw error;
    await later(stored);
  }
}
