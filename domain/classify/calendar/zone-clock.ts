import { findIana } from 'windows-iana';
import { type CalendarComponent, propertyNamed } from './content-lines.ts';
import { instantInZone, wallTimeOf, zoneOffset } from './zone.ts';
import { zoneRuleOffset } from './zone-rules.ts';

/** The clocks of a zone. Wall times are what they show, read as UTC; all times are milliseconds. */
export type Clock = {
  /** Of the hour that autumn repeats it is the first; of the one that spring leaves out, as if clocks had not changed. */
  readonly instant: (wall: number) => number;
  readonly wall: (instant: number) => number;
};

export const utcClock: Clock = { instant: (wall) => wall, wall: (instant) => instant };

/**
 * The clock that a TZID means in its calendar: by the calendar's own VTIMEZONE, else by its name (IANA's, Microsoft's,
 * or an offset). Undefined when the zone cannot be known.
 */
export function zoneClock(tzid: string, calendar: CalendarComponent): Clock | undefined {
  const name = zoneName(tzid);
  const rules = calendar.children.find(
    (child) =>
      child.name === 'VTIMEZONE' && zoneName(propertyNamed(child, 'TZID')?.value ?? '') === name,
  );
  if (rules !== undefined && zoneRuleOffset(rules, 0) !== undefined) return ruleClock(rules);
  const place = rules === undefined ? undefined : propertyNamed(rules, 'X-LIC-LOCATION')?.value;
  const zone = ianaZone(name) ?? ianaZone(place?.trim() ?? '');
  return zone === undefined ? fixedClock(name) : ianaClock(zone);
}

/** Without quotes, and without the escapes that Outlook writes into one of the two places only. */
function zoneName(tzid: string): string {
  return tzid
    .replaceAll('"', '')
    .replace(/\\([,;\\])/g, '$1')
    .trim()
    .replace(/^'|'$/g, '');
}

/** The clocks of an IANA zone, which must exist. */
export function ianaClock(zone: string): Clock {
  const instant = (wall: number): number =>
    instantInZone(wallTimeOf(wall), zone)?.getTime() ?? Number.NaN;
  return {
    instant,
    wall: (at) => at + (zoneOffset(zone, new Date(at)) ?? Number.NaN) * 60_000,
  };
}

function ruleClock(rules: CalendarComponent): Clock {
  const instant = (wall: number): number => wall - (zoneRuleOffset(rules, wall) ?? 0) * 1000;
  return {
    instant,
    wall: (at) => {
      // An offset is known by wall time only: of the offsets around, the one that leads back is right.
      const around = [at, at - day, at + day].map((guess) => zoneRuleOffset(rules, guess) ?? 0);
      const offset = around.find((each) => instant(at + each * 1000) === at) ?? around[0] ?? 0;
      return at + offset * 1000;
    },
  };
}

const day = 86_400_000;

/** "UTC+01:00", "GMT-0500", "+02:00". */
function fixedClock(name: string): Clock | undefined {
  const parts = /^(?:UTC|GMT)?\s?([+-])(\d\d?)(?::?(\d\d))?$/i.exec(name);
  if (parts === null) return undefined;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  if (minutes > 14 * 60) return undefined;
  const offset = (parts[1] === '-' ? -minutes : minutes) * 60_000;
  return { instant: (wall) => wall - offset, wall: (at) => at + offset };
}

/** IANA name of a TZID: its own, Microsoft's, or one behind a vendor's path ("/mozilla.org/…/Europe/Berlin"). */
function ianaZone(name: string): string | undefined {
  if (name === '' || name.length > 120) return undefined;
  if (isIana(name)) return name;
  if (/^tzone:\/\/microsoft\/utc$|^z$|^zulu$/i.test(name)) return 'UTC';
  const windows = findIana(name)[0] ?? findIana(titleCase(name))[0];
  if (windows !== undefined) return windows;
  const pieces = name.split('/');
  for (const count of [3, 2]) {
    const tail = pieces.slice(-count).join('/');
    if (pieces.length > count && isIana(tail)) return tail;
  }
  return displayed(name);
}

function titleCase(name: string): string {
  return name.toLowerCase().replaceAll(/(^|[\s.])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** What Windows shows instead of a name: "(UTC+01:00) Amsterdam, Berlin, Rome", "Eastern Time (US & Canada)". */
function displayed(name: string): string | undefined {
  const shown = name.replace(/^\((?:UTC|GMT)(?:[+-]\d\d:\d\d)?\)\s*/i, '');
  const american = /^(Eastern|Central|Mountain|Pacific) Time \(US & Canada\)$/i.exec(shown)?.[1];
  if (american !== undefined) return americanZones[american.toLowerCase()];
  if (shown === name) return undefined;
  for (const city of shown.split(',').map((each) => each.trim().replaceAll(' ', '_'))) {
    for (const area of areas)
      if (city !== '' && isIana(`${area}/${city}`)) return `${area}/${city}`;
  }
  return undefined;
}

const areas = ['Europe', 'America', 'Asia', 'Africa', 'Australia', 'Pacific', 'Atlantic'];
const americanZones: Readonly<Record<string, string>> = {
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
};

function isIana(name: string): boolean {
  // Some engines take offsets ("+01:00") as zones; as TZIDs they are names like any other.
  return /^[A-Za-z]/.test(name) && zoneOffset(name, new Date(0)) !== undefined;
}
