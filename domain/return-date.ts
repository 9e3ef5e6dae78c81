import { fold } from './fold.ts';
import {
  ABSENCE_WORDS,
  BACK_AFTER,
  BACK_BEFORE,
  INCLUSIVE_AFTER,
  RANGE,
  THIS_WEEK_WORDS,
  THROUGH,
  TODAY_WORDS,
  TOMORROW_WORDS,
  UNTIL,
  UNTIL_AFTER,
  UNTIL_ENGLISH,
  WORKING_WORDS,
} from './phrases/dates.ts';
import { type DateExpression, dateExpressions } from './return-date-expressions.ts';

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

type Day = number;
type Role = 'back' | 'until' | 'last' | 'range';
type Candidate = { readonly role: Role; readonly day: Day; readonly sentence: string };

const MILLISECONDS = 86_400_000;
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
  ].map(fold);
  const monthFirst = numericOrder(paragraphs, input);
  const candidates = paragraphs.flatMap((paragraph) =>
    candidatesIn(paragraph, today, monthFirst, input.automatic),
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
  if (todays !== undefined) return { date: isoOf(nextWorkday(today + 1)), sentence: todays };
  const week = THIS_WEEK_WORDS.find((phrase) => all.includes(phrase));
  if (week !== undefined) return { date: isoOf(nextWeekday(today, 1)), sentence: week };
  return undefined;
}

function candidatesIn(
  paragraph: string,
  today: Day | undefined,
  monthFirst: boolean | undefined,
  automatic: boolean,
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
    const day = resolve(
      one,
      today,
      monthFirst,
      /\bnext\b|\bnachste|\bkommende/.test(before.slice(-20)),
    );
    if (day === undefined) continue;
    const back = firstDayBack(role, day, before);
    if (today !== undefined && (back - today > LONGEST_ABSENCE || back < today - LONGEST_ABSENCE))
      continue;
    found.push({ role, day: back, sentence: sentence.slice(0, 200) });
  }
  const tomorrow = today === undefined ? undefined : tomorrowIn(paragraph, today);
  if (tomorrow !== undefined && found.length === 0) found.push(tomorrow);
  return found;
}

