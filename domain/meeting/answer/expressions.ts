import type { Atom } from './atoms.ts';
import { clockAt, zoneAt } from './clock.ts';
import { isCounted, rangeAt } from './clock-range.ts';
import { dayAt, daysAt } from './day.ts';
import type { Clock, Expression } from './expression.ts';
import { optionAt } from './option.ts';
import { isMark, numberOf, type Reader, skip } from './reader.ts';
import { weekAt } from './week.ts';

export type Item =
  { readonly atom: Atom; readonly at: number } | { readonly expression: Expression };

/** The text as a row of expressions of time and, between them, all other atoms. */
export function itemsOf(reader: Reader): readonly Item[] {
  const items: Item[] = [];
  for (let at = 0; at < reader.atoms.length;) {
    const expression = expressionAt(reader, at, items);
    if (expression === undefined) {
      items.push({ atom: reader.atoms[at]!, at });
      at++;
    } else {
      items.push({ expression });
      at = expression.next;
    }
  }
  return items;
}

type Tried = Expression | undefined;

function expressionAt(reader: Reader, at: number, before: readonly Item[]): Tried {
  return (
    dayRange(reader, at) ??
    options(reader, at) ??
    weeks(reader, at) ??
    ending(reader, at) ??
    shift(reader, at, before) ??
    ranges(reader, at, before) ??
    morningAfterDay(reader, at, before) ??
    days(reader, at) ??
    hours(reader, at, before) ??
    parts(reader, at, before) ??
    plain(reader, at)
  );
}

/** "Tuesday through Thursday", "13-15 October", "after the 20th", "from Monday on", "before Friday". */
function dayRange(reader: Reader, at: number): Tried {
  const { atoms } = reader;
  const atom = atoms[at]!;
  // "Du lundi au jeudi", "de lundi à jeudi".
  const isFrench = atom.is === 'link' && (atom.text === 'de' || atom.text === 'du');
  const opened = atom.is === 'between' || atom.is === 'from' || isFrench;
  const begin = opened ? at + 1 : at;
  const compact = compactDates(reader, at, begin);
  if (compact !== undefined) return compact;
  const from = dayAt(reader, begin);
  if (from !== undefined) {
    const joint = atoms[from.next];
    const joins =
      (joint?.is === 'to' && !isPreference(reader, at)) ||
      isMark(joint, '-', '–') ||
      (atom.is === 'between' && joint?.is === 'and') ||
      (isFrench && (joint?.text === 'a' || joint?.text === 'au'));
    const to = joins ? dayAt(reader, skip(reader, from.next + 1, 'link', 'the')) : undefined;
    if (to !== undefined && !(from.value.is === 'offset' && to.value.is === 'offset')) {
      return { kind: 'dayRange', from: from.value, to: to.value, first: at, next: to.next };
    }
    const isOpen =
      opened && atom.is === 'from' && (joint?.is === 'onwards' || reader.lexicon.language !== 'en');
    if (isOpen) {
      const next = joint?.is === 'onwards' ? from.next + 1 : from.next;
      return { kind: 'dayRange', from: from.value, first: at, next };
    }
    return undefined;
  }
  const ends =
    atom.is === 'before' || (atom.is === 'to' && atom.text !== 'to' && !isPreference(reader, at));
  if (atom.is === 'after' || ends) {
    const day = dayAt(reader, skip(reader, at + 1, 'link'));
    if (day === undefined) return undefined;
    const place = { first: at, next: day.next };
    return atom.is === 'after'
      ? { kind: 'dayRange', from: day.value, later: true, ...place }
      : { kind: 'dayRange', to: day.value, ...place };
  }
  return undefined;
}

/** "I prefer Monday to Thursday" is no range. */
function isPreference(reader: Reader, at: number): boolean {
  return reader.atoms.slice(Math.max(0, at - 6), at).some((atom) => atom.text.startsWith('prefer'));
}

