import { DateTime } from 'luxon';

/** How times read in one person's zone. Inputs are RFC 3339; `now` is the page's own. */
export type Clock = {
  readonly zone: string;
  readonly now: Date;
};

/** "Tue 4 March, 09:12"; the year only when it is another one. */
export function absolute(at: string, clock: Clock): string {
  const time = DateTime.fromISO(at, { zone: clock.zone }).setLocale('en-GB');
  if (!time.isValid) return at;
  const thisYear = DateTime.fromJSDate(clock.now, { zone: clock.zone }).year;
  return time.toFormat(time.year === thisYear ? 'ccc d LLLL, HH:mm' : 'ccc d LLLL yyyy, HH:mm');
}

/** "in 3 days", "20 minutes ago", "just now". */
export function relative(at: string, clock: Clock): string {
  const time = DateTime.fromISO(at, { zone: clock.zone });
  if (!time.isValid) return '';
  const base = DateTime.fromJSDate(clock.now, { zone: clock.zone });
  const seconds = time.diff(base, 'seconds').seconds;
  if (Math.abs(seconds) < 45) return seconds < 0 ? 'just now' : 'in a moment';
  return time.toRelative({ base, locale: 'en' }) ?? '';
}

/** The value of a datetime-local field. */
export function fieldValue(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

/** What a datetime-local field says, read in `zone`; undefined when it is no time. */
export function fromField(value: string, zone: string): string | undefined {
  const time = DateTime.fromISO(value, { zone });
  return time.isValid ? (time.toUTC().toISO() ?? undefined) : undefined;
}
