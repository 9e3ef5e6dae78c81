import type { Atom } from './atoms.ts';
import type { OptionRef } from './expression.ts';
import { hasOrdinalEnding, isMark, numberOf, type Read, type Reader, skip } from './reader.ts';

/** One of the offered slots by its place: "the second one", "#2", "option B", "the later one", "any of those". */
export function optionAt(reader: Reader, at: number): Read<OptionRef> | undefined {
  const atom = reader.atoms[at];
  if (atom === undefined) return undefined;
  const several = severalAt(reader, at);
  if (several !== undefined) return several;
  if (atom.is === 'all') {
    const isVague = /^(?:otherwise|sonst|ansonsten|sinon)$/.test(atom.text);
    return withNoun(reader, { all: atom.which, ...(isVague ? { vague: true } : {}) }, at + 1);
  }
  if (atom.is === 'pick') {
    return isOfTime(reader, at + 1) ? undefined : withNoun(reader, { pick: atom.pick }, at + 1);
  }
  if (atom.is === 'ordinal' || atom.is === 'digits' || atom.is === 'which')
    return placeInList(reader, at);
  if (atom.is === 'or') return eitherAlone(reader, at);
  if (isMark(atom, '#')) return afterSign(reader, at + 1);
  const isNoun = /^(?:number|no|nr|nummer|numero|choice|variante)$/.test(atom.text);
  return atom.is === 'option' || isNoun ? numbered(reader, at) : undefined;
}

function withNoun(reader: Reader, option: OptionRef, at: number): Read<OptionRef> {
  return { value: option, next: skip(reader, at, 'option') };
}

/** "The first two", "the last two", "die letzten beiden", "les deux derniers", "los dos primeros". */
function severalAt(reader: Reader, at: number): Read<OptionRef> | undefined {
  if (reader.slotCount < 2) return undefined;
  const begin = skip(reader, at, 'the', 'link');
  const [a, b] = [reader.atoms[begin], reader.atoms[begin + 1]];
  const end = isEnd(a) ?? isEnd(b);
  const count = countOf(a) ?? countOf(b);
  if (end === undefined || count === undefined || isOfTime(reader, begin + 2)) return undefined;
  const next = skip(reader, begin + 2, 'option');
  return { value: end === 'first' ? { upTo: count } : { fromEnd: count }, next };
}

function isEnd(atom: Atom | undefined): 'first' | 'last' | undefined {
  if (atom === undefined) return undefined;
  if (atom.is === 'ordinal' && atom.value === 1) return 'first';
  if (/^(?:premiers|premieres|primeros|primeras)$/.test(atom.text)) return 'first';
  const last =
    (atom.is === 'pick' && atom.pick === 'last') || (atom.is === 'which' && atom.which === 'past');
  return last || /^(?:derniers|dernieres|ultimos|ultimas)$/.test(atom.text) ? 'last' : undefined;
}

function countOf(atom: Atom | undefined): number | undefined {
  if (atom?.is === 'number' && atom.value >= 2 && atom.value <= 4) return atom.value;
  if (atom?.is === 'all' && /^(?:beiden|les|los|las|both)$/.test(atom.text)) return 2;
  return undefined;
}

/** "Either works" takes both; "either Monday or Tuesday" only begins a list. */
function eitherAlone(reader: Reader, at: number): Read<OptionRef> | undefined {
  const next = reader.atoms[at + 1];
  const isPredicate = next?.is === 'yes' || /^(?:is|would|will|could|can)$/.test(next?.text ?? '');
  return reader.atoms[at]?.text === 'either' && isPredicate
    ? { value: { all: 'all' }, next: at + 1 }
    : undefined;
}