/** "13-15 October", "October 13-15": the range of two numbers with one month. */
function compactDates(reader: Reader, at: number, begin: number): Tried {
  const { atoms } = reader;
  const month = atoms[begin];
  if (month?.is === 'month') {
    const a = numberOf(atoms[begin + 1]);
    const joint = atoms[begin + 2];
    const b = numberOf(atoms[begin + 3]);
    if (
      a !== undefined &&
      b !== undefined &&
      (isMark(joint, '-', '–') || joint?.is === 'to') &&
      a < b &&
      b <= 31
    ) {
      return {
        kind: 'dayRange',
        from: { is: 'date', day: a, month: month.month },
        to: { is: 'date', day: b, month: month.month },
        first: at,
        next: skipEnding(reader, begin + 4),
      };
    }
    return undefined;
  }
  const start = skip(reader, begin, 'the', 'link');
  const a = numberOf(atoms[start]);
  const afterA = skipEnding(reader, start + 1);
  const joint = atoms[afterA];
  const bAt = skip(reader, afterA + 1, 'the');
  const b = numberOf(atoms[bAt]);
  const joins =
    isMark(joint, '-', '–') || joint?.is === 'to' || (begin > at && joint?.text === 'au');
  if (a === undefined || b === undefined || !joins) return undefined;
  const last = atoms[skip(reader, skipEnding(reader, bAt + 1), 'link')];
  if (last?.is !== 'month' || a >= b || b > 31) return undefined;
  return {
    kind: 'dayRange',
    from: { is: 'date', day: a, month: last.month },
    to: { is: 'date', day: b, month: last.month },
    first: at,
    next: skip(reader, skipEnding(reader, bAt + 1), 'link') + 1,
  };
}

function skipEnding(reader: Reader, at: number): number {
  const ending = reader.atoms[at];
  const isEnding =
    ending?.glued === true && (/^(?:st|nd|rd|th|er)$/.test(ending.text) || ending.text === '.');
  return isEnding ? at + 1 : at;
}

function options(reader: Reader, at: number): Tried {
  const option = optionAt(reader, at);
  if (option === undefined || reader.slotCount === 0) return undefined;
  return { kind: 'option', option: option.value, first: at, next: option.next };
}

function weeks(reader: Reader, at: number): Tried {
  const week = weekAt(reader, at);
  return week === undefined
    ? undefined
    : { kind: 'week', week: week.value, first: at, next: week.next };
}

/** "I have to leave at 5": the talk may last until then. */
function ending(reader: Reader, at: number): Tried {
  if (reader.atoms[at]?.is !== 'ends') return undefined;
  const clock = clockAt(reader, skip(reader, at + 1, 'at'));
  if (clock === undefined || isCounted(reader, clock)) return undefined;
  return { kind: 'ends', to: clock.value, first: at, next: clock.next };
}

/** "15 minutes later", "push by half an hour", "a bit later", and lengths such as "30 minutes". */
function shift(reader: Reader, at: number, before: readonly Item[]): Tried {
  const { atoms } = reader;
  const atom = atoms[at]!;
  if (atom.is === 'push' || atom.is === 'backward') {
    const length = lengthAt(reader, skip(reader, at + 1, 'at', 'filler', 'link'));
    if (length === undefined) return undefined;
    const minutes = atom.is === 'push' ? length.minutes : length.minutes && -length.minutes;
    return { kind: 'shift', minutes, first: at, next: skip(reader, length.next, 'later') };
  }
  const length = lengthAt(reader, at);
  if (length === undefined) return vagueShift(reader, at, before);
  const direction = atoms[length.next];
  const isLater = direction?.is === 'later' || isEdge(direction, /^(?:later|spater)$/);
  if (isLater || direction?.is === 'earlier' || isEdge(direction, /^(?:earlier|fruher)$/)) {
    const minutes = length.minutes && (isLater ? length.minutes : -length.minutes);
    return { kind: 'shift', minutes, first: at, next: length.next + 1 };
  }
  if (length.minutes === undefined) return undefined;
  return { kind: 'duration', minutes: length.minutes, first: at, next: length.next };
}

/** "An hour later on Friday" is no late part of Friday. */
function isEdge(atom: Atom | undefined, word: RegExp): boolean {
  return atom?.is === 'edge' && word.test(atom.text);
}

