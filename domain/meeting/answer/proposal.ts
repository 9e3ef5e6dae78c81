import { instantInZone } from '../../classify/calendar/zone.ts';
import type { AnswerWindow } from './answer.ts';
import { type CivilDay, isoDay, partsOfDay } from './civil-day.ts';
import type { Clock } from './expression.ts';
import type { Group } from './group.ts';
import { partFits, zoneOf } from './match-slot.ts';
import { daysOf } from './resolve-days.ts';
import { type Setting, slotMoment, zoneMeant } from './setting.ts';

/** What a group that fits no offered slot asks for. */
export type Proposal = {
  readonly kind: 'time' | 'window';
  readonly times: readonly Date[];
  readonly windows: readonly AnswerWindow[];
  /** Day, hour, half of the day and zone are all known. */
  readonly certain: boolean;
};

/** `base` is the slot (from 0) that "the same time" and "an hour later" start from. */
export function proposalOf(group: Group, setting: Setting, base: number | undefined): Proposal {
  if (group.shift !== undefined) return shifted(group.shift.minutes, setting, base);
  if (group.sameTime === true) return sameHour(group, setting, base);
  const days = daysOf(group, setting) ?? dayOfBase(setting, base);
  const short = shortRange(group);
  const clocks = group.clocks.length > 0 ? group.clocks : short === undefined ? [] : [short];
  if (clocks.length > 0 && group.week !== undefined && group.days.length === 0) {
    // "10 am next week" leaves the day open.
    return { kind: 'window', times: [], windows: windowsOf(group, setting, days), certain: false };
  }
  if (clocks.length > 0) return hoursOn(clocks, days, group, setting);
  const windows = windowsOf(group, setting, days);
  const open = group.ranges.some(
    ({ from, to }) =>
      (from !== undefined && from.default === undefined) ||
      (to !== undefined && to.default === undefined),
  );
  return {
    kind: 'window',
    times: [],
    windows,
    certain: days.certain && !open && windows.length > 0,
  };
}

type DaysMeant = { readonly days: readonly CivilDay[]; readonly certain: boolean };

/** Without a day, an answer to a single slot is about that slot's day. */
function dayOfBase(setting: Setting, base: number | undefined): DaysMeant {
  if (base !== undefined) return { days: [setting.slotDays[base]!], certain: true };
  const unique = [...new Set(setting.slotDays)];
  return unique.length === 1 ? { days: unique, certain: true } : { days: [], certain: false };
}

/** "1:00 - 1:15 PM" is an appointment; an hour or more is a window. */
function shortRange(group: Group): Clock | undefined {
  const range = group.ranges.length === 1 ? group.ranges[0] : undefined;
  if (range?.from?.default === undefined || range.to?.default === undefined || !range.dash)
    return undefined;
  const length = range.to.default - range.from.default;
  return length > 0 && length <= 45 ? range.from : undefined;
}

function hoursOn(
  clocks: readonly Clock[],
  days: DaysMeant,
  group: Group,
  setting: Setting,
): Proposal {
  const times = new Set<number>();
  let certain = days.certain && days.days.length > 0;
  for (const day of days.days) {
    for (const clock of clocks) {
      const minute = minuteOf(clock, day, group, setting);
      const zone =
        clock.zone === undefined ? statedZone(group, setting) : zoneMeant(clock.zone, setting);
      const time =
        minute === undefined || zone === undefined ? undefined : instant(day, minute, zone);
      if (time === undefined) certain = false;
      else times.add(time.getTime());
    }
  }
  // One instant said on two clocks counts once; two that differ are a slip somebody has to look at.
  const zones = new Set(clocks.map((clock) => clock.zone).filter((zone) => zone !== undefined));
  if (zones.size > 1 && times.size > days.days.length) certain = false;
  const found = certain ? [...times].toSorted((a, b) => a - b).map((time) => new Date(time)) : [];
  // A conversation is not agreed on for half a year from now: then the date was read wrongly.
  const latest = setting.input.receivedAt.getTime() + 180 * 86_400_000;
  const isOdd = found.some((time) => time <= setting.input.receivedAt || time.getTime() > latest);
  return { kind: 'time', times: isOdd ? [] : found, windows: [], certain: certain && !isOdd };
}

