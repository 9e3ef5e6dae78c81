import { type Clock, ianaClock } from '../classify/calendar/zone-clock.ts';
import type { Policy } from '../policy.ts';
import { milliseconds } from '../timing/duration.ts';
import { countryOf, holidayOn } from '../timing/holidays.ts';
import { parseWorkingHours, type WorkingHours } from '../timing/working-hours.ts';
import type { BusyInterval } from './interval.ts';
import { chooseTimes } from './choose-times.ts';

/** One of the two who are to meet. */
export type Party = {
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 3166 code; guessed from the zone when undefined. */
  readonly country: string | undefined;
};

export type MeetingPolicy = Pick<
  Policy,
  | 'meetingHours'
  | 'meetingNotice'
  | 'meetingHorizon'
  | 'meetingGap'
  | 'meetingsADay'
  | 'workingHours'
  | 'holidays'
>;

export type FreeTimesInput = {
  readonly now: Date;
  readonly count: number;
  readonly minutes: number;
  readonly policy: MeetingPolicy;
  readonly user: Party;
  /** Undefined while their zone is not known: then only the user's clock counts. */
  readonly contact: Party | undefined;
  readonly busy: readonly BusyInterval[];
  /** Starts of conversations that are agreed, or offered to others, for the most of a day. */
  readonly conversations: readonly Date[];
  /** When given, a time lies wholly within one of these. */
  readonly within?: readonly { readonly start: Date; readonly end: Date }[];
};

/**
 * Times at which both could talk, by time: on different days and in both halves of the day where there are enough.
 * Fewer than `count` when there are no more.
 */
export function freeTimes(input: FreeTimesInput): readonly Date[] {
  const candidates = candidateTimes(input);
  const judge = ianaClock((input.contact ?? input.user).timeZone);
  return chooseTimes({
    candidates,
    count: input.count,
    clock: judge,
    apart: input.minutes * minute + milliseconds(input.policy.meetingGap),
  });
}

const minute = 60_000;
const day = 86_400_000;
/** Times begin on the half hour of the user's clock. */
const step = 30 * minute;

function candidateTimes(input: FreeTimesInput): readonly Date[] {
  const { policy, now, minutes } = input;
  const earliest = now.getTime() + milliseconds(policy.meetingNotice);
  const latest = now.getTime() + milliseconds(policy.meetingHorizon);
  const open = [opening(input.user, policy.meetingHours, policy.holidays)];
  if (input.contact) open.push(opening(input.contact, policy.workingHours, policy.holidays));
  const isTaken = takenBy(input.busy, milliseconds(policy.meetingGap));
  const clock = ianaClock(input.user.timeZone);
  const dayOf = (at: number): number => Math.floor(clock.wall(at) / day);
  const full = fullDays(input.conversations, dayOf, policy.meetingsADay);
  const times: Date[] = [];
  const last = clock.wall(latest);
  for (let wall = Math.ceil(clock.wall(earliest) / step) * step; wall <= last; wall += step) {
    if (full.has(Math.floor(wall / day))) continue;
    const at = clock.instant(wall);
    // A wall time that spring leaves out is another one.
    if (clock.wall(at) !== wall || at < earliest || at > latest) continue;
    const end = at + minutes * minute;
    if (!open.every((isOpen) => isOpen(at, minutes)) || isTaken(at, end)) continue;
    if (
      input.within &&
      !input.within.some((each) => each.start.getTime() <= at && end <= each.end.getTime())
    )
      continue;
    times.push(new Date(at));
  }
  return times;
}

/** Whether somebody's hours hold a whole conversation, on their clock and not on their holiday. */
function opening(
  party: Party,
  hoursText: string,
  holidays: Policy['holidays'],
): (at: number, minutes: number) => boolean {
  const clock: Clock = ianaClock(party.timeZone);
  const hours = parseWorkingHours(hoursText);
  const country = holidayCountry(party, holidays, hours);
  const closed = new Map<number, boolean>();
  const isHoliday = (date: number): boolean => {
    if (country === undefined) return false;
    if (!closed.has(date)) {
      const text = new Date(date * day).toISOString().slice(0, 10);
      closed.set(date, holidayOn(country, text) !== undefined);
    }
    return closed.get(date) === true;
  };
  return (at, minutes) => {
    const wall = clock.wall(at);
    const date = Math.floor(wall / day);
    if (isHoliday(date)) return false;
    if (hours === 'always') return true;
    const from = (wall - date * day) / minute;
    // 1 January 1970 was a Thursday.
    const weekday = (((date + 3) % 7) + 7) % 7;
    return (hours[weekday] ?? []).some((each) => each.from <= from && from + minutes <= each.to);
  };
}

function holidayCountry(
  party: Party,
  holidays: Policy['holidays'],
  hours: WorkingHours,
): string | undefined {
  switch (holidays) {
    case 'off':
      return undefined;
    case 'on':
      return party.country ?? (hours === 'always' ? undefined : countryOf(party.timeZone));
    default:
      return holidays;
  }
}

/** Busy times as a sorted list without overlaps, so that a long calendar costs little. */
function takenBy(
  busy: readonly BusyInterval[],
  gap: number,
): (from: number, to: number) => boolean {
  const spans: { start: number; end: number }[] = [];
  const sorted = busy
    .map(({ start, end }) => ({ start: start.getTime() - gap, end: end.getTime() + gap }))
    .toSorted((one, other) => one.start - other.start);
  for (const span of sorted) {
    const last = spans.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else spans.push({ ...span });
  }
  return (from, to) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((spans[middle]?.end ?? Infinity) <= from) low = middle + 1;
      else high = middle;
    }
    return (spans[low]?.start ?? Infinity) < to;
  };
}

function fullDays(
  conversations: readonly Date[],
  dayOf: (at: number) => number,
  most: number,
): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const at of conversations) {
    const date = dayOf(at.getTime());
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= most).map(([date]) => date));
}
