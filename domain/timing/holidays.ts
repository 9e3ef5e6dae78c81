import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';

/** ISO 3166 code to year to local date (YYYY-MM-DD) to the holiday's name. */
const calendars = new Map<string, Holidays>();
const years = new Map<string, ReadonlyMap<string, string>>();

/** The public holiday on a local date (YYYY-MM-DD) in a whole country, by its English or local name. */
export function holidayOn(country: string, date: string): string | undefined {
  const year = Number(date.slice(0, 4));
  return holidaysOf(country.toUpperCase(), year).get(date.slice(0, 10));
}

/** True for an ISO 3166 code (two letters) whose public holidays are known. */
export function hasHolidays(country: string): boolean {
  return /^[A-Z]{2}$/i.test(country) && country.toUpperCase() in countries();
}

/** The country (ISO 3166) that a time zone lies in; undefined for "UTC" and the like. */
export function countryOf(zone: string): string | undefined {
  zones ??= zoneCountries();
  return zones.get(zone) ?? zones.get(canonical(zone));
}

let zones: ReadonlyMap<string, string> | undefined;
let known: Record<string, string> | undefined;

function countries(): Record<string, string> {
  known ??= new (holidays())().getCountries();
  return known;
}

function zoneCountries(): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const country of Object.keys(countries())) {
    for (const zone of zonesOf(country)) result.set(zone, country);
  }
  return result;
}

/** The proposal became a method after engines had shipped it as a property; Node 20 has the property. */
function zonesOf(country: string): readonly string[] {
  const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & {
    readonly timeZones?: readonly string[];
    readonly getTimeZones?: () => readonly string[];
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

function canonical(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}

function holidaysOf(country: string, year: number): ReadonlyMap<string, string> {
  const key = `${country} ${year}`;
  const found = years.get(key);
  if (found) return found;
  const days = new Map<string, string>();
  if (hasHolidays(country) && Number.isInteger(year)) {
    // A holiday that spans New Year belongs to the listing of the year before.
    for (const listed of [year - 1, year]) {
      for (const holiday of calendarOf(country).getHolidays(listed)) {
        if (holiday.type !== 'public') continue;
        for (const date of datesOf(holiday)) if (!days.has(date)) days.set(date, holiday.name);
      }
    }
  }
  years.set(key, days);
  return days;
}

function calendarOf(country: string): Holidays {
  const found = calendars.get(country);
  if (found) return found;
  const calendar = new (holidays())(country, { types: ['public'], languages: ['en'] });
  calendars.set(country, calendar);
  return calendar;
}

/** Read at the first question: every country's rules are a tenth of a second that a start need not wait for. */
function holidays(): typeof Holidays {
  return (library ??= require('date-holidays') as typeof Holidays);
}

const require = createRequire(import.meta.url);
let library: typeof Holidays | undefined;

const day = 86_400_000;

/** The local dates a holiday takes up; none for half a day, which is a working morning. */
function datesOf(holiday: { readonly date: string; readonly start: Date; readonly end: Date }) {
  const first = Date.parse(`${holiday.date.slice(0, 10)}T00:00:00Z`);
  const count = Math.round((holiday.end.getTime() - holiday.start.getTime() - day / 4) / day);
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    new Date(first + index * day).toISOString().slice(0, 10),
  );
}
