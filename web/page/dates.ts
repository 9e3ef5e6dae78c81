import { DateTime } from 'luxon';
import { placeOf } from '../../domain/timing/time-zone.ts';

/** How times read in one person's zone. Inputs are RFC 3339; `now` is the page's own. */
export type Clock = {
  readonly zone: string;
  readonly now: Date;
};

/** "Tue 4 March, 09:12"; the year only when it is another one. */
export function absolute(at: string, clock: Clock): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const parts = partsOf(time, clock.zone);
  const year = parts['year'] === partsOf(clock.now, clock.zone)['year'] ? '' : ` ${parts['year']}`;
  const { weekday, day, month, hour, minute } = parts;
  return `${weekday} ${day} ${month}${year}, ${hour}:${minute}`;
}

/** "Mon 9 November, 16:00 (15:00 in London)"; their clock is left out where it shows the same, or is not known. */
export function bothClocks(at: string, zone: string | undefined, clock: Clock): string {
  const yours = absolute(at, clock);
  if (zone === undefined) return yours;
  const theirs = absolute(at, { ...clock, zone });
  if (theirs === yours) return yours;
  const [day, hour] = theirs.split(', ');
  return `${yours} (${yours.startsWith(`${day},`) ? hour : theirs} in ${placeOf(zone)})`;
}

/** "today 09:12", "tomorrow 09:12"; another day as `absolute` has it. */
export function dayAndTime(at: Date, clock: Clock): string {
  const days = DateTime.fromJSDate(at, { zone: clock.zone })
    .startOf('day')
    .diff(DateTime.fromJSDate(clock.now, { zone: clock.zone }).startOf('day'), 'days').days;
  const { hour, minute } = partsOf(at, clock.zone);
  // Between two midnights a day may have 23 or 25 hours.
  if (Math.round(days) === 0) return `today ${hour}:${minute}`;
  if (Math.round(days) === 1) return `tomorrow ${hour}:${minute}`;
  return absolute(at.toISOString(), clock);
}

function partsOf(time: Date, zone: string): Readonly<Record<string, string>> {
  const parts = formatFor(zone).formatToParts(time);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than using it a hundred times, and a board shows hundreds of times. */
function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}

const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

const inWords = new Intl.RelativeTimeFormat('en');

/** "in 3 days", "20 minutes ago", "just now": whole units that have passed or are to pass, a month being 30 days. */
export function relative(at: string, clock: Clock): string {
  const seconds = (Date.parse(at) - clock.now.getTime()) / 1000;
  if (Number.isNaN(seconds)) return '';
  if (Math.abs(seconds) < 45) return seconds < 0 ? 'just now' : 'in a moment';
  const [unit, length] = units.find((each) => Math.abs(seconds) >= each[1])!;
  return inWords.format(Math.trunc(seconds / length), unit);
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
