import type { Chapter, JourneyStage } from '../../domain/journey.ts';
import { recordStage } from '../activities.ts';
import { leaveOffIfInterrupted, stateToSave, type JourneyInbox } from './inbox.ts';

/** What the board shows of a chapter that waits. `at` is epoch milliseconds. */
export type Standing = {
  readonly stage: JourneyStage;
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

/** The stage of a chapter while nothing of it waits for the user. */
export function stageOf(chapter: Exclude<Chapter, 'closed'>): JourneyStage {
  switch (chapter) {
    case 'outreach':
      return 'drafting';
    case 'silence':
      return 'waiting';
    case 'agreeing':
      return 'in_conversation';
    case 'meeting':
    case 'keeping_in_touch':
      return chapter;
    case 'thanks':
      return 'thank_you';
  }
}
