import { type CivilDay, civilDay, mondayOf, partsOfDay, weekdayOf } from './civil-day.ts';
import type { DayRef, WeekRef } from './expression.ts';
import type { Group } from './group.ts';
import type { Setting } from './setting.ts';

/** The days that may be meant. They are certain when the mail leaves no other. */
export type Days = { readonly days: readonly CivilDay[]; readonly certain: boolean };

const nothing: Days = { days: [], certain: false };

/** The days a group names; undefined when it names none. */
export function daysOf(group: Group, setting: Setting): Days | undefined {
  const week = group.week === undefined ? undefined : weekDays(group.week, setting);
  if (group.days.length > 0) {
    const all = group.days.map((day) => resolvedDay(day, setting, week));
    return {
      days: [...new Set(all.flatMap((each) => each.days))],
      certain: all.every((each) => each.certain),
    };
  }
  if (group.dayRange !== undefined) {
    const range = rangeDays(group.dayRange, setting, week);
    if (week === undefined || range.days.length === 0 || isNamedInWeek(group)) return range;
    return {
      days: week.days.filter((day) => range.days.includes(day)),
      certain: week.certain && range.certain,
    };
  }
  return week;
}

/** "Tuesday to Thursday next week": the week was used for the weekdays already. */
function isNamedInWeek(group: Group): boolean {
  return [group.dayRange?.from, group.dayRange?.to].some((ref) => ref?.is === 'weekday');
}

export function resolvedDay(ref: DayRef, setting: Setting, week?: Days): Days {
  switch (ref.is) {
    case 'offset':
      return { days: [setting.today + ref.days], certain: true };
    case 'date':
      return resolvedDate(ref, setting);
    case 'weekday':
      return resolvedWeekday(ref, setting, week);
  }
}

function resolvedWeekday(
  ref: DayRef & { readonly is: 'weekday' },
  setting: Setting,
  week?: Days,
): Days {
  if (ref.which === 'past') return nothing;
  if (week !== undefined) {
    const days = week.days.filter(
      (day) => weekdayOf(day) === ref.weekday && day > setting.today - 1,
    );
    // A week's working days were kept; a Saturday "next week" is in it all the same.
    if (days.length > 0) return { days, certain: week.certain };
    const monday = week.days[0] === undefined ? undefined : mondayOf(week.days[0]);
    const day = monday === undefined ? undefined : monday + ref.weekday - 1;
    return day === undefined || day <= setting.today
      ? nothing
      : { days: [day], certain: week.certain };
  }
  const coming = comingWeekday(ref.weekday, setting.today);
  if (ref.weeks !== undefined) return { days: [coming + 7 * ref.weeks], certain: true };
  if (ref.which === 'next') {
    const isNextWeek = mondayOf(coming) > mondayOf(setting.today);
    return isNextWeek
      ? { days: [coming], certain: true }
      : { days: [coming, coming + 7], certain: false };
  }
  if (ref.which === 'this') return { days: [coming], certain: true };
  const offered = setting.slotDays.filter((day) => weekdayOf(day) === ref.weekday);
  // Beside an offer for this week "Friday" is this week's; beside one for the next it may be that week's.
  const isOfferedWeek = setting.slotDays.some((day) => mondayOf(day) === mondayOf(coming));
  if (offered.length === 0 && isOfferedWeek) return { days: [coming], certain: true };
  const near =
    offered.length > 0
      ? offered
      : setting.slotDays
          .map((day) => mondayOf(day) + ref.weekday - 1)
          .filter((day) => day > setting.today);
  const days = [...new Set([coming, ...near])].toSorted((a, b) => a - b);
  return { days, certain: days.length === 1 };
}

/** The next day with this weekday; on the weekday itself the one a week later. */
export function comingWeekday(weekday: number, today: CivilDay): CivilDay {
  return today + ((weekday - weekdayOf(today) + 7) % 7 || 7);
}

function resolvedDate(ref: DayRef & { readonly is: 'date' }, setting: Setting): Days {
  if (ref.month === undefined) return dayOfMonth(ref, setting);
  const orders = [
    { day: ref.day, month: ref.month },
    ...(ref.swapped === undefined ? [] : [ref.swapped]),
  ];
  const found = orders
    .map((each) => nearestDate({ ...each, year: ref.year }, setting))
    .filter((day): day is CivilDay => day !== undefined)
    .filter((day) => ref.weekday === undefined || weekdayOf(day) === ref.weekday);
  const offered = found.filter((day) => setting.slotDays.includes(day));
  if (offered.length === 1) return { days: offered, certain: true };
  if (found.length === 1) return { days: found, certain: true };
  // 4 May or 5 April: what comes within two months, if only one of them does.
  if (ref.swapped !== undefined && isMonthFirst(setting.input.senderZone)) {
    return { days: found.slice(0, 1), certain: ref.weekday === undefined };
  }
  const soon = found.filter((day) => day - setting.today <= 62);
  return soon.length === 1 && found.length > 1
    ? { days: soon, certain: false }
    : { days: found, certain: false };
}

/** Where people write the month before the day. */
function isMonthFirst(zone: string | undefined): boolean {
  return /^(?:America\/(?:New_York|Chicago|Denver|Phoenix|Los_Angeles|Detroit|Boise|Anchorage)|Pacific\/Honolulu)$/.test(
    zone ?? '',
  );
}

function nearestDate(
  date: { readonly day: number; readonly month: number; readonly year: number | undefined },
  setting: Setting,
): CivilDay | undefined {
  if (date.year !== undefined) return civilDay(date.year, date.month, date.day);
  const { year } = partsOfDay(setting.today);
  const thisYear = civilDay(year, date.month, date.day);
  if (thisYear !== undefined && thisYear >= setting.today) return thisYear;
  return civilDay(year + 1, date.month, date.day);
}

