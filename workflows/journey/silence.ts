import { milliseconds } from '../../domain/timing/duration.ts';
import type { JourneyInbox } from './inbox.ts';
import { nextMessage } from './inbox.ts';
import type { ChapterResult } from './chapter.ts';
import { settledDraft } from './settled-draft.ts';
import { show } from './show.ts';

/** A week of patience, a nudge, two more weeks. */
export async function silence(inbox: JourneyInbox): Promise<ChapterResult> {
  const { policy, nudges, askAgainAt } = inbox.state;
  if (inbox.state.open === undefined) {
    if (askAgainAt === undefined && nudges >= policy.maxNudges) {
      await quiet(inbox, 'giveUpAfter', 'the journey ends if there is no answer');
      return { end: 'silent' };
    }
    await quiet(inbox, 'nudgeAfter', 'a nudge is drafted if there is no answer');
  }
  const nudge = await settledDraft(inbox, 'nudge');
  if (nudge.how !== 'withdrawn') countNudge(inbox, nudge.at);
  return { next: 'silence' };
}

/** A skipped nudge counts as one that left: giving up counts from it. A follow-up at a date is the last one. */
function countNudge(inbox: JourneyInbox, at: number): void {
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

/** Waits until the policy's time has passed since the last mail, they are back, and nobody paused or snoozed. */
async function quiet(
  inbox: JourneyInbox,
  patience: 'nudgeAfter' | 'giveUpAfter',
  then: string,
): Promise<void> {
  let shown: number | 'paused' | undefined;
  for (;;) {
    const { state } = inbox;
    const due = state.askAgainAt ?? (state.quietSince ?? 0) + milliseconds(state.policy[patience]);
    const until = Math.max(due, state.awayUntil ?? 0, state.snoozedUntil ?? 0);
    if (!state.paused && Date.now() >= until) return;
    const waitsFor = state.paused ? 'paused' : until;
    if (waitsFor === shown) {
      await nextMessage(inbox, state.paused ? Infinity : until);
      continue;
    }
    await show(inbox, {
      stage: 'waiting',
      next: state.paused ? undefined : { at: until, why: reason(inbox, until, then) },
      waitingFor: 'you, to resume',
    });
    shown = waitsFor;
  }
}

function reason({ state }: JourneyInbox, next: number, then: string): string {
  if (next === state.awayUntil) return `they are away until then; afterwards ${then}`;
  if (next === state.snoozedUntil) return `you put it off until then; afterwards ${then}`;
  return then;
}
