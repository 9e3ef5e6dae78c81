import { diffSentences } from 'diff';

export type LetterChange = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** How one text becomes another, sentence by sentence, in reading order. */
export function diffLetters(before: string, after: string): readonly LetterChange[] {
  return diffSentences(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
