import { type CalendarComponent, propertyNamed } from './content-lines.ts';
import { utc, type WallTime } from './zone.ts';

/**
 * Seconds ahead of UTC that a VTIMEZONE (RFC 5545 section 3.6.5) gives for a wall time: the offset
 * of the observance that began last. Undefined when it holds none that can be read.
 */
export function zoneRuleOffset(zone: CalendarComponent, wall: WallTime): number | undefined {
  const at = utc(wall);
  let latest: { readonly onset: number; readonly to: number } | undefined;
  let earliest: { readonly onset: number; readonly from: number } | undefined;
  for (const observance of zone.children.slice(0, 200)) {
    const to = offsetSeconds(propertyNamed(observance, 'TZOFFSETTO')?.value);
    const from = offsetSeconds(propertyNamed(observance, 'TZOFFSETFROM')?.value);
    if (to === undefined) continue;
    for (const onset of onsetsNear(observance, wall.year)) {
      if (onset <= at && (latest === undefined || onset > latest.onset)) latest = { onset, to };
      if (earliest === undefined || onset < earliest.onset) earliest = { onset, from: from ?? to };
    }
  }
  return latest?.to ?? earliest?.from;
}

/** Wall times (read as UTC) at which an observance begins, in its first year and around the given one. */
function onsetsNear(observance: CalendarComponent, year: number): readonly number[] {
  const start = dateTime(propertyNamed(observance, 'DTSTART')?.value);
  if (start === undefined) return [];
  const first = utc(start);
  const onsets = [first];
  for (const property of observance.properties) {
    if (property.name !== 'RDATE') continue;
    for (const value of property.value.split(',').slice(0, 500)) {
      const date = dateTime(value);
      if (date !== undefined) onsets.push(utc(date));
    }
  }
  const rule = ruleOf(propertyNamed(observance, 'RRULE')?.value);
  if (rule.get('FREQ') !== 'YEARLY') return onsets;
  const until = dateTime(rule.get('UNTIL'));
  for (const each of [year - 1, year]) {
    const onset = onsetIn(each, rule, start);
    if (onset === undefined || onset < first) continue;
    // UNTIL is in UTC; a day of leeway spares the offset, since onsets are months apart.
    if (until === undefined || onset <= utc(until) + 86_400_000) onsets.push(onset);
  }
  return onsets;
}

/** The one onset of a yearly rule: BYMONTH with BYDAY ("-1SU"), BYMONTHDAY, or both. */
function onsetIn(
  year: number,
  rule: ReadonlyMap<string, string>,
  start: WallTime,
): number | undefined {
  const month = Number(rule.get('BYMONTH') ?? start.month);
  if (!(month >= 1 && month <= 12)) return undefined;
  const byDay = /^([+-]?\d)?(SU|MO|TU|WE|TH|FR|SA)$/.exec(rule.get('BYDAY') ?? '');
  const monthDays = rule.get('BYMONTHDAY')?.split(',').map(Number);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  let days = Array.from({ length }, (_, index) => index + 1);
  if (monthDays !== undefined)
    days = days.filter((day) => monthDays.includes(day) || monthDays.includes(day - length - 1));
  if (byDay !== null) {
    const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'].indexOf(byDay[2]!);
    days = days.filter((day) => new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday);
    const ordinal = byDay[1] === undefined ? 1 : Number(byDay[1]);
    days = days.slice(ordinal > 0 ? ordinal - 1 : ordinal);
  } else if (monthDays === undefined) {
    days = days.filter((day) => day === start.day);
  }
  const day = days[0];
  return day === undefined ? undefined : utc({ ...start, year, month, day });
}

function ruleOf(value: string | undefined): ReadonlyMap<string, string> {
  const pairs = (value ?? '').toUpperCase().slice(0, 1000).split(';');
  return new Map(
    pairs.map((pair) => [pair.split('=')[0]!.trim(), pair.split('=')[1]?.trim() ?? '']),
  );
}

function offsetSeconds(value: string | undefined): number | undefined {
  const parts = /^\s*([+-])(\d\d):?(\d\d)(\d\d)?\s*$/.exec(value ?? '');
  if (parts === null) return undefined;
  const seconds = Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0);
  return parts[1] === '-' ? -seconds : seconds;
}

function dateTime(value: string | undefined): WallTime | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?)?Z?$/i.exec(value?.trim() ?? '');
  if (parts === null) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
  return { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second! };
}
