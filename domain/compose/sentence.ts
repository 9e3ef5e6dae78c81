import { countWords } from '../text/count-words.ts';

/** One sentence of a letter, and the note it was made from. */
export type Sentence = {
  /** The template's placeholder that it goes into. */
  readonly slot: string;
  /** The note that it came from; undefined for words of ours. */
  readonly field: string | undefined;
  readonly text: string;
  /** The higher, the longer it stays when the letter is too long. */
  readonly weight: number;
  /** How many of its words are ours. */
  readonly ours: number;
};

/** What did not fit, for the card: a click puts it back. */
export type LeftOut = { readonly field: string; readonly text: string };

/** How many words of a sentence come neither from a note nor from the profile. */
export function wordsOfOurs(sentence: string, notes: readonly string[]): number {
  const inserted = notes.reduce((sum, note) => sum + countWords(note), 0);
  return Math.max(0, countWords(sentence) - inserted);
}
