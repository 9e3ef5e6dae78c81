import type { Chapter, Outcome, ReplyJudgement } from '../journey.ts';

export type Destination = {
  readonly chapter: Chapter;
  readonly outcome: Outcome | undefined;
};

/** Where what a mail of theirs means leads a journey, whatever it was doing. */
export function afterJudgement(from: Destination, judgement: ReplyJudgement): Destination {
  // Only lifting the suppression opens such a journey again.
  if (from.outcome === 'opted_out') return from;
  switch (judgement) {
    case 'interested':
    case 'asks':
    case 'proposes_time':
    case 'accepts_time':
    case 'cannot_make_it':
      return { chapter: 'agreeing', outcome: undefined };
    case 'later':
      return { chapter: 'silence', outcome: undefined };
    case 'referred':
      // The person they named is another journey; a closed one keeps how it ended.
      return from.chapter === 'closed' ? from : { chapter: 'closed', outcome: 'referred' };
    case 'answered':
      // They told by mail what the conversation was for.
      return { chapter: 'closed', outcome: 'met' };
    case 'declined':
      return { chapter: 'closed', outcome: 'declined' };
    case 'opt_out':
      return { chapter: 'closed', outcome: 'opted_out' };
    case 'not_a_reply':
      return from;
  }
}
