import { diffArrays } from 'diff';

export type LetterChange = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** How one text becomes another, sentence by sentence and line by line, in reading order. */
export function diffLetters(before: string, after: string): readonly LetterChange[] {
  return diffArrays(sentencesOf(before), sentencesOf(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** Sentences and what separates them; joined they are the text. */
function sentencesOf(text: string): string[] {
  return text.split(/(\n+|(?<=[.!?])[ \t]+)/).filter((part) => part !== '');
}
