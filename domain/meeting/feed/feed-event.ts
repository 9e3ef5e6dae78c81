import type { CalendarComponent, CalendarProperty } from '../../classify/calendar/content-lines.ts';
import { calendarText, propertyNamed } from '../../classify/calendar/content-lines.ts';
import { type Clocks, midnight, type Stamp, stampOf, wallOn } from './stamp.ts';

/** One VEVENT, with its times on their clocks. */
export type FeedEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly start: Stamp;
  readonly length: Length;
  readonly rules: readonly string[];
  readonly extra: readonly { readonly start: Stamp; readonly length: Length }[];
  readonly excluded: readonly Stamp[];
  /** Which instance of a series it is in place of. */
  readonly instead: Stamp | undefined;
  /** RANGE=THISANDFUTURE: and of all later ones. */
  readonly andFuture: boolean;
  readonly standing: 'busy' | 'free' | 'cancelled';
  readonly summary: string;
  /** False when a part of it could not be read: there may be more of it. */
  readonly whole: boolean;
};

/** DTEND fixes the exact time from start to end, the days of a DURATION are counted by the calendar (RFC 5545 section 3.8.5.3). */
export type Length = { readonly days: number; readonly milliseconds: number };

/** The properties that say when an event is and whether it takes the time; the others are not kept. */
export const timeProperties = new Set([
  'UID',
  'SEQUENCE',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'STATUS',
  'TRANSP',
  'SUMMARY',
  'ATTENDEE',
  'X-MICROSOFT-CDO-BUSYSTATUS',
  'FREEBUSY',
]);

/** Undefined when its start cannot be read. `own` are the addresses of the calendar's owner, lower-case. */
export function feedEvent(
  component: CalendarComponent,
  calendar: {
    readonly clocks: Clocks;
    readonly own: ReadonlySet<string>;
    readonly cancelled: boolean;
    readonly microsoft: boolean;
  },
): FeedEvent | undefined {
  const { clocks } = calendar;
  const dtstart = propertyNamed(component, 'DTSTART');
  const start = dtstart && stampOf(dtstart.value, dtstart, clocks);
  if (start === undefined) return undefined;
  const length = lengthOf(component, start, clocks);
  const lists = dateLists(component, start, length ?? noLength, clocks);
  const instead = propertyNamed(component, 'RECURRENCE-ID');
  const replaced = instead && stampOf(instead.value, instead, clocks);
  const summary = calendarText(propertyNamed(component, 'SUMMARY')?.value.slice(0, 500) ?? '');
  return {
    uid: propertyNamed(component, 'UID')?.value.trim() ?? '',
    sequence: Math.trunc(Number(propertyNamed(component, 'SEQUENCE')?.value.trim())) || 0,
    start,
    length: length ?? noLength,
    rules: component.properties.filter(({ name }) => name === 'RRULE').map(({ value }) => value),
    extra: lists.extra,
    excluded: lists.excluded,
    instead: replaced,
    andFuture: /^THISANDFUTURE$/i.test(instead?.parameters.get('RANGE') ?? ''),
    standing: calendar.cancelled ? 'cancelled' : standingOf(component, summary, calendar),
    summary,
    whole:
      length !== undefined &&
      lists.whole &&
      component.properties.every(({ name, cut }) => cut !== true || name === 'EXDATE') &&
      (instead === undefined) === (replaced === undefined),
  };
}

const noLength: Length = { days: 0, milliseconds: 0 };
const day = 86_400_000;

function lengthOf(component: CalendarComponent, start: Stamp, clocks: Clocks): Length | undefined {
  const dtend = propertyNamed(component, 'DTEND');
  const duration = propertyNamed(component, 'DURATION');
  if (dtend === undefined && duration === undefined)
    return start.kind === 'date' ? { days: 1, milliseconds: 0 } : noLength;
  const length =
    dtend === undefined
      ? durationOf(duration!.value)
      : between(start, stampOf(dtend.value, dtend, clocks), clocks);
  if (length === undefined || length.days < 0 || length.milliseconds < 0) return undefined;
  if (start.kind === 'time') return length;
  // A whole day is at least one: some programs write the same date as the end.
  const days = length.days + Math.ceil(length.milliseconds / day);
  return { days: Math.max(1, days), milliseconds: 0 };
}

function between(start: Stamp, end: Stamp | undefined, clocks: Clocks): Length | undefined {
  if (end === undefined) return undefined;
  if (start.kind === 'date') {
    const last = wallOn(start, end, clocks);
    const begun = end.kind === 'time' && !end.utc && end.wall > midnight(end.wall) ? 1 : 0;
    return { days: Math.round((last - start.wall) / day) + begun, milliseconds: 0 };
  }
  const until = end.kind === 'date' ? start.clock.instant(end.wall) : end.clock.instant(end.wall);
  return { days: 0, milliseconds: until - start.clock.instant(start.wall) };
}

