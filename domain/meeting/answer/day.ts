import { clockAt } from './clock.ts';
import type { DayRef } from './expression.ts';
import { hasOrdinalEnding, isMark, numberOf, type Read, type Reader, skip } from './reader.ts';

/** The day that begins at this atom: a weekday, a date, "tomorrow", or both of them together. */
export function dayAt(reader: Reader, at: number): Read<DayRef> | undefined {
  const atom = reader.atoms[at];
  if (atom?.is === 'dayOffset') return offsetDay(reader, at, atom.days);
  if (atom?.is === 'which') return whichDay(reader, at, atom.which);
  if (atom?.is === 'weekday') return weekdayAt(reader, at);
  return atom !== undefined && beginsDate.has(atom.is)
    ? (countedDays(reader, at) ?? dateAt(reader, at))
    : undefined;
}

const beginsDate: ReadonlySet<string> = new Set([
  'month',
  'digits',
  'number',
  'ordinal',
  'the',
  'link',
]);

/** Days joined by "or", "and" or commas, also where only the first names the month. */
export function daysAt(reader: Reader, at: number): Read<readonly DayRef[]> | undefined {
  const shared = datesOfOneMonth(reader, at);
  if (shared !== undefined) return shared;
  const first = dayAt(reader, at);
  if (first === undefined) return undefined;
  const days = [first.value];
  let { next } = first;
  for (;;) {
    const more = moreDate(reader, next, days.at(-1)!);
    if (more === undefined) return { value: days, next };
    days.push(more.value);
    next = more.next;
  }
}

function offsetDay(reader: Reader, at: number, days: number): Read<DayRef> {
  // "Tomorrow, May 11" and "tomorrow (Tuesday)" say one day twice: the date is the exact one.
  const joint = skipJoint(reader, at + 1);
  const same = joint > at + 1 ? weekdayOrDate(reader, joint) : undefined;
  if (same !== undefined) return same;
  return { value: { is: 'offset', days }, next: at + 1 };
}

function weekdayOrDate(reader: Reader, at: number): Read<DayRef> | undefined {
  const atom = reader.atoms[at];
  if (atom?.is === 'month' || atom?.is === 'the') return dateAt(reader, at);
  return undefined;
}

function whichDay(
  reader: Reader,
  at: number,
  which: 'this' | 'next' | 'past' | 'coming',
): Read<DayRef> | undefined {
  const place = skip(reader, at + 1, 'which');
  if (reader.atoms[place]?.is !== 'weekday') return undefined;
  const day = weekdayAt(reader, place);
  if (day?.value.is !== 'weekday') return day;
  return { value: { ...day.value, which: which === 'coming' ? 'this' : which }, next: day.next };
}

function weekdayAt(reader: Reader, at: number): Read<DayRef> {
  const atom = reader.atoms[at]!;
  const weekday = atom.is === 'weekday' ? atom.weekday : 1;
  let next = at + 1;
  if (isAbbreviated(reader, at)) next++;
  const joint = skip(reader, skipJoint(reader, next), 'the', 'link');
  const date = dateAfterWeekday(reader, next, joint);
  if (date !== undefined && date.value.is === 'date') {
    return { value: { ...date.value, weekday }, next: date.next };
  }
  const after = reader.atoms[next];
  // British: "Tuesday week" is the Tuesday after the coming one.
  if (after?.is === 'week' && after.week === 'week' && after.text === 'week') {
    return { value: { is: 'weekday', weekday, weeks: 1 }, next: next + 1 };
  }
  if (after?.is === 'which' && reader.lexicon.language !== 'en') {
    const which = after.which === 'coming' ? 'this' : after.which;
    return { value: { is: 'weekday', weekday, which }, next: next + 1 };
  }
  return { value: { is: 'weekday', weekday }, next };
}

/** "Friday, April 28", "Friday the 16th", "lundi 14", "Do., 10.9.", "Monday 21". */
function dateAfterWeekday(reader: Reader, at: number, joint: number): Read<DayRef> | undefined {
  const { atoms, lexicon } = reader;
  const dated = dateAt(reader, skipJoint(reader, at));
  if (dated !== undefined) return dated;
  const number = atoms[joint];
  const value = numberOf(number);
  if (value === undefined || value < 1 || value > 31 || number?.is !== 'digits') return undefined;
  if (isSlashedOrTimed(reader, joint)) return undefined;
  const direct = joint === at;
  const afterArticle = atoms[joint - 1]?.is === 'the';
  const isDate =
    (lexicon.weekdayNumberIsDate && direct) ||
    (afterArticle && !direct) ||
    (direct && (value > 12 || reader.slotDates.has(value)) && lexicon.language === 'en');
  return isDate ? { value: { is: 'date', day: value }, next: joint + 1 } : undefined;
}

