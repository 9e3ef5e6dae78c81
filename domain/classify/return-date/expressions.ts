import { monthOf, weekdayOf } from '../phrases/dates.ts';
import { type DateExpression, expression } from './expression.ts';
import { adjacent, number, type Token, tokensOf, word, yearOf } from './tokens.ts';
import { withoutEnd } from '../../text/without-end.ts';

/** All dates of a folded paragraph in order. One pass; each position is tried a bounded number of times. */
export function dateExpressions(folded: string): readonly DateExpression[] {
  const tokens = tokensOf(folded.slice(0, 8000));
  const found: DateExpression[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const read = dateAt(tokens, i);
    if (read === undefined) continue;
    const [expression, next] = read;
    const before = found.at(-1);
    const nameless = before?.month === undefined && before?.weekday !== undefined;
    if (nameless && expression.month !== undefined && expression.start - before.end <= 8) {
      found[found.length - 1] = { ...expression, start: before.start, weekday: before.weekday };
    } else if (
      expression.month === undefined &&
      before?.weekday === undefined &&
      before !== undefined &&
      expression.start - before.end <= 3
    ) {
      // `5 August (Monday)`
      found[found.length - 1] = { ...before, end: expression.end, weekday: expression.weekday };
    } else found.push(expression);
    i = next - 1;
    const [last, afterLast] = lastDayOfRange(tokens, next, expression) ?? [];
    if (last !== undefined && afterLast !== undefined) {
      found.push(last);
      i = afterLast - 1;
    }
  }
  return found;
}

/** The `19` of `July 17 - 19`, which shares the month. */
function lastDayOfRange(
  tokens: readonly Token[],
  at: number,
  first: DateExpression,
): readonly [DateExpression, number] | undefined {
  const day = number(tokens, at + 1);
  const token = tokens[at + 1];
  if (!RANGE_WORDS.has(word(tokens, at)) || day === undefined || token === undefined)
    return undefined;
  if (first.day === undefined || day <= first.day || day > 31) return undefined;
  const following = word(tokens, at + 2);
  if (/^(?:am|pm|h|uhr|:|\/|\.)$/.test(following) && tokens[at + 3]?.start === tokens[at + 2]?.end)
    return undefined;
  if (/^(?:am|pm|h|uhr|:|\/)$/.test(following) || monthOf(following) !== undefined)
    return undefined;
  return [
    { ...first, start: token.start, end: token.end, day, exchangeable: false, weekday: undefined },
    at + 2,
  ];
}

const RANGE_WORDS = new Set(['-', 'to', 'through', 'thru', 'until', 'till', 'and']);

/** The expression that begins at a token, and the index of the token after it. */
function dateAt(
  tokens: readonly Token[],
  i: number,
): readonly [DateExpression, number] | undefined {
  return (
    eastAsian(tokens, i) ??
    numeric(tokens, i) ??
    dayMonth(tokens, i) ??
    monthDay(tokens, i) ??
    weekdayAlone(tokens, i)
  );
}

/** 2024年8月5日, 8月5日, 2024년 8월 5일 */
function eastAsian(
  tokens: readonly Token[],
  i: number,
): readonly [DateExpression, number] | undefined {
  let at = i;
  let year: number | undefined;
  if (/^[年년]/.test(word(tokens, at + 1))) {
    year = yearOf(word(tokens, at));
    if (year === undefined) return undefined;
    at += 2;
  }
  if (!/^[月월]/.test(word(tokens, at + 1)) || !/^[日号號일]/.test(word(tokens, at + 3)))
    return undefined;
  const read = expression(tokens, i, at + 4, {
    year,
    month: number(tokens, at),
    day: number(tokens, at + 2),
  });
  const last = tokens[at + 3];
  if (read === undefined || last === undefined) return undefined;
  // The words after it follow without a blank: `日から出社`.
  return [{ ...read[0], end: last.start + 1 }, read[1]];
}

const SEPARATORS = new Set(['/', '.', '-']);

function numeric(
  tokens: readonly Token[],
  i: number,
): readonly [DateExpression, number] | undefined {
  const first = number(tokens, i);
  const separator = word(tokens, i + 1);
  const second = number(tokens, i + 2);
  if (first === undefined || second === undefined || !SEPARATORS.has(separator)) return undefined;
  if (!adjacent(tokens, i, separator === '.' ? 1 : 0)) return undefined;
  const third = word(tokens, i + 3) === separator ? number(tokens, i + 4) : undefined;
  if (word(tokens, i).length === 4) {
    return third === undefined
      ? undefined
      : expression(tokens, i, i + 5, { year: first, month: second, day: third });
  }
  const year = third === undefined ? undefined : yearOf(word(tokens, i + 4));
  if (third !== undefined && year === undefined) return undefined;
  const end = third === undefined ? i + 3 : i + 5;
  if (third === undefined && !isShortDate(tokens, i, separator)) return undefined;
  if (separator === '.') return expression(tokens, i, end, { year, month: second, day: first });
  if (first > 12) return expression(tokens, i, end, { year, month: second, day: first });
  if (second > 12) return expression(tokens, i, end, { year, month: first, day: second });
  return expression(tokens, i, end, {
    year,
    month: second,
    day: first,
    exchangeable: first !== second,
  });
}

