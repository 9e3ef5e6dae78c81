import type { DayPart } from './answer.ts';
import { weekdayOf } from './civil-day.ts';
import type { Clock, DayRef, OptionRef } from './expression.ts';
import type { ClockRange, Group } from './group.ts';
import { resolvedDay, weekDays } from './resolve-days.ts';
import { type Setting, slotMoment, zoneMeant } from './setting.ts';

/** First and last minute of the day in which a start belongs to the part. */
export const partMinutes: Readonly<Record<DayPart, readonly [from: number, to: number]>> = {
  morning: [300, 719],
  lunch: [690, 810],
  afternoon: [720, 1079],
  evening: [1020, 1439],
};

/** The offered slots (from 0) that fulfil every constraint of the group. `excluded` are known to be out. */
export function slotsMeant(
  group: Group,
  setting: Setting,
  excluded: ReadonlySet<number>,
): readonly number[] {
  const all = setting.input.slots.map((_, slot) => slot);
  return all.filter((slot) => fulfils(group, slot, setting, excluded));
}

function fulfils(
  group: Group,
  slot: number,
  setting: Setting,
  excluded: ReadonlySet<number>,
): boolean {
  if (group.shift !== undefined || group.sameTime === true) return false;
  const zone = zoneOf(group, setting);
  if (zone === undefined) return false;
  return (
    (group.options.length === 0 ||
      group.options.some((each) => isOption(each, slot, setting, excluded))) &&
    dayFits(group, slot, zone, setting) &&
    (group.clocks.length === 0 ||
      group.clocks.some((clock) => clockFits(clock, slot, zone, setting))) &&
    (group.ranges.length === 0 ||
      group.ranges.some((range) => rangeFits(range, slot, zone, setting))) &&
    (group.ends === undefined || endFits(group.ends, slot, zone, setting)) &&
    (group.parts.length === 0 ||
      group.parts.some((part) => partFits(part, slotMoment(setting, slot, zone).minute)))
  );
}

/** The zone in which the group's hours are meant; undefined when that is open. */
export function zoneOf(group: Group, setting: Setting): string | undefined {
  return group.zone === undefined ? setting.zone : zoneMeant(group.zone, setting);
}

function isOption(
  option: OptionRef,
  slot: number,
  setting: Setting,
  excluded: ReadonlySet<number>,
): boolean {
  const count = setting.input.slots.length;
  if ('at' in option) return option.at === slot + 1;
  if ('upTo' in option) return slot < option.upTo;
  if ('fromEnd' in option) return slot >= count - option.fromEnd;
  if ('all' in option) return option.all === 'others' ? !excluded.has(slot) : true;
  const order = setting.input.slots
    .map((each, index) => ({ index, start: each.start.getTime() }))
    .toSorted((a, b) => a.start - b.start);
  switch (option.pick) {
    case 'first':
      return slot === 0;
    case 'last':
      return slot === count - 1;
    case 'early':
      return order[0]?.index === slot;
    case 'late':
      return order.at(-1)?.index === slot;
    case 'middle':
      return count % 2 === 1 && slot === (count - 1) / 2;
  }
}

function dayFits(group: Group, slot: number, zone: string, setting: Setting): boolean {
  const { day } = slotMoment(setting, slot, zone);
  const week = group.week === undefined ? undefined : weekDays(group.week, setting);
  if (group.days.length > 0) return group.days.some((ref) => isDay(ref, day, group, setting));
  if (group.dayRange !== undefined) {
    const { from, to } = group.dayRange;
    if (isPlainWeekday(from) && isPlainWeekday(to) && week === undefined)
      return isBetween(weekdayOf(day), from.weekday, to.weekday);
    const first = from === undefined ? undefined : resolvedDay(from, setting, week).days[0];
    let last = to === undefined ? undefined : resolvedDay(to, setting, week).days[0];
    if (from !== undefined && first === undefined) return false;
    if (to !== undefined && last === undefined) return false;
    if (first !== undefined && last !== undefined && last < first) last += 7;
    const afterFirst =
      first === undefined || (group.dayRange.later === true ? day > first : day >= first);
    return afterFirst && (last === undefined || day <= last);
  }
  return week === undefined || week.days.includes(day);
}

/** A weekday alone is the offered one with that name, whichever week it is in. */
function isPlainWeekday(ref: DayRef | undefined): ref is DayRef & { readonly is: 'weekday' } {
  return ref?.is === 'weekday' && ref.which === undefined && ref.weeks === undefined;
}

/** Weekdays from 1 to 7; "Friday to Monday" goes over the weekend. */
function isBetween(weekday: number, first: number, last: number): boolean {
  return first <= last ? first <= weekday && weekday <= last : weekday >= first || weekday <= last;
}

function isDay(ref: DayRef, day: number, group: Group, setting: Setting): boolean {
  if (isPlainWeekday(ref) && group.week === undefined) return ref.weekday === weekdayOf(day);
  const week = group.week === undefined ? undefined : weekDays(group.week, setting);
  return resolvedDay(ref, setting, week).days.includes(day);
}

function clockFits(clock: Clock, slot: number, zone: string, setting: Setting): boolean {
  const own = clock.zone === undefined ? zone : zoneMeant(clock.zone, setting);
  if (own === undefined) return false;
  return clock.readings.includes(slotMoment(setting, slot, own).minute);
}

function rangeFits(range: ClockRange, slot: number, zone: string, setting: Setting): boolean {
  const word = range.from?.zone ?? range.to?.zone;
  const own = word === undefined ? zone : zoneMeant(word, setting);
  if (own === undefined) return false;
  const moment = slotMoment(setting, slot, own);
  const from = range.from === undefined ? 0 : (range.from.default ?? range.from.readings[0]!);
  const to = range.to === undefined ? 1440 : (range.to.default ?? range.to.readings.at(-1)!);
  return moment.minute >= from && moment.end <= Math.max(to, from);
}

function endFits(ends: Clock, slot: number, zone: string, setting: Setting): boolean {
  const { minute, end } = slotMoment(setting, slot, zone);
  const last = ends.readings.find((reading) => reading > minute);
  return last === undefined || end <= last;
}

export function partFits(part: DayPart, minute: number): boolean {
  const [from, to] = partMinutes[part];
  return minute >= from && minute <= to;
}
