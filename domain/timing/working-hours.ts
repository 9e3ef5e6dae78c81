import { DateTime } from 'luxon';
import { InvalidInput } from '../errors.ts';

/** Minutes since midnight on the wall clock; `to` is exclusive and at most 1440. */
export type Window = { readonly from: number; readonly to: number };

/** The windows of each ISO weekday (index 0 is Monday), sorted and disjoint; or no limit at all. */
export type WorkingHours = 'always' | readonly (readonly Window[])[];

/** Reads "Mon-Fri 08:00-18:00", "Mon,Wed 09:00-12:00, 13:00-17:00; Sat 10:00-12:00" or "always". Throws InvalidInput. */
export function parseWorkingHours(text: string): WorkingHours {
  if (text.length > 500) throw misuse(text, 'it is too long');
  if (text.trim().toLowerCase() === 'always') return 'always';
  const week: Window[][] = Array.from({ length: 7 }, () => []);
  let days: number[] = [];
  let closed = true;
  for (const token of tokens(text)) {
    const window = asWindow(token, text);
    if (window) {
      for (const day of days.length > 0 ? days : everyDay) week[day]?.push(window);
      closed = true;
    } else {
      days = closed ? asDays(token, text) : [...days, ...asDays(token, text)];
      closed = false;
    }
  }
  if (!closed) throw misuse(text, 'the last days have no hours');
  if (week.every((windows) => windows.length === 0)) throw misuse(text, 'it names no hours');
  return week.map(merged);
}

/**
 * The first moment at or after `at` that is inside the hours on the wall clock of `zone` and not on a holiday.
 * `isHoliday` is asked for local dates as YYYY-MM-DD. Throws when no such moment comes within two years.
 */
export function nextOpen(input: {
  readonly at: Date;
  readonly hours: WorkingHours;
  readonly zone: string;
  readonly isHoliday: (date: string) => boolean;
}): Date {
  const at = DateTime.fromJSDate(input.at, { zone: input.zone });
  if (!at.isValid) throw new RangeError(`"${input.zone}" is not a time zone.`);
  for (let days = 0; days < 732; days++) {
    const day = at.startOf('day').plus({ days });
    if (input.isHoliday(day.toISODate())) continue;
    for (const window of windowsOn(day, input.hours)) {
      const open = firstInside(window, day, at);
      if (open) return open.toJSDate();
    }
  }
  throw new RangeError('The working hours leave no open time within two years.');
}

function firstInside(window: Window, day: DateTime, at: DateTime): DateTime | undefined {
  if (inside(at, day, window)) return at;
  const start = wallTime(day, window.from);
  return start > at && inside(start, day, window) ? start : undefined;
}

function inside(moment: DateTime, day: DateTime, window: Window): boolean {
  if (!moment.hasSame(day, 'day')) return false;
  const minute = moment.hour * 60 + moment.minute;
  return minute >= window.from && minute < window.to;
}

/** The moment a wall clock shows `minute` that day; where the clock skips it, the moment after the skip. */
function wallTime(day: DateTime, minute: number): DateTime {
  const moment = day.set({ hour: Math.floor(minute / 60), minute: minute % 60 });
  if (moment.hour * 60 + moment.minute === minute) return moment;
  let before = moment.minus({ hours: 4 }).toMillis();
  let after = moment.toMillis();
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (DateTime.fromMillis(middle, { zone: day.zone }).offset === moment.offset) after = middle;
    else before = middle;
  }
  return DateTime.fromMillis(after, { zone: day.zone });
}

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const wholeDay: readonly Window[] = [{ from: 0, to: 1440 }];

function windowsOn(day: DateTime, hours: WorkingHours): readonly Window[] {
  return hours === 'always' ? wholeDay : (hours[day.weekday - 1] ?? []);
}

function tokens(text: string): readonly string[] {
  return text
    .replace(/[–—]/g, '-')
    .split(/[\s,;]+/)
    .filter((token) => token !== '');
}

function asWindow(token: string, text: string): Window | undefined {
  const match = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(token);
  if (!match) return undefined;
  const [fromHour, fromMinute, toHour, toMinute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const from = fromHour * 60 + fromMinute;
  const to = toHour * 60 + toMinute;
  if (fromMinute > 59 || toMinute > 59 || to > 1440)
    throw misuse(text, `${token} is not a time of day`);
  if (from >= to) throw misuse(text, `${token} does not end after it begins`);
  return { from, to };
}

function asDays(token: string, text: string): number[] {
  const [first, last, ...more] = token.split('-').map((name) => dayIndex(name, text));
  if (first === undefined || more.length > 0) throw misuse(text, `"${token}" is not understood`);
  const length = last === undefined ? 1 : ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => (first + index) % 7);
}

function dayIndex(name: string, text: string): number {
  const lower = name.toLowerCase();
  const index = lower.length < 3 ? -1 : dayNames.findIndex((day) => day.startsWith(lower));
  if (index < 0) throw misuse(text, `"${name}" is neither a day nor a time`);
  return index;
}

function merged(windows: readonly Window[]): readonly Window[] {
  const result: Window[] = [];
  for (const window of windows.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && window.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, window.to) };
    else result.push(window);
  }
  return result;
}

function misuse(text: string, reason: string): InvalidInput {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return new InvalidInput(
    `Could not read the working hours "${shown}": ${reason}. ` +
      'Write days and hours such as "Mon-Fri 08:00-18:00" or "Mon-Thu 09:00-12:00, 13:00-17:00; Fri 09:00-12:00", or "always".',
    'workingHours',
  );
}
