import type { QuestionKind } from '../question.ts';
import type { ReplyJudgement } from '../journey.ts';
import type { Situation } from './after-judgement.ts';

/** What a judgement does besides moving the journey. */
export type JudgementEffects = {
  /** A mail that is drafted at once. */
  readonly reply: 'declined' | 'referred' | undefined;
  /** What the user is asked, as no rule can decide it. */
  readonly question: QuestionKind | undefined;
  /** The user has to answer them. */
  readonly owesAnswer: boolean;
  /** What becomes of a conversation that is agreed and to come: `cancel` drafts the mail that says so, `drop` none. */
  readonly meeting: 'stays' | 'drop' | 'cancel';
};

const nothing: JudgementEffects = {
  reply: undefined,
  question: undefined,
  owesAnswer: false,
  meeting: 'stays',
};

/** `from` is where the journey was before the judgement. */
export function judgementEffects(from: Situation, judgement: ReplyJudgement): JudgementEffects {
  const { chapter, outcome, met } = from;
  if (outcome === 'opted_out') return nothing;
  const meets = chapter === 'meeting';
  const before = chapter === 'outreach' || chapter === 'silence' || chapter === 'agreeing';
  switch (judgement) {
    case 'interested':
      if (chapter === 'closed' && met) return { ...nothing, question: 'another_meeting' };
      return { ...nothing, owesAnswer: before || meets || chapter === 'closed' };
    case 'asks':
    case 'proposes_time':
    case 'accepts_time':
      return { ...nothing, owesAnswer: true };
    case 'cannot_make_it':
      if (chapter === 'closed') return { ...nothing, question: 'offer_new_times' };
      // Other times follow under the same UID, so that no mail of its own takes the old one back.
      return { ...nothing, owesAnswer: before || meets, meeting: 'drop' };
    case 'answered':
    case 'later':
      return { ...nothing, meeting: 'cancel' };
    case 'declined':
      if (chapter === 'thanks' || chapter === 'keeping_in_touch')
        return { ...nothing, question: 'check_ins_declined' };
      return {
        ...nothing,
        reply: chapter === 'closed' && (met || outcome === 'declined') ? undefined : 'declined',
        meeting: 'cancel',
      };
    case 'referred':
      return { ...nothing, reply: before ? 'referred' : undefined };
    case 'opt_out':
      return { ...nothing, meeting: 'drop' };
    case 'not_a_reply':
      return nothing;
  }
}
