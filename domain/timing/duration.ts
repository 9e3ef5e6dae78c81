const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The order of the capture groups of `pattern`. A year counts 365 days, a month 30. */
const units = [365 * day, 30 * day, 7 * day, day, hour, minute, second] as const;
const pattern =
  /^P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d{1,9})?)S)?)?$/;
const longest = 100 * 365 * day;

/** Milliseconds of an ISO 8601 duration such as `P7D`, `PT24H` or `PT1.5S`. Throws RangeError with a sentence for the user. */
export function milliseconds(iso: string): number {
  const ms = parse(iso);
  if (ms === undefined) throw new RangeError(`${shown(iso)} is not a duration. ${howTo}`);
  if (ms > longest) throw new RangeError(`${shown(iso)} is longer than a hundred years.`);
  return ms;
}

/** True for what `milliseconds` accepts. */
export function isDuration(text: string): boolean {
  const ms = parse(text);
  return ms !== undefined && ms <= longest;
}

/** What a duration looks like, for messages. */
export const howTo =
  'Write an ISO 8601 duration: P7D is seven days, PT24H is 24 hours, PT90S is 90 seconds.';

function parse(iso: string): number | undefined {
  const match = iso.length <= 80 ? pattern.exec(iso) : null;
  if (!match || iso.endsWith('P') || iso.endsWith('T')) return undefined;
  const ms = units.reduce((sum, unit, index) => {
    const count = match[index + 1];
    return count === undefined ? sum : sum + Number(count.replace(',', '.')) * unit;
  }, 0);
  return Math.round(ms);
}

function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
