import { type CalendarComponent, propertyNamed } from './content-lines.ts';
import { utc, type WallTime } from './zone.ts';

/** A change of clocks: the wall time (read as UTC) at which it happens, and the offsets before and after it in seconds. */
type Change = { readonly onset: number; readonly from: number; readonly to: number };

type Observance = {
  readonly start: WallTime;
  readonly from: number;
  readonly to: number;
  readonly rule: ReadonlyMap<string, string>;
  /** UTC in milliseconds; a day of leeway spares the offset, since onsets are months apart. */
  readonly until: number;
};

/** What a VTIMEZONE says, with the changes of the years that were asked for. */
type Rules = {
  readonly fixed: readonly Change[];
  readonly yearly: readonly Observance[];
  readonly years: Map<number, readonly Change[]>;
};

const compiled = new WeakMap<CalendarComponent, Rules>();
const maxChanges = 5_000;
const day = 86_400_000;

/**
 * Seconds ahead of UTC that a VTIMEZONE (RFC 5545 section 3.6.5) gives for a wall time in milliseconds, read as
 * UTC: the offset of the observance that began last. A time that clocks leave out has the offset before
 * the gap (section 3.3.5). Undefined when the component holds no observance that can be read.
 */
export function zoneRuleOffset(zone: CalendarComponent, wall: number): number | undefined {
  let rules = compiled.get(zone);
  if (rules === undefined) compiled.set(zone, (rules = rulesOf(zone)));
  const changes = changesAround(rules, new Date(wall).getUTCFullYear());
  const later = changes.findIndex(({ onset }) => onset > wall);
  const latest = changes.at(later < 0 ? changes.length - 1 : later - 1);
  if (latest === undefined) return undefined;
  if (later === 0) return changes[0]!.from;
  const skipped = (latest.to - latest.from) * 1000;
  return wall < latest.onset + skipped ? latest.from : latest.to;
}

/** The changes up to the end of a year that can matter in it, by time. */
function changesAround(rules: Rules, year: number): readonly Change[] {
  const known = rules.years.get(year);
  if (known !== undefined) return known;
  const end = utc({ year: year + 1, month: 1, day: 2, hour: 0, minute: 0, second: 0 });
  const changes = [...rules.fixed.filter(({ onset }) => onset < end)];
  for (const observance of rules.yearly) {
    const first = utc(observance.start);
    for (const each of [year - 1, year]) {
      const onset = onsetIn(each, observance.rule, observance.start);
      if (onset === undefined || onset <= first || onset > observance.until) continue;
      changes.push({ onset, from: observance.from, to: observance.to });
    }
  }
  // Before everything that is known, the first change says what was.
  const earliest = rules.fixed[0];
  if (changes.length === 0 && earliest !== undefined) changes.push(earliest);
  const sorted = changes.toSorted((one, other) => one.onset - other.onset);
  if (rules.years.size < 500) rules.years.set(year, sorted);
  return sorted;
}

function rulesOf(zone: CalendarComponent): Rules {
  const fixed: Change[] = [];
  const yearly: Observance[] = [];
  for (const observance of zone.children.slice(0, 200)) {
    const start = dateTime(propertyNamed(observance, 'DTSTART')?.value);
    const to = offsetSeconds(propertyNamed(observance, 'TZOFFSETTO')?.value);
    if (start === undefined || to === undefined) continue;
    const from = offsetSeconds(propertyNamed(observance, 'TZOFFSETFROM')?.value) ?? to;
    fixed.push({ onset: utc(start), from, to });
    for (const property of observance.properties) {
      if (property.name !== 'RDATE') continue;
      for (const value of property.value.split(',')) {
        const date = dateTime(value);
        if (date !== undefined && fixed.length < maxChanges)
          fixed.push({ onset: utc(date), from, to });
      }
    }
    const rule = ruleOf(propertyNamed(observance, 'RRULE')?.value);
    if (rule.get('FREQ') !== 'YEARLY') continue;
    const until = dateTime(rule.get('UNTIL'));
    yearly.push({
      start,
      from,
      to,
      rule,
      until: until === undefined ? Infinity : utc(until) + day,
    });
  }
  return {
    fixed: fixed.toSorted((one, other) => one.onset - other.onset),
    yearly,
    years: new Map(),
  };
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