/** The number is rather an hour: "Friday 10am", "Friday 14:00", "Freitag 14 Uhr", "Friday 2-4". */
function isSlashedOrTimed(reader: Reader, at: number): boolean {
  const clock = clockAt(reader, at);
  if (clock !== undefined && !clock.weak) return true;
  const next = reader.atoms[at + 1];
  return isMark(next, '-', '/', ':') || next?.is === 'unit' || next?.is === 'to';
}

function skipJoint(reader: Reader, at: number): number {
  return isMark(reader.atoms[at], ',', '(') ? at + 1 : at;
}

/** The full stop of "Do.", "Sept." or "Tues." belongs to the word. */
function isAbbreviated(reader: Reader, at: number): boolean {
  const atom = reader.atoms[at]!;
  const stop = reader.atoms[at + 1];
  if (stop === undefined || !stop.glued || !isMark(stop, '.') || atom.to - atom.from > 5)
    return false;
  const after = reader.atoms[at + 2];
  if (after === undefined || isMark(after, '\n')) return false;
  return !after.capital || after.is === 'month' || after.is === 'weekday';
}

/** "The day after tomorrow" is a phrase; "three weeks from tomorrow" and "in three days" are counted. */
function countedDays(reader: Reader, at: number): Read<DayRef> | undefined {
  const { atoms } = reader;
  const begin = atoms[at]?.is === 'link' ? at + 1 : at;
  const count =
    numberOf(atoms[begin]) ??
    (/^(?:a|an|one|einer|une|una)$/.test(atoms[begin]?.text ?? '') ? 1 : undefined);
  const unit = atoms[begin + 1];
  if (count === undefined || count > 60 || unit === undefined) return undefined;
  const factor =
    unit.is === 'week' ? 7 : unit.is === 'unit' && unit.minutes === 1440 ? 1 : undefined;
  if (factor === undefined) return undefined;
  const from = atoms[begin + 2];
  const base = atoms[begin + 3];
  if (from !== undefined && /^(?:from|after|ab|on)$/.test(from.text)) {
    if (base?.is === 'dayOffset') {
      return { value: { is: 'offset', days: count * factor + base.days }, next: begin + 4 };
    }
    if (base?.text === 'now')
      return { value: { is: 'offset', days: count * factor }, next: begin + 4 };
    if (base?.is === 'weekday' && factor === 7 && count === 1) {
      return { value: { is: 'weekday', weekday: base.weekday, weeks: 1 }, next: begin + 4 };
    }
    return undefined;
  }
  if (atoms[at]?.is === 'link' && factor === 1) {
    return { value: { is: 'offset', days: count }, next: begin + 2 };
  }
  return undefined;
}

/** A date by its number: with a month, in figures, or the day of the month alone ("the 14th"). */
function dateAt(reader: Reader, at: number): Read<DayRef> | undefined {
  const begin = skip(reader, at, 'the', 'link');
  const read =
    isoDate(reader, begin) ??
    monthThenDay(reader, begin) ??
    dayThenMonth(reader, begin) ??
    figures(reader, begin) ??
    dayAlone(reader, begin, begin > at);
  return read;
}

function isoDate(reader: Reader, at: number): Read<DayRef> | undefined {
  const [year, a, month, b, day] = reader.atoms.slice(at, at + 5);
  if (year?.is !== 'digits' || month?.is !== 'digits' || day?.is !== 'digits') return undefined;
  if (year.value < 1990 || year.value > 2100 || !isMark(a, '-') || !isMark(b, '-'))
    return undefined;
  return {
    value: { is: 'date', year: year.value, month: month.value, day: day.value },
    next: at + 5,
  };
}

/** The number of a day, in figures with or without ending, or in words. */
function dayNumber(reader: Reader, at: number): Read<number> | undefined {
  const atom = reader.atoms[at];
  const ended = hasOrdinalEnding(reader, at);
  const read =
    ended ??
    (atom?.is === 'digits' || atom?.is === 'ordinal' || atom?.is === 'number'
      ? { value: atom.value, next: at + 1 }
      : undefined);
  if (read === undefined || read.value < 1 || read.value > 31) return undefined;
  return read;
}

