import { DateTime } from 'luxon';

/** Three in the afternoon of a working day about a week from `now`, on the clock of `timeZone`. */
export function afternoon(now: Date, timeZone: string): DateTime {
  const day = DateTime.fromJSDate(now, { zone: timeZone }).setLocale('en').plus({ days: 7 });
  const isWeekend = day.weekday > 5;
  return day
    .plus({ days: isWeekend ? 3 : 0 })
    .set({ hour: 15, minute: 0, second: 0, millisecond: 0 });
}

/** A date as out-of-office replies have it. */
export function inTenDays(now: Date): string {
  return DateTime.fromJSDate(now, { zone: 'UTC' })
    .setLocale('en')
    .plus({ days: 10 })
    .toFormat('d LLLL yyyy');
}
