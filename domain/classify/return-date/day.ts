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

export function nextWorkday(day: Day): Day {
  const weekday = weekdayOfDay(day);
  return weekday === 6 ? day + 2 : weekday === 0 ? day + 1 : day;
}