function monthThenDay(reader: Reader, at: number): Read<DayRef> | undefined {
  const month = monthAt(reader, at);
  if (month === undefined) return undefined;
  const day = dayNumber(reader, skip(reader, month.next, 'the'));
  if (day === undefined) return undefined;
  const followed = reader.atoms[day.next];
  // "May 2026" is a month; "May 10:30" an hour.
  if (isMark(followed, ':') && followed?.glued) return undefined;
  return withYear(reader, { is: 'date', month: month.value, day: day.value }, day.next);
}

function dayThenMonth(reader: Reader, at: number): Read<DayRef> | undefined {
  const day = dayNumber(reader, at);
  if (day === undefined) return undefined;
  const stop = isMark(reader.atoms[day.next], '.') && reader.atoms[day.next]!.glued ? 1 : 0;
  const month = monthAt(reader, skip(reader, day.next + stop, 'link', 'the'));
  if (month === undefined) return undefined;
  return withYear(reader, { is: 'date', month: month.value, day: day.value }, month.next);
}

function monthAt(reader: Reader, at: number): Read<number> | undefined {
  const atom = reader.atoms[at];
  if (atom?.is !== 'month') return undefined;
  const stop = reader.atoms[at + 1];
  const next = isMark(stop, '.') && stop?.glued && atom.to - atom.from <= 5 ? at + 2 : at + 1;
  return { value: atom.month, next };
}

function withYear(
  reader: Reader,
  date: DayRef & { readonly is: 'date' },
  at: number,
): Read<DayRef> {
  const place = isMark(reader.atoms[at], ',') ? at + 1 : at;
  const year = reader.atoms[place];
  const isYear =
    year?.is === 'digits' && year.value >= 1990 && year.value <= 2100 && year.to - year.from === 4;
  if (isYear) return { value: { ...date, year: year.value }, next: place + 1 };
  return { value: date, next: at };
}

/** "10/14", "14/10/2026", "10.9.", "7.6": the order of day and month is the language's or open. */
function figures(reader: Reader, at: number): Read<DayRef> | undefined {
  const { atoms, lexicon } = reader;
  const [first, mark, second] = atoms.slice(at, at + 3);
  if (first?.is !== 'digits' || second?.is !== 'digits' || mark?.glued !== true || !second.glued)
    return undefined;
  const dotted = isMark(mark, '.');
  if (!dotted && !isMark(mark, '/')) return undefined;
  const [a, b] = [first.value, second.value];
  if (a < 1 || b < 1 || a > 31 || b > 31 || (a > 12 && b > 12)) return undefined;
  let next = at + 3;
  const stop = atoms[next];
  const closed = dotted && isMark(stop, '.') && stop!.glued;
  // "2.30" is half past two: minutes have two figures and no full stop of a date behind them.
  if (dotted && !closed && second.to - second.from === 2 && !(b <= 12 && lexicon.language === 'de'))
    return undefined;
  if (closed && (lexicon.language !== 'en' || atoms[next + 1]?.glued === true)) next++;
  const year = atoms[next];
  let yearValue: number | undefined;
  if (!dotted && isMark(year, '/') && atoms[next + 1]?.is === 'digits') {
    yearValue = fullYear(numberOf(atoms[next + 1])!);
    next += 2;
  } else if (closed && year?.is === 'digits' && year.glued) {
    yearValue = fullYear(year.value);
    next++;
  }
  const withYearValue = yearValue === undefined ? {} : { year: yearValue };
  const dayFirst = { day: a, month: b };
  const monthFirst = { day: b, month: a };
  const only = a > 12 ? dayFirst : b > 12 ? monthFirst : undefined;
  if (only !== undefined) return { value: { is: 'date', ...only, ...withYearValue }, next };
  if (lexicon.language !== 'en')
    return { value: { is: 'date', ...dayFirst, ...withYearValue }, next };
  if (a === b) return { value: { is: 'date', ...dayFirst, ...withYearValue }, next };
  return { value: { is: 'date', ...monthFirst, ...withYearValue, swapped: dayFirst }, next };
}

function fullYear(value: number): number {
  return value < 100 ? 2000 + value : value;
}

