import { fold } from '../text/fold.ts';

/** A letter that the same user wrote to somebody else. */
export type OtherLetter = {
  readonly name: string;
  readonly company: string | undefined;
  readonly text: string;
};

const length = 5;

/** The share of a letter's five-word sequences that another one has, too; 0 to 1. The signature does not count. */
export function overlap(text: string, other: string): number {
  return overlapOf(sequences(text), sequences(other));
}

/** Five-word sequences of a letter without greeting name and signature. */
export function sequences(text: string): ReadonlySet<string> {
  const words = fold(bodyOf(text))
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '');
  const found = new Set<string>();
  for (let at = 0; at + length <= words.length; at++)
    found.add(words.slice(at, at + length).join(' '));
  return found;
}

export function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0) return 0;
  let both = 0;
  for (const sequence of a) if (b.has(sequence)) both++;
  return both / a.size;
}

/** Lines of a letter that stand in another one, too, for showing them. */
export function sharedSentences(text: string, other: string): readonly string[] {
  const theirs = sequences(other);
  return bodyOf(text)
    .split(/(?<=[.!?])\s+|\n+/)
    .filter((sentence) => overlapOf(sequences(sentence), theirs) > 0.6);
}

/** Everything but the last paragraph, which is the signature. */
function bodyOf(text: string): string {
  const paragraphs = text.split(/\n{2,}/);
  return paragraphs.length > 2 ? paragraphs.slice(0, -1).join('\n\n') : text;
}
