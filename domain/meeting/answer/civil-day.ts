import { zoneOffset } from '../../classify/calendar/zone.ts';

/** A day of the calendar as the number of days since 1 January 1970. */
export type CivilDay = number;

export function civilDay(year: number, month: number, day: number): CivilDay | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  // 31 April would become 1 May.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return Math.round(time / 86_400_000);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: CivilDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function mondayOf(day: CivilDay): CivilDay {
  return day - (weekdayOf(day) - 1);
}

export function partsOfDay(day: CivilDay): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2026-10-13` */
export function isoDay(day: CivilDay): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export type WallMoment = { readonly day: CivilDay; readonly minute: number };

/** Day and minute of the day that a clock in the zone shows. */
export function wallMoment(at: Date, zone: string): WallMoment {
  const local = at.getTime() / 60_000 + (zoneOffset(zone, at) ?? 0);
  const day = Math.floor(local / 1440);
  return { day, minute: Math.floor(local - day * 1440) };
}
