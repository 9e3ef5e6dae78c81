import { createRequire } from 'node:module';
import type * as Chrono from 'chrono-node';
import type { ParsedResult } from 'chrono-node';
import { instantInZone, zoneOffset } from './calendar/zone.ts';
import { dateWords, nextWords } from './phrases/date-words.ts';
import { offerWords, unavailableWords } from './phrases/intents.ts';
import { phraseFinder, phraseWords } from './phrases/phrase-finder.ts';
import { sentencesOf } from './sentences.ts';

type Language = 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'sv' | 'fi' | 'ru' | 'uk' | 'ja' | 'zh';

const findOffer = phraseFinder(offerWords);
const findUnavailable = phraseFinder(unavailableWords);
const findNext = phraseFinder(nextWords);
/** The first language that writes a day or month so; words of English ones are asked for first. */
const languageOfWord = new Map<string, Language>();
for (const language of Object.keys(dateWords) as Language[]) {
  for (const word of dateWords[language].flatMap(phraseWords)) {
    if (!languageOfWord.has(word)) languageOfWord.set(word, language);
  }
}
const findJapanese = phraseFinder(dateWords.ja);
const findChinese = phraseFinder(dateWords.zh);

const maxSentence = 400;
/** What reading dates costs is spent only on sentences with something like an hour or a day. */
const mayHoldTime =
  /\d\s?(?:[:.h]\s?\d\d|h\b|[ap]\.?m\b|uhr|o'clock|時|点|點|st\b|nd\b|rd\b|th\b|\.\s|\/\d)|(?:day|tag|di|noon|midday|mittags?|midi|mediod[ií]a|mezzogiorno|正午)\b|\b(?:at|um|around|about|à|às|las|alle|ore|om|kl|klo|в|о|or)\s?\.?\s?\d|\p{L}{3,10}\.?\s\d{1,2}\b|\d{1,2}\s(?:de\s)?\p{L}{3,10}/iu;

const maxTimes = 12;
/** Nobody offers times in more sentences than this; it bounds the work. */
const maxRead = 40;
const horizonDays = 120;

/** Abbreviations that several zones share; without a known zone of the sender they say nothing. */
const ambiguousZones = /\b(?:IST|CST|BST|AST|ECT|GST|SST|AMT|PST)\b/;

export type ProposedTimes = {
  /** RFC 3339 in UTC, in order of the text; only where zone and hour are known. */
  readonly times: readonly string[];
  /** The first sentence that offers a day or time, also one that could not be resolved. */
  readonly sentence: string | undefined;
  /** True when the words around a time say that it is offered; a bare date may be anything. */
  readonly offered: boolean;
};

/** The times a sentence of the mail offers, read in the sender's zone from the day it arrived. */
export function proposedTimes(input: {
  readonly visible: string;
  readonly senderTimeZone: string | undefined;
  readonly receivedAt: Date;
}): ProposedTimes {
  const times = new Set<string>();
  let first: string | undefined;
  let offered = false;
  let read = 0;
  for (const sentence of sentencesOf(input.visible)) {
    if (sentence.length > maxSentence || !mayHoldTime.test(sentence)) {
      first ??= offersDay(sentence) ? sentence : undefined;
      continue;
    }
    for (const clause of clausesOf(withRanges(sentence))) {
      if (!isOffer(clause) || ++read > maxRead) continue;
      const found = timesOf(clause, input);
      if (found.offered) first ??= sentence;
      if (found.times.length > 0)
        offered ||= clause.includes('?') || findOffer(phraseWords(clause)) !== undefined;
      for (const time of found.times) if (times.size < maxTimes) times.add(time);
    }
  }
  return { times: [...times], sentence: first, offered };
}

/** "Tuesday or Wednesday works for me": days without an hour are an offer, but no time. */
function offersDay(sentence: string): boolean {
  if (sentence.length > maxSentence || !isOffer(sentence)) return false;
  const words = phraseWords(sentence);
  const weekday = words.some((word) =>
    /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$|^(?:tomorrow|afternoons?|mornings?)$/.test(
      word,
    ),
  );
  return weekday || languageOf(words) !== undefined;
}

/** "Between 2 and 4pm" begins at 2, as "2 - 4pm" does, which chrono knows. */
function withRanges(sentence: string): string {
  return sentence.replaceAll(
    /\b(?:between|zwischen|entre|tra le|tussen|mellan|mellem|mellom)\s(\d{1,2}(?:[:.h]\d{2}|h)?(?:\s?[ap]m)?)\s(?:and|und|et|y|e|en|och|og)\s(?=\d)/giu,
    '$1 - ',
  );
}

/** What comes after "but" has its own yes or no. */
function clausesOf(sentence: string): readonly string[] {
  return sentence.split(/\s(?=(?:but|however|aber|mais|pero|però|maar|ale|men|но)\s)|;\s/iu);
}

function isOffer(clause: string): boolean {
  const words = phraseWords(clause);
  if (findUnavailable(words) !== undefined) return false;
  // A bare line such as "Tue 3 May, 14:00" is an item of a list of slots.
  return words.length <= 12 || findOffer(words) !== undefined || clause.includes('?');
}

/** Read at the first sentence that may hold a time: twelve languages of dates are a fifth of a second of every start. */
function chrono(): typeof Chrono {
  return (library ??= require('chrono-node') as typeof Chrono);
}

const require = createRequire(import.meta.url);
let library: typeof Chrono | undefined;

function timesOf(
  clause: string,
  input: { readonly senderTimeZone: string | undefined; readonly receivedAt: Date },
): { readonly offered: boolean; readonly times: readonly string[] } {
  const words = phraseWords(clause);
  const language = languageOf(words);
  const zone = input.senderTimeZone;
  const offset = zone === undefined ? 0 : (zoneOffset(zone, input.receivedAt) ?? 0);
  const reader = chrono()[language ?? 'en'].casual;
  const results = reader.parse(
    clause,
    { instant: input.receivedAt, timezone: offset },
    { forwardDate: true },
  );
  const times: string[] = [];
  let offered = false;
  results.forEach((result, index) => {
    if (
      /\b(?:until|till|by|before|since|bis|vor|seit|jusqu\S{0,20}|hasta|fino a|tot|до)$/iu.test(
        clause.slice(0, result.index).trimEnd(),
      )
    )
      return;
    if (!isOrHasDay(result) && !result.start.isCertain('hour')) return;
    if (isDuration(result.text)) return;
    offered = true;
    const time = instantOf({
      result,
      results,
      index,
      clause,
      zone,
      language,
      receivedAt: input.receivedAt,
    });
    if (time !== undefined) times.push(time);
  });
  return { offered, times };
}

function instantOf(input: {
  readonly result: ParsedResult;
  readonly results: readonly ParsedResult[];
  readonly index: number;
  readonly clause: string;
  readonly zone: string | undefined;
  readonly language: Language | undefined;
  readonly receivedAt: Date;
}): string | undefined {
  const { result, results, index, clause, zone, receivedAt } = input;
  const after = results[index + 1];
  const before = results[index - 1];
  // "Tuesday or Wednesday at 3": the hour belongs to both. "Tuesday at 3 or 4": so does the day.
  const timed = result.start.isCertain('hour')
    ? result
    : after !== undefined && after.start.isCertain('hour') && joined(clause, result, after)
      ? after
      : undefined;
  const dated = isOrHasDay(result)
    ? result
    : before !== undefined && isOrHasDay(before)
      ? before
      : undefined;
  if (timed === undefined || dated === undefined) return undefined;
  const day = dayOf(dated, receivedAt, zone);
  if (day === undefined || isAmbiguousDate(dated, input)) return undefined;
  const hour = hourOf(timed, input.language);
  if (hour === undefined) return undefined;
  const wall = { ...day, hour, minute: timed.start.get('minute') ?? 0, second: 0 };
  const stated = timed.start.isCertain('timezoneOffset') ? timed.start.get('timezoneOffset') : null;
  const named = ambiguousZones.test(timed.text) ? null : stated;
  if (stated !== null && named === null && zone === undefined) return undefined;
  if (/\byour (?:time|timezone|time zone)\b/i.test(clause)) return undefined;
  const instant =
    named !== null
      ? new Date(
          Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) - named * 60_000,
        )
      : zone === undefined
        ? undefined
        : instantInZone(wall, zone);
  if (instant === undefined) return undefined;
  const ahead = instant.getTime() - receivedAt.getTime();
  if (ahead <= 0 || ahead > horizonDays * 86_400_000) return undefined;
  return instant.toISOString().replace('.000Z', 'Z');
}

