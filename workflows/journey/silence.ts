import { milliseconds } from '../../domain/timing/duration.ts';
import type { ChapterResult } from './chapter.ts';
import type { JourneyInbox } from './inbox.ts';
import { untilDue } from './wait.ts';
import { settledDraft } from './settled-draft.ts';

/** A week of patience, a nudge, two more weeks. */
export async function silence(inbox: JourneyInbox): Promise<ChapterResult> {
  const { policy, nudges, askAgainAt, open } = inbox.state;
  if (open === undefined) {
    if (askAgainAt === undefined && nudges >= policy.maxNudges) {
      await untilDue(inbox, {
        stage: 'waiting',
        due: (state) => (state.quietSince ?? 0) + milliseconds(state.policy.giveUpAfter),
        why: 'the journey ends if there is no answer',
      });
      return { end: 'silent' };
    }
    await untilDue(inbox, {
      stage: 'waiting',
      due: (state) =>
        state.askAgainAt ?? (state.quietSince ?? 0) + milliseconds(state.policy.nudgeAfter),
      why: 'a nudge is drafted if there is no answer',
    });
  }
  const nudge = await settledDraft(inbox, 'nudge');
  if (nudge.how !== 'withdrawn') countNudge(inbox, nudge.at);
  return { next: 'silence' };
}

/** A skipped nudge counts as one that left: giving up counts from it. A follow-up at a date is the last one. */
export function countNudge(inbox: JourneyInbox, at: number): void {
  const { state } = inbox;
  const nudges =
    state.askAgainAt === undefined
      ? state.nudges + 1
      : Math.max(state.nudges + 1, state.policy.maxNudges);
  inbox.state = {
    ...state,
    nudges,
    askAgainAt: undefined,
    quietSince: Math.max(state.quietSince ?? 0, at),
  };
}
