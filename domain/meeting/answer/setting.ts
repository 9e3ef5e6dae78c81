import type { AnswerInput } from './answer.ts';
import { type CivilDay, wallMoment, type WallMoment } from './civil-day.ts';
import type { ZoneWord } from './lexicon/lexicon.ts';
import { sharedZones } from './lexicon/zone-words.ts';

/** Whose clocks and which slots an answer is read against. */
export type Setting = {
  readonly input: AnswerInput;
  /** The sender's zone, else the user's, in which the offer was then written. */
  readonly zone: string;
  readonly today: CivilDay;
  readonly slotDays: readonly CivilDay[];
  /** The last day that the mail named before: "away until the 20th; the week after?" */
  readonly mentioned?: CivilDay;
};

export function settingOf(input: AnswerInput): Setting {
  const zone = input.senderZone ?? input.userZone;
  return {
    input,
    zone,
    today: wallMoment(input.receivedAt, zone).day,
    slotDays: input.slots.map((slot) => wallMoment(slot.start, zone).day),
  };
}

/** The IANA zone that a word in the mail means, or undefined when it may mean several. */
export function zoneMeant(word: ZoneWord, setting: Setting): string | undefined {
  const { senderZone, userZone, receivedAt } = setting.input;
  if (word === 'theirs') return senderZone;
  if (word === 'ours') return userZone;
  const shared = sharedZones[word];
  if (shared === undefined) return word;
  const known = [senderZone, userZone].find(
    (zone) => zone !== undefined && shared.zones.includes(zone),
  );
  if (known !== undefined) return known;
  // "GMT" from a country that is on summer time may be said for its own clock.
  if (word === 'shared:gmt' && senderZone === 'Europe/London') {
    const isWinter =
      wallMoment(receivedAt, senderZone).minute === wallMoment(receivedAt, 'UTC').minute;
    return isWinter ? 'UTC' : undefined;
  }
  return shared.usual;
}

export type SlotMoment = WallMoment & {
  /** Minute of the start's day at which the slot ends. */
  readonly end: number;
};

/** An offered slot (from 0) as a clock in the zone shows it. */
export function slotMoment(setting: Setting, slot: number, zone: string): SlotMoment {
  const { start, end } = setting.input.slots[slot]!;
  const moment = wallMoment(start, zone);
  return { ...moment, end: moment.minute + Math.round((end.getTime() - start.getTime()) / 60_000) };
}
