import {
  remembered,
  type JourneyState,
  type JudgedMail,
  type Position,
  type ReplyJudgement,
} from '../journey.ts';
import type { JourneyPayloads } from '../journey-messages.ts';
import { afterJudgement, type Destination, type Situation } from './after-judgement.ts';
import { stillToCome } from './still-to-come.ts';
import { closed, entered, leaving } from './enter-chapter.ts';
import { withoutUnread } from './unread-mail.ts';

/**
 * A judgement counts whenever it comes. One that is corrected is undone first; of several mails the newest decides,
 * except that an opt-out always does.
 */
export function applyJudgement(
  state: JourneyState,
  { messageId, at, judgement, until }: JourneyPayloads['judgeReply'],
): JourneyState {
  const earlier = state.judged.find((mail) => mail.messageId === messageId);
  const base = undone(withoutUnread(state, messageId), earlier);
  const others = state.judged.filter((mail) => mail.messageId !== messageId);
  const newer = others.some((mail) => mail.at > at && mail.judgement !== 'not_a_reply');
  const decides = judgement === 'opt_out' || !newer;
  const from = situationOf(base);
  const to: Destination = decides ? afterJudgement(from, judgement) : from;
  const putOff = decides && judgement === 'later' && to.chapter === 'silence';
  const moved = putOff || movesTo(base, to);
  const judged: JudgedMail = {
    messageId,
    at,
    judgement,
    to: to.chapter,
    ...(moved ? { before: positionOf(base) } : {}),
  };
  const next = {
    ...base,
    answered: base.answered || judgement !== 'not_a_reply',
    redraft: judgement === 'not_a_reply' ? base.redraft : undefined,
    judged: [...others, judged].slice(-remembered.judged),
  };
  const counted = judgement === 'not_a_reply' ? next : withClock(next, { judgement, at, until });
  if (!moved) return counted;
  if (to.outcome !== undefined) return closed(counted, to.outcome);
  const askAgainAt = judgement === 'later' ? until : undefined;
  // What they answered by mail counts as the talk.
  const meeting = judgement === 'answered' ? { at, end: at } : counted.meeting;
  const there = {
    ...withClock(entered(counted, to.chapter), { judgement, at, until }),
    met: to.met,
    meeting,
    askAgainAt,
  };
  return { ...there, proposing: to.proposing };
}

function situationOf({ chapter, outcome, met }: JourneyState): Situation {
  return { chapter, outcome, met };
}

/** A yes while agreeing asks for times anew; anything else that stays where it is moves nothing. */
function movesTo(from: Situation, to: Destination): boolean {
  return to.chapter !== from.chapter || to.outcome !== from.outcome || to.proposing !== undefined;
}

/** A mail of theirs restarts the clock of keeping in touch, and says that the check-ins are read. */
function withClock(
  state: JourneyState,
  mail: {
    readonly judgement: ReplyJudgement;
    readonly at: number;
    readonly until: number | undefined;
  },
): JourneyState {
  switch (state.chapter) {
    case 'keeping_in_touch':
      return {
        ...state,
        unansweredCheckIns: 0,
        quietSince: Math.max(state.quietSince ?? 0, mail.at),
        askAgainAt:
          mail.judgement === 'later' ? mail.until : stillToCome(state.askAgainAt, mail.at),
      };
    case 'thanks': {
      const times = mail.judgement === 'proposes_time' || mail.judgement === 'accepts_time';
      return { ...state, agreeingNext: state.agreeingNext || times };
    }
    case 'agreeing':
      // They have answered: it is the user's turn, and the wait for them is over.
      return state.awaitsThem ? { ...state, awaitsThem: false, moves: state.moves + 1 } : state;
    case 'outreach':
    case 'silence':
    case 'meeting':
    case 'closed':
      return state;
  }
}

/** Takes a judgement back where the journey is still where it had led to. */
function undone(state: JourneyState, earlier: JudgedMail | undefined): JourneyState {
  if (earlier === undefined) return state;
  if (earlier.before === undefined)
    return earlier.judgement === 'later' ? { ...state, askAgainAt: undefined } : state;
  if (earlier.to !== state.chapter) return state;
  return { ...leaving(state), ...earlier.before };
}

function positionOf(state: JourneyState): Position {
  const { chapter, outcome, answered, met, nudges, quietSince } = state;
  const { askAgainAt, proposing, awaitsThem } = state;
  return { chapter, outcome, answered, met, nudges, quietSince, askAgainAt, proposing, awaitsThem };
}
