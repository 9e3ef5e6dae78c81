import { howTo, isDuration, milliseconds } from './timing/duration.ts';
import { InvalidInput } from './errors.ts';
import { hasHolidays } from './timing/holidays.ts';
import { parseWorkingHours } from './timing/working-hours.ts';

/** The cadence of a journey. Durations are ISO 8601 text, so that a whole journey can be rehearsed in seconds. */
export type Policy = {
  readonly nudgeAfter: string;
  readonly maxNudges: number;
  readonly giveUpAfter: string;
  readonly thankYouWithin: string;
  /** A duration, or `never`. */
  readonly checkInEvery: string;
  readonly maxUnansweredCheckIns: number;
  readonly workingHours: string;
  /** `on`, `off` or an ISO 3166 country code. */
  readonly holidays: string;
  readonly dailyLimit: number;
  readonly spacing: string;
  readonly onePerCompany: boolean;
  /** The longest that an out-of-office pauses a journey. */
  readonly maxAway: string;
  /** Length of a conversation, in minutes. */
  readonly meetingMinutes: number;
  /** How many times a proposal offers. */
  readonly slotsOffered: number;
  /** Days and hours, on the user's clock, in which times are offered. */
  readonly meetingHours: string;
  /** No time is offered earlier than this from now, … */
  readonly meetingNotice: string;
  /** … or later than this. */
  readonly meetingHorizon: string;
  /** Free time before and after everything that is busy. */
  readonly meetingGap: string;
  readonly meetingsADay: number;
  /** So long before a meeting its brief is ready, … */
  readonly briefBefore: string;
  /** … and the user is reminded. */
  readonly remindBefore: string;
  readonly remindByMail: boolean;
  /** How many questions a brief has. */
  readonly questions: number;
};

export type PolicyKey = keyof Policy;

export const defaultPolicy: Policy = {
  nudgeAfter: 'P7D',
  maxNudges: 1,
  giveUpAfter: 'P14D',
  thankYouWithin: 'PT24H',
  checkInEvery: 'P90D',
  maxUnansweredCheckIns: 2,
  workingHours: 'Mon-Fri 08:00-18:00',
  holidays: 'on',
  dailyLimit: 20,
  spacing: 'PT5M',
  onePerCompany: true,
  maxAway: 'P30D',
  meetingMinutes: 20,
  slotsOffered: 3,
  meetingHours: 'Mon-Fri 09:00-18:00',
  meetingNotice: 'P2D',
  meetingHorizon: 'P14D',
  meetingGap: 'PT30M',
  meetingsADay: 2,
  briefBefore: 'P1D',
  remindBefore: 'PT1H',
  remindByMail: true,
  questions: 8,
};

/** Reads one setting. Throws InvalidInput naming the key and what is allowed. */
export function parseSetting(key: string, value: string): Partial<Policy> {
  if (!isPolicyKey(key)) {
    throw new InvalidInput(
      `There is no setting "${cut(key)}". The settings are ${Object.keys(defaultPolicy).join(', ')}.`,
      cut(key),
    );
  }
  const text = value.trim();
  switch (key) {
    case 'nudgeAfter':
    case 'giveUpAfter':
    case 'maxAway':
    case 'briefBefore':
    case 'remindBefore':
      return { [key]: duration(key, text, { zero: false }) };
    case 'thankYouWithin':
      return { thankYouWithin: thankYouWithin(text) };
    case 'checkInEvery':
      return { checkInEvery: checkInEvery(text) };
    case 'meetingHorizon':
      return { meetingHorizon: meetingHorizon(text) };
    case 'spacing':
    case 'meetingNotice':
    case 'meetingGap':
      return { [key]: duration(key, text, { zero: true }) };
    case 'maxNudges':
      return { maxNudges: wholeNumber(key, text, { from: 0, to: 5 }) };
    case 'dailyLimit':
      return { dailyLimit: wholeNumber(key, text, { from: 1, to: 10_000 }) };
    case 'meetingMinutes':
      return { meetingMinutes: wholeNumber(key, text, { from: 1, to: 480 }) };
    case 'slotsOffered':
      return { slotsOffered: wholeNumber(key, text, { from: 2, to: 4 }) };
    case 'meetingsADay':
      return { meetingsADay: wholeNumber(key, text, { from: 1, to: 20 }) };
    case 'questions':
      return { questions: wholeNumber(key, text, { from: 4, to: 14 }) };
    case 'maxUnansweredCheckIns':
      return { maxUnansweredCheckIns: wholeNumber(key, text, { from: 1, to: 20 }) };
    case 'workingHours':
    case 'meetingHours':
      return { [key]: hours(key, text) };
    case 'holidays':
      return { holidays: holidays(text) };
    case 'onePerCompany':
    case 'remindByMail':
      return { [key]: onOrOff(key, text) };
  }
}

