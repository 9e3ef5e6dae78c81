import { findIana } from 'windows-iana';
import { type CalendarComponent, type CalendarProperty, propertyNamed } from './content-lines.ts';
import { instantInZone, utc, type WallTime, zoneOffset } from './zone.ts';
import { zoneRuleOffset } from './zone-rules.ts';

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
  return zone === undefined ? undefined : inNamedZone(wall, zone, calendar);
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

function inNamedZone(wall: WallTime, name: string, calendar: CalendarComponent): Date | undefined {
  const bare = name.replace(/^["']|["']$/g, '').trim();
  const rules = calendar.children.find(
    (child) =>
      child.name === 'VTIMEZONE' &&
      propertyNamed(child, 'TZID')?.value.trim().replaceAll('"', '') === bare,
  );
  if (rules !== undefined) {
    const offset = zoneRuleOffset(rules, wall);
    if (offset !== undefined) return valid(utc(wall) - offset * 1000);
  }
  const zone =
    ianaZone(bare) ??
    ianaZone(
      rules === undefined ? '' : (propertyNamed(rules, 'X-LIC-LOCATION')?.value.trim() ?? ''),
    );
  return zone === undefined ? undefined : instantInZone(wall, zone);
}

/** IANA name of a TZID: its own, Microsoft's, or one behind a vendor's path ("/mozilla.org/…/Europe/Berlin"). */
function ianaZone(name: string): string | undefined {
  if (name === '' || name.length > 120) return undefined;
  if (isIana(name)) return name;
  const windows = findIana(name)[0];
  if (windows !== undefined) return windows;
  const pieces = name.split('/');
  for (const count of [3, 2]) {
    const tail = pieces.slice(-count).join('/');
    if (pieces.length > count && isIana(tail)) return tail;
  }
  return undefined;
}

function isIana(name: string): boolean {
  // Some engines take offsets ("+01:00") as zones; as TZIDs they are names like any other.
  return /^[A-Za-z]/.test(name) && zoneOffset(name, new Date(0)) !== undefined;
}

function valid(time: number): Date | undefined {
  return Number.isFinite(time) && Math.abs(time) < 8.64e15 ? new Date(time) : undefined;
}
