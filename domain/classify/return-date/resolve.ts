import { type Day, MILLISECONDS, nextWeekday, toDay, weekdayOfDay } from './day.ts';
import type { DateExpression } from './expression.ts';
import type { NumericOrder } from './numeric-order.ts';

/** The day an expression means; undefined when it cannot be known. */
export function resolve(
  one: DateExpression,
  today: Day | undefined,
  order: NumericOrder,
  next: boolean,
): Day | undefined {
  const { month, day } = one;
  if (month === undefined || day === undefined) {
    if (today === undefined || one.weekday === undefined) return undefined;
    if (day !== undefined) return weekdayOfMonth(today, one.weekday, day);
    const coming = nextWeekday(today, one.weekday);
    // "Next Friday", said on a Tuesday, is one of two days.
    return next && weekdayOfDay(coming) > weekdayOfDay(today) && weekdayOfDay(today) !== 0
      ? undefined
      : coming;
  }
  const readings = one.exchangeable
    ? [dayOf(one, day, month, today), dayOf(one, month, day, today)]
    : [dayOf(one, day, month, today)];
  const [dayFirst, exchanged] = readings;
  const fitting = readings.filter(
    (reading) =>
      reading !== undefined && (one.weekday === undefined || weekdayOfDay(reading) === one.weekday),
  );
  if (one.weekday !== undefined) return fitting.length === 1 ? fitting[0] : undefined;
  if (!one.exchangeable) return dayFirst;
  if (order.sure) return order.monthFirst === true ? exchanged : dayFirst;
  const likely = readings.filter(
    (reading) =>
      reading !== undefined &&
      today !== undefined &&
      reading >= today - 1 &&
      reading <= today + 100,
  );
  if (likely.length === 1) return likely[0];
  return order.monthFirst === undefined ? undefined : order.monthFirst ? exchanged : dayFirst;
}

/** "Monday the 16th", of this month or one of the next two; undefined when no such day is a Monday. */
function weekdayOfMonth(today: Day, weekday: number, dayOfMonth: number): Day | undefined {
  for (let day = nextWeekday(today - 1, weekday); day < today + 75; day += 7)
    if (new Date(day * MILLISECONDS).getUTCDate() === dayOfMonth) return day;
  return undefined;
}

function dayOf(
  one: DateExpression,
  day: number,
  month: number,
  today: Day | undefined,
): Day | undefined {
  if (month > 12) return undefined;
  if (one.year !== undefined) return toDay(one.year, month, day);
  if (today === undefined) return undefined;
  const year = new Date(today * MILLISECONDS).getUTCFullYear();
  const options = [year, year + 1].map((candidate) => toDay(candidate, month, day));
  // A day of the last weeks is an old note of this year, not one of the next.
  return options.find((option) => option !== undefined && option >= today - 45);
}