/** One setting as its page shows it. */
export type PolicyEntry = {
  readonly key: PolicyKey;
  readonly kind: 'duration' | 'number' | 'switch' | 'hours' | 'holidays';
  readonly allowed: string;
  /** As one would type it. */
  readonly default: string;
  readonly does: string;
  /** Where guides disagree (docs/practice.md). */
  readonly disagreement: string | undefined;
};

/** Every setting, in the order in which a journey meets it. */
export function describePolicy(): readonly PolicyEntry[] {
  const wait = 'an ISO 8601 duration such as P7D, PT24H or PT90S, not zero';
  return [
    entry(
      'workingHours',
      'hours',
      'days and hours such as "Mon-Fri 08:00-18:00; Sat 10:00-12:00", or "always"',
      "Mails go out within these hours on the contact's clock.",
    ),
    entry(
      'holidays',
      'holidays',
      '"on", "off" or a country code such as DE',
      "No mail goes out on a public holiday: the contact's country (on; with 'always' as hours only where the contact has a country), none (off), or always that country.",
    ),
    entry(
      'dailyLimit',
      'number',
      'a whole number from 1 to 10000',
      'At most so many mails leave a mailbox on one day.',
    ),
    entry(
      'spacing',
      'duration',
      'an ISO 8601 duration such as PT5M; PT0S for none',
      'At least this much time lies between two mails of a mailbox, and up to half of it more.',
    ),
    entry(
      'onePerCompany',
      'switch',
      '"true" or "false"',
      'While one person at a company has not answered, nobody else there is written to.',
    ),
    entry(
      'nudgeAfter',
      'duration',
      wait,
      'Draft a nudge this long after the first mail if there is no reply.',
      'One week is the usual advice; some say one to two weeks, some would rather write to somebody else.',
    ),
    entry(
      'maxNudges',
      'number',
      'a whole number from 0 to 5',
      'The most nudges that are drafted; 0 for none.',
      'Most guides allow one, some none at all.',
    ),
    entry(
      'giveUpAfter',
      'duration',
      wait,
      'Close the journey this long after the last mail if there is no reply.',
    ),
    entry(
      'maxAway',
      'duration',
      wait,
      'An out-of-office reply moves the nudge to after the return, but not further than this.',
    ),
    entry(
      'meetingMinutes',
      'number',
      'a whole number of minutes from 1 to 480',
      'How long a conversation is.',
      'Fifteen to thirty minutes are usual; twenty is easy to say yes to.',
    ),
    entry(
      'meetingHours',
      'hours',
      'days and hours such as "Mon-Fri 09:00-18:00", or "always"',
      'Times are offered within these hours on your clock, and within working hours on theirs.',
    ),
    entry(
      'slotsOffered',
      'number',
      'a whole number from 2 to 4',
      'A proposal offers so many times.',
    ),
    entry(
      'meetingNotice',
      'duration',
      'an ISO 8601 duration such as P2D; PT0S for none',
      'No time is offered that is nearer than this.',
    ),
    entry(
      'meetingHorizon',
      'duration',
      'an ISO 8601 duration of at most P180D, not zero',
      'No time is offered that is further away than this.',
    ),
    entry(
      'meetingGap',
      'duration',
      'an ISO 8601 duration such as PT30M; PT0S for none',
      'So much time stays free before and after everything in your calendars.',
    ),
    entry(
      'meetingsADay',
      'number',
      'a whole number from 1 to 20',
      'No more conversations than this are offered on one day.',
    ),
    entry('briefBefore', 'duration', wait, 'The brief is ready this long before a conversation.'),
    entry(
      'remindBefore',
      'duration',
      wait,
      'So long before a conversation you are reminded of it. Your contact is never reminded.',
    ),
    entry(
      'remindByMail',
      'switch',
      '"on" or "off"',
      'Reminders also come as a mail to yourself, for when no page is open.',
    ),
    entry('questions', 'number', 'a whole number from 4 to 14', 'A brief has so many questions.'),
    entry(
      'thankYouWithin',
      'duration',
      'an ISO 8601 duration of at most PT48H',
      'The thank-you is due so long after the conversation.',
      'Within 24 hours, say most; some allow 48.',
    ),
    entry(
      'checkInEvery',
      'duration',
      `${wait}, or "never"`,
      'So long after the last exchange a check-in is drafted.',
      'Anything from two to six months is recommended; every three is common.',
    ),
    entry(
      'maxUnansweredCheckIns',
      'number',
      'a whole number from 1 to 20',
      'After so many check-ins without an answer you are asked whether to go on.',
    ),
  ];
}