function vagueShift(reader: Reader, at: number, before: readonly Item[]): Tried {
  const atom = reader.atoms[at]!;
  if (atom.is !== 'later' && atom.is !== 'earlier') return undefined;
  const last = before.at(-1);
  const isVague =
    last !== undefined &&
    'atom' in last &&
    /^(?:bit|little|tad|slightly|touch|somewhat|much|any|etwas|bisschen|peu|poco|wenig)$/.test(
      last.atom.text,
    );
  return isVague ? { kind: 'shift', minutes: undefined, first: at, next: at + 1 } : undefined;
}

/** A length in minutes; "a few minutes" has none. */
function lengthAt(
  reader: Reader,
  at: number,
): { readonly minutes: number | undefined; readonly next: number } | undefined {
  const { atoms } = reader;
  const atom = atoms[at];
  if (atom === undefined) return undefined;
  const count = numberOf(atom);
  const dash = isMark(atoms[at + 1], '-') ? 2 : 1;
  const unit = atoms[at + dash];
  if (count !== undefined && unit?.is === 'unit') {
    return { minutes: count * unit.minutes, next: at + dash + 1 };
  }
  // "Deux heures plus tard", "dos horas antes": elsewhere these words are hours of the clock.
  const isHours = unit?.is === 'oclock' && /^(?:heures?|horas?)$/.test(unit.text);
  const direction = atoms[at + 2]?.is;
  if (count !== undefined && isHours && (direction === 'later' || direction === 'earlier'))
    return { minutes: count * 60, next: at + 2 };
  if (
    atom.is === 'unit' &&
    atom.minutes !== 1 &&
    atom.minutes < 1440 &&
    atom.text !== 'hour' &&
    atom.text !== 'hours'
  ) {
    return { minutes: atom.minutes, next: at + 1 };
  }
  const isArticle = /^(?:a|an|one)$/.test(atom.text) && atom.to - atom.from <= 3;
  if (isArticle && atoms[at + 1]?.is === 'unit') {
    const each = atoms[at + 1]!;
    return { minutes: each.is === 'unit' ? each.minutes : 0, next: at + 2 };
  }
  if (atom.is === 'half' || atom.is === 'quarter') {
    const place = skip(reader, at + 1, 'link', 'filler', 'any');
    const article = /^(?:a|an)$/.test(atoms[at + 1]?.text ?? '') ? at + 2 : place;
    const each = atoms[article];
    if (each?.is === 'unit' && each.minutes === 60)
      return { minutes: atom.is === 'half' ? 30 : 15, next: article + 1 };
    return undefined;
  }
  const some =
    /^(?:few|couple|several|paar|quelques|unos)$/.test(atom.text) ||
    (atom.text === 'a' && atom.to - atom.from > 3);
  if (some) {
    const each = skip(reader, at, 'filler', 'am', 'link', 'any');
    if (atoms[each]?.is === 'unit') return { minutes: undefined, next: each + 1 };
  }
  return undefined;
}

function ranges(reader: Reader, at: number, before: readonly Item[]): Tried {
  // "Moved to 3" names the new hour, no end.
  if (reader.atoms[at]?.is === 'to' && isAfterMove(before)) return undefined;
  const range = rangeAt(reader, at);
  if (range === undefined) return undefined;
  if (range.weak && !hasReason(reader, at, range.next, before)) return undefined;
  const { dash, from, to } = range.value;
  const value = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return { kind: 'range', ...value, dash, first: at, next: range.next };
}

/** "Montag Morgen" is its morning, not the day after. */
function morningAfterDay(reader: Reader, at: number, before: readonly Item[]): Tried {
  const atom = reader.atoms[at]!;
  const last = before.at(-1);
  const isAfterDay = last !== undefined && 'expression' in last && last.expression.kind === 'days';
  if (atom.is !== 'dayOffset' || atom.text !== 'morgen' || !isAfterDay) return undefined;
  return { kind: 'part', part: 'morning', first: at, next: at + 1 };
}

