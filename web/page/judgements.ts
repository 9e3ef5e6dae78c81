/** What a person can say that a mail is, and what saying so does. */
export type Judgement = { readonly value: string; readonly label: string; readonly does: string };

export const judgements: readonly Judgement[] = [
  { value: 'interested', label: 'Interested', does: 'Drafts a mail that offers times' },
  { value: 'accepts_time', label: 'Accepts a time', does: 'You agree on the time next' },
  { value: 'proposes_time', label: 'Proposes a time', does: 'You agree on the time next' },
  { value: 'cannot_make_it', label: 'Cannot make it', does: 'Drafts a mail with other times' },
  { value: 'asks', label: 'Asks something', does: 'Stays on your list until you answer' },
  {
    value: 'answered',
    label: 'Answered my questions',
    does: 'Counts as the talk; drafts the thanks',
  },
  { value: 'declined', label: 'Declines', does: 'Drafts a kind thank-you and ends here' },
  { value: 'not_a_reply', label: 'Not a reply', does: 'The waiting goes on' },
  { value: 'opt_out', label: 'Please stop', does: 'Nothing is ever sent to them again' },
];

export function judgementLabel(value: string): string {
  if (value === 'later') return 'Ask me later';
  if (value === 'referred') return 'Points me to somebody';
  return (
    judgements.find((judgement) => judgement.value === value)?.label ?? value.replaceAll('_', ' ')
  );
}

const follows: Readonly<Record<string, string>> = {
  interested: 'A mail that offers times is being drafted',
  accepts_time: 'Agree on the time next',
  proposes_time: 'Agree on the time next',
  cannot_make_it: 'A mail with other times is being drafted',
  asks: 'It stays on your list until you answer',
  answered: 'The thank-you is being drafted',
  declined: 'A kind thank-you is being drafted',
  not_a_reply: 'The waiting goes on',
  opt_out: 'Nothing is ever sent to them again',
  later: 'They are asked again then',
  referred: 'A mail of thanks is being drafted',
};

/** What was said about a mail, and what comes of it: "Ana Costa: interested. A mail that offers times is being drafted." */
export function judgedSentence(who: string | undefined, judgement: string): string {
  return [`${who ?? 'Noted'}: ${judgementLabel(judgement).toLowerCase()}`, follows[judgement]]
    .filter((part) => part !== undefined)
    .join('. ');
}
