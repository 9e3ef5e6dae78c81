import type { Topic } from '../language.ts';
import { article } from './words.ts';

/** "first microphone", "interview" and "good mentor": singular nouns that English does not leave bare. */
export function countable(text: string): Topic | undefined {
  if (!/^\p{Ll}[\p{L}'-]*(?: [\p{L}'-]+){0,2}$/u.test(text)) return undefined;
  if (joined.test(text)) return undefined;
  const [, praise, ideal] = /^(good|great|bad) (.+)$/.exec(text) ?? [];
  if (praise !== undefined && ideal !== undefined && single.test(ideal))
    return { text: `what makes ${article(praise)} ${text}`, as: 'clause' };
  if (/^first [\p{L}'-]+$/u.test(text) && !setPhrase.test(text))
    return { text: `your ${text}`, as: 'noun' };
  if (!single.test(text)) return undefined;
  if (/^(?:first|last|biggest|worst|favou?rite|next) /.test(text))
    return { text: `your ${text}`, as: 'noun' };
  if (/^(?:best|right|ideal|perfect) /.test(text)) return { text: `the ${text}`, as: 'noun' };
  return { text: plural(text), as: 'noun' };
}

/** A determiner or a preposition inside: "finding a mentor" is complete as it is. */
const joined =
  / (?:an?|the|your|my|our|this|that|no|any|each|every|another|one|of|in|into|to|for|with|from|as|or|and|by|at|on|per|vs) /;

const setPhrase = /^first (?:aid|principles|contact|class|nations|languages?|names?)$/;

/** Heads of which there can be two; whatever is not listed may be a mass ("training", "advice"). */
const single =
  /(?:^|[ -])(?:interview|portfolio|session|room|visitor|volunteer|mentor|degree|course|client|contract|workshop|qualification|certificate|customer|microphone|camera|mistake|apprenticeship|traineeship|exam|backlog|budget|deadline|pile|garden|machine|agent|editor|publisher|script|manuscript|exhibition|award|grant|patient|pupil|boss|colleague|meeting|rehearsal|audition|instrument|menu|recipe|website|newsletter|project|job|licence|collection|teacher|apprentice|employer|supplier|neighbour|neighbor)$/;

function plural(text: string): string {
  return /(?:s|sh|ch)$/.test(text) ? `${text}es` : `${text}s`;
}
