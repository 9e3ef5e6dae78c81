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
  readonly checkInEvery: string;
  readonly workingHours: string;
  /** `on`, `off` or an ISO 3166 country code. */
  readonly holidays: string;
  readonly dailyLimit: number;
  readonly spacing: string;
  readonly onePerCompany: boolean;
  /** The longest that an out-of-office pauses a journey. */
  readonly maxAway: string;
  readonly remindAfter: string;
};

export type PolicyKey = keyof Policy;

export const defaultPolicy: Policy = {
  nudgeAfter: 'P7D',
  maxNudges: 1,
  giveUpAfter: 'P14D',
  thankYouWithin: 'PT24H',
  checkInEvery: 'P90D',
  workingHours: 'Mon-Fri 08:00-18:00',
  holidays: 'on',
  dailyLimit: 20,
  spacing: 'PT5M',
  onePerCompany: true,
  maxAway: 'P30D',
  remindAfter: 'P2D',
};

/** Reads `KEY=VALUE` pairs; the last of equal keys wins. Throws InvalidInput naming the key and what is allowed. */
export function parseSettings(pairs: readonly string[]): Partial<Policy> {
  return pairs.reduce<Partial<Policy>>((settings, pair) => {
    const at = pair.indexOf('=');
    if (at < 0)
      throw new InvalidInput(`Could not read the setting "${cut(pair)}": write KEY=VALUE.`);
    return { ...settings, ...parseSetting(pair.slice(0, at).trim(), pair.slice(at + 1)) };
  }, {});
}

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
    case 'checkInEvery':
    case 'maxAway':
    case 'remindAfter':
      return { [key]: duration(key, text, { zero: false }) };
    case 'thankYouWithin':
      return { thankYouWithin: thankYouWithin(text) };
    case 'spacing':
      return { spacing: duration(key, text, { zero: true }) };
    case 'maxNudges':
      return { maxNudges: wholeNumber(key, text, { from: 0, to: 5 }) };
    case 'dailyLimit':
      return { dailyLimit: wholeNumber(key, text, { from: 1, to: 10_000 }) };
    case 'workingHours':
      return { workingHours: workingHours(text) };
    case 'holidays':
      return { holidays: holidays(text) };
    case 'onePerCompany':
      return { onePerCompany: onOrOff(key, text) };
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
  /** Where guides disagree (PRODUCT.md section 7). */
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
      'So long after the outreach, without an answer, a nudge is drafted.',
      'One week is the usual advice; some say one to two weeks, some would rather write to somebody else.',
    ),
    entry(
      'maxNudges',
      'number',
      'a whole number from 0 to 5',
      'At most so many nudges are drafted; 0 for none.',
      'Most guides allow one, some none at all.',
    ),
    entry(
      'giveUpAfter',
      'duration',
      wait,
      'So long after the last nudge, without an answer, the journey is closed.',
    ),
    entry(
      'maxAway',
      'duration',
      wait,
      'An out-of-office reply moves the nudge to after the return, but not further than this.',
    ),
    entry(
      'remindAfter',
      'duration',
      wait,
      'A draft that has waited so long for your approval is brought up again.',
    ),
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
      wait,
      'So long after the last exchange a check-in is drafted.',
      'Anything from two to six months is recommended; every three is common.',
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

/** A thank-you is never planned later than two days after the talk (PRODUCT.md section 7). */
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

function workingHours(text: string): string {
  parseWorkingHours(text);
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
