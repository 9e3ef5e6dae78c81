import type { Token } from '../words.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { type Lexicon, type LexiconNode, lexiconTree } from './lexicon.ts';
import { spanish } from './spanish.ts';
import { zoneWords } from './zone-words.ts';

export type Language = { readonly lexicon: Lexicon; readonly tree: LexiconNode };

/** English first: it wins where a short mail could be in several languages. */
const lexicons: readonly Lexicon[] = [english, german, french, spanish];
const maxPhrase = 8;

let prepared: readonly Language[] | undefined;

/** The language whose words cover most of the text. */
export function languageOf(tokens: readonly Token[]): Language {
  // Preparing takes some milliseconds, which a process that reads no answer need not wait.
  prepared ??= lexicons.map((lexicon) => ({
    lexicon,
    tree: lexiconTree({ ...lexicon, zones: [...lexicon.zones, ...zoneWords] }),
  }));
  let best = prepared[0]!;
  let most = -1;
  for (const language of prepared) {
    const known = knownWords(tokens, language.tree);
    if (known > most) {
      best = language;
      most = known;
    }
  }
  return best;
}

function knownWords(tokens: readonly Token[], tree: LexiconNode): number {
  let known = 0;
  for (let at = 0; at < tokens.length;) {
    const length = phraseLength(tokens, at, tree);
    if (length > 0 && tokens[at]!.kind === 'word') known += length;
    at += Math.max(1, length);
  }
  return known;
}

/** How many tokens the longest phrase at this place has; 0 without one. */
export function phraseLength(tokens: readonly Token[], at: number, tree: LexiconNode): number {
  let node: LexiconNode | undefined = tree;
  let length = 0;
  for (let next = at; next < tokens.length && next < at + maxPhrase; next++) {
    node = node.next.get(tokens[next]!.text);
    if (node === undefined) break;
    if (node.meaning !== undefined) length = next - at + 1;
  }
  return length;
}
