import type { CalendarComponent, CalendarProperty } from '../../classify/calendar/content-lines.ts';
import { utc } from '../../classify/calendar/zone.ts';
import { wallTime } from '../../classify/calendar/time.ts';
import { type Clock, ianaClock, utcClock, zoneClock } from '../../classify/calendar/zone-clock.ts';

/** A DATE or DATE-TIME (RFC 5545 section 3.3.4 and 3.3.5). */
export type Stamp =
  /** Milliseconds of the day's midnight, read as UTC. */
  | { readonly kind: 'date'; readonly wall: number }
  /** Milliseconds of the wall time, read as UTC, and the clock that shows it. */
  | { readonly kind: 'time'; readonly wall: number; readonly clock: Clock; readonly utc: boolean };

/** Finds the clocks of one calendar, each once. */
export type Clocks = {
  /** For floating times; undefined when the calendar names a zone that cannot be known. */
  readonly floating: Clock | undefined;
  /** The user's own, which whole days begin and end by. */
  readonly own: Clock;
  readonly named: (tzid: string) => Clock | undefined;
};

export function clocksOf(calendar: CalendarComponent, ownZone: string): Clocks {
  const found = new Map<string, Clock | undefined>();
  const own = ianaClock(ownZone);
  const named = (tzid: string): Clock | undefined => {
    if (!found.has(tzid)) found.set(tzid, zoneClock(tzid, calendar));
    return found.get(tzid);
  };
  const whole = calendar.properties.find(({ name }) => name === 'X-WR-TIMEZONE')?.value.trim();
  return { own, named, floating: whole === undefined || whole === '' ? own : named(whole) };
}

/** Undefined when it is no date, or its zone cannot be known. */
export function stampOf(
  value: string,
  property: Pick<CalendarProperty, 'parameters'>,
  clocks: Clocks,
): Stamp | undefined {
  const text = value.trim();
  const day = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (day !== null) {
    const wall = wallTime(`${text}T000000`);
    return wall === undefined ? undefined : { kind: 'date', wall: utc(wall) };
  }
  const read = wallTime(text);
  if (read === undefined) return undefined;
  const wall = utc(read);
  if (/z$/i.test(text)) return { kind: 'time', wall, clock: utcClock, utc: true };
  const tzid = property.parameters.get('TZID');
  const clock = tzid === undefined ? clocks.floating : clocks.named(tzid);
  return clock === undefined ? undefined : { kind: 'time', wall, clock, utc: false };
}

/** The wall time that another property of an event (EXDATE, RECURRENCE-ID, UNTIL) has on the clock of its start. */
export function wallOn(start: Stamp, stamp: Stamp, clocks: Clocks): number {
  if (start.kind === 'date') return dateOf(stamp, clocks);
  if (stamp.kind === 'date') return stamp.wall;
  if (stamp.clock === start.clock) return stamp.wall;
  return start.clock.wall(stamp.clock.instant(stamp.wall));
}

/**
 * The date of a whole day that is written as a time. Exchange writes midnight on the clock of its zone; in UTC that is
 * another hour, and sometimes another day.
 */
function dateOf(stamp: Stamp, clocks: Clocks): number {
  if (stamp.kind === 'date') return stamp.wall;
  const written = midnight(stamp.wall);
  const hour = stamp.wall - written;
  if (!stamp.utc || hour === 0 || hour === lastSecond) return written;
  return midnight((clocks.floating ?? clocks.own).wall(stamp.wall));
}

const day = 86_400_000;
const lastSecond = day - 1000;

export function midnight(wall: number): number {
  return Math.floor(wall / day) * day;
}