/** "Please return the form by Friday" is no absence: a person's letter must speak of one. */
function speaksOfAbsence(paragraph: string): boolean {
  return (
    ABSENCE_WORDS.some((phrase) => paragraph.includes(phrase)) ||
    /\bi(?:'ll| will| am|'m|'d)? (?:be |get )?(?:back|return)/.test(paragraph)
  );
}

/** "I work Monday to Thursday" names days of every week, unless the sentence speaks of an absence. */
function isWorkingTime(sentence: string, role: Role | undefined): boolean {
  if (ABSENCE_WORDS.some((phrase) => sentence.includes(phrase))) return false;
  return role !== 'until' || WORKING_WORDS.some((phrase) => sentence.includes(phrase));
}

type Surroundings = {
  readonly before: string;
  readonly after: string;
  /** Another date stands before it in the sentence. */
  readonly follows: boolean;
  readonly sentence: string;
  readonly automatic: boolean;
  /** The words after it reach to another date: a return there is of that one. */
  readonly leads: boolean;
};

function roleOf({
  before,
  after,
  follows,
  sentence,
  automatic,
  leads,
}: Surroundings): Role | undefined {
  const nearest = before.trimEnd();
  const absent = automatic || ABSENCE_WORDS.some((phrase) => sentence.includes(phrase));
  const inclusive = INCLUSIVE_AFTER.some((phrase) => after.slice(0, 25).includes(phrase));
  const back = lastOf(before, BACK_BEFORE);
  if (back >= 0 && isOwnReturn(before, back)) {
    const through = /\b(?:through|thru)\b/.test(before.slice(back)) && !before.includes('not');
    return through ? (absent ? 'last' : undefined) : 'back';
  }
  if (endsWithAny(nearest, THROUGH)) return absent ? 'last' : undefined;
  if (endsWithAny(nearest, UNTIL) || endsWithAny(nearest, UNTIL_ENGLISH)) {
    if (!absent) return undefined;
    if (inclusive) return 'last';
    // "bin bis 5.8. nicht im Büro" but "ab 5.8. wieder": only the words after a start mean a return.
    return 'until';
  }
  const following = after.replace(/^[.\s]*(?:\(.{1,12}\))?\s*/, '');
  if (UNTIL_AFTER.some((phrase) => following.startsWith(phrase)))
    return absent ? 'last' : undefined;
  if (
    startsWithBack(after) &&
    !(leads && lastOf(after, BACK_BEFORE) >= 0) &&
    !/\b(?:from|vom|du|del)\b/.test(nearest.slice(-6))
  )
    return 'back';
  if (!absent || !follows) return dayRange(nearest) && absent ? 'range' : undefined;
  return endsWithAny(nearest, RANGE) || nearest === '' ? 'range' : undefined;
}

/** "I will get back to you on Monday" and "when I return we discuss the 5th" name no day of return. */
function isOwnReturn(before: string, at: number): boolean {
  if (/back to you|\b(?:come|get|write|reply|respond|revert|call) back\b/.test(before))
    return false;
  const far = before.length - at;
  return (
    far <= 60 &&
    !(
      far > 32 &&
      /\b(?:when|after|upon|until|on my|once)\b/.test(before.slice(Math.max(0, at - 8), at + 12))
    )
  );
}

/** `1 - 10 August`, `vom 1. bis 10. August`: the first day has no month of its own. */
function dayRange(before: string): boolean {
  return (
    /\d{1,2}\.?(?:st|nd|rd|th|er)? ?(?:-|to|bis|au|al|a|tot|til|till|do|through|thru|until|und|and)$/.test(
      before,
    ) && !/\d:\d/.test(before.slice(-12))
  );
}

function startsWithBack(after: string): boolean {
  const words = after.slice(0, 45);
  return BACK_AFTER.some((phrase) => {
    const at = words.indexOf(phrase);
    return at >= 0 && isWordAt(words, at, phrase.length);
  });
}

function firstDayBack(role: Role, day: Day, before: string): Day {
  switch (role) {
    case 'back':
      return day;
    case 'last':
    case 'range':
      return nextWorkday(day + 1);
    case 'until': {
      const weekday = weekdayOfDay(day);
      if (weekday === 0 || weekday === 6) return nextWorkday(day);
      const english = endsWithAny(before.trimEnd(), UNTIL_ENGLISH);
      return english || weekday === 1 ? day : nextWorkday(day + 1);
    }
  }
}

/** The day an expression means; undefined when it cannot be known. */
function resolve(
  one: DateExpression,
  today: Day | undefined,
  monthFirst: boolean | undefined,
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
  const likely = readings.filter(
    (reading) =>
      reading !== undefined &&
      today !== undefined &&
      reading >= today - 1 &&
      reading <= today + 100,
  );
  if (likely.length === 1) return likely[0];
  return monthFirst === undefined ? undefined : monthFirst ? exchanged : dayFirst;
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

/** Whether 05/06 is May 6: by another date of the mail that can be read one way only, else by the sender. */
function numericOrder(paragraphs: readonly string[], input: Input): boolean | undefined {
  const all = paragraphs.join(' ');
  for (const match of all.matchAll(/(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d\d)(?!\d)/g)) {
    if (Number(match[1]) > 12) return false;
    if (Number(match[2]) > 12) return true;
  }
  for (const match of all.matchAll(/(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?![\d/])/g)) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && first <= 31 && second >= 1 && second <= 12 && match[0] !== '24/7')
      return false;
    if (second > 12 && second <= 31 && first >= 1 && first <= 12) return true;
  }
  if (DAY_FIRST_DOMAIN.test(input.domain)) return false;
  const begun = beginsNow(all, input);
  if (begun !== undefined) return begun;
  if (!/\b(?:the|and|will|office|return|with)\b/.test(all)) return false;
  if (/\.(?:us|gov|mil|edu)$/.test(input.domain)) return true;
  if (input.offset === undefined) return undefined;
  return input.offset <= -240;
}

/** An absence "from 03/02" begins near the day of the note: a reading months away is not meant. */
function beginsNow(all: string, { writtenAt }: Input): boolean | undefined {
  if (writtenAt === undefined) return undefined;
  for (const match of all.matchAll(ABSENCE_BEGINS)) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    const year = match[3] === undefined ? writtenAt.getUTCFullYear() : Number(match[3]);
    const near = (month: number, day: number): boolean => {
      const date = toDay(year, month, day);
      return date !== undefined && Math.abs(date - writtenAt.getTime() / MILLISECONDS) <= 4;
    };
    const [monthFirst, dayFirst] = [near(first, second), near(second, first)];
    if (monthFirst !== dayFirst) return monthFirst;
  }
  return undefined;
}

