import type { JourneyState } from '../journey.ts';
import { stillToCome } from './still-to-come.ts';
import { entered, leaving } from './enter-chapter.ts';

/** The user's own mail answers what came before it, and what waited to be sent no longer fits. */
export function afterMailByHand(state: JourneyState, at: number): JourneyState {
  const unread = state.unread.filter((mail) => mail.at >= at);
  const answersThem = unread.length < state.unread.length;
  const next = {
    ...state,
    unread,
    answered: state.answered || answersThem,
    redraft: undefined,
    quietSince: Math.max(state.quietSince ?? 0, at),
    proposing: undefined,
    // Times in the user's own words are not offers of ours.
    firstSlot: undefined,
    awaitsThem: true,
    askAgainAt: stillToCome(state.askAgainAt, at),
  };
  switch (state.chapter) {
    case 'outreach':
      return answersThem
        ? { ...entered(next, 'agreeing'), awaitsThem: true }
        : entered(next, 'silence');
    case 'silence':
      return answersThem ? { ...entered(next, 'agreeing'), awaitsThem: true } : next;
    case 'agreeing':
      // What is drafted no longer fits; the wait for their answer begins with this mail.
      return { ...leaving(next), proposing: undefined };
    case 'thanks':
      // It counts as the thank-you.
      return at >= (state.meeting?.end ?? 0)
        ? { ...entered(next, 'keeping_in_touch'), met: true, agreeingNext: false }
        : next;
    case 'meeting':
    case 'keeping_in_touch':
      return next;
    case 'closed':
      return { ...next, quietSince: state.quietSince };
  }
}
