import type { DayPart } from './answer.ts';
import type { Clock, DayRef, Expression, OptionRef, WeekRef } from './expression.ts';
import type { ZoneWord } from './lexicon/lexicon.ts';

export type ClockRange = { readonly from?: Clock; readonly to?: Clock; readonly dash: boolean };

/** Constraints that hold together: "Tuesday or Wednesday, after 3, my time". Lists are alternatives. */
export type Group = {
  readonly days: readonly DayRef[];
  readonly dayRange?: { readonly from?: DayRef; readonly to?: DayRef; readonly later?: boolean };
  readonly week?: WeekRef;
  readonly clocks: readonly Clock[];
  readonly ranges: readonly ClockRange[];
  readonly ends?: Clock;
  readonly parts: readonly DayPart[];
  readonly options: readonly OptionRef[];
  readonly shift?: { readonly minutes: number | undefined };
  readonly sameTime?: boolean;
  readonly any?: boolean;
  readonly zone?: ZoneWord;
  /** What was added last decides how a list goes on. */
  readonly last: 'day' | 'time' | 'option' | 'other';
  readonly first: number;
  readonly next: number;
};

/** The group with one more expression; undefined when the expression begins a group of its own. */
export function extended(
  group: Group | undefined,
  expression: Expression,
  how: { readonly listed: boolean; readonly dayFollows: boolean },
): Group | undefined {
  const started = group ?? emptyGroup(expression);
  const place = { next: expression.next };
  const timed = hasTime(started);
  const dayed = hasDay(started);
  switch (expression.kind) {
    case 'days': {
      const days = [...started.days, ...expression.days];
      const parts =
        expression.part === undefined ? started.parts : [...started.parts, expression.part];
      if (how.listed) {
        const goesOn =
          started.last === 'day' && started.days.length > 0 && expression.part === undefined;
        return goesOn ? { ...started, ...place, days, last: 'day' } : undefined;
      }
      if (started.days.length > 0 || started.dayRange !== undefined) return undefined;
      return { ...started, ...place, days, parts, last: 'day' };
    }
    case 'dayRange':
      if (how.listed || started.days.length > 0 || started.dayRange !== undefined) return undefined;
      return { ...started, ...place, dayRange: rangeOf(expression), last: 'day' };
    case 'week':
      if (how.listed || started.week !== undefined) return undefined;
      return { ...started, ...place, week: expression.week, last: 'day' };
    case 'hours':
      if (how.listed && (started.last !== 'time' || (dayed && how.dayFollows))) return undefined;
      if (!how.listed && (started.clocks.length > 0 || started.ranges.length > 0)) return undefined;
      return {
        ...started,
        ...place,
        clocks: [...started.clocks, ...expression.clocks],
        last: 'time',
      };
    case 'range':
      if (how.listed && (started.last !== 'time' || (dayed && how.dayFollows))) return undefined;
      if (!how.listed && started.clocks.length > 0) return undefined;
      return {
        ...started,
        ...place,
        ranges: [...started.ranges, clockRange(expression)],
        last: 'time',
      };
    case 'ends':
      return { ...started, ...place, ends: expression.to };
    case 'part':
      if (
        how.listed &&
        (started.last !== 'time' || started.parts.length === 0 || (dayed && how.dayFollows))
      ) {
        return undefined;
      }
      if (!how.listed && started.parts.length > 0) return undefined;
      return { ...started, ...place, parts: [...started.parts, expression.part], last: 'time' };
    case 'option': {
      const options = [...started.options, expression.option];
      if (how.listed)
        return started.last === 'option' ? { ...started, ...place, options } : undefined;
      if (started.options.length > 0 || (group !== undefined && !timed && !dayed)) return undefined;
      return { ...started, ...place, options, last: 'option' };
    }
    case 'shift':
      return { ...started, ...place, shift: { minutes: expression.minutes }, last: 'other' };
    case 'duration':
      return { ...started, ...place };
    case 'sameTime':
      return { ...started, ...place, sameTime: true, last: 'other' };
    case 'any':
      return { ...started, ...place, any: true };
    case 'zone':
      return { ...started, ...place, zone: expression.zone };
  }
}

