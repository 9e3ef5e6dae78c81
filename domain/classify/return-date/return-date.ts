import { fold } from '../../text/fold.ts';
import { weekendOf } from '../../timing/weekend.ts';
import { BACK_BEFORE, THIS_WEEK_WORDS, TODAY_WORDS, TOMORROW_WORDS } from '../phrases/dates.ts';
import { type Day, isoOf, nextWeekday, nextWorkday } from './day.ts';
import { dateExpressions } from './expressions.ts';
import { type NumericOrder, numericOrder } from './numeric-order.ts';
import { resolve } from './resolve.ts';
import { firstDayBack, isWorkingTime, type Role, roleOf, speaksOfAbsence } from './role.ts';
import { boundaryAfter, boundaryBefore, lastOf } from './sentence.ts';

type Input = {
  readonly subject: string;
  /** The visible text. */
  readonly text: string;
  /** When the mail was written; without it only dates with a year are understood. */
  readonly writtenAt: Date | undefined;
  /** Minutes east of UTC in the sender's Date header: the sender's calendar day, and a hint at d/m or m/d. */
  readonly offset: number | undefined;
  /** Lower-case domain of the sender. */
  readonly domain: string;
  /** A machine's note of absence, where every sentence is about it; else a sentence must speak of an absence. */
  readonly automatic: boolean;
};

export type ReturnDate = {
  /** First day back, YYYY-MM-DD. */
  readonly date: string;
  readonly sentence: string;
};

type Candidate = { readonly role: Role; readonly day: Day; readonly sentence: string };

/** A longer absence is no reason to wait: it is a typing error, an old note or a farewell. */
const LONGEST_ABSENCE = 366;

/** First day back that a mail announces. Undefined when it names none, or two readings are left. */
export function returnDate(input: Input): ReturnDate | undefined {
  const today =
    input.writtenAt === undefined
      ? undefined
      : Math.floor((input.writtenAt.getTime() / 60_000 + (input.offset ?? 0)) / 1440);
  const paragraphs = [
    input.subject,
    ...input.text
      .slice(0, 6000)
      .split(/\n[ \t]*\n/)
      .slice(0, 40),
  ].map((paragraph) => fold(withoutThaiMonths(paragraph)));
  const order = numericOrder(paragraphs, input);
  const weekend = weekendOf(/\.([a-z]{2})$/.exec(input.domain)?.[1]);
  const candidates = paragraphs.flatMap((paragraph) =>
    candidatesIn(paragraph, today, order, { automatic: input.automatic, weekend }),
  );
  for (const role of ['back', 'until', 'last', 'range'] as const) {
    const days = candidates.filter((one) => one.role === role);
    const first = days[0];
    if (first === undefined) continue;
    // Two different days of return: one of them is somebody else's. An absence may have several parts.
    if (role === 'back' && days.some((one) => one.day !== first.day)) return undefined;
    const chosen = role === 'back' ? first : (days.at(-1) ?? first);
    if (days.length > 1 && role !== 'back' && chosen.day < first.day) return undefined;
    return { date: isoOf(chosen.day), sentence: chosen.sentence };
  }
  if (today === undefined) return undefined;
  const all = paragraphs.join(' ');
  const todays = TODAY_WORDS.find((phrase) => all.includes(phrase));
  if (todays !== undefined)
    return { date: isoOf(nextWorkday(today + 1, weekend)), sentence: todays };
  const week = THIS_WEEK_WORDS.find((phrase) => all.includes(phrase));
  if (week !== undefined) return { date: isoOf(nextWeekday(today, 1)), sentence: week };
  return undefined;
}

const THAI_MONTHS =
  'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(
    ' ',
  );
const ENGLISH_MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Thai vowels are marks between letters, by which a word would fall apart. */
function withoutThaiMonths(text: string): string {
  if (!/[\u0e00-\u0e7f]/.test(text)) return text;
  return THAI_MONTHS.reduce(
    (changed, month, at) => changed.replaceAll(month, ` ${ENGLISH_MONTHS[at]} `),
    text,
  );
}

function candidatesIn(
  paragraph: string,
  today: Day | undefined,
  order: NumericOrder,
  { automatic, weekend }: { readonly automatic: boolean; readonly weekend: readonly number[] },
): Candidate[] {
  const found: Candidate[] = [];
  const expressions = dateExpressions(paragraph);
  let previousEnd = 0;
  for (const [at, one] of expressions.entries()) {
    const sentenceStart = boundaryBefore(paragraph, one.start);
    const before = paragraph.slice(Math.max(sentenceStart, previousEnd, one.start - 90), one.start);
    const next = expressions[at + 1]?.start ?? paragraph.length;
    const after = paragraph.slice(
      one.end,
      Math.min(next, boundaryAfter(paragraph, one.end), one.end + 60),
    );
    const sentence = paragraph.slice(sentenceStart, boundaryAfter(paragraph, one.end)).trim();
    const follows = at > 0 && previousEnd > sentenceStart;
    previousEnd = one.end;
    const leads = at + 1 < expressions.length && one.end + after.length === next;
    const role = roleOf({ before, after, follows, sentence, automatic, leads });
    if (role !== 'back' && one.month === undefined && isWorkingTime(sentence, role)) continue;
    if (role === 'back' && !automatic && !speaksOfAbsence(paragraph)) continue;
    if (role === undefined) continue;
    const day = resolve(one, today, order, /\bnext\b|\bnachste|\bkommende/.test(before.slice(-20)));
    if (day === undefined) continue;
    const back = firstDayBack(role, day, before, weekend);
    if (today !== undefined && (back - today > LONGEST_ABSENCE || back < today - LONGEST_ABSENCE))
      continue;
    found.push({ role, day: back, sentence: sentence.slice(0, 200) });
  }
  const tomorrow = today === undefined ? undefined : tomorrowIn(paragraph, today);
  if (tomorrow !== undefined && found.length === 0) found.push(tomorrow);
  return found;
}

function tomorrowIn(paragraph: string, today: Day): Candidate | undefined {
  for (const phrase of TOMORROW_WORDS) {
    const at = paragraph.indexOf(phrase);
    if (at < 0) continue;
    const before = paragraph.slice(boundaryBefore(paragraph, at), at);
    if (lastOf(before, BACK_BEFORE) >= 0 && !/back to you/.test(before))
      return { role: 'back', day: today + 1, sentence: `${before}${phrase}`.trim() };
  }
  return undefined;
}