/** "The 14th": of this month or the next; a weekday beside it may lead one month further. */
function dayOfMonth(ref: DayRef & { readonly is: 'date' }, setting: Setting): Days {
  const { year, month } = partsOfDay(setting.today);
  for (let ahead = 0; ahead < 3; ahead++) {
    const first = (month - 1 + ahead) % 12;
    const day = civilDay(year + Math.floor((month - 1 + ahead) / 12), first + 1, ref.day);
    if (day === undefined || day < setting.today) continue;
    if (ref.weekday === undefined || weekdayOf(day) === ref.weekday)
      return { days: [day], certain: true };
  }
  return nothing;
}

function rangeDays(range: NonNullable<Group['dayRange']>, setting: Setting, week?: Days): Days {
  const from = range.from === undefined ? undefined : resolvedDay(range.from, setting, week);
  const to = range.to === undefined ? undefined : resolvedDay(range.to, setting, week);
  const begin = from?.days[0] ?? setting.today + 1;
  const first = range.later === true ? begin + 1 : begin;
  let last = to?.days[0] ?? (from === undefined ? undefined : first + daysToFriday(first));
  if (last === undefined) return nothing;
  if (last < first && range.to?.is === 'weekday') last += 7;
  if (last < first || last - first > 31) return nothing;
  const certain = (from?.certain ?? true) && (to?.certain ?? true);
  return { days: workingDays(first, last, range), certain };
}

function daysToFriday(day: CivilDay): number {
  return Math.max(0, 5 - weekdayOf(day));
}

/** Weekends are in a range only when it begins or ends with one. */
function workingDays(
  first: CivilDay,
  last: CivilDay,
  range: NonNullable<Group['dayRange']>,
): readonly CivilDay[] {
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const named = [range.from, range.to].some((ref) => ref?.is === 'weekday' && ref.weekday > 5);
  return named ? days : days.filter((day) => weekdayOf(day) <= 5);
}

/** The working days of a week, a part of it, or a month. */
export function weekDays(week: WeekRef, setting: Setting): Days {
  if (week.past === true) return nothing;
  const monday = mondayOf(setting.today);
  if (week.of !== undefined) {
    const of = resolvedDay(week.of, setting);
    const day = of.days[0];
    return day === undefined ? nothing : { days: span(mondayOf(day), 5), certain: of.certain };
  }
  if (week.number !== undefined) return numberedWeek(week.number, setting);
  switch (week.week) {
    case 'this':
      return { days: edged(monday, week, setting.today), certain: true };
    case 'next':
      return { days: edged(monday + 7, week, setting.today), certain: true };
    case 'afterNext':
      return { days: edged(monday + 14, week, setting.today), certain: true };
    case 'following': {
      const last = setting.mentioned ?? Math.max(setting.today, ...setting.slotDays);
      return { days: edged(mondayOf(last) + 7, week, setting.today), certain: false };
    }
    case 'that':
      return setting.mentioned === undefined
        ? nothing
        : { days: edged(mondayOf(setting.mentioned), week, setting.today), certain: true };
    case 'month':
      return { days: monthDays(week, setting), certain: true };
    case 'week':
    case 'weekend':
      return { days: edged(monday, week, setting.today), certain: false };
  }
}

function span(first: CivilDay, length: number): readonly CivilDay[] {
  return Array.from({ length }, (_, index) => first + index);
}

function edged(monday: CivilDay, week: WeekRef, today: CivilDay): readonly CivilDay[] {
  if (week.weekend === true) return [monday + 5, monday + 6].filter((day) => day >= today);
  switch (week.edge) {
    case 'early':
      return span(monday, 3);
    case 'middle':
      return span(monday + 1, 3);
    case 'late':
      return span(monday + 2, 3).filter((day) => day >= today);
    case 'rest':
    case 'other':
      return span(monday, 5).filter((day) => day > today);
    case undefined:
      break;
  }
  return span(monday, 5);
}

function monthDays(week: WeekRef, setting: Setting): readonly CivilDay[] {
  const now = partsOfDay(setting.today);
  const month = week.month ?? ((now.month - 1 + (week.nth ?? 0)) % 12) + 1;
  const year = now.year + (month < now.month ? 1 : 0);
  const first = civilDay(year, month, 1)!;
  const next = civilDay(month === 12 ? year + 1 : year, (month % 12) + 1, 1)!;
  const length = next - first;
  let days = span(first, length);
  if (week.month !== undefined && week.nth !== undefined) {
    const monday = week.nth === -1 ? mondayOf(next - 1) : mondayOf(first + 7 * (week.nth - 1) + 3);
    days =
      week.nth === -1 && weekdayOf(next - 1) < 3
        ? span(monday - 7, weekdayOf(next - 1) + 7)
        : span(monday, 5);
  } else if (week.edge === 'early') days = days.slice(0, 10);
  else if (week.edge === 'middle') days = days.slice(10, 20);
  else if (week.edge === 'late') days = days.slice(20);
  return days.filter((day) => day > setting.today && weekdayOf(day) <= 5);
}

/** ISO 8601: week 1 holds the first Thursday of the year. */
function numberedWeek(number: number, setting: Setting): Days {
  if (number < 1) return nothing;
  const { year } = partsOfDay(setting.today);
  for (const each of [year, year + 1]) {
    const monday = mondayOf(civilDay(each, 1, 4)!) + 7 * (number - 1);
    if (monday + 6 >= setting.today) return { days: span(monday, 5), certain: true };
  }
  return nothing;
}
