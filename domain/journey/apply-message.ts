import {
  remembered,
  type Chapter,
  type JourneyState,
  type JudgedMail,
  type OpenDraft,
  type Outcome,
  type Position,
  type ReplyJudgement,
  type SettledDraft,
  type UnreadMail,
} from '../journey.ts';
import type { JourneyMessage, JourneyPayloads } from '../journey-messages.ts';
import { afterJudgement, type Destination, type Situation } from './after-judgement.ts';

/** The state after a message. One that was heard before, or belongs to an older generation, changes nothing. */
export function applyMessage(state: JourneyState, message: JourneyMessage): JourneyState {
  const { id, generation } = message.payload;
  if (state.heard.includes(id)) return state;
  const heard = [...state.heard, id].slice(-remembered.ids);
  return { ...(generation < state.generation ? state : after(state, message)), heard };
}

function after(state: JourneyState, { name, payload }: JourneyMessage): JourneyState {
  switch (name) {
    case 'replyReceived':
    case 'calendarAnswered':
      return withUnread(state, payload);
    case 'optedOut':
      return closed(withoutUnread(state, payload.messageId), 'opted_out');
    case 'autoReplied':
      return payload.until === undefined
        ? state
        : { ...state, awayUntil: Math.max(state.awayUntil ?? 0, payload.until) };
    case 'mailBounced':
      // An address that has answered once is asked about, and ends nothing.
      return payload.deadAddress && !state.answered && state.chapter !== 'closed'
        ? closed(state, 'bounced')
        : state;
    case 'wroteByHand':
      return afterMailByHand(state, payload.at);
    case 'mailSettled':
      return afterSettled(state, payload);
    case 'judgeReply':
      return afterJudging(state, payload);
    case 'meetingChanged':
      return afterMeeting(state, payload);
    case 'metWithout':
      return entered(
        { ...state, met: true, meeting: { at: payload.at, end: payload.at } },
        'thanks',
      );
    case 'draftWritten':
      return withDraft(state, payload);
    case 'goTo':
      return goneTo(state, payload);
    case 'pause':
      return { ...state, paused: true };
    case 'resume':
      return { ...state, paused: false, snoozedUntil: undefined };
    case 'snooze':
      return { ...state, snoozedUntil: payload.until };
    case 'stop':
      return closed(state, 'stopped');
    case 'reopen':
      return payload.generation === state.generation ? state : reopened(state, payload);
    case 'changePolicy':
      return { ...state, policy: payload.policy };
    case 'lookAgain':
      return state;
  }
}

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

function leaving(state: JourneyState): JourneyState {
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

function withUnread(state: JourneyState, { messageId, at }: UnreadMail): JourneyState {
  const known =
    state.unread.some((mail) => mail.messageId === messageId) ||
    state.judged.some((mail) => mail.messageId === messageId);
  return known ? state : { ...state, unread: [...state.unread, { messageId, at }] };
}

function withoutUnread(state: JourneyState, messageId: string): JourneyState {
  return { ...state, unread: state.unread.filter((mail) => mail.messageId !== messageId) };
}

/** The user's own mail answers what came before it, and what waited to be sent no longer fits. */
function afterMailByHand(state: JourneyState, at: number): JourneyState {
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

function afterSettled(
  state: JourneyState,
  { draftId, purpose, how, at, firstSlot }: JourneyPayloads['mailSettled'],
): JourneyState {
  if (how === 'refused' || how === 'unclear' || how === 'taken_back') return state;
  const settled: readonly SettledDraft[] = [
    ...state.settled.filter((draft) => draft.draftId !== draftId),
    { draftId, how, at },
  ];
  const { open } = state;
  const takenBackByMail =
    how === 'withdrawn' && open?.draftId === draftId && state.unread.length > 0;
  return {
    ...state,
    settled: settled.slice(-remembered.settled),
    quietSince: how === 'sent' ? Math.max(state.quietSince ?? 0, at) : state.quietSince,
    // A cancellation asks nothing: no nudge follows it.
    awaitsThem: how === 'sent' && purpose !== 'cancellation' ? true : state.awaitsThem,
    redraft: takenBackByMail ? open : state.redraft,
    firstSlot: how === 'sent' && firstSlot !== undefined ? firstSlot : state.firstSlot,
  };
}

/**
 * A judgement counts whenever it comes. One that is corrected is undone first; of several mails the newest decides,
 * except that an opt-out always does.
 */
function afterJudging(
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

/** A date at which they were to be asked again is over with a mail after it; one that is to come stays. */
function stillToCome(date: number | undefined, at: number): number | undefined {
  return date !== undefined && date > at ? date : undefined;
}

function afterMeeting(
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

/** The chapter goes on with a draft that a person had written. */
function withDraft(state: JourneyState, open: JourneyPayloads['draftWritten']): JourneyState {
  const chapter = chapterOf(open, state.chapter);
  const draft = { draftId: open.draftId, purpose: open.purpose };
  if (chapter === undefined) return state;
  if (chapter === state.chapter) return { ...leaving(state), open: draft, proposing: undefined };
  return { ...entered(state, chapter), open: draft };
}

function chapterOf({ purpose }: OpenDraft, now: Chapter): Chapter | undefined {
  switch (purpose) {
    case 'proposal':
      return 'agreeing';
    case 'thank_you':
      return 'thanks';
    case 'check_in':
      return 'keeping_in_touch';
    case 'nudge':
      return now === 'silence' || now === 'agreeing' ? now : undefined;
    case 'outreach':
    case 'confirmation':
    case 'cancellation':
    case 'introducer_thanks':
    case 'landed_role':
    case 'reply':
      return undefined;
  }
}

function goneTo(
  state: JourneyState,
  { chapter, outcome, because = 'agreed', at }: JourneyPayloads['goTo'],
): JourneyState {
  if (chapter === 'closed') return closed(state, outcome ?? (state.met ? 'met' : 'stopped'));
  const next = { ...entered(state, chapter), unansweredCheckIns: 0, quietSince: at };
  return chapter === 'agreeing' ? { ...next, proposing: because } : next;
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
