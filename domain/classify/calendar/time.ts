import { type CalendarComponent, type CalendarProperty, propertyNamed } from './content-lines.ts';
import { utc, type WallTime } from './zone.ts';
import { zoneClock } from './zone-clock.ts';

/**
 * The moment a DTSTART, DTEND or similar property means. Undefined for all-day dates, for floating
 * times and where the zone cannot be known: a time is never taken as UTC unless it says so.
 */
export function calendarInstant(
  property: CalendarProperty | undefined,
  calendar: CalendarComponent,
): Date | undefined {
  if (property === undefined) return undefined;
  const value = property.value.trim();
  const wall = wallTime(value);
  if (wall === undefined) return undefined;
  if (/z$/i.test(value)) return valid(utc(wall));
  const zone =
    property.parameters.get('TZID') ?? propertyNamed(calendar, 'X-WR-TIMEZONE')?.value.trim();
  const clock = zone === undefined ? undefined : zoneClock(zone, calendar);
  return clock === undefined ? undefined : valid(clock.instant(utc(wall)));
}

/** A DURATION (RFC 5545 section 3.3.6) in milliseconds. */
export function calendarDuration(value: string): number | undefined {
  const parts =
    /^\s*([+-])?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?\s*$/i.exec(
      value,
    );
  if (parts === null) return undefined;
  const [weeks, days, hours, minutes, seconds] = parts.slice(2).map((part) => Number(part ?? 0));
  const total = ((((weeks! * 7 + days!) * 24 + hours!) * 60 + minutes!) * 60 + seconds!) * 1000;
  return parts[1] === '-' ? -total : total;
}

export function wallTime(value: string): WallTime | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?Z?$/i.exec(value.trim());
  if (parts === null) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
  if (month! < 1 || month! > 12 || day! < 1 || day! > 31 || hour! > 24 || minute! > 59)
    return undefined;
  return {
    year: year!,
    month: month!,
    day: day!,
    hour: hour!,
    minute: minute!,
    second: Math.min(second!, 59),
  };
}

function valid(time: number): Date | undefined {
  return Number.isFinite(time) && Math.abs(time) < 8.64e15 ? new Date(time) : undefined;
}
