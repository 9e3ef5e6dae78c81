import { howTo, isDuration, milliseconds } from './duration.ts';
import { Misuse } from './errors.ts';
import { hasHolidays } from './holidays.ts';
import { parseWorkingHours } from './working-hours.ts';

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

/** Reads `KEY=VALUE` pairs; the last of equal keys wins. Throws Misuse naming the key and what is allowed. */
export function parseSettings(pairs: readonly string[]): Partial<Policy> {
  return pairs.reduce<Partial<Policy>>((settings, pair) => {
    const at = pair.indexOf('=');
    if (at < 0) throw new Misuse(`Could not read the setting "${cut(pair)}": write KEY=VALUE.`);
    return { ...settings, ...parseSetting(pair.slice(0, at).trim(), pair.slice(at + 1)) };
  }, {});
}

/** Reads one setting. Throws Misuse naming the key and what is allowed. */
export function parseSetting(key: string, value: string): Partial<Policy> {
  if (!isPolicyKey(key)) {
    throw new Misuse(
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

function refused(key: PolicyKey, text: string, allowed: string): Misuse {
  return new Misuse(`Could not set ${key} to "${cut(text)}". ${allowed}`, key);
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
