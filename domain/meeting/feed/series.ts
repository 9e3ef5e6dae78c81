import type { FeedEvent, Length } from './feed-event.ts';
import { recurrences, untilOf } from './recurrence.ts';
import { type Clocks, midnight, type Stamp, stampOf, wallOn } from './stamp.ts';

/** One time at which an event takes place; milliseconds. */
export type Instance = {
  readonly start: number;
  readonly end: number;
  readonly allDay: boolean;
  readonly summary: string;
};

export type Window = { readonly from: number; readonly to: number };

type Found = { readonly instances: readonly Instance[]; readonly whole: boolean };

const day = 86_400_000;
/** Clocks differ by no more, so that wall times this far outside of a window are outside. */
const margin = 2 * day;
const maxInstances = 10_000;

/** The busy times in a window of all events with one UID: a series with what replaces some of it, or events alone. */
export function seriesInstances(
  events: readonly FeedEvent[],
  clocks: Clocks,
  window: Window,
): Found {
  const masters = newest(events.filter(({ instead }) => instead === undefined));
  const overrides = events.filter(({ instead }) => instead !== undefined);
  const instances: Instance[] = [];
  let whole = true;
  for (const master of masters) {
    const found = masterInstances(master, overrides, { clocks, window });
    instances.push(...found.instances);
    whole &&= found.whole;
  }
  for (const override of overrides.filter((each) => !outdated(each, overrides))) {
    whole &&= override.whole || !touches(override, clocks, window);
    if (override.standing === 'busy')
      instances.push(
        ...inWindow([timeOf(override.start, override.length, clocks)], override, window),
      );
  }
  return { instances, whole };
}

/** Versions of one event by their SEQUENCE; equal ones are all kept, as broken programs give one UID to several events. */
function newest(events: readonly FeedEvent[]): readonly FeedEvent[] {
  const highest = Math.max(...events.map(({ sequence }) => sequence));
  return events.filter(({ sequence }) => sequence === highest);
}

function outdated(override: FeedEvent, all: readonly FeedEvent[]): boolean {
  if (all.length > 200) return false;
  return all.some(
    (other) =>
      other.sequence > override.sequence &&
      other.instead?.kind === override.instead?.kind &&
      instantOf(other.instead) === instantOf(override.instead),
  );
}

function instantOf(stamp: Stamp | undefined): number | undefined {
  return stamp?.kind === 'time' ? stamp.clock.instant(stamp.wall) : stamp?.wall;
}

function masterInstances(
  master: FeedEvent,
  overrides: readonly FeedEvent[],
  where: { readonly clocks: Clocks; readonly window: Window },
): Found {
  const { clocks, window } = where;
  const replaced = new Set<number>();
  const changes: { readonly wall: number; readonly event: FeedEvent }[] = [];
  for (const event of overrides) {
    const wall = wallOn(master.start, event.instead!, clocks);
    replaced.add(wall);
    if (event.andFuture) changes.push({ wall, event });
  }
  if (master.standing === 'cancelled') return { instances: [], whole: true };
  changes.sort((one, other) => one.wall - other.wall);
  const starts = startsOf(master, changes, where);
  const excluded = new Set(master.excluded.map((stamp) => wallOn(master.start, stamp, clocks)));
  const excludedDays = new Set(
    master.excluded.flatMap(({ kind, wall }) => (kind === 'date' ? [wall] : [])),
  );
  const instances: Instance[] = [];
  for (const { wall, start, length } of starts.starts) {
    if (excluded.has(wall) || replaced.has(wall)) continue;
    if (master.start.kind === 'time' && excludedDays.has(midnight(wall))) continue;
    const change = changes.findLast((each) => each.wall <= wall);
    const event = change?.event ?? master;
    if (event.standing !== 'busy') continue;
    const moved =
      change === undefined
        ? timeOf(start, length, clocks)
        : timeOf(
            { ...change.event.start, wall: change.event.start.wall + (wall - change.wall) },
            change.event.length,
            clocks,
          );
    instances.push(...inWindow([moved], event, window));
  }
  return { instances, whole: starts.whole };
}

