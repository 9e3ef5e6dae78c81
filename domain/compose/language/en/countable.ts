import type { Topic } from '../language.ts';
import { isSingle } from './single.ts';
import { article } from './words.ts';

/** "first microphone", "interview" and "good mentor": singular nouns that English does not leave bare. */
export function countable(text: string): Topic | undefined {
  if (!/^\p{Ll}[\p{L}'-]*(?: [\p{L}'-]+){0,2}$/u.test(text)) return undefined;
  if (joined.test(text)) return undefined;
  const [, praise, ideal] = /^(good|great|bad) (.+)$/.exec(text) ?? [];
  if (praise !== undefined && ideal !== undefined && isOne(ideal))
    return { text: `what makes ${article(praise)} ${text}`, as: 'clause' };
  if (/^(?:worst|hardest|biggest|proudest|scariest|favou?rite) \p{L}*[^\P{L}s]$/u.test(text))
    return { text: `your ${text}`, as: 'noun' };
  if (/^first [\p{L}'-]+$/u.test(text) && !setPhrase.test(text))
    return { text: `your ${text}`, as: 'noun' };
  if (!isOne(text)) return undefined;
  if (/^(?:last|next) \S+ /.test(text)) return undefined;
  if (/^(?:first|last|biggest|worst|favou?rite|next) /.test(text))
    return { text: `your ${text}`, as: 'noun' };
  if (/^(?:best|right|ideal|perfect) /.test(text)) return { text: `the ${text}`, as: 'noun' };
  return { text: plural(text), as: 'noun' };
}

/** A determiner or a preposition inside: "finding a mentor" is complete as it is. */
const joined =
  / (?:an?|the|your|my|our|this|that|no|any|each|every|another|one|of|in|into|to|for|with|from|as|or|and|by|at|on|per|vs) /;

const setPhrase = /^first (?:aid|principles|contact|class|nations|languages?|names?)$/;

/** Whether the last word is a singular; of a word with a hyphen its end decides. */
function isOne(text: string): boolean {
  const head = text.split(/[ -]/).at(-1) ?? '';
  return isSingle(head) && !/(?:child|man|life|thesis|curriculum)$/.test(head);
}

function plural(text: string): string {
  if (/[^aeiou]y$/.test(text)) return `${text.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x)$/.test(text) ? `${text}es` : `${text}s`;
}
