import type { JourneyStage } from '../../domain/journey.ts';
import { nextMessage, type JourneyInbox } from './inbox.ts';
import { show } from './show.ts';

/** A wait of a chapter. */
export type Wait = {
  readonly stage: JourneyStage;
  /** Epoch milliseconds, counted anew whenever something has come. */
  readonly due: (state: JourneyInbox['state']) => number;
  /** What happens then, for the board. */
  readonly why: string;
};

/** Waits until something is due, they are back, and nobody paused or snoozed. Throws Interrupted. */
export async function untilDue(inbox: JourneyInbox, wait: Wait): Promise<void> {
  await untilFree(inbox, {
    stage: wait.stage,
    until: (state) => Math.max(wait.due(state), state.awayUntil ?? 0, state.snoozedUntil ?? 0),
    why: (until) => reason(inbox, until, wait.why),
  });
}

/** A paused or snoozed journey does nothing; when it is resumed, what is due comes at once. Throws Interrupted. */
export async function untilNotOnHold(inbox: JourneyInbox, stage: JourneyStage): Promise<void> {
  await untilFree(inbox, {
    stage,
    until: ({ snoozedUntil = 0 }) => snoozedUntil,
    why: () => 'you put it off until then',
  });
}

/** What came while the stage was stored counts before the next wait. */
async function untilFree(
  inbox: JourneyInbox,
  wait: {
    readonly stage: JourneyStage;
    readonly until: (state: JourneyInbox['state']) => number;
    readonly why: (until: number) => string;
  },
): Promise<void> {
  let shown: number | 'paused' | undefined;
  for (;;) {
    const { state } = inbox;
    const until = wait.until(state);
    if (!state.paused && Date.now() >= until) return;
    const waitsFor = state.paused ? 'paused' : until;
    if (waitsFor === shown) {
      await nextMessage(inbox, state.paused ? Infinity : until);
      continue;
    }
    await show(inbox, {
      stage: wait.stage,
      next: state.paused ? undefined : { at: until, why: wait.why(until) },
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