/** Without a year, `5/8` and `05.08.` are dates; `24/7`, `9.30` and `1-2` are not. */
function isShortDate(tokens: readonly Token[], i: number, separator: string): boolean {
  if (separator === '/')
    return (
      !(word(tokens, i) === '24' && word(tokens, i + 2) === '7') && word(tokens, i + 3) !== '/'
    );
  if (separator !== '.') return false;
  const after = word(tokens, i + 3);
  const bothLong = word(tokens, i).length === 2 && word(tokens, i + 2).length === 2;
  return (
    (after === '.' || bothLong) &&
    !/^(?:uhr|h|am|pm|prozent|%|eur|€)$/.test(after) &&
    number(tokens, i + 4) === undefined
  );
}

/** 5 August 2024, 5th of August, 5. August, 1er août, 5 de agosto de 2024, 05-Aug-2024 */
function dayMonth(
  tokens: readonly Token[],
  i: number,
): readonly [DateExpression, number] | undefined {
  const day = number(tokens, i);
  if (day === undefined || day > 31 || word(tokens, i).length > 2) return undefined;
  let at = i + 1;
  for (let skipped = 0; skipped < 3 && BETWEEN_DAY_AND_MONTH.has(word(tokens, at)); skipped += 1)
    at += 1;
  const month = monthOf(withoutEnd(word(tokens, at), /-/));
  if (month === undefined) return undefined;
  const [year, end] = yearAfter(tokens, at + 1, word(tokens, at - 1) === '-');
  return expression(tokens, i, end, { year, month, day });
}

const BETWEEN_DAY_AND_MONTH = new Set([
  'st',
  'nd',
  'rd',
  'th',
  'of',
  '.',
  'er',
  'de',
  'del',
  'd',
  '-',
  'º',
  '°',
  'ª',
  'e',
  'den',
  'va',
  'eme',
  "d'",
  'do',
]);

/** August 5th, 2024; Aug. 5 */
function monthDay(
  tokens: readonly Token[],
  i: number,
): readonly [DateExpression, number] | undefined {
  const month = monthOf(word(tokens, i));
  if (month === undefined) return undefined;
  let at = i + 1;
  if (word(tokens, at) === '.' || word(tokens, at) === 'the' || word(tokens, at) === '-') at += 1;
  const day = number(tokens, at);
  if (day === undefined || day > 31 || word(tokens, at).length > 2 || word(tokens, at + 1) === ':')
    return undefined;
  at += 1;
  if (/^(?:st|nd|rd|th)$/.test(word(tokens, at))) at += 1;
  const [year, end] = yearAfter(tokens, at, false);
  return expression(tokens, i, end, { year, month, day });
}

/** Two digits are a year after an apostrophe, and where hyphens join the whole date. */
function yearAfter(
  tokens: readonly Token[],
  from: number,
  hyphens: boolean,
): readonly [number | undefined, number] {
  let at = from;
  for (
    let skipped = 0;
    skipped < 2 && /^(?:,|\.|-|de|del|of|')$/.test(word(tokens, at));
    skipped += 1
  )
    at += 1;
  const digits = word(tokens, at);
  const year = /^(?:19|20)\d\d$/.test(digits) ? Number(digits) : undefined;
  const short =
    /^\d\d$/.test(digits) &&
    ((hyphens && word(tokens, at - 1) === '-') || word(tokens, at - 1) === "'")
      ? yearOf(digits)
      : undefined;
  const found = year ?? short;
  return found === undefined ? [undefined, from] : [found, at + 1];
}

function weekdayAlone(
  tokens: readonly Token[],
  i: number,
): readonly [DateExpression, number] | undefined {
  const weekday = weekdayOf(word(tokens, i));
  const token = tokens[i];
  if (weekday === undefined || token === undefined) return undefined;
  // `Mon` and `Sat` are words of other languages: an abbreviation counts before a date or a point only.
  if (token.text.length <= 3 && dateAtNumber(tokens, i + 1) === undefined) return undefined;
  const [day, next] = dayAfterWeekday(tokens, i + 1);
  return [
    {
      start: token.start,
      end: tokens[next - 1]?.end ?? token.end,
      year: undefined,
      month: undefined,
      day,
      exchangeable: false,
      weekday,
    },
    next,
  ];
}

/** The 9 of "Monday the 9th" and "lundi 9", but not of "Monday 9:00" or "Monday, 9 March". */
function dayAfterWeekday(
  tokens: readonly Token[],
  from: number,
): readonly [number | undefined, number] {
  const at = /^(?:the|le|el|den|dem|dia)$/.test(word(tokens, from)) ? from + 1 : from;
  const day = number(tokens, at);
  if (day === undefined || day < 1 || day > 31 || dateAtNumber(tokens, at) !== undefined)
    return [undefined, from];
  const ordinal = /^(?:st|nd|rd|th)$/.test(word(tokens, at + 1));
  const following = word(tokens, ordinal ? at + 2 : at + 1);
  const ends =
    following === '' || /^(?:[.,;!)]|and|or|at|et|und|y|e|en|och|og)$/.test(following) || ordinal;
  const clock = following === '.' && number(tokens, at + 2) !== undefined;
  return ends && !clock ? [day, ordinal ? at + 2 : at + 1] : [undefined, from];
}

function dateAtNumber(tokens: readonly Token[], from: number): unknown {
  let at = from;
  for (let skipped = 0; skipped < 2 && /^[.,]$/.test(word(tokens, at)); skipped += 1) at += 1;
  return numeric(tokens, at) ?? dayMonth(tokens, at) ?? monthDay(tokens, at);
}
