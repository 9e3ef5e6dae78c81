import { overlapOf, sequences, type OtherLetter } from './overlap.ts';
import type { Pick } from './letters/outreach/input.ts';

const attempts = 64;

/**
 * Makes a letter in several choices of wording and keeps the one that fits and is least like the others; a colleague's
 * letter counts double. The same input gives the same letter.
 */
export function leastAlike<Letter extends { readonly text: string }>(
  make: (pick: Pick) => Letter,
  input: {
    readonly seed: string;
    readonly company: string | undefined;
    readonly others: readonly OtherLetter[];
    /** Whether the wording may be used where another one may, too. */
    readonly fits: (letter: Letter) => boolean;
  },
): Letter {
  const start = hash(input.seed);
  if (input.others.length === 0) return firstThatFits(make, start, input.fits);
  const company = sameAs(input.company);
  const others = input.others.map((other) => ({
    seen: sequences(other.text),
    weight: company !== undefined && sameAs(other.company) === company ? 2 : 1,
  }));
  let best: { letter: Letter; score: number } | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const letter = make(pickBy(start + attempt * 7919));
    const own = sequences(letter.text);
    const alike = Math.max(...others.map(({ seen, weight }) => overlapOf(own, seen) * weight));
    const score = alike + (input.fits(letter) ? 0 : most);
    if (best === undefined || score < best.score - 1e-9) best = { letter, score };
  }
  return best?.letter ?? make(pickBy(start));
}

/** More than any two letters can be alike. */
const most = 2;

function firstThatFits<Letter>(
  make: (pick: Pick) => Letter,
  start: number,
  fits: (letter: Letter) => boolean,
): Letter {
  const first = make(pickBy(start));
  for (let letter = first, attempt = 0; attempt < attempts; attempt++) {
    if (fits(letter)) return letter;
    letter = make(pickBy(start + (attempt + 1) * 7919));
  }
  return first;
}

/** Companies compare without case and legal form. */
export function sameAs(company: string | undefined): string | undefined {
  const name = company
    ?.toLowerCase()
    .replace(/,? (?:inc|ltd|llc|gmbh|ag|plc|corp)\.?$/, '')
    .trim();
  return name === '' ? undefined : name;
}

function pickBy(seed: number): Pick {
  return (slot, variants) => variants[hash(`${slot} ${seed}`) % Math.max(1, variants.length)] ?? '';
}

/** FNV-1a, 31 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  // The low bits of FNV depend on few characters.
  return ((value >>> 16) ^ value) & 0x7fffffff;
}