/** "The 14th", "am 14.", "le 14", "the 14": the month is the coming one. */
function dayAlone(reader: Reader, at: number, introduced: boolean): Read<DayRef> | undefined {
  const { atoms, lexicon } = reader;
  const ended = hasOrdinalEnding(reader, at);
  if (ended !== undefined && ended.value >= 1 && ended.value <= 31) {
    if (lexicon.language === 'de' && !introduced && !isJoined(reader, at)) return undefined;
    // "The 2nd" is rather the second of what was offered, unless a date offered has that number.
    const isOption = ended.value <= reader.slotCount && !reader.slotDates.has(ended.value);
    if (isOption || atoms[ended.next]?.is === 'option') return undefined;
    if (atoms[ended.next]?.is === 'week') return undefined;
    return { value: { is: 'date', day: ended.value }, next: ended.next };
  }
  const atom = atoms[at];
  if (atom?.is === 'ordinal' && atom.value > Math.max(reader.slotCount, 5) && introduced) {
    return { value: { is: 'date', day: atom.value }, next: at + 1 };
  }
  if (!introduced || atom?.is !== 'digits' || atom.value < 1 || atom.value > 31) return undefined;
  const before = atoms[at - 1];
  const clock = clockAt(reader, at);
  if (clock === undefined || !clock.weak || isMark(atoms[at + 1], '/', ':', '-')) return undefined;
  const follows = atoms[at + 1];
  if (follows?.is === 'unit' || follows?.is === 'week' || follows?.is === 'option')
    return undefined;
  const byArticle =
    lexicon.language === 'en'
      ? before?.is === 'the' || (before?.text === 'on' && atom.value > 12)
      : lexicon.weekdayNumberIsDate &&
        before?.is === 'link' &&
        /^(?:le|el|il|du|del|al|au)$/.test(before.text);
  return byArticle ? { value: { is: 'date', day: atom.value }, next: at + 1 } : undefined;
}

/** In a list: "am 14. oder 15.". */
function isJoined(reader: Reader, at: number): boolean {
  const before = reader.atoms[at - 1];
  return (
    before?.is === 'or' ||
    before?.is === 'and' ||
    before?.is === 'weekday' ||
    before?.is === 'between'
  );
}

/** "16 and 17 October", "16 or 17 October": the month stands at the end. */
function datesOfOneMonth(reader: Reader, at: number): Read<readonly DayRef[]> | undefined {
  const days: number[] = [];
  let next = skip(reader, at, 'the', 'link');
  for (;;) {
    const day = dayNumber(reader, next);
    if (day === undefined || reader.atoms[next]?.is === 'number') return undefined;
    days.push(day.value);
    const joint = reader.atoms[day.next];
    if (joint?.is === 'or' || joint?.is === 'and' || isMark(joint, ',', '&')) {
      next = skip(reader, day.next + 1, 'or', 'and', 'the');
      if (days.length > 10) return undefined;
      continue;
    }
    const month = monthAt(reader, skip(reader, day.next, 'link', 'the'));
    if (month === undefined || days.length < 2) return undefined;
    return {
      value: days.map((each) => ({ is: 'date', day: each, month: month.value })),
      next: month.next,
    };
  }
}

/** "April 16, 17, 18 or 19th", "the 12th or 13th": later days that name no month. */
function moreDate(reader: Reader, at: number, last: DayRef): Read<DayRef> | undefined {
  if (last.is !== 'date') return undefined;
  const joint = reader.atoms[at];
  if (!(joint?.is === 'or' || joint?.is === 'and' || isMark(joint, ',', '&', '/')))
    return undefined;
  const place = skip(reader, at + 1, 'or', 'and', 'the');
  const day = hasOrdinalEnding(reader, place) ?? dayNumber(reader, place);
  if (day === undefined || reader.atoms[place]?.is !== 'digits') return undefined;
  const clock = clockAt(reader, place);
  const ended = hasOrdinalEnding(reader, place) !== undefined;
  if (!ended && (clock === undefined || !clock.weak || last.month === undefined)) return undefined;
  const after = reader.atoms[day.next];
  if (after?.is === 'month' || after?.is === 'unit' || isMark(after, ':')) return undefined;
  const month = last.month === undefined ? {} : { month: last.month };
  return { value: { is: 'date', day: day.value, ...month }, next: day.next };
}
