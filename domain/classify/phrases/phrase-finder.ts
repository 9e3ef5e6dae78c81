import { fold } from '../../text/fold.ts';
import { withoutEnd } from '../../text/without-end.ts';

type Node = { readonly next: Map<string, Node>; phrase: string | undefined };

/** Where a phrase stands among the words of a sentence: `from` to `to`, the latter excluded. */
export type PhraseHit = { readonly phrase: string; readonly from: number; readonly to: number };

/** The same sentences are looked through for many kinds of phrases, one after the other. */
const recent = new Map<string, readonly string[]>();
const maxRecent = 400;

/** Words as phrases are compared: folded, without punctuation other than apostrophes. */
export function phraseWords(text: string): readonly string[] {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const plain = /^[ -~]*$/.test(text) ? text.toLowerCase().replaceAll('`', "'") : fold(text);
  const words = (plain.match(/[\p{L}\p{N}\p{M}']+/gu) ?? [])
    .map((word) => (word.includes("'") ? withoutEnd(word.replace(/^'+/, ''), /'/) : word))
    .filter((word) => word !== '');
  if (recent.size >= maxRecent) recent.clear();
  if (text.length <= 1000) recent.set(text, words);
  return words;
}

/**
 * Finds phrases in time that does not grow with their number. `(a/b/)` in a phrase stands for
 * either word or none. Phrases in scripts without spaces are found anywhere in the text.
 */
export function phraseFinder(
  phrases: readonly string[],
): (words: readonly string[]) => PhraseHit | undefined {
  // Thousands of phrases take a moment to prepare, which a process that reads no mail need not wait.
  let prepared: { readonly root: Node; readonly unspaced: readonly string[] } | undefined;
  return (words) => {
    const { root, unspaced } = (prepared ??= prepare(phrases));
    for (let from = 0; from < words.length; from++) {
      let node: Node | undefined = root;
      for (let at = from; at < words.length; at++) {
        node = node.next.get(words[at]!);
        if (node === undefined) break;
        if (node.phrase !== undefined) return { phrase: node.phrase, from, to: at + 1 };
      }
    }
    if (unspaced.length === 0) return undefined;
    const joined = words.join('');
    const phrase = unspaced.find((each) => joined.includes(each));
    return phrase === undefined ? undefined : { phrase, from: 0, to: words.length };
  };
}

function prepare(phrases: readonly string[]): {
  readonly root: Node;
  readonly unspaced: readonly string[];
} {
  const root: Node = { next: new Map(), phrase: undefined };
  const unspaced: string[] = [];
  for (const phrase of phrases.flatMap(expanded)) {
    const words = phraseWords(phrase);
    if (/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/.test(phrase)) unspaced.push(words.join(''));
    else plant(root, words, phrase);
  }
  return { root, unspaced };
}

function plant(root: Node, words: readonly string[], phrase: string): void {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = { next: new Map(), phrase: undefined };
      node.next.set(word, next);
    }
    node = next;
  }
  if (words.length > 0) node.phrase ??= phrase;
}

function expanded(phrase: string): readonly string[] {
  const open = phrase.indexOf('(');
  const close = phrase.indexOf(')', open);
  if (open < 0 || close < 0) return [phrase];
  const choices = phrase.slice(open + 1, close).split('/');
  const rests = expanded(phrase.slice(close + 1));
  return choices.flatMap((choice) => rests.map((rest) => phrase.slice(0, open) + choice + rest));
}