/** "24 hours" and "in two weeks" are spans, which chrono adds to the present. */
function isDuration(text: string): boolean {
  return (
    /\b(?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|stunden?|minuten?|tagen?|wochen|heures|minutes|jours|semaines|horas|minutos|días|semanas)\b/iu.test(
      text,
    ) && !/:|\d\s?[ap]m\b/i.test(text)
  );
}

function isOrHasDay(result: ParsedResult): boolean {
  return result.start.isCertain('day') || result.start.isCertain('weekday');
}

function joined(clause: string, a: ParsedResult, b: ParsedResult): boolean {
  const between = clause.slice(a.index + a.text.length, b.index);
  return (
    between.length <= 6 &&
    /^(?:,|or|and|oder|und|ou|et|o|y|e|of|en|lub|eller|og|и|или|\/|&|、|或)?$/iu.test(
      between.trim(),
    )
  );
}

type Day = { readonly year: number; readonly month: number; readonly day: number };

function dayOf(result: ParsedResult, receivedAt: Date, zone: string | undefined): Day | undefined {
  const { start } = result;
  const year = start.get('year');
  const month = start.get('month');
  const day = start.get('day');
  if (year === null || month === null || day === null) return undefined;
  const weekday = start.get('weekday');
  if (
    start.isCertain('day') ||
    weekday === null ||
    findNext(phraseWords(result.text)) === undefined
  ) {
    return { year, month, day };
  }
  // "Next Tuesday" is certain only when the coming Tuesday is in another week than today.
  const offset = zone === undefined ? 0 : (zoneOffset(zone, receivedAt) ?? 0);
  const today = new Date(receivedAt.getTime() + offset * 60_000);
  const ahead = (weekday - today.getUTCDay() + 7) % 7 || 7;
  const sunday = (7 - today.getUTCDay()) % 7;
  if (ahead <= sunday) return undefined;
  const coming = new Date(today.getTime() + ahead * 86_400_000);
  return {
    year: coming.getUTCFullYear(),
    month: coming.getUTCMonth() + 1,
    day: coming.getUTCDate(),
  };
}

