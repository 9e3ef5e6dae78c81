import { propertyNamed } from '../../classify/calendar/content-lines.ts';
import { busyPeriods, feedEvent, type FeedEvent } from './feed-event.ts';
import { coverageOf, outsideOf, type Span } from './coverage.ts';
import { type FeedCalendar, feedCalendars } from './feed-calendars.ts';
import { type Instance, periodInstance, seriesInstances, type Window } from './series.ts';
import { type Clocks, clocksOf } from './stamp.ts';

export type BusyTime = {
  readonly start: Date;
  readonly end: Date;
  /** It fills whole days on the user's clock. */
  readonly allDay: boolean;
  readonly summary: string;
};

/** What a calendar says of a window. Only when `complete` is what is not busy free. */
export type CalendarReading = {
  /** False for what is no calendar at all. */
  readonly recognised: boolean;
  readonly complete: boolean;
  /** Why it is not complete, as the end of "… could not be read to its end: ". */
  readonly problem: string | undefined;
  /** By start. */
  readonly busy: readonly BusyTime[];
  /** Spans of the window of which it says nothing, as busy times are published for some weeks. By start. */
  readonly unknown: readonly { readonly start: Date; readonly end: Date }[];
};

export type ReadingOptions = {
  readonly from: Date;
  readonly to: Date;
  /** The user's IANA zone: for whole days and times without a zone. */
  readonly timeZone: string;
  /** The user's own addresses: only their answers free a time. */
  readonly ownAddresses: readonly string[];
  /** Asked now and then; true ends the reading as not complete. */
  readonly timeIsUp?: () => boolean;
};

export const maxCalendarBytes = 30 * 1024 * 1024;
const maxBusy = 20_000;

/** The busy times of an iCalendar text (RFC 5545) that touch a window: events, series of them, and VFREEBUSY. */
export function readBusyTimes(text: string, options: ReadingOptions): CalendarReading {
  const steps = busyTimesInSteps(text, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same with a pause after every few milliseconds of work, in which a server can answer others. */
export function* busyTimesInSteps(
  text: string,
  options: ReadingOptions,
): Generator<void, CalendarReading> {
  const window: Window = { from: options.from.getTime(), to: options.to.getTime() };
  const busy: Instance[] = [];
  const coverage: Coverage = { spans: [], isWhole: false };
  const problems = new Set<string>();
  let calendars = 0;
  if (text.length > maxCalendarBytes) problems.add('it is larger than 30 MB');
  for (const calendar of problems.size > 0 ? [] : feedCalendars(text, window)) {
    yield;
    if (options.timeIsUp?.() === true) {
      problems.add('reading it took too long');
      break;
    }
    if (calendar === undefined) continue;
    calendars++;
    if (!calendar.closed) problems.add('it ends in the middle, without END:VCALENDAR');
    if (calendar.tooMany) problems.add('it holds too many events');
    yield* readCalendar(calendar, { options, window, busy, coverage, problems });
  }
  if (calendars === 0 && problems.size === 0) problems.add(notACalendar(text));
  return {
    recognised: calendars > 0,
    complete: problems.size === 0,
    problem: problems.size === 0 ? undefined : [...problems].join('; '),
    busy: busy
      .toSorted((one, other) => one.start - other.start || one.end - other.end)
      .map(({ start, end, allDay, summary }) => ({
        start: new Date(start),
        end: new Date(end),
        allDay,
        summary,
      })),
    unknown: unknownIn(coverage, window).map(({ start, end }) => ({
      start: new Date(start),
      end: new Date(end),
    })),
  };
}

/** What the busy times of a calendar are about; events are about any time. */
type Coverage = { readonly spans: Span[]; isWhole: boolean };

function unknownIn({ spans, isWhole }: Coverage, window: Window): readonly Span[] {
  return isWhole || spans.length === 0 ? [] : outsideOf(spans, window);
}

function notACalendar(text: string): string {
  return /^\s*</.test(text.slice(0, 1000))
    ? 'it is a web page, not a calendar: the address or file of a calendar ends in .ics'
    : 'it is not a calendar (iCalendar, .ics)';
}

type Reading = {
  readonly options: ReadingOptions;
  readonly window: Window;
  readonly coverage: Coverage;
  readonly busy: Instance[];
  readonly problems: Set<string>;
};

function* readCalendar(found: FeedCalendar, reading: Reading): Generator<void, void> {
  const { options, window, busy, coverage, problems } = reading;
  const clocks = clocksOf(found.calendar, options.timeZone);
  coverage.isWhole ||= found.hasEvents;
  for (const component of found.busy) {
    const span = coverageOf(component, clocks);
    if (span === undefined) coverage.isWhole = true;
    else coverage.spans.push(span);
    const periods = busyPeriods(component, clocks);
    if (periods === undefined) problems.add('a line of busy times could not be understood');
    for (const period of periods ?? []) add(reading, periodInstance(period, clocks, window));
  }
  let series = 0;
  for (const events of byUid(found, clocks, reading)) {
    if (++series % 20 === 0) yield;
    if (options.timeIsUp?.() === true) {
      problems.add('reading it took too long');
      return;
    }
    const { instances, whole } = seriesInstances(events, clocks, window);
    if (!whole)
      problems.add(`the dates of ${named(events[0]?.summary)} could not all be worked out`);
    add(reading, instances);
    if (busy.length > maxBusy) {
      problems.add('it holds too many events');
      return;
    }
  }
}

function add({ busy }: Reading, instances: readonly Instance[]): void {
  for (const instance of instances) busy.push(instance);
}

function byUid(
  found: FeedCalendar,
  clocks: Clocks,
  { options, problems }: Reading,
): Iterable<readonly FeedEvent[]> {
  const groups = new Map<string, FeedEvent[]>();
  const text = (name: string): string => propertyNamed(found.calendar, name)?.value.trim() ?? '';
  const calendar = {
    clocks,
    // Google names the calendar of a person by their address.
    own: new Set(
      [...options.ownAddresses, text('X-WR-CALNAME')]
        .map((each) => each.toLowerCase())
        .filter((each) => each.includes('@')),
    ),
    cancelled: text('METHOD').toUpperCase() === 'CANCEL',
    microsoft: /microsoft/i.test(text('PRODID')),
  };
  for (const component of found.events) {
    const event = feedEvent(component, calendar);
    if (event === undefined) {
      const title = propertyNamed(component, 'SUMMARY')?.value;
      problems.add(`the date or time zone of ${named(title)} could not be understood`);
      continue;
    }
    const key = event.uid === '' ? `\n${groups.size}` : event.uid;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return groups.values();
}

function named(summary: string | undefined): string {
  const text = (summary ?? '').trim().slice(0, 60);
  return text === '' ? 'an event' : `the event “${text}”`;
}