const ABSENCE_BEGINS =
  /\b(?:from|starting|beginning|since|as of|vom|von|ab|du|del|dal|desde|van|fra|fran|od) (?:on |the )?(\d{1,2})\/(\d{1,2})(?:\/((?:19|20)\d\d))?(?![\d/])/g;

/** Country domains where the day stands first, of those whose people also write in English. */
const DAY_FIRST_DOMAIN =
  /\.(?:uk|ie|au|nz|in|za|sg|hk|my|de|at|ch|fr|be|nl|es|it|pt|br|mx|ar|cl|co|pe|dk|no|fi|pl|cz|sk|gr|ro|bg|hr|si|tr|il|ru|ua|ae|eu|lv|lt|ee)$/;

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

/** A sentence begins after `. `, unless a number or a short abbreviation stands before the point. */
function boundaryBefore(text: string, from: number): number {
  for (let i = from - 1; i > 0 && i > from - 300; i -= 1) if (isBoundary(text, i)) return i + 1;
  return Math.max(0, from - 300);
}

function boundaryAfter(text: string, from: number): number {
  for (let i = from; i < text.length && i < from + 300; i += 1) if (isBoundary(text, i)) return i;
  return Math.min(text.length, from + 300);
}

function isBoundary(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (char === '!' || char === '?' || char === '。' || char === ';') return true;
  if (char !== '.' || text.charAt(at + 1) !== ' ') return false;
  const start = text.lastIndexOf(' ', at - 1) + 1;
  const last = text.slice(Math.max(start, at - 12), at);
  if (/^\d{1,2}(?:\.\d{1,2})?$/.test(last))
    return (
      !/^ (?:\d{1,2}\.|[a-z]{3,})/.test(text.slice(at + 1, at + 6)) ||
      /^ (?:i |we |my |please|bitte|ihre |in |fur )/.test(text.slice(at + 1, at + 9))
    );
  return !/^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|st|mr|mrs|dr|o|p|t|a\.m|p\.m|incl|inkl|bzw|ca|z|b|t\.o\.m|f\.o\.m|d)$/.test(
    last,
  );
}

/** Where the last of the phrases begins in the text as words of their own; -1 for none. */
function lastOf(text: string, phrases: readonly string[]): number {
  let last = -1;
  for (const phrase of phrases) {
    const at = text.lastIndexOf(phrase);
    if (at > last && isWordAt(text, at, phrase.length)) last = at;
  }
  return last;
}

function isWordAt(text: string, at: number, length: number): boolean {
  // Chinese, Japanese and Korean set no blanks between words.
  const first = text.charCodeAt(at);
  // Arabic and Hebrew join "and" to the word that follows.
  if (first >= 0x2e80 || (first >= 0x0590 && first < 0x0700)) return true;
  const before = at === 0 ? '' : text.charAt(at - 1);
  const after = text.charAt(at + length);
  const letter = /[\p{L}]/u;
  return !letter.test(before) && (length >= 5 || !letter.test(after));
}

/** Articles and prepositions may stand between the phrase and the date: "until the", "bis zum", "on". */
function endsWithAny(text: string, phrases: readonly string[]): boolean {
  let bare = text;
  for (let removed = 0; removed < 4; removed += 1) {
    if (
      phrases.some(
        (phrase) =>
          bare.endsWith(phrase) && isWordAt(bare, bare.length - phrase.length, phrase.length),
      )
    )
      return true;
    const shorter = bare
      .replace(
        /(?:^|[\s,])(?:on|the|zum|den|dem|le|la|el|il|lo|o|dia|dnia|approximately|approx|about|at least|early|late|mid|next|this|am|de|del|den|,|\(|:)$/,
        '',
      )
      .trimEnd();
    if (shorter === bare) return false;
    bare = shorter;
  }
  return false;
}

function toDay(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.getTime() / MILLISECONDS : undefined;
}

function isoOf(day: Day): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

function weekdayOfDay(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

function nextWeekday(today: Day, weekday: number): Day {
  const ahead = (weekday - weekdayOfDay(today) + 7) % 7;
  return today + (ahead === 0 ? 7 : ahead);
}

function nextWorkday(day: Day): Day {
  const weekday = weekdayOfDay(day);
  return weekday === 6 ? day + 2 : weekday === 0 ? day + 1 : day;
}
