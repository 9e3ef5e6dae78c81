import type { Token } from './tokens.ts';

/** A date as it stands in a text. Day and month can be exchanged when both readings are possible. */
export type DateExpression = {
  readonly start: number;
  readonly end: number;
  readonly year: number | undefined;
  /** 1 to 12; undefined when only a weekday is named. */
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** `05/06/2024`: nobody knows which is the month. */
  readonly exchangeable: boolean;
  /** 0 for Sunday to 6, when one stands beside the date or alone. */
  readonly weekday: number | undefined;
};

/** A date without its weekday, out of the tokens `from` to `next`, the latter excluded. */
export function expression(
  tokens: readonly Token[],
  from: number,
  next: number,
  date: {
    readonly year: number | undefined;
    readonly month: number | undefined;
    readonly day: number | undefined;
    readonly exchangeable?: boolean;
  },
): readonly [DateExpression, number] | undefined {
  const { year, month, day, exchangeable = false } = date;
  const first = tokens[from];
  const last = tokens[next - 1];
  if (first === undefined || last === undefined || month === undefined || day === undefined)
    return undefined;
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return [
    { start: first.start, end: last.end, year, month, day, exchangeable, weekday: undefined },
    next,
  ];
}