function emptyGroup(expression: Expression): Group {
  return {
    days: [],
    clocks: [],
    ranges: [],
    parts: [],
    options: [],
    last: 'other',
    first: expression.first,
    next: expression.next,
  };
}

function rangeOf(
  expression: Expression & { readonly kind: 'dayRange' },
): NonNullable<Group['dayRange']> {
  return {
    ...(expression.from === undefined ? {} : { from: expression.from }),
    ...(expression.to === undefined ? {} : { to: expression.to }),
    ...(expression.later === true ? { later: true } : {}),
  };
}

function clockRange(expression: Expression & { readonly kind: 'range' }): ClockRange {
  return {
    dash: expression.dash,
    ...(expression.from === undefined ? {} : { from: expression.from }),
    ...(expression.to === undefined ? {} : { to: expression.to }),
  };
}

export function hasTime(group: Group): boolean {
  return group.clocks.length > 0 || group.ranges.length > 0 || group.parts.length > 0;
}

export function hasDay(group: Group): boolean {
  return group.days.length > 0 || group.dayRange !== undefined || group.week !== undefined;
}

/** A group that names no time at all: only a length, a zone or "any". */
export function isIdle(group: Group): boolean {
  return (
    !hasTime(group) &&
    !hasDay(group) &&
    group.options.length === 0 &&
    group.shift === undefined &&
    group.sameTime === undefined &&
    group.ends === undefined
  );
}

/** Whether two groups are halves of one time: "Wednesday is good. 3pm?" */
export function areHalves(a: Group, b: Group): boolean {
  if (
    a.options.length > 0 ||
    b.options.length > 0 ||
    a.shift !== undefined ||
    b.shift !== undefined
  )
    return false;
  const dayThenTime = hasDay(a) && !hasTime(a) && hasTime(b) && !hasDay(b);
  const timeThenDay = hasTime(a) && !hasDay(a) && hasDay(b) && !hasTime(b);
  const weekThenDay =
    isWeekOnly(a) &&
    b.days.length > 0 &&
    b.week === undefined &&
    b.days.every((day) => day.is === 'weekday' && day.which === undefined);
  return dayThenTime || timeThenDay || weekThenDay || isOneTimeTwice(a, b);
}

/** "9 am (Houston), which is 11 am (Sao Paulo) on Friday": the same hour on two clocks. */
function isOneTimeTwice(a: Group, b: Group): boolean {
  const zoned = (group: Group): boolean =>
    group.clocks.length > 0 && group.clocks.every((clock) => clock.zone !== undefined);
  return zoned(a) && zoned(b) && !(hasDay(a) && hasDay(b));
}

function isWeekOnly(group: Group): boolean {
  return (
    group.week !== undefined &&
    group.days.length === 0 &&
    group.dayRange === undefined &&
    !hasTime(group)
  );
}

export function merged(a: Group, b: Group): Group {
  const dayRange = a.dayRange ?? b.dayRange;
  const week = a.week ?? b.week;
  const ends = a.ends ?? b.ends;
  const zone = b.zone ?? a.zone;
  return {
    days: [...a.days, ...b.days],
    clocks: [...a.clocks, ...b.clocks],
    ranges: [...a.ranges, ...b.ranges],
    parts: [...a.parts, ...b.parts],
    options: [],
    ...(dayRange === undefined ? {} : { dayRange }),
    ...(week === undefined ? {} : { week }),
    ...(ends === undefined ? {} : { ends }),
    ...(zone === undefined ? {} : { zone }),
    ...(a.any === true || b.any === true ? { any: true } : {}),
    last: b.last,
    first: a.first,
    next: b.next,
  };
}
