import {
  remembered,
  type Chapter,
  type JourneyState,
  type OpenDraft,
  type SettledDraft,
} from '../journey.ts';
import type { JourneyMessage, JourneyPayloads } from '../journey-messages.ts';
import { applyJudgement } from './apply-judgement.ts';
import { afterMailByHand } from './after-mail-by-hand.ts';
import { afterMeeting } from './after-meeting.ts';
import { closed, entered, leaving, reopened } from './enter-chapter.ts';
import { withUnread, withoutUnread } from './unread-mail.ts';

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
      return applyJudgement(state, payload);
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
