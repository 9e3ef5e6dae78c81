import type { Chapter, Outcome, ProposingBecause, ReplyJudgement } from '../journey.ts';

export type Situation = {
  readonly chapter: Chapter;
  readonly outcome: Outcome | undefined;
  readonly met: boolean;
};

export type Destination = Situation & {
  /** Times are proposed there. */
  readonly proposing?: ProposingBecause;
};

/**
 * Where what a mail of theirs means leads a journey, whatever it was doing. Chapters that stay have the clock, the items
 * and the questions to go by; once they have met, nothing leads back to a failed outreach.
 */
export function afterJudgement(from: Situation, judgement: ReplyJudgement): Destination {
  // Only lifting the suppression opens such a journey again.
  if (from.outcome === 'opted_out') return from;
  switch (judgement) {
    case 'opt_out':
      return closed(from, 'opted_out');
    case 'not_a_reply':
      return from;
    case 'interested':
      return interested(from);
    case 'asks':
      return from.chapter === 'closed' || isBefore(from) ? agreeing(from) : from;
    case 'proposes_time':
    case 'accepts_time':
      // Named while the thank-you is due, the times come after it.
      return from.chapter === 'meeting' || from.chapter === 'thanks' ? from : agreeing(from);
    case 'cannot_make_it':
      if (isBefore(from)) return agreeing(from, 'other_times');
      return from.chapter === 'meeting' ? agreeing(from, 'they_cancelled') : from;
    case 'answered':
      return answered(from);
    case 'declined':
      return declined(from);
    case 'later':
      return later(from);
    case 'referred':
      return isBefore(from) ? endOrStayInTouch(from, 'referred') : from;
  }
}

/** No conversation is agreed, or has taken place in this round. */
function isBefore({ chapter }: Situation): boolean {
  return chapter === 'outreach' || chapter === 'silence' || chapter === 'agreeing';
}

function interested(from: Situation): Destination {
  if (isBefore(from)) return agreeing(from, 'agreed');
  // Once they have met, the user is asked whether it is to be another meeting.
  return from.chapter === 'closed' && !from.met ? agreeing(from, 'agreed') : from;
}

function answered(from: Situation): Destination {
  const met = { ...from, met: true, outcome: undefined };
  if (isBefore(from) || from.chapter === 'meeting') return { ...met, chapter: 'thanks' };
  if (from.chapter !== 'closed') return from;
  return { ...met, chapter: from.met ? 'keeping_in_touch' : 'thanks' };
}

function declined(from: Situation): Destination {
  if (isBefore(from) || from.chapter === 'meeting') return endOrStayInTouch(from, 'declined');
  return from.chapter === 'closed' && !from.met ? closed(from, 'declined') : from;
}

function later(from: Situation): Destination {
  if (from.chapter === 'thanks' || from.chapter === 'keeping_in_touch') return from;
  const chapter = from.met ? 'keeping_in_touch' : 'silence';
  return { ...from, chapter, outcome: undefined };
}

function agreeing(from: Situation, proposing?: ProposingBecause): Destination {
  const to = { ...from, chapter: 'agreeing', outcome: undefined } as const;
  return proposing === undefined ? to : { ...to, proposing };
}

function closed(from: Situation, outcome: Outcome): Destination {
  return { ...from, chapter: 'closed', outcome };
}

function endOrStayInTouch(from: Situation, outcome: Outcome): Destination {
  return from.met
    ? { ...from, chapter: 'keeping_in_touch', outcome: undefined }
    : closed(from, outcome);
}
