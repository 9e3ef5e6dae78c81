import { clockAt, type ReadClock } from './clock.ts';
import type { Clock } from './expression.ts';
import { isMark, type Read, type Reader, skip } from './reader.ts';

export type ReadRange = Read<{
  readonly from?: Clock;
  readonly to?: Clock;
  readonly dash: boolean;
}> & {
  readonly weak: boolean;
};

/** "Between 2 and 4", "9-12", "from 2 to 4pm", "after 3", "until 5", "from 2 on". */
export function rangeAt(reader: Reader, at: number): ReadRange | undefined {
  const { atoms } = reader;
  const atom = atoms[at];
  if (atom?.is === 'between') return betweenAt(reader, at + 1, true);
  if (atom?.is === 'after' || atom?.is === 'before' || atom?.is === 'from' || atom?.is === 'to') {
    return betweenAt(reader, at + 1, false) ?? openAt(reader, at, atom.is);
  }
  return betweenAt(reader, at, false, true);
}

function openAt(
  reader: Reader,
  at: number,
  is: 'after' | 'before' | 'from' | 'to',
): ReadRange | undefined {
  const place = skip(reader, at + 1, 'at', 'the');
  const part = reader.atoms[place];
  if (part?.is === 'part' && part.part === 'lunch' && is === 'before') {
    return {
      value: { to: { readings: [720], default: 720 }, dash: false },
      next: place + 1,
      weak: false,
    };
  }
  const clock = clockAt(reader, place);
  if (clock === undefined || isCounted(reader, clock)) return undefined;
  const { value: hour } = clock;
  if (is === 'after') return { value: { from: hour, dash: false }, next: clock.next, weak: false };
  if (is !== 'from') return { value: { to: hour, dash: false }, next: clock.next, weak: false };
  // "From 2 on". A bare "from 2" means the same only where the hour is plain.
  if (reader.atoms[clock.next]?.is === 'onwards') {
    return { value: { from: hour, dash: false }, next: clock.next + 1, weak: false };
  }
  return { value: { from: hour, dash: false }, next: clock.next, weak: clock.weak };
}

function betweenAt(
  reader: Reader,
  at: number,
  withAnd: boolean,
  bare = false,
): ReadRange | undefined {
  const begin = skip(reader, at, 'at', 'the');
  const from = clockAt(reader, begin);
  if (from === undefined) return undefined;
  const joint = reader.atoms[from.next];
  const isDash = isMark(joint, '-', '–', '—', '~');
  if (!(isDash || joint?.is === 'to' || (withAnd && joint?.is === 'and'))) return undefined;
  const to = clockAt(reader, skip(reader, from.next + 1, 'at', 'the'));
  if (to === undefined || isCounted(reader, to)) return undefined;
  const value = { ...joinedRange(from.value, to.value), dash: isDash || joint?.is === 'to' };
  return { value, next: to.next, weak: bare && from.weak && to.weak };
}

/** "3 minutes", "2 weeks", "3 options": a number of something. */
export function isCounted(reader: Reader, clock: ReadClock): boolean {
  const next = reader.atoms[clock.next];
  if (!clock.weak || next === undefined) return false;
  if (next.is === 'unit' || next.is === 'month' || next.is === 'option' || next.is === 'week')
    return true;
  return next.glued && (next.is === 'word' || isMark(next, '%', '/'));
}

/** The end decides about the begin: "2-3pm" is the afternoon, "9-12" the morning, "9-6" a working day. */
function joinedRange(from: Clock, to: Clock): { readonly from: Clock; readonly to: Clock } {
  const zone = to.zone ?? from.zone;
  const zoned = (clock: Clock, value: number | undefined): Clock => ({
    ...clock,
    default: value,
    ...(zone === undefined ? {} : { zone }),
  });
  const start = from.default;
  const end = to.default;
  if (to.readings.length === 1) {
    const before = from.readings.filter((minute) => minute < to.readings[0]!);
    const latest = before.at(-1);
    // "8-10pm" may be the evening; "9:30 and 3 pm" cannot.
    const near = latest ?? start;
    return { from: zoned(from, near), to: zoned(to, end) };
  }
  if (from.readings.length === 1) {
    const after = to.readings.find((minute) => minute > from.readings[0]!);
    return { from: zoned(from, start), to: zoned(to, after ?? end) };
  }
  if (start === undefined && end === undefined)
    return { from: zoned(from, undefined), to: zoned(to, undefined) };
  if (start === undefined) {
    const before = from.readings.filter((minute) => minute < end!).at(-1);
    return { from: zoned(from, before), to: zoned(to, end) };
  }
  const after = to.readings.find((minute) => minute > start);
  // "6-8": six would be the evening, eight is open.
  if (end === undefined && start >= 720)
    return { from: zoned(from, undefined), to: zoned(to, undefined) };
  if (start >= 720 && end !== undefined && end < start) {
    return { from: zoned(from, undefined), to: zoned(to, undefined) };
  }
  return { from: zoned(from, start), to: zoned(to, after) };
}
