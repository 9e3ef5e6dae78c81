import {
  ABSENCE_WORDS,
  BACK_AFTER,
  BACK_BEFORE,
  INCLUSIVE_AFTER,
  RANGE,
  THROUGH,
  UNTIL,
  UNTIL_AFTER,
  UNTIL_ENGLISH,
  WORKING_WORDS,
} from '../phrases/dates.ts';
import { type Day, isRest, nextWorkday } from './day.ts';
import { endsWithAny, isWordAt, lastOf } from './sentence.ts';

/** What a date in a note of absence is: the day back, an end, the last day away, the end of a range. */
export type Role = 'back' | 'until' | 'last' | 'range';

/** "Please return the form by Friday" is no absence: a person's letter must speak of one. */
export function speaksOfAbsence(paragraph: string): boolean {
  return (
    ABSENCE_WORDS.some((phrase) => paragraph.includes(phrase)) ||
    /\bi(?:'ll| will| am|'m|'d)? (?:be |get )?(?:back|return)/.test(paragraph)
  );
}

/** "I work Monday to Thursday" names days of every week, unless the sentence speaks of an absence. */
export function isWorkingTime(sentence: string, role: Role | undefined): boolean {
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

export function roleOf({
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

/** @param weekend ISO weekdays on which nobody works there. */
export function firstDayBack(
  role: Role,
  day: Day,
  before: string,
  weekend: readonly number[],
): Day {
  switch (role) {
    case 'back':
      return day;
    case 'last':
    case 'range':
      return nextWorkday(day + 1, weekend);
    case 'until': {
      if (isRest(day, weekend)) return nextWorkday(day, weekend);
      const english = endsWithAny(before.trimEnd(), UNTIL_ENGLISH);
      const begins = isRest(day - 1, weekend);
      return english || begins ? day : nextWorkday(day + 1, weekend);
    }
  }
}