/** "5/6" is May or June: only a language that writes the day first, or a number above 12, settles it. */
function isAmbiguousDate(
  result: ParsedResult,
  input: { readonly language: Language | undefined; readonly clause: string },
): boolean {
  const numbers = /\b(\d{1,2})\/(\d{1,2})\b/.exec(result.text);
  if (numbers === null || input.language !== undefined) return false;
  const [a, b] = [Number(numbers[1]), Number(numbers[2])];
  if (a > 12 || b > 12 || a === b) return false;
  return !result.start.isCertain('weekday');
}

/** "At 3" is the afternoon to everybody; "at 7" may be either. */
function hourOf(result: ParsedResult, language: Language | undefined): number | undefined {
  const hour = result.start.get('hour');
  if (hour === null) return undefined;
  if (result.start.isCertain('meridiem') || hour === 0 || hour > 12) return hour;
  if (
    /\b0\d|\d[:.h]\d\d|uhr|時|点/iu.test(result.text) &&
    (language !== undefined || /\b0\d/.test(result.text))
  )
    return hour;
  if (hour <= 6) return hour + 12;
  return hour === 7 ? undefined : hour;
}

function languageOf(words: readonly string[]): Language | undefined {
  if (
    words.some((word) =>
      /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:noon|tomorrow)$/.test(word),
    )
  )
    return undefined;
  const language = words.map((word) => languageOfWord.get(word)).find((each) => each !== undefined);
  if (language !== undefined || !words.some((word) => /[\u3040-\u30ff\u3400-\u9fff]/.test(word)))
    return language;
  return findJapanese(words) !== undefined
    ? 'ja'
    : findChinese(words) !== undefined
      ? 'zh'
      : undefined;
}
