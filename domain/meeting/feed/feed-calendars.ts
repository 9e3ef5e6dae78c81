import {
  type CalendarComponent,
  calendarProperties,
  type CalendarProperty,
  propertyNamed,
} from '../../classify/calendar/content-lines.ts';
import { timeProperties } from './feed-event.ts';
import type { Window } from './series.ts';

/** One VCALENDAR: its own properties and time zones, and of its events those that can matter in the window. */
export type FeedCalendar = {
  readonly calendar: CalendarComponent;
  readonly events: readonly CalendarComponent[];
  readonly busy: readonly CalendarComponent[];
  /** It holds events, be they in the window or not. */
  readonly hasEvents: boolean;
  /** False when its END is missing: the rest was lost on the way. */
  readonly closed: boolean;
  readonly tooMany: boolean;
};

type Open = { name: string; properties: CalendarProperty[]; children: Open[] };

const maxEvents = 20_000;
const maxProperties = 2_000;
const maxZones = 1_000;

/**
 * The calendars of an iCalendar text, one line after the other, so that a feed of years costs only what of it matters.
 * Yields `undefined` now and then, for others to do their work.
 */
export function* feedCalendars(text: string, window: Window): Generator<FeedCalendar | undefined> {
  let found: Found | undefined;
  let open: Open[] = [];
  let lines = 0;
  for (const property of calendarProperties(text)) {
    if (++lines % 5_000 === 0) yield undefined;
    const value = property.value.trim().toUpperCase();
    if (property.name === 'BEGIN') {
      if (value === 'VCALENDAR') {
        if (found !== undefined) yield finished(found, open, false);
        found = begun();
        open = [found.calendar];
        continue;
      }
      if (found === undefined) continue;
      // A component inside of its own kind means that an END is missing.
      if (open.at(-1)?.name === value) close(found, open, value, window);
      if (open.length < maxDepth) open.push({ name: value, properties: [], children: [] });
    } else if (found === undefined) continue;
    else if (property.name !== 'END') keep(open.at(-1)!, property);
    else if (value === 'VCALENDAR') {
      yield finished(found, open, true, window);
      found = undefined;
    } else close(found, open, value, window);
  }
  if (found !== undefined) yield finished(found, open, false);
}

const maxDepth = 6;

type Found = {
  readonly calendar: Open;
  readonly events: Open[];
  readonly busy: Open[];
  hasEvents: boolean;
  tooMany: boolean;
};

function begun(): Found {
  return {
    calendar: { name: 'VCALENDAR', properties: [], children: [] },
    events: [],
    busy: [],
    hasEvents: false,
    tooMany: false,
  };
}

function finished(found: Found, open: Open[], closed: boolean, window?: Window): FeedCalendar {
  const last = open[1]?.name;
  if (last !== undefined && window !== undefined) close(found, open, last, window);
  return { ...found, closed };
}

/** Ends the innermost open component of that name, and what is open inside of it. */
function close(found: Found, open: Open[], name: string, window: Window): void {
  const at = open.findLastIndex((each) => each.name === name);
  if (at < 1) return;
  const ended = open[at]!;
  const parent = open[at - 1]!;
  open.length = at;
  if (parent.name === 'VTIMEZONE') {
    if (parent.children.length < maxZones) parent.children.push(ended);
    return;
  }
  if (parent !== found.calendar) return;
  switch (name) {
    case 'VTIMEZONE':
      if (parent.children.length < maxZones) parent.children.push(ended);
      return;
    case 'VFREEBUSY':
      found.busy.push(ended);
      return;
    case 'VEVENT':
      found.hasEvents = true;
      if (!mayMatter(ended, window)) return;
      if (found.events.length < maxEvents) found.events.push(ended);
      else found.tooMany = true;
  }
}

function keep(component: Open, property: CalendarProperty): void {
  const event = component.name === 'VEVENT' || component.name === 'VFREEBUSY';
  if (event && !timeProperties.has(property.name)) return;
  if (property.name === 'ATTENDEE' && !/^declined$/i.test(partstatOf(property))) return;
  if (component.properties.length < maxProperties) component.properties.push(property);
  // An EXDATE too many leaves its times busy; dates that are left out must be missed aloud.
  else if (component.properties.length === maxProperties && property.name !== 'EXDATE')
    component.properties.push({ ...property, cut: true });
}

function partstatOf(property: CalendarProperty): string {
  return property.parameters.get('PARTSTAT') ?? '';
}

const day = 86_400_000;

/** By the dates alone, without zones: false only when no part of the event can be in the window. */
function mayMatter(event: CalendarComponent, { from, to }: Window): boolean {
  const start = dateIn(propertyNamed(event, 'DTSTART')?.value);
  // One that replaces another may have been moved out of the window, and takes that one away.
  if (start === undefined || propertyNamed(event, 'RECURRENCE-ID') !== undefined) return true;
  if (start > to + 2 * day) return false;
  if (propertyNamed(event, 'RDATE') !== undefined) return true;
  const end = dateIn(propertyNamed(event, 'DTEND')?.value) ?? start + 60 * day;
  if (propertyNamed(event, 'RRULE') === undefined) return end >= from - 2 * day;
  const until = event.properties
    .filter(({ name }) => name === 'RRULE')
    .map(({ value }) => dateIn(/UNTIL=(\d{8})/i.exec(value)?.[1]));
  return until.some((last) => last === undefined || last + (end - start) >= from - 3 * day);
}

function dateIn(value: string | undefined): number | undefined {
  const parts = /^\s*(\d{4})(\d\d)(\d\d)/.exec(value ?? '');
  if (parts === null) return undefined;
  return Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
}
