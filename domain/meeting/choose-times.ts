import type { Clock } from '../classify/calendar/zone-clock.ts';

const minute = 60_000;
const day = 86_400_000;

/**
 * Chooses a few of many times: on different days, in both halves of the day, rather soon, and at hours at which people
 * like to talk; each at least `apart` milliseconds from the others. `clock` is that of the person who is asked. The same
 * times give the same choice.
 */
export function chooseTimes(input: {
  readonly candidates: readonly Date[];
  readonly count: number;
  readonly clock: Clock;
  readonly apart: number;
}): readonly Date[] {
  const open = input.candidates.map((at) => placed(at, input.clock));
  const chosen: Placed[] = [];
  const first = open[0]?.date ?? 0;
  while (chosen.length < input.count) {
    let best: { readonly place: Placed; readonly cost: number } | undefined;
    for (const place of open) {
      if (chosen.some((other) => Math.abs(other.at - place.at) < input.apart)) continue;
      const cost = costOf(place, chosen, first);
      if (best === undefined || cost < best.cost) best = { place, cost };
    }
    if (best === undefined) break;
    chosen.push(best.place);
  }
  return chosen.toSorted((one, other) => one.at - other.at).map(({ at }) => new Date(at));
}

type Placed = {
  readonly at: number;
  /** Days since 1970 on the clock. */
  readonly date: number;
  /** Minutes since midnight on the clock. */
  readonly minutes: number;
  readonly afternoon: boolean;
};

function placed(time: Date, clock: Clock): Placed {
  const wall = clock.wall(time.getTime());
  const date = Math.floor(wall / day);
  const minutes = (wall - date * day) / minute;
  return { at: time.getTime(), date, minutes, afternoon: minutes >= 12 * 60 + 30 };
}

/** Another day matters most, then the other half of the day, then the hour, then how soon it is. */
function costOf(place: Placed, chosen: readonly Placed[], firstDate: number): number {
  const sameDay = chosen.filter(({ date }) => date === place.date).length;
  const sameHalf = chosen.filter(({ afternoon }) => afternoon === place.afternoon).length;
  const neighbours = chosen.filter(({ date }) => Math.abs(date - place.date) === 1).length;
  const otherHalf = chosen.length - sameHalf;
  return (
    sameDay * 1_000 +
    Math.max(0, sameHalf - otherHalf + 1) * 100 * Math.sign(chosen.length) +
    hourCost(place.minutes) +
    neighbours * 6 +
    (place.date - firstDate) * 2
  );
}

/** Ten in the morning and half past two are good hours; early, late and lunch are not. */
function hourCost(minutes: number): number {
  const distance = Math.min(Math.abs(minutes - 10 * 60), Math.abs(minutes - 14.5 * 60));
  const lunch = minutes >= 12 * 60 && minutes < 13 * 60 + 30 ? 15 : 0;
  const odd = minutes % 60 === 0 ? 0 : 2;
  return distance / 6 + lunch + odd;
}
