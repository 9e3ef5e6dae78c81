import type { Verdict } from './verdict.ts';

/** Of a mail that broke a rule: its text is known, what it means is not. */
export function unclear(text: string): Verdict {
  return askPerson('unclear', text, 'Rapport could not judge this mail.');
}

/** Of a mail that could not be read at all; `why` is a sentence. */
export function unreadable(why: string): Verdict {
  return askPerson('unreadable', '', `${why} Look at it yourself, in your mailbox.`);
}

function askPerson(subkind: string, visibleText: string, reason: string): Verdict {
  return {
    kind: 'human_reply',
    subkind,
    reasons: [reason],
    certain: false,
    visibleText,
    returnDate: undefined,
    recipient: undefined,
    status: undefined,
    calendar: undefined,
    refersTo: [],
    proposedTimes: [],
  };
}