function entry(
  key: PolicyKey,
  kind: PolicyEntry['kind'],
  allowed: string,
  does: string,
  disagreement?: string,
): PolicyEntry {
  return { key, kind, allowed, default: String(defaultPolicy[key]), does, disagreement };
}

export function isPolicyKey(key: string): key is PolicyKey {
  return Object.hasOwn(defaultPolicy, key);
}

function duration(key: PolicyKey, text: string, allowed: { readonly zero: boolean }): string {
  if (!isDuration(text)) throw refused(key, text, howTo);
  if (!allowed.zero && milliseconds(text) === 0) throw refused(key, text, 'It must not be zero.');
  return text;
}

/** A thank-you is never planned later than two days after the talk (docs/practice.md). */
function thankYouWithin(text: string): string {
  const iso = duration('thankYouWithin', text, { zero: false });
  if (milliseconds(iso) > milliseconds('PT48H'))
    throw refused('thankYouWithin', text, 'It is at most PT48H, as a later thank-you reads badly.');
  return iso;
}

function wholeNumber(
  key: PolicyKey,
  text: string,
  range: { readonly from: number; readonly to: number },
): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (number >= range.from && number <= range.to) return number;
  throw refused(key, text, `Allowed is a whole number from ${range.from} to ${range.to}.`);
}

/** Times are looked for day by day, and calendars are read so far ahead: hence a bound. */
function meetingHorizon(text: string): string {
  const iso = duration('meetingHorizon', text, { zero: false });
  if (milliseconds(iso) > milliseconds('P180D'))
    throw refused('meetingHorizon', text, 'It is at most P180D.');
  return iso;
}

function checkInEvery(text: string): string {
  if (text.toLowerCase() === 'never') return 'never';
  if (isDuration(text)) return duration('checkInEvery', text, { zero: false });
  throw refused('checkInEvery', text, `${howTo} Or write "never".`);
}

function hours(key: 'workingHours' | 'meetingHours', text: string): string {
  try {
    parseWorkingHours(text);
  } catch (error) {
    if (error instanceof InvalidInput) throw new InvalidInput(error.message, key);
    throw error;
  }
  return text;
}

function holidays(text: string): string {
  const lower = text.toLowerCase();
  if (lower === 'on' || lower === 'off') return lower;
  if (hasHolidays(text)) return text.toUpperCase();
  throw refused(
    'holidays',
    text,
    'Allowed is "on" (those of the contact\'s country), "off", or a country code such as DE or US.',
  );
}

function onOrOff(key: PolicyKey, text: string): boolean {
  const lower = text.toLowerCase();
  if (lower === 'true' || lower === 'on') return true;
  if (lower === 'false' || lower === 'off') return false;
  throw refused(key, text, 'Allowed is "true" or "false" ("on" and "off" mean the same).');
}

function refused(key: PolicyKey, text: string, allowed: string): InvalidInput {
  return new InvalidInput(`Could not set ${key} to "${cut(text)}". ${allowed}`, key);
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
