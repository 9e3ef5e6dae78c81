import type { Atom } from './atoms.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

/** What the grammar reads: atoms of one language, and what was offered. */
export type Reader = {
  readonly atoms: readonly Atom[];
  readonly lexicon: Lexicon;
  readonly slotCount: number;
  /** Days of the month of the offered slots. */
  readonly slotDates: ReadonlySet<number>;
};

/** A piece that was read, and the atom after it. */
export type Read<Value> = { readonly value: Value; readonly next: number };

export function isMark(atom: Atom | undefined, ...marks: readonly string[]): boolean {
  return atom?.is === 'mark' && marks.includes(atom.text);
}

/** A number in digits or words. */
export function numberOf(atom: Atom | undefined): number | undefined {
  if (atom === undefined) return undefined;
  if (atom.is === 'digits' || atom.is === 'number') return atom.value;
  return undefined;
}

/** The first place from `at` on whose atom is none of those that only join. */
export function skip(reader: Reader, at: number, ...kinds: readonly Atom['is'][]): number {
  let next = at;
  while (next < reader.atoms.length && kinds.includes(reader.atoms[next]!.is)) next++;
  return next;
}

/** Whether digits carry an ending of an ordinal: "14th", "2nd", "1er", "14." in German. */
export function hasOrdinalEnding(reader: Reader, at: number): Read<number> | undefined {
  const digits = reader.atoms[at];
  const ending = reader.atoms[at + 1];
  if (digits?.is !== 'digits' || ending === undefined || !ending.glued) return undefined;
  if (
    /^(?:st|nd|rd|th|er|ere|eme|ª|º|°|ste|de|e)$/.test(ending.text) &&
    reader.lexicon.language !== 'de'
  ) {
    return { value: digits.value, next: at + 2 };
  }
  if (ending.text === '.' && reader.lexicon.language === 'de') {
    const after = reader.atoms[at + 2];
    const isDecimal = after?.is === 'digits' && after.glued;
    return isDecimal ? undefined : { value: digits.value, next: at + 2 };
  }
  return undefined;
}
