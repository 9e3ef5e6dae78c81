/** A time as a clock on the wall shows it; `month` is 1 to 12. */
export type WallTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Minutes that clocks in an IANA zone are ahead of UTC at a moment; undefined for unknown zones. */
export function zoneOffset(zone: string, at: Date): number | undefined {
  const format = formatOf(zone);
  if (format === undefined || Number.isNaN(at.getTime())) return undefined;
  const parts = new Map(format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
  const local = utc({
    year: parts.get('year') ?? 0,
    month: parts.get('month') ?? 1,
    day: parts.get('day') ?? 1,
    hour: (parts.get('hour') ?? 0) % 24,
    minute: parts.get('minute') ?? 0,
    second: parts.get('second') ?? 0,
  });
  return Math.round((local - Math.floor(at.getTime() / 1000) * 1000) / 60_000);
}

/**
 * The moment at which a clock in an IANA zone shows this time. Of the hour that autumn repeats it
 * is the first; of the hour that spring leaves out, the time as if clocks had not changed.
 */
export function instantInZone(wall: WallTime, zone: string): Date | undefined {
  const local = utc(wall);
  const before = zoneOffset(zone, new Date(local - 86_400_000));
  const after = zoneOffset(zone, new Date(local + 86_400_000));
  if (before === undefined || after === undefined) return undefined;
  for (const offset of [before, after]) {
    const instant = new Date(local - offset * 60_000);
    if (zoneOffset(zone, instant) === offset) return instant;
  }
  return new Date(local - before * 60_000);
}

/** Milliseconds of a wall time read as UTC. */
export function utc(wall: WallTime): number {
  const time = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return wall.year >= 0 && wall.year < 100 ? new Date(time).setUTCFullYear(wall.year) : time;
}

/** The wall time that milliseconds, read as UTC, mean. */
export function wallTimeOf(wall: number): WallTime {
  const date = new Date(wall);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(zone)) return formats.get(zone);
  let format: Intl.DateTimeFormat | undefined;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // Intl throws a RangeError for a name it does not know: the zone is unknown.
    format = undefined;
  }
  // Names come out of mails: a bound keeps hostile ones from filling the memory.
  if (formats.size < 500) formats.set(zone, format);
  return format;
}
