import type { Chapter, JourneyState, Outcome } from '../journey.ts';
import type { JourneyPayloads } from '../journey-messages.ts';

/** A journey that begins again. What it has heard, and mail that nobody has read, stay. */
export function reopened(
  state: JourneyState,
  reopening: JourneyPayloads['reopen'] & { readonly generation: number },
): JourneyState {
  const { chapter, generation, at } = reopening;
  const first = chapter === 'outreach';
  return {
    ...leaving(state),
    chapter,
    generation,
    outcome: undefined,
    step: 0,
    settled: [],
    redraft: undefined,
    nudges: 0,
    quietSince: first ? undefined : state.quietSince,
    // Silence that begins again has a follow-up at once.
    askAgainAt: first ? undefined : at,
    awayUntil: undefined,
    paused: false,
    snoozedUntil: undefined,
  };
}

/** Where a journey comes into a chapter, from another or from a person's decision. */
export function entered(state: JourneyState, chapter: Chapter): JourneyState {
  return {
    ...leaving(state),
    chapter,
    outcome: undefined,
    nudges: 0,
    proposing: undefined,
    firstSlot: undefined,
    awaitsThem: false,
  };
}

export function closed(state: JourneyState, outcome: Outcome): JourneyState {
  return { ...leaving(state), chapter: 'closed', outcome, redraft: undefined };
}

/** The chapter is left: its open draft, if any, is no longer waited for. */
export function leaving(state: JourneyState): JourneyState {
  const { open } = state;
  const moves = state.moves + 1;
  if (!open) return { ...state, moves };
  return {
    ...state,
    moves,
    open: undefined,
    step: state.step + 1,
    left: [...state.left, open.draftId],
  };
}
