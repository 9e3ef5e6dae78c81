import { describeTimeParts, type Clocks } from '../times.ts';
import type { Rule } from './draft.ts';

/** Every time that is offered or agreed must be readable in the text, on one of the two clocks (RELATIONSHIP: said precisely). */
export const timeDiffers: Rule = {
  name: 'time_differs',
  check: ({ text, slots, clocks }) => {
    if (clocks === undefined) return [];
    const lines = text.split('\n').slice(0, 500);
    return slots
      .filter((slot) => !lines.some((line) => tells(line.slice(0, 500), slot, clocks)))
      .map(({ at }) => ({
        severity: 'error' as const,
        field: 'slots',
        message: `The text does not say ${describeTimeParts(at, clocks.theirs ?? clocks.mine, clocks.language).said}. Write it as it was, or change the time itself.`,
      }));
  },
};

/** True when a line names this day and this hour, and no hour that contradicts it. */
function tells(
  line: string,
  slot: { readonly at: Date; readonly minutes: number },
  clocks: Clocks,
): boolean {
  const zones = [...new Set([clocks.theirs ?? clocks.mine, clocks.mine])];
  const times = timesIn(line);
  if (times.length === 0) return false;
  let told = false;
  for (const [index, time] of times.entries()) {
    const after = line.slice(time.end, times[index + 1]?.start ?? line.length);
    const named = zones.filter((zone) =>
      describeTimeParts(slot.at, zone, clocks.language).city.some((city) => after.includes(city)),
    );
    const possible = named.length > 0 ? named : zones;
    const starts = possible.some((zone) => sameMinute(time.minutes, slot.at, zone));
    const ends = possible.some((zone) =>
      sameMinute(time.minutes, new Date(slot.at.getTime() + slot.minutes * 60_000), zone),
    );
    if (!starts && !ends) return false;
    if (
      starts &&
      possible.some(
        (zone) => sameMinute(time.minutes, slot.at, zone) && namesDay(line, slot.at, zone),
      )
    )
      told = true;
  }
  return told;
}

type Found = { readonly start: number; readonly end: number; readonly minutes: number };

/** Times of day in a line, as minutes since midnight: 14:30, 2:30 pm, 2 pm, 14 Uhr, 14h30. */
function timesIn(line: string): readonly Found[] {
  const pattern = /\b(\d{1,2})(?:[:.h](\d{2}))?\s?(a\.?m\.?|p\.?m\.?|uhr|h)?(?![\d.])/gi;
  const found: Found[] = [];
  for (const match of line.matchAll(pattern)) {
    const [whole, hours = '', minutes, mark] = match;
    // A bare number is a day or a length; "1. Dezember" has no time mark.
    if (minutes === undefined && mark === undefined) continue;
    const twelve = /^p/i.test(mark ?? '') ? 12 : 0;
    const hour =
      mark !== undefined && /^[ap]/i.test(mark) ? (Number(hours) % 12) + twelve : Number(hours);
    if (hour > 24 || Number(minutes ?? 0) > 59) continue;
    found.push({
      start: match.index,
      end: match.index + whole.length,
      minutes: hour * 60 + Number(minutes ?? 0),
    });
  }
  return found;
}

function sameMinute(minutes: number, at: Date, zone: string): boolean {
  return describeTimeParts(at, zone, 'en').minutes === minutes;
}

/** A day of the month that is named must be the right one; else the weekday must be. */
function namesDay(line: string, at: Date, zone: string): boolean {
  for (const language of ['en', 'de', 'fr', 'es']) {
    const { day, month, weekday, monthNumber } = describeTimeParts(at, zone, language);
    const said = line.toLowerCase();
    const named = new RegExp(
      `(?<!\\d)0?(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s(?:de |of )?${month.toLowerCase()}|${month.toLowerCase()}\\s(\\d{1,2})`,
      'u',
    ).exec(said);
    if (named) return Number(named[1] ?? named[2]) === day;
    const numeric = /(?<!\d)(\d{1,2})[./](\d{1,2})(?:[./]|\b)/.exec(said);
    if (numeric && Number(numeric[1]) === day && Number(numeric[2]) === monthNumber) return true;
    if (said.includes(weekday.toLowerCase()) && !anyDate.test(said)) return true;
  }
  return false;
}

/** A day with a month, in the languages that letters are written in. */
const anyDate =
  /\d{1,2}(?:st|nd|rd|th|er|\.)? (?:of |de )?(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|déc|dic|ene|abr|ago|fév|avr|juin|juil|aoû|set)|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d|\d{1,2}[./]\d{1,2}[./]/u;
