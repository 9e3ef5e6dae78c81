import { instantInZone } from '../../classify/calendar/zone.ts';
import type { AnswerWindow } from './answer.ts';
import { partsOfDay, wallMoment, type CivilDay } from './civil-day.ts';
import { partMinutes } from './match-slot.ts';

export type Span = { readonly start: Date; readonly end: Date };

const dayLength = 86_400_000;
/** A window without a day ("afternoons suit me") is meant for about as long. */
const openDays = 28;
/** Nobody means a day that is further off. */
const mostDays = 180;

/**
 * The spans of time, from `now` on, that windows of an answer mean: a day of theirs each, cut to the hours or the part
 * of the day they named. Hours are those of `zone`, an IANA name, where the window names no other.
 */
export function windowSpans(
  windows: readonly AnswerWindow[],
  { now, zone }: { readonly now: Date; readonly zone: string },
): readonly Span[] {
  return windows.flatMap((window) => {
    const clock = window.zone ?? zone;
    return daysOf(window, wallMoment(now, clock).day).flatMap((day) => {
      const { from, to } = hoursOf(window);
      const start = instant(day, from, clock);
      const end = instant(day, to, clock);
      return start === undefined || end === undefined || end <= now ? [] : [{ start, end }];
    });
  });
}

function daysOf({ days, week }: AnswerWindow, today: CivilDay): readonly CivilDay[] {
  const [first, last] = week?.split('/') ?? [];
  const listed =
    days?.map(civil) ??
    (first === undefined || last === undefined
      ? range(today, openDays)
      : range(civil(first), civil(last) - civil(first) + 1));
  return listed.filter((day) => day >= today && day < today + mostDays);
}

function range(first: CivilDay, count: number): readonly CivilDay[] {
  const length = Math.min(Math.max(count, 0), mostDays);
  return Array.from({ length }, (_, index) => first + index);
}

/** Minutes of the day. Hours that they named count before the part of the day. */
function hoursOf({ from, to, part }: AnswerWindow): { readonly from: number; readonly to: number } {
  const [early, late] = part === undefined ? [0, 1439] : partMinutes[part];
  return { from: minuteOf(from) ?? early, to: minuteOf(to) ?? late + 1 };
}

function minuteOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
}

function civil(isoDay: string): CivilDay {
  return Math.round(Date.parse(isoDay) / dayLength);
}

function instant(day: CivilDay, minute: number, zone: string): Date | undefined {
  const midnight = { ...partsOfDay(day + Math.floor(minute / 1440)), second: 0 };
  return instantInZone(
    { ...midnight, hour: Math.floor((minute % 1440) / 60), minute: minute % 60 },
    zone,
  );
}