type Start = { readonly wall: number; readonly start: Stamp; readonly length: Length };

/** Where the instances of an event begin, those that replace some of them aside. */
function startsOf(
  master: FeedEvent,
  changes: readonly { readonly wall: number; readonly event: FeedEvent }[],
  { clocks, window }: { readonly clocks: Clocks; readonly window: Window },
): { readonly starts: readonly Start[]; readonly whole: boolean } {
  const { start, length } = master;
  const starts = new Map<number, Start>([[start.wall, { wall: start.wall, start, length }]]);
  for (const each of master.extra) {
    const wall = wallOn(start, each.start, clocks);
    if (!starts.has(wall)) starts.set(wall, { wall, ...each });
  }
  const shifts = changes.map(({ wall, event }) => Math.abs(event.start.wall - wall));
  const longest = Math.max(
    ...[master, ...changes.map(({ event }) => event)].map((each) => lengthIn(each.length)),
  );
  const shift = Math.max(0, ...shifts);
  let whole = master.whole || !touches(master, clocks, window);
  for (const rule of master.rules) {
    const until = untilWall(rule, start, clocks);
    const walls =
      until === 'unreadable'
        ? until
        : recurrences({
            rule,
            start: start.wall,
            until,
            from: window.from - longest - shift - margin,
            to: window.to + shift + margin,
          });
    if (typeof walls === 'string' || starts.size + walls.length > maxInstances) {
      whole = false;
      continue;
    }
    for (const wall of walls)
      if (!starts.has(wall)) starts.set(wall, { wall, start: { ...start, wall }, length });
  }
  return { starts: [...starts.values()], whole };
}

function lengthIn({ days, milliseconds }: Length): number {
  return days * day + milliseconds;
}

/** The last wall time that a rule may give, on the clock of its event. */
function untilWall(rule: string, start: Stamp, clocks: Clocks): number | undefined | 'unreadable' {
  const text = untilOf(rule);
  if (text === undefined) return undefined;
  const floating = start.kind === 'time' ? { ...clocks, floating: start.clock } : clocks;
  const until = stampOf(text, { parameters: new Map() }, floating);
  if (until === undefined) return 'unreadable';
  const wall = wallOn(start, until, clocks);
  return until.kind === 'date' && start.kind === 'time' ? wall + day - 1000 : wall;
}

function timeOf(
  start: Stamp,
  { days, milliseconds }: Length,
  clocks: Clocks,
): Omit<Instance, 'summary'> {
  const clock = start.kind === 'date' ? clocks.own : start.clock;
  const begins = clock.instant(start.wall);
  const after = days === 0 ? begins : clock.instant(start.wall + days * day);
  return { start: begins, end: after + milliseconds, allDay: start.kind === 'date' };
}

/** Whether an event can be seen from the window at all; what is unclear about the others does not matter. */
function touches(event: FeedEvent, clocks: Clocks, window: Window): boolean {
  if (event.rules.length > 0 || event.extra.length > 0) return true;
  const { start } = timeOf(event.start, event.length, clocks);
  return start >= window.from - 40 * day && start < window.to;
}

function inWindow(
  times: readonly Omit<Instance, 'summary'>[],
  { summary }: { readonly summary: string },
  { from, to }: Window,
): readonly Instance[] {
  return times
    .filter(({ start, end }) => end > start && start < to && end > from)
    .map((time) => ({ ...time, summary }));
}

/** A busy period without a series. */
export function periodInstance(
  period: { readonly start: Stamp; readonly length: Length },
  clocks: Clocks,
  window: Window,
): readonly Instance[] {
  return inWindow([timeOf(period.start, period.length, clocks)], { summary: '' }, window);
}