function days(reader: Reader, at: number): Tried {
  const atom = reader.atoms[at]!;
  const read = daysAt(reader, at);
  if (read === undefined) return undefined;
  const part = atom.is === 'dayOffset' && atom.part !== undefined ? { part: atom.part } : {};
  return { kind: 'days', days: read.value, ...part, first: at, next: read.next };
}

/** An hour, or several joined by "or". A bare number is one only beside "at", a day, a zone or another hour. */
function hours(reader: Reader, at: number, before: readonly Item[]): Tried {
  const { atoms } = reader;
  const introduced = atoms[at]?.is === 'at';
  const begin = skip(reader, at, 'at', ...(introduced ? (['the', 'at'] as const) : []));
  const isMoved = atoms[at]?.is === 'to' && isAfterMove(before);
  const first = clockAt(reader, isMoved ? skip(reader, at + 1, 'at') : begin);
  if (first === undefined || isCounted(reader, first)) return undefined;
  // "The second one works": a number in words is an hour only when something introduces it.
  const isWord = atoms[begin]?.is === 'number';
  if (isWord && first.weak && !introduced && !isBeforeDay(reader, first.next)) return undefined;
  const clocks: Clock[] = [first.value];
  let { next } = first;
  let weak = first.weak && !introduced && !isMoved;
  for (;;) {
    const more = moreClock(reader, next);
    if (more === undefined) break;
    clocks.push(more.value);
    next = more.next;
    weak &&= more.weak;
  }
  if (weak && !hasReason(reader, at, next, before)) return undefined;
  return { kind: 'hours', clocks: shareHalf(clocks), weak, first: at, next };
}

function isAfterMove(before: readonly Item[]): boolean {
  return before
    .slice(-10)
    .some((item) => 'atom' in item && (item.atom.is === 'move' || item.atom.is === 'push'));
}

function isBeforeDay(reader: Reader, at: number): boolean {
  const after = reader.atoms[skip(reader, at, 'link')];
  return after?.is === 'weekday' || after?.is === 'dayOffset';
}

function moreClock(reader: Reader, at: number): ReturnType<typeof clockAt> {
  const joint = reader.atoms[at];
  if (!(joint?.is === 'or' || joint?.is === 'and' || isMark(joint, ',', '/'))) return undefined;
  const place = skip(reader, at + 1, 'or', 'and', 'at');
  const clock = clockAt(reader, place);
  if (clock === undefined || isCounted(reader, clock)) return undefined;
  // "Tuesday at 2 or 3 on Wednesday": the second hour has a day of its own.
  const day = dayAt(reader, skip(reader, clock.next, 'link'));
  if (day !== undefined && dayBefore(reader, at)) return undefined;
  if (clock.weak && isMark(joint, ',') && reader.atoms[clock.next]?.is !== 'or') return undefined;
  return clock;
}

function dayBefore(reader: Reader, at: number): boolean {
  for (let place = at - 1; place >= Math.max(0, at - 8); place--) {
    const { is } = reader.atoms[place]!;
    if (is === 'weekday' || is === 'dayOffset' || is === 'month') return true;
  }
  return false;
}

/** "10 or 11 am": what the last hour says of the half of the day holds for those before it. */
function shareHalf(clocks: readonly Clock[]): readonly Clock[] {
  const last = clocks.at(-1)!;
  if (clocks.length < 2 || last.readings.length > 1) return clocks;
  const zone = last.zone;
  return clocks.map((clock) => {
    const inZone = zone === undefined || clock.zone !== undefined ? clock : { ...clock, zone };
    if (inZone.readings.length === 1) return inZone;
    const before = inZone.readings.filter((minute) => minute < last.readings[0]!);
    const nearest = before.at(-1);
    return nearest === undefined ? inZone : { ...inZone, default: nearest };
  });
}

