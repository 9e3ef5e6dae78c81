import { DateTime } from 'luxon';
import { milliseconds } from './duration.ts';
import { countryOf, holidayOn } from './holidays.ts';
import type { Policy } from '../policy.ts';
import { placeOf } from './time-zone.ts';
import { weekendIn, weekendOf } from './weekend.ts';
import { nextOpen, parseWorkingHours, type Window, type WorkingHours } from './working-hours.ts';

/** A mailbox's next free moment for one mail. `why` is a sentence for the person who waits for it. */
export type Slot = { readonly at: Date; readonly why: string };

/**
 * The first moment from `earliest` on that is inside the contact's working hours, not on their public holiday, within
 * the mailbox's daily limit (a day in `mailboxZone`), and apart from every taken time by the spacing and a jitter of up
 * to half of it. The same `random` gives the same slot.
 */
export function chooseSlot(input: {
  readonly earliest: Date;
  readonly contactZone: string;
  /** ISO 3166 code; guessed from the contact's time zone when undefined. */
  readonly country: string | undefined;
  readonly mailboxZone: string;
  readonly policy: Pick<Policy, 'workingHours' | 'holidays' | 'dailyLimit' | 'spacing'>;
  /** Times already sent or planned for this mailbox, in any order. */
  readonly taken: readonly Date[];
  /** From 0 to below 1. */
  readonly random: () => number;
}): Slot {
  const { contactZone, mailboxZone, policy } = input;
  const hours = onWorkdays(parseWorkingHours(policy.workingHours), () =>
    input.country === undefined ? weekendIn(contactZone) : weekendOf(input.country),
  );
  const country = holidayCountry(input);
  const spacing = milliseconds(policy.spacing);
  const jitter = Math.floor((spacing / 2) * input.random());
  const taken = Float64Array.from(input.taken, (time) => time.getTime()).toSorted();
  const reasons = new Set<string>();

  const open = (from: number): number => {
    let holiday: string | undefined;
    const isHoliday = (date: string): boolean => {
      const name = country === undefined ? undefined : holidayOn(country, date);
      holiday ??= name;
      return name !== undefined;
    };
    const ask = (at: Date) => nextOpen({ at, hours, zone: contactZone, isHoliday }).getTime();
    const opening = ask(new Date(from));
    if (opening === from) return from;
    reasons.add(holiday === undefined ? 'outside working hours until then' : `${holiday} there`);
    // Not on the stroke of eight: a jitter keeps the first mail of the day from looking like a machine's.
    return ask(new Date(opening + jitter)) === opening + jitter ? opening + jitter : opening;
  };

  let at = input.earliest.getTime();
  // Every round but the last moves past a taken time or a day that is full or closed.
  for (;;) {
    const before = at;
    at = apart(taken, at, spacing === 0 ? 0 : spacing + jitter);
    if (at !== before) reasons.add('spaced from the mails before it');
    const opening = open(at);
    const day = firstDayWithRoom(
      taken,
      dayAround(opening, mailboxZone),
      mailboxZone,
      policy.dailyLimit,
    );
    if (day.start > opening) {
      reasons.add(`${policy.dailyLimit} mails are planned for ${weekday(opening, mailboxZone)}`);
      at = day.start;
    } else if (opening === at) break;
    else at = opening;
  }
  return { at: new Date(at), why: sentence(at, contactZone, reasons) };
}

/**
 * Hours of Monday to Friday mean the working week: where a country rests on other days, they hold on its workdays.
 * Any other choice of days was made on purpose.
 */
function onWorkdays(hours: WorkingHours, rest: () => readonly number[]): WorkingHours {
  if (hours === 'always') return hours;
  const [monday = [], ...others] = hours;
  const same = (day: readonly Window[] | undefined) =>
    JSON.stringify(day) === JSON.stringify(monday);
  const isOfficeWeek =
    monday.length > 0 &&
    others.slice(0, 4).every(same) &&
    others.slice(4).every((day) => day.length === 0);
  if (!isOfficeWeek) return hours;
  const weekend = rest();
  return hours.map((_, index) => (weekend.includes(index + 1) ? [] : monday));
}

/** A country is guessed only for those who keep office hours: "always" is taken at its word. */
function holidayCountry(input: {
  readonly contactZone: string;
  readonly country: string | undefined;
  readonly policy: Pick<Policy, 'holidays' | 'workingHours'>;
}): string | undefined {
  const { holidays, workingHours } = input.policy;
  switch (holidays) {
    case 'off':
      return undefined;
    case 'on':
      if (input.country !== undefined) return input.country;
      return parseWorkingHours(workingHours) === 'always'
        ? undefined
        : countryOf(input.contactZone);
    default:
      return holidays;
  }
}

/** The first time from `at` on that is at least `gap` away from every taken one (sorted). */
function apart(taken: Float64Array, at: number, gap: number): number {
  let free = at;
  for (let index = firstFrom(taken, at - gap + 1); index < taken.length; index++) {
    const time = taken[index] ?? Infinity;
    if (time >= free + gap) break;
    free = time + gap;
  }
  return free;
}

type Day = { readonly start: number; readonly end: number };

function firstDayWithRoom(taken: Float64Array, first: Day, zone: string, limit: number): Day {
  let day = first;
  while (firstFrom(taken, day.end) - firstFrom(taken, day.start) >= limit)
    day = { start: day.end, end: endOfDay(day.end, zone) };
  return day;
}

/** Index of the first sorted value that is not below `least`. */
function firstFrom(sorted: Float64Array, least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function dayAround(at: number, zone: string): Day {
  const start = DateTime.fromMillis(at, { zone }).startOf('day').toMillis();
  return { start, end: endOfDay(start, zone) };
}

function endOfDay(at: number, zone: string): number {
  return DateTime.fromMillis(at, { zone }).plus({ days: 1 }).startOf('day').toMillis();
}

function weekday(at: number, zone: string): string {
  return DateTime.fromMillis(at, { zone, locale: 'en' }).toFormat('cccc d LLLL');
}

function sentence(at: number, zone: string, reasons: ReadonlySet<string>): string {
  const when = DateTime.fromMillis(at, { zone, locale: 'en' }).toFormat('cccc d LLLL HH:mm');
  const why = reasons.size === 0 ? 'no need to wait' : [...reasons].slice(0, 3).join('; ');
  return `${when} in ${placeOf(zone)}: ${why}.`;
}
