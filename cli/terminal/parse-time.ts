import { InvalidInput } from '../../domain/errors.ts';
import { call } from './call.ts';
import type { Io } from './io.ts';

/** Reads `--at` and `--until` in the profile's time zone; gives RFC 3339 in UTC. Throws InvalidInput naming the option. */
export async function parseTimeOption(io: Io, option: string, text: string): Promise<string> {
  if (exactTime(text)) return parseTimeIn(option, text, { now: io.now(), timeZone: 'UTC' });
  const { timeZone } = await call(io, 'showProfile', {});
  return parseTimeIn(option, text, { now: io.now(), timeZone });
}

/** The same without asking the running instance. Throws InvalidInput naming the option. */
export async function parseTimeIn(
  option: string,
  text: string,
  where: { readonly now: Date; readonly timeZone: string },
): Promise<string> {
  const read = exactTime(text) ?? (await timeFromWords(text, where));
  if (read) return read.toISOString();
  throw new InvalidInput(
    `Could not read the time "${text.slice(0, 60)}" of ${option}. Write for example 2026-05-04, 2026-05-04T09:00:00+02:00 or "monday 9:00".`,
  );
}

/** RFC 3339 with its offset; undefined for everything else, and for days that no month has. */
function exactTime(text: string): Date | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?([Zz]|[+-]\d\d:\d\d)$/.exec(
    text.trim(),
  );
  if (!match) return undefined;
  const [, day, minute, second = ':00', offset = 'Z'] = match;
  const date = new Date(`${day}T${minute}${second}${offset.toUpperCase()}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** A date, or words such as "monday 9:00" and "in two weeks". A day without a time begins at midnight. */
export async function timeFromWords(
  text: string,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): Promise<Date | undefined> {
  const { DateTime } = await import('luxon');
  const iso = DateTime.fromISO(text.trim(), { zone: timeZone });
  if (iso.isValid && /^\d{4}-/.test(text.trim())) return iso.toJSDate();
  const { parse } = await import('chrono-node');
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  const [found] = parse(text, { instant: now, timezone: local.offset }, { forwardDate: true });
  // Half-understood is not understood: "monday or so 9" must not become a mail on Monday.
  if (!found || found.text.length < text.trim().length) return undefined;
  const { start } = found;
  if (start.isCertain('timezoneOffset')) return start.date();
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second') =>
    start.get(name) ?? 0;
  const day = { year: part('year'), month: part('month'), day: part('day') };
  const time = { hour: part('hour'), minute: part('minute'), second: part('second') };
  const moment = DateTime.fromObject(
    { ...day, ...(start.isCertain('hour') ? time : {}) },
    { zone: timeZone },
  );
  return moment.isValid ? moment.toJSDate() : undefined;
}