function hasReason(reader: Reader, from: number, next: number, before: readonly Item[]): boolean {
  const { atoms } = reader;
  const last = before.at(-1);
  const after = atoms[skip(reader, next, 'link', 'the')];
  const follows =
    after !== undefined &&
    (after.is === 'weekday' ||
      after.is === 'dayOffset' ||
      after.is === 'month' ||
      after.is === 'instead' ||
      (after.is === 'which' && atoms[next + 1]?.is === 'weekday') ||
      after.is === 'part' ||
      after.is === 'week');
  if (follows) return true;
  const previous = atoms[from - 1];
  if (previous?.is === 'instead' || previous?.is === 'than') return true;
  const isCompact = atoms[from]?.is === 'digits' && atoms[from]!.to - atoms[from]!.from >= 3;
  const yes = atoms[next]?.is === 'yes';
  if (yes || isCompact)
    return isCompact
      ? yes || isMark(atoms[next], '.', ',', '?', '\n') || next >= atoms.length
      : true;
  if (last === undefined) return false;
  if ('expression' in last)
    return last.expression.kind === 'days' || last.expression.kind === 'week';
  const link = last.atom.is === 'link' || isMark(last.atom, ',');
  const beforeLink = before.at(-2);
  if (link && beforeLink !== undefined && 'expression' in beforeLink)
    return beforeLink.expression.kind === 'days';
  if (reader.lexicon.language !== 'en') return false;
  // "Could do 4", "let's make it 3".
  const isVerb = last.atom.is === 'yes' || last.atom.is === 'no';
  return (
    /^(?:do|make|say|need|is|to|so)$/.test(last.atom.text) ||
    (isVerb && /^(?:can|could|can't|let's|will|would|make)$/.test(last.atom.text))
  );
}

function parts(reader: Reader, at: number, before: readonly Item[]): Tried {
  const atom = reader.atoms[at]!;
  if (atom.is === 'edge') {
    const inner = reader.atoms[skip(reader, at + 1, 'link', 'the')];
    if (inner?.is === 'part') {
      return {
        kind: 'part',
        part: inner.part,
        first: at,
        next: skip(reader, at + 1, 'link', 'the') + 1,
      };
    }
    // "Early Tuesday" is its morning.
    const day = inner?.is === 'weekday' || inner?.is === 'dayOffset';
    if (day && atom.edge === 'early')
      return { kind: 'part', part: 'morning', first: at, next: at + 1 };
    if (day && atom.edge === 'late')
      return { kind: 'part', part: 'afternoon', first: at, next: at + 1 };
    return undefined;
  }
  if (atom.is === 'part') return { kind: 'part', part: atom.part, first: at, next: at + 1 };
  const last = before.at(-1);
  if ((atom.is !== 'am' && atom.is !== 'pm') || atom.text.length < 2 || last === undefined)
    return undefined;
  const afterDay =
    'expression' in last &&
    (last.expression.kind === 'days' || last.expression.kind === 'dayRange');
  if (!afterDay) return undefined;
  return {
    kind: 'part',
    part: atom.is === 'am' ? 'morning' : 'afternoon',
    first: at,
    next: at + 1,
  };
}

function plain(reader: Reader, at: number): Tried {
  const atom = reader.atoms[at]!;
  if (atom.is === 'sameTime') return { kind: 'sameTime', first: at, next: at + 1 };
  if (atom.is === 'any') return { kind: 'any', first: at, next: at + 1 };
  if (
    atom.is === 'zone' &&
    (atom.zone === 'ours' || atom.zone === 'theirs' || isZoneWord(reader, at))
  ) {
    const zone = zoneAt(reader, at);
    if (zone !== undefined) return { kind: 'zone', zone: zone.value, first: at, next: zone.next };
  }
  if (isMark(atom, '(')) {
    const zone = zoneAt(reader, at);
    if (zone !== undefined) return { kind: 'zone', zone: zone.value, first: at, next: zone.next };
  }
  return undefined;
}

/** "London time" and "ET" name a clock; "I am in London" does not say whose clock is meant. */
function isZoneWord(reader: Reader, at: number): boolean {
  const atom = reader.atoms[at]!;
  return (
    reader.atoms[at + 1]?.is === 'time' ||
    /^(?:et|est|edt|pt|pst|pdt|ct|cst|cdt|cet|cest|gmt|utc|bst|ist)$/.test(atom.text)
  );
}
