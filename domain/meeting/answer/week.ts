import { dayAt } from './day.ts';
import type { WeekRef } from './expression.ts';
import type { Edge } from './lexicon/lexicon.ts';
import { isMark, numberOf, type Read, type Reader, skip } from './reader.ts';

/** "Next week", "the week of April 16", "early next week", "the last week of July", "in November", "KW 42". */
export function weekAt(reader: Reader, at: number): Read<WeekRef> | undefined {
  const atom = reader.atoms[at];
  if (atom?.is === 'week') return namedWeek(reader, at);
  if (atom?.is === 'edge') {
    const inner = weekAt(reader, skip(reader, at + 1, 'link', 'the'));
    return inner === undefined ? undefined : withEdge(inner, atom.edge);
  }
  if (atom?.is === 'which') {
    const inner = reader.atoms[at + 1];
    const isSpan =
      inner?.is === 'week' &&
      (inner.week === 'weekend' || inner.week === 'week' || inner.week === 'month');
    return isSpan ? whichWeek(reader, at, atom.which) : undefined;
  }
  if (atom?.is === 'ordinal' || atom?.is === 'pick') return weekOfMonth(reader, at);
  return atom?.is === 'month' ? monthAlone(reader, at) : undefined;
}

function withEdge(inner: Read<WeekRef>, edge: Edge): Read<WeekRef> {
  return { value: { ...inner.value, edge }, next: inner.next };
}

function namedWeek(reader: Reader, at: number): Read<WeekRef> | undefined {
  const atom = reader.atoms[at]!;
  if (atom.is !== 'week') return undefined;
  const edge = atom.edge === undefined ? {} : { edge: atom.edge };
  const after = reader.atoms[at + 1];
  if (after?.is === 'link' || after?.is === 'which' || atom.week === 'week') {
    const of = dayAt(reader, skip(reader, at + 1, 'link'));
    if (of !== undefined && of.value.is === 'date')
      return { value: { week: 'week', of: of.value, ...edge }, next: of.next };
  }
  if (atom.week === 'week') {
    const number = numberOf(after);
    if (
      /^(?:kw|kalenderwoche|week|semaine|semana)$/.test(atom.text) &&
      number !== undefined &&
      number <= 53
    ) {
      return { value: { week: 'week', number }, next: at + 2 };
    }
    // "Week" alone says nothing.
    return undefined;
  }
  if (atom.week === 'month') return undefined;
  return {
    value: {
      week: atom.week === 'weekend' ? 'this' : atom.week,
      ...edge,
      ...(atom.week === 'weekend' ? { weekend: true } : {}),
    },
    next: at + 1,
  };
}

function whichWeek(
  reader: Reader,
  at: number,
  which: 'this' | 'next' | 'past' | 'coming',
): Read<WeekRef> | undefined {
  const inner = reader.atoms[at + 1];
  if (inner?.is !== 'week') return undefined;
  const next = at + 2;
  if (which === 'past') {
    // "The last week of July" is no week of the past.
    return weekOfMonth(reader, at) ?? { value: { week: 'this', past: true }, next };
  }
  const week = which === 'next' ? 'next' : which === 'this' ? 'this' : 'next';
  if (inner.week === 'month')
    return { value: { week: 'month', nth: week === 'next' ? 1 : 0 }, next };
  return { value: { week, ...(inner.week === 'weekend' ? { weekend: true } : {}) }, next };
}

/** "First week of November", "the last week of July". */
function weekOfMonth(reader: Reader, at: number): Read<WeekRef> | undefined {
  const atom = reader.atoms[at]!;
  const nth =
    atom.is === 'ordinal'
      ? atom.value
      : (atom.is === 'pick' && atom.pick === 'last') ||
          (atom.is === 'which' && atom.which === 'past')
        ? -1
        : undefined;
  const week = reader.atoms[at + 1];
  if (nth === undefined || nth > 5 || week?.is !== 'week' || week.week !== 'week') return undefined;
  const month = reader.atoms[skip(reader, at + 2, 'link', 'the')];
  if (month?.is !== 'month') return undefined;
  return {
    value: { week: 'month', month: month.month, nth },
    next: skip(reader, at + 2, 'link', 'the') + 1,
  };
}

/** "In November", "early November": a month without a day. "May" and "march" are also verbs. */
function monthAlone(reader: Reader, at: number): Read<WeekRef> | undefined {
  const atom = reader.atoms[at]!;
  if (atom.is !== 'month' || numberOf(reader.atoms[at + 1]) !== undefined) return undefined;
  const before = reader.atoms[at - 1];
  const introduced =
    before?.is === 'link' ||
    before?.is === 'edge' ||
    before?.is === 'before' ||
    before?.is === 'after' ||
    isMark(before, '-');
  if (
    !introduced ||
    (!atom.capital && /^(?:may|march|mar|mars)$/.test(atom.text) && before?.is !== 'link')
  )
    return undefined;
  return { value: { week: 'month', month: atom.month }, next: at + 1 };
}
