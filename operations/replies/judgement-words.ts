import type { ReplyJudgement } from '../../domain/journey.ts';

/** What a mail was judged to be, as a sentence ends: "You judged their mail: …". */
export function judgementWords(judgement: ReplyJudgement): string {
  switch (judgement) {
    case 'interested':
      return 'interested';
    case 'declined':
      return 'declined';
    case 'proposes_time':
      return 'proposes a time';
    case 'accepts_time':
      return 'accepts a time';
    case 'cannot_make_it':
      return 'cannot make it';
    case 'asks':
      return 'asks something';
    case 'answered':
      return 'answered your questions';
    case 'later':
      return 'asks to be asked later';
    case 'referred':
      return 'points you to somebody else';
    case 'not_a_reply':
      return 'not an answer';
    case 'opt_out':
      return 'wants no more mail';
  }
}
