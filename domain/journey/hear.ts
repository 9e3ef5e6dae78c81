import {
  remembered,
  type Chapter,
  type JourneyState,
  type JudgedMail,
  type Outcome,
  type Position,
  type SettledDraft,
  type UnreadMail,
} from '../journey.ts';
import type { JourneyMessage, JourneyPayloads } from '../journey-messages.ts';
import { afterJudgement } from './after-judgement.ts';

/** The state after a message. One that was heard before, or belongs to an older generation, changes nothing. */
export function hear(state: JourneyState, message: JourneyMessage): JourneyState {
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
    case 'meetingChanged':
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
  return { ...leaving(state), chapter, outcome: undefined, nudges: 0 };
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
  };
  switch (state.chapter) {
    case 'outreach':
      return entered(next, answersThem ? 'agreeing' : 'silence');
    case 'silence':
      return answersThem ? entered(next, 'agreeing') : next;
    case 'agreeing':
      return next;
    case 'closed':
      return { ...next, quietSince: state.quietSince };
  }
}

function afterSettled(
  state: JourneyState,
  { draftId, how, at }: JourneyPayloads['mailSettled'],
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
    redraft: takenBackByMail ? open : state.redraft,
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
  const to = decides ? afterJudgement(base, judgement) : base;
  const putOff = decides && judgement === 'later' && to.chapter === 'silence';
  const moved = putOff || to.chapter !== base.chapter || to.outcome !== base.outcome;
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
  if (!moved) return next;
  if (to.outcome !== undefined) return closed(next, to.outcome);
  return { ...entered(next, to.chapter), askAgainAt: putOff ? until : next.askAgainAt };
}

/** Takes a judgement back where the journey is still where it had led to. */
function undone(state: JourneyState, earlier: JudgedMail | undefined): JourneyState {
  if (earlier?.before === undefined || earlier.to !== state.chapter) return state;
  return { ...leaving(state), ...earlier.before };
}

function positionOf(state: JourneyState): Position {
  const { chapter, outcome, answered, nudges, quietSince, askAgainAt } = state;
  return { chapter, outcome, answered, nudges, quietSince, askAgainAt };
}
