import { placeOf } from './time-zone.ts';

/**
 * A moment as people read it on the clock of an IANA zone: "Tuesday 1 December, 14:00 (Lisbon)". The city stands for
 * the zone, since abbreviations mean several. `language` is a BCP 47 tag.
 */
export function momentInZone(at: Date, zone: string, language: string): string {
  const tag = language.split('-')[0] === 'en' ? 'en-GB' : language;
  const day = new Intl.DateTimeFormat(tag, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at);
  const time = new Intl.DateTimeFormat(tag, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return `${day}, ${time} (${placeOf(zone)})`;
}