/** RFC 5545 section 3.3.6; a length is not negative. */
function durationOf(value: string): Length | undefined {
  const parts =
    /^\s*\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?\s*$/i.exec(
      value,
    );
  if (parts === null) return undefined;
  const [weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return {
    days: weeks! * 7 + days!,
    milliseconds: ((hours! * 60 + minutes!) * 60 + seconds!) * 1000,
  };
}

function dateLists(
  component: CalendarComponent,
  start: Stamp,
  length: Length,
  clocks: Clocks,
): Pick<FeedEvent, 'extra' | 'excluded' | 'whole'> {
  const extra: { start: Stamp; length: Length }[] = [];
  const excluded: Stamp[] = [];
  let whole = true;
  for (const property of component.properties) {
    if (property.name === 'RDATE') {
      for (const value of property.value.split(',')) {
        const period = periodOf(value, property, { start, length, clocks });
        if (period === undefined) whole = false;
        else extra.push(period);
      }
    } else if (property.name === 'EXDATE') {
      // What cannot be read as an exception leaves the time busy.
      for (const value of property.value.split(',')) {
        const stamp = stampOf(value, property, clocks);
        if (stamp !== undefined) excluded.push(stamp);
      }
    }
  }
  return { extra, excluded, whole };
}

/** A PERIOD (section 3.3.9), or a time alone, which is as long as the event. */
function periodOf(
  value: string,
  property: CalendarProperty,
  event: { readonly start: Stamp; readonly length: Length; readonly clocks: Clocks },
): { readonly start: Stamp; readonly length: Length } | undefined {
  const [first = '', last] = value.split('/');
  const start = stampOf(first, property, event.clocks);
  if (start === undefined) return undefined;
  if (last === undefined) return { start: sameKind(start, event.start), length: event.length };
  const length = /^\s*\+?P/i.test(last)
    ? durationOf(last)
    : between(start, stampOf(last, property, event.clocks), event.clocks);
  return length === undefined || length.milliseconds < 0 ? undefined : { start, length };
}

/** A further date of an event with a time of day has that time. */
function sameKind(stamp: Stamp, start: Stamp): Stamp {
  if (stamp.kind === 'time' || start.kind === 'date') return stamp;
  return { ...start, wall: stamp.wall + (start.wall - midnight(start.wall)) };
}

/** The busy periods of a VFREEBUSY (section 3.6.4). Undefined when one cannot be read. */
export function busyPeriods(
  component: CalendarComponent,
  clocks: Clocks,
): readonly { readonly start: Stamp; readonly length: Length }[] | undefined {
  const periods: { start: Stamp; length: Length }[] = [];
  for (const property of component.properties) {
    if (property.name !== 'FREEBUSY') continue;
    if (/^FREE$/i.test(property.parameters.get('FBTYPE') ?? '')) continue;
    if (property.cut === true) return undefined;
    for (const value of property.value.split(',')) {
      const period = value.includes('/')
        ? periodOf(value, property, { start: midnightUtc, length: noLength, clocks })
        : undefined;
      if (period === undefined) return undefined;
      periods.push(period);
    }
  }
  return periods;
}

const midnightUtc: Stamp = { kind: 'date', wall: 0 };

function standingOf(
  component: CalendarComponent,
  summary: string,
  calendar: { readonly own: ReadonlySet<string>; readonly microsoft: boolean },
): FeedEvent['standing'] {
  const value = (name: string): string =>
    propertyNamed(component, name)?.value.trim().toUpperCase() ?? '';
  if (/^CANCELL?ED$/.test(value('STATUS'))) return 'cancelled';
  // Outlook publishes a cancelled meeting as a confirmed one with another title.
  if (calendar.microsoft && /^cancell?ed:/i.test(summary)) return 'cancelled';
  const free =
    value('TRANSP') === 'TRANSPARENT' ||
    value('X-MICROSOFT-CDO-BUSYSTATUS') === 'FREE' ||
    component.properties.some((property) => declined(property, calendar.own));
  return free ? 'free' : 'busy';
}

/** Only the owner's own answer frees the time; that of another attendee does not. */
function declined(property: CalendarProperty, own: ReadonlySet<string>): boolean {
  if (property.name !== 'ATTENDEE') return false;
  if (!/^DECLINED$/i.test(property.parameters.get('PARTSTAT') ?? '')) return false;
  const address = property.value
    .trim()
    .replace(/^mailto:\s*/i, '')
    .toLowerCase();
  return own.has(address) || own.has(property.parameters.get('EMAIL')?.toLowerCase() ?? '');
}
