import type { JourneyState } from '../journey.ts';
import type { JourneyPayloads } from '../journey-messages.ts';
import { entered } from './enter-chapter.ts';

/** The state after a meeting was agreed, moved, called off or held. */
export function afterMeeting(
  state: JourneyState,
  { meetingId, how, at, end }: JourneyPayloads['meetingChanged'],
): JourneyState {
  const meeting = { meetingId, at, end };
  switch (how) {
    case 'agreed':
    case 'moved':
      return { ...entered(state, 'meeting'), answered: true, meeting };
    case 'cancelled':
      return entered({ ...state, meeting: undefined }, 'agreeing');
    case 'cancelled_by_them':
      return {
        ...entered({ ...state, meeting: undefined }, 'agreeing'),
        proposing: 'they_cancelled',
      };
    case 'held':
      // Said again, it adds to what is known and changes no chapter.
      if (state.met && state.chapter === 'keeping_in_touch') return state;
      return state.chapter === 'thanks'
        ? { ...state, met: true, meeting, noShows: 0 }
        : { ...entered(state, 'thanks'), met: true, meeting, noShows: 0 };
    case 'no_show': {
      const noShows = state.noShows + 1;
      // After a second one the user is only asked.
      const proposing = noShows === 1 ? ('no_show' as const) : undefined;
      return { ...entered({ ...state, meeting: undefined, noShows }, 'agreeing'), proposing };
    }
  }
}
