import { isFirstContact, quoted, type Rule } from './draft.ts';
import { jobPatterns } from './job-patterns.ts';
import { isDenied } from './negation.ts';

/** Practice: an informational interview asks for information only (docs/practice.md). */
export const asksForAJob: Rule = {
  name: 'asks_for_a_job',
  check: ({ purpose, sentences }) => {
    if (!isFirstContact(purpose)) return [];
    const asking = sentences.find(({ folded }) => asks(folded));
    if (!asking) return [];
    return [
      {
        severity: 'error',
        message:
          `This asks for a job: ${quoted(asking)}. An informational interview asks for information only, ` +
          'and many people who would gladly tell about their work do not answer a request for work. ' +
          'Ask about their experience instead.',
      },
    ];
  },
};

function asks(folded: string): boolean {
  return jobPatterns.some(({ pattern, ofMyself }) => {
    const match = pattern.exec(folded);
    if (!match || isDenied(folded, match)) return false;
    return !ofMyself || speaksOfMyself(folded, match);
  });
}

const subjects =
  /\b(?:(i|i'm|i'd|i've|my|me|ich|mich|mein\w{0,2})|you|you'd|your|he|she|they|people|others|graduates|sie|er|man|leute)\b/g;

/** The person named last before the verb, or in the match itself, is the writer; nobody named means the writer too. */
function speaksOfMyself(folded: string, match: RegExpExecArray): boolean {
  let mine = true;
  for (const subject of folded.slice(0, match.index).matchAll(subjects)) {
    mine = subject[1] !== undefined;
  }
  return mine || /\b(?:ich|mich)\b/.test(match[0]);
}
