import { fold, isFirstContact, quoted, type Rule } from './draft.ts';
import { isDenied } from './negation.ts';

const resume = /\b(?:resume|cv|curriculum vitae|curriculum|lebenslauf)\b/;
const attached =
  /\b(?:attach(?:ed|ing|ment)?|enclos(?:ed|ing)|anbei|im anhang|beigefugt|angehangt|beiliegend|ci-joint|en piece jointe|adjunto|adjunta|em anexo|in allegato|bijgevoegd|in de bijlage)\b/;

/** Practice: never in a first mail; later, when asked for (docs/practice.md). */
export const resumeAttached: Rule = {
  name: 'resume',
  check: ({ purpose, sentences, attachments }) => {
    if (!isFirstContact(purpose)) return [];
    const file = attachments.find(isResume);
    const saying = sentences.find(({ folded }) => {
      const match = attached.exec(folded);
      return match !== null && resume.test(folded) && !isDenied(folded, match);
    });
    if (file === undefined && !saying) return [];
    const what = file === undefined ? quoted(saying ?? { said: '', folded: '' }) : `"${file}"`;
    return [
      {
        severity: 'error',
        message: `A résumé goes with this first mail (${what}). It turns a question into an application. Leave it out; send it later if they ask for it.`,
      },
    ];
  },
};

function isResume(file: string): boolean {
  return (
    /(?:^|[^a-z])(?:cv|resume|curriculum|lebenslauf)(?:[^a-z]|$)/.test(fold(file)) ||
    /CV(?![a-z])|Resume|Lebenslauf/.test(file)
  );
}