/** Hours without a zone are the sender's; where theirs is unknown, nobody can tell. */
function statedZone(group: Group, setting: Setting): string | undefined {
  return group.zone === undefined ? setting.input.senderZone : zoneOf(group, setting);
}

function minuteOf(clock: Clock, day: CivilDay, group: Group, setting: Setting): number | undefined {
  const fitting = clock.readings.filter((minute) =>
    group.parts.some((part) => partFits(part, minute)),
  );
  if (group.parts.length > 0 && fitting.length === 1) return fitting[0];
  if (clock.default !== undefined) return clock.default;
  // A meeting at 8 am that is moved "to 8:30" stays in the morning.
  if (!setting.input.fixed || setting.slotDays[0] !== day) return undefined;
  const { minute } = slotMoment(setting, 0, setting.zone);
  return clock.readings.find((reading) => Math.abs(reading - minute) <= 180);
}

function instant(day: CivilDay, minute: number, zone: string): Date | undefined {
  return instantInZone(
    { ...partsOfDay(day), hour: Math.floor(minute / 60), minute: minute % 60, second: 0 },
    zone,
  );
}

function shifted(
  minutes: number | undefined,
  setting: Setting,
  base: number | undefined,
): Proposal {
  const slot = base === undefined ? undefined : setting.input.slots[base];
  if (slot === undefined) return { kind: 'time', times: [], windows: [], certain: false };
  if (minutes === undefined) {
    return {
      kind: 'window',
      times: [],
      windows: [{ days: [isoDay(setting.slotDays[base!]!)] }],
      certain: false,
    };
  }
  return {
    kind: 'time',
    times: [new Date(slot.start.getTime() + minutes * 60_000)],
    windows: [],
    certain: true,
  };
}

/** "Same time next week": the hour of the slot, on its weekday or on the day named. */
function sameHour(group: Group, setting: Setting, base: number | undefined): Proposal {
  const none: Proposal = { kind: 'time', times: [], windows: [], certain: false };
  if (base === undefined) return none;
  const { day, minute } = slotMoment(setting, base, setting.zone);
  const named = daysOf(group, setting);
  const isWeek = group.week !== undefined && group.days.length === 0;
  const meant = isWeek ? named?.days.filter((each) => (each - day) % 7 === 0) : named?.days;
  if (meant === undefined || meant.length !== 1 || named?.certain !== true) return none;
  const time = instant(meant[0]!, minute, setting.zone);
  return time === undefined ? none : { kind: 'time', times: [time], windows: [], certain: true };
}

function windowsOf(group: Group, setting: Setting, days: DaysMeant): readonly AnswerWindow[] {
  const range = group.ranges[0];
  const word = range?.from?.zone ?? range?.to?.zone ?? group.clocks[0]?.zone ?? group.zone;
  const zone = word === undefined ? undefined : zoneMeant(word, setting);
  const from = written(range?.from?.default);
  const to = written(range?.to?.default);
  const part = group.parts[0];
  const when = weekOf(group, days);
  if (when === undefined && from === undefined && to === undefined && part === undefined) return [];
  return [
    {
      ...when,
      ...(part === undefined ? {} : { part }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(zone === undefined || zone === setting.input.senderZone ? {} : { zone }),
    },
  ];
}

function weekOf(group: Group, days: DaysMeant): AnswerWindow | undefined {
  if (days.days.length === 0) return undefined;
  const isWeek =
    group.week !== undefined && group.days.length === 0 && group.dayRange === undefined;
  const listed =
    group.week?.edge === 'rest' || group.week?.edge === 'other' || group.week?.weekend === true;
  const isSpan = isWeek && !listed;
  if (!isSpan && days.days.length <= 10) return { days: days.days.map(isoDay) };
  return { week: `${isoDay(days.days[0]!)}/${isoDay(days.days.at(-1)!)}` };
}

function written(minute: number | undefined): string | undefined {
  if (minute === undefined) return undefined;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
