import { ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import {
  rememberedIds,
  type DraftVerdict,
  type JourneyState,
  type Judgement,
  type News,
} from '../../domain/journey.ts';
import {
  autoReplied,
  calendarAnswered,
  changePolicy,
  journeyState,
  judgeReply,
  lookAgain,
  mailBounced,
  optedOut,
  pause,
  reopen,
  replyReceived,
  resume,
  reviewDraft,
  snooze,
  stop,
  wroteByHand,
} from '../messages.ts';

/** Everything that has reached a journey. Handlers write to it; the story reads it and decides. */
export type Desk = {
  state: Mutable<JourneyState>;
  /** Why the story ends, whatever it was doing. */
  ending: 'stopped' | 'opted_out' | 'bounced' | undefined;
  /** Mails that a person has to judge before anything more is sent. */
  answers: News[];
  judgements: Judgement[];
  verdict: DraftVerdict | undefined;
  /** The draft that waited when this run began: its verdict may have come to an earlier run. */
  readonly resumedDraft: string | undefined;
  /** They are away, or the user wrote by hand: what is drafted no longer fits. */
  overtaken: boolean;
  /** The story is to begin anew. */
  reopened: boolean;
  /** Counts what came, so that a wait notices any of it. */
  version: number;
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Lays out what a journey starts with and takes in all that comes from here on. Call before the first await. */
export function openDesk(given: JourneyState): Desk {
  const desk: Desk = {
    state: { ...given, unread: [], judgements: [], seen: [...given.seen] },
    ending: undefined,
    answers: [],
    judgements: [...(given.judgements ?? [])],
    verdict: undefined,
    resumedDraft: given.draft?.draftId,
    overtaken: false,
    reopened: false,
    version: 0,
  };
  for (const news of given.unread) takeIn(desk, news);

  for (const signal of [
    replyReceived,
    mailBounced,
    autoReplied,
    optedOut,
    wroteByHand,
    calendarAnswered,
  ])
    setHandler(signal, (news) => once(desk, news.id, () => takeIn(desk, news)));
  setHandler(lookAgain, ({ id }) => once(desk, id, () => undefined));

  setHandler(
    reviewDraft,
    (verdict) => once(desk, verdict.id, () => void (desk.verdict = verdict)),
    { validator: (verdict) => refuseStale(desk, verdict) },
  );
  setHandler(judgeReply, (judgement) =>
    once(desk, judgement.id, () => void desk.judgements.push(judgement)),
  );
  setHandler(pause, ({ id }) => once(desk, id, () => void (desk.state.paused = true)));
  setHandler(resume, ({ id }) =>
    once(desk, id, () => {
      desk.state.paused = false;
      desk.state.snoozedUntil = undefined;
    }),
  );
  setHandler(snooze, ({ id, until }) =>
    once(desk, id, () => void (desk.state.snoozedUntil = until)),
  );
  setHandler(stop, ({ id }) => once(desk, id, () => void (desk.ending = 'stopped')));
  setHandler(reopen, ({ id }) =>
    once(desk, id, () => {
      // Whatever was to end it came before.
      desk.ending = undefined;
      desk.reopened = true;
    }),
  );
  setHandler(changePolicy, ({ id, policy }) =>
    once(desk, id, () => void (desk.state.policy = policy)),
  );
  setHandler(journeyState, () => toState(desk));
  return desk;
}

/** True when the story must not go on as it is: it ends, a person has to judge, or it begins anew. */
export function interrupted(desk: Desk): boolean {
  return desk.ending !== undefined || desk.answers.length > 0 || desk.reopened;
}

/** What continue-as-new and PostgreSQL keep of the desk. */
export function toState(desk: Desk): JourneyState {
  return { ...desk.state, unread: desk.answers, judgements: desk.judgements };
}

/** Waits until something comes in, or until `deadline` (epoch milliseconds; Infinity for no timer). */
export async function somethingNew(desk: Desk, deadline: number): Promise<void> {
  const { version } = desk;
  const changed = (): boolean => desk.version !== version;
  if (deadline === Infinity) await condition(changed);
  else await condition(changed, Math.max(1, deadline - Date.now()));
}

function once(desk: Desk, id: string, record: () => void): void {
  const { state } = desk;
  if (state.seen.includes(id)) return;
  state.seen = [...state.seen, id].slice(-rememberedIds);
  record();
  desk.version += 1;
}

function takeIn(desk: Desk, news: News): void {
  const { state } = desk;
  switch (news.kind) {
    case 'reply':
    case 'calendar':
      desk.answers.push(news);
      return;
    case 'opt_out':
      desk.ending = 'opted_out';
      return;
    case 'bounce':
      if (news.deadAddress) desk.ending ??= 'bounced';
      return;
    case 'auto_reply':
      if (news.until !== undefined) state.awayUntil = Math.max(state.awayUntil ?? 0, news.until);
      desk.overtaken = true;
      return;
    case 'by_hand':
      state.quietSince = Math.max(state.quietSince ?? 0, news.at);
      // It answers what is known of; a reply found together with it still begins a conversation.
      if (state.chapter === 'conversation') desk.answers = [];
      desk.overtaken = true;
      return;
  }
}

/** PostgreSQL has the last word on revisions when a mail is claimed; here the person only learns of it early. */
function refuseStale(desk: Desk, verdict: DraftVerdict): void {
  const { draft } = desk.state;
  if (!draft) return;
  if (draft.draftId !== verdict.draftId)
    throw ApplicationFailure.nonRetryable(
      'This draft is no longer the one that waits.',
      'StaleDraft',
    );
  if (desk.verdict?.draftId === verdict.draftId && verdict.revision < desk.verdict.revision)
    throw ApplicationFailure.nonRetryable('The draft was changed since.', 'StaleDraft');
}