/** "The second", "2nd option", "second one": an ordinal with a noun, or with an article before it. */
function placeInList(reader: Reader, at: number): Read<OptionRef> | undefined {
  const { atoms } = reader;
  const atom = atoms[at]!;
  const ended = hasOrdinalEnding(reader, at);
  const value = ended?.value ?? (atom.is === 'ordinal' ? atom.value : undefined);
  const next = ended?.next ?? at + 1;
  if (atom.is === 'which') return lastAlone(reader, at);
  if (value === undefined) return listNumber(reader, at);
  if (isOfTime(reader, next)) return undefined;
  const option = reader.slotCount > 0 && value <= Math.max(reader.slotCount, 5);
  if (atoms[next]?.is === 'option' && option)
    return { value: { at: value }, next: skip(reader, next, 'option') };
  if (atoms[next]?.text === 'one' && option && !isOfTime(reader, next + 1))
    return { value: { at: value }, next: next + 1 };
  const before = atoms[at - 1];
  const hasArticle = before?.is === 'the' || before?.is === 'link';
  const alone =
    (before === undefined || isMark(before, '\n')) &&
    (atoms[next] === undefined ||
      isMark(atoms[next], '.', '!', '\n', ',') ||
      atoms[next]?.is === 'yes' ||
      atoms[next]?.is === 'or' ||
      atoms[next]?.is === 'and');
  const joined =
    before?.is === 'or' ||
    before?.is === 'and' ||
    before?.is === 'not' ||
    before?.is === 'yes' ||
    isMark(before, ',', '&');
  // "The fourth" of three is a date.
  const isDate = value > reader.slotCount && reader.slotDates.has(value);
  if (!option || isDate || !(hasArticle || alone || joined)) return undefined;
  return { value: { at: value, bare: true }, next };
}

/** "The last one", "first or last". */
function lastAlone(reader: Reader, at: number): Read<OptionRef> | undefined {
  const { atoms } = reader;
  const atom = atoms[at]!;
  if (atom.is !== 'which' || atom.which !== 'past') return undefined;
  const before = atoms[at - 1];
  const listed = before?.is === 'or' || before?.is === 'and';
  const after = atoms[at + 1];
  const ends =
    after === undefined ||
    after.is === 'yes' ||
    after.is === 'mark' ||
    after.is === 'filler' ||
    after.is === 'also';
  if (after?.is !== 'option' && !(listed && ends)) return undefined;
  return { value: { pick: 'last' }, next: skip(reader, at + 1, 'option') };
}

/** "First week", "second half", "first thing", "last Saturday". */
function isOfTime(reader: Reader, at: number): boolean {
  const next = reader.atoms[at];
  return (
    next?.is === 'week' ||
    next?.is === 'unit' ||
    next?.is === 'half' ||
    next?.is === 'month' ||
    next?.is === 'weekday' ||
    /^(?:thing|time|meeting|call|of all)$/.test(next?.text ?? '')
  );
}

/** "2)" or "2." at the beginning of a line, or the number as the whole answer. */
function listNumber(reader: Reader, at: number): Read<OptionRef> | undefined {
  const { atoms } = reader;
  const value = numberOf(atoms[at]);
  if (value === undefined || value < 1 || value > reader.slotCount) return undefined;
  const before = atoms[at - 1];
  const begins = before === undefined || isMark(before, '\n');
  const after = atoms[at + 1];
  if (begins && isMark(after, ')') && after?.glued) return { value: { at: value }, next: at + 2 };
  const isWhole = begins && (after === undefined || isMark(after, '\n', '.', '!'));
  return isWhole ? { value: { at: value, bare: true }, next: at + 1 } : undefined;
}

/** "Option 2", "slot B", "number 2", "choice #1". */
function numbered(reader: Reader, at: number): Read<OptionRef> | undefined {
  const { atoms } = reader;
  const noun = atoms[at]!;
  if (noun.text === 'one' || noun.text === 'ones') return undefined;
  let place = at + 1;
  if (isMark(atoms[place], '#', '.', '°')) place++;
  const value = numberOf(atoms[place]);
  const clock =
    isMark(atoms[place + 1], ':', '.') &&
    atoms[place + 2]?.is === 'digits' &&
    atoms[place + 2]?.glued === true;
  if (
    value !== undefined &&
    value >= 1 &&
    value <= 9 &&
    !clock &&
    atoms[place + 1]?.is !== 'unit'
  ) {
    return { value: { at: value }, next: place + 1 };
  }
  const letter = atoms[place];
  if (
    letter !== undefined &&
    /^[a-f]$/.test(letter.text) &&
    letter.to - letter.from === 1 &&
    noun.is === 'option'
  ) {
    if (letter.is === 'word' || letter.capital) {
      return { value: { at: letter.text.charCodeAt(0) - 96 }, next: place + 1 };
    }
  }
  return undefined;
}

function afterSign(reader: Reader, at: number): Read<OptionRef> | undefined {
  const value = numberOf(reader.atoms[at]);
  if (value === undefined || value < 1 || value > 9) return undefined;
  return { value: { at: value }, next: at + 1 };
}
