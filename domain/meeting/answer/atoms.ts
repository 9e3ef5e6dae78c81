import type { Language } from './lexicon/languages.ts';
import type { Meaning, ZoneWord } from './lexicon/lexicon.ts';
import type { Token } from './words.ts';

/** The smallest piece that means something: a phrase of the lexicon, a number, a mark, or a word not known. */
export type Atom = Place &
  (Meaning | Digits | Mark | { readonly is: 'word' } | { readonly is: 'url' });

export type Digits = { readonly is: 'digits'; readonly value: number };
export type Mark = { readonly is: 'mark' };

type Place = {
  /** Folded; of a phrase its first word. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly glued: boolean;
  readonly capital: boolean;
};

/** The tokens as atoms; of several phrases at one place the longest counts. */
export function atomsOf(tokens: readonly Token[], language: Language): readonly Atom[] {
  const atoms: Atom[] = [];
  for (let at = 0; at < tokens.length;) {
    const phone = phoneLength(tokens, at);
    if (phone > 0) {
      atoms.push({ ...placeOf(tokens, at, phone), is: 'url' });
      at += phone;
      continue;
    }
    const found = phraseAt(tokens, at, language);
    atoms.push({ ...placeOf(tokens, at, found.length), ...found.meaning });
    at += found.length;
  }
  return atoms;
}

type Found = {
  readonly length: number;
  readonly meaning: Meaning | Digits | Mark | { readonly is: 'word' } | { readonly is: 'url' };
};

function phraseAt(tokens: readonly Token[], at: number, language: Language): Found {
  const token = tokens[at]!;
  if (token.kind === 'url') return { length: 1, meaning: { is: 'url' } };
  if (token.kind === 'digits' && token.text.length > 6)
    return { length: 1, meaning: { is: 'url' } };
  let node = language.tree;
  let found: Found | undefined;
  for (let next = at; next < tokens.length && next < at + 8; next++) {
    const child = node.next.get(tokens[next]!.text);
    if (child === undefined) break;
    node = child;
    if (child.meaning !== undefined) found = { length: next - at + 1, meaning: child.meaning };
  }
  if (found !== undefined) return found;
  switch (token.kind) {
    case 'digits':
      return { length: 1, meaning: { is: 'digits', value: Number(token.text) } };
    case 'mark':
      return { length: 1, meaning: { is: 'mark' } };
    case 'word':
      return { length: 1, meaning: offsetZone(tokens, at) ?? { is: 'word' } };
  }
}

/** "UTC+2" is made of three tokens by the caller; here only names that the lexicon cannot list. */
function offsetZone(tokens: readonly Token[], at: number): Meaning | undefined {
  const text = tokens[at]!.text;
  const zone: ZoneWord | undefined = text === 'z' && tokens[at]!.glued ? 'UTC' : undefined;
  return zone === undefined ? undefined : { is: 'zone', zone };
}

function placeOf(tokens: readonly Token[], at: number, length: number): Place {
  const first = tokens[at]!;
  return {
    text: first.text,
    from: first.from,
    to: tokens[at + length - 1]!.to,
    glued: first.glued,
    capital: first.capital,
  };
}

/** Seven digits or more in groups, of which one has at least three, are a telephone number. */
function phoneLength(tokens: readonly Token[], at: number): number {
  const first = tokens[at]!;
  const begins =
    first.kind === 'digits' ||
    first.text === '+' ||
    (first.text === '(' && tokens[at + 1]?.kind === 'digits');
  if (!begins || isIsoDate(tokens, at)) return 0;
  let digits = 0;
  let longest = 0;
  let last = at - 1;
  for (let next = at; next < tokens.length && next < at + 16; next++) {
    const token = tokens[next]!;
    if (token.kind === 'digits') {
      digits += token.text.length;
      longest = Math.max(longest, token.text.length);
      last = next;
    } else if (!/^[()+./-]$/.test(token.text)) break;
    else if (/^[./]$/.test(token.text) && longest < 3) break;
  }
  const isPhone = digits >= 7 && longest >= 3 && last > at;
  return isPhone && !isDateWithYear(tokens, at) ? last - at + 1 : 0;
}

function isIsoDate(tokens: readonly Token[], at: number): boolean {
  return /^(?:19|20)\d\d$/.test(tokens[at]!.text) && tokens[at + 1]?.text === '-';
}

/** "16 17 2026" and "10-14-2026" are rather dates. */
function isDateWithYear(tokens: readonly Token[], at: number): boolean {
  const texts = tokens.slice(at, at + 5).map((token) => token.text);
  return (
    /^\d{1,2}$/.test(texts[0] ?? '') && texts.slice(1, 5).some((text) => /^20\d\d$/.test(text))
  );
}
