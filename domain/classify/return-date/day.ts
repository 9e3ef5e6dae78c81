/** Days since 1 January 1970. */
export type Day = number;

/** Of a day. */
export const MILLISECONDS = 86_400_000;

export function toDay(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.getTime() / MILLISECONDS : undefined;
}

export function isoOf(day: Day): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

export function weekdayOfDay(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function nextWeekday(today: Day, weekday: number): Day {
  const ahead = (weekday - weekdayOfDay(today) + 7) % 7;
  return today + (ahead === 0 ? 7 : ahead);
}

/** The day itself, or the first after it that is none of the ISO weekdays in `weekend`. */
export function nextWorkday(day: Day, weekend: readonly number[]): Day {
  let workday = day;
  while (isRest(workday, weekend)) workday++;
  return workday;
}

export function isRest(day: Day, weekend: readonly number[]): boolean {
  return weekend.includes(weekdayOfDay(day) || 7);
}
