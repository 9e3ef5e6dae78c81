import { placeOf } from '../timing/time-zone.ts';

/** Whose clocks a time is told on: IANA names. `theirs` is undefined when their zone is not known. */
export type Clocks = {
  readonly theirs: string | undefined;
  readonly mine: string;
  /** BCP 47, of the letter. */
  readonly language: string;
};

/**
 * One moment on the contact's clock first, then on the user's where it reads otherwise, with weekday, date
 * and city: "Tuesday 1 December, 10:00 in Lisbon (11:00 in Berlin)". The offset is that of the moment itself.
 */
export function describeTime(at: Date, clocks: Clocks): string {
  const zone = clocks.theirs ?? clocks.mine;
  const first = onClock(at, zone, clocks.language);
  const told = `${first.date}, ${first.time} ${cityPhrase(zone, clocks.language)}`;
  const second = onClock(at, clocks.mine, clocks.language);
  if (second.date === first.date && second.time === first.time) return told;
  const day = second.date === first.date ? '' : `${second.date}, `;
  return `${told} (${day}${second.time} ${cityPhrase(clocks.mine, clocks.language)})`;
}

/** The day alone, on the contact's clock: "Tuesday 1 December". */
export function describeDay(at: Date, clocks: Clocks): string {
  return onClock(at, clocks.theirs ?? clocks.mine, clocks.language).date;
}

/** A moment on one clock, taken apart: what a text must say for it to be readable. */
export function describeTimeParts(
  at: Date,
  zone: string,
  language: string,
): {
  readonly said: string;
  readonly weekday: string;
  readonly day: number;
  readonly month: string;
  readonly monthNumber: number;
  /** Since midnight. */
  readonly minutes: number;
  /** The city's names, in the language and in English. */
  readonly city: readonly string[];
} {
  const parts = partsOn(at, zone, baseOf(language));
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    month: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at);
  const number = (type: string): number =>
    Number(clock.find((part) => part.type === type)?.value ?? 0);
  return {
    said: `${dateOn(at, zone, baseOf(language))}, ${timeOn(at, zone, baseOf(language))} ${cityPhrase(zone, language)}`,
    weekday: parts.get('weekday') ?? '',
    day: Number(parts.get('day')),
    month: parts.get('month') ?? '',
    monthNumber: number('month'),
    minutes: number('hour') * 60 + number('minute'),
    city: [cityIn(zone, language), placeOf(zone)],
  };
}

/** "in Lisbon", "in Lissabon", "à Lisbonne", "en Lisboa": no abbreviation of a zone. */
export function cityPhrase(zone: string, language: string): string {
  const base = baseOf(language);
  const city = cityIn(zone, base);
  if (!zone.includes('/') || zone.startsWith('Etc/')) return base === 'en' ? `(${city})` : city;
  return `${{ en: 'in', de: 'in', fr: 'à', es: 'en' }[base]} ${city}`;
}

/** A city's name in a language that letters are written in; English elsewhere. */
export function cityIn(zone: string, language: string): string {
  const name = placeOf(zone);
  return exonyms[baseOf(language)]?.[name] ?? name;
}

function onClock(at: Date, zone: string, language: string): { date: string; time: string } {
  const base = baseOf(language);
  return { date: dateOn(at, zone, base), time: timeOn(at, zone, base) };
}

function partsOn(at: Date, zone: string, base: Base): ReadonlyMap<string, string> {
  return new Map(
    new Intl.DateTimeFormat(base === 'en' ? 'en-GB' : base, {
      timeZone: zone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
}

function dateOn(at: Date, zone: string, base: Base): string {
  const parts = partsOn(at, zone, base);
  const [weekday, day, month] = [parts.get('weekday'), parts.get('day'), parts.get('month')];
  switch (base) {
    case 'en':
      return `${weekday} ${day} ${month}`;
    case 'de':
      return `${weekday}, ${day}. ${month}`;
    case 'fr':
      return `${weekday} ${day === '1' ? '1er' : day} ${month}`;
    case 'es':
      return `${weekday}, ${day} de ${month}`;
  }
}

function timeOn(at: Date, zone: string, base: Base): string {
  // North America reads 2:00 pm; everybody else reads 14:00.
  const twelve = base === 'en' && zone.startsWith('America/');
  const time = new Intl.DateTimeFormat(twelve ? 'en-US' : 'en-GB', {
    timeZone: zone,
    hour: twelve ? 'numeric' : '2-digit',
    minute: '2-digit',
    hour12: twelve,
  })
    .format(at)
    .replace(/\s/gu, ' ')
    .toLowerCase();
  return base === 'de' ? `${time} Uhr` : time;
}

type Base = 'en' | 'de' | 'fr' | 'es';

function baseOf(language: string): Base {
  const base = language.split('-')[0]?.toLowerCase();
  return base === 'de' || base === 'fr' || base === 'es' ? base : 'en';
}

const exonyms: Readonly<Record<Base, Readonly<Record<string, string>>>> = {
  en: { Kiev: 'Kyiv', Calcutta: 'Kolkata', Saigon: 'Ho Chi Minh City' },
  de: {
    Vienna: 'Wien',
    Lisbon: 'Lissabon',
    Rome: 'Rom',
    Prague: 'Prag',
    Warsaw: 'Warschau',
    Copenhagen: 'Kopenhagen',
    Brussels: 'Brüssel',
    Moscow: 'Moskau',
    Athens: 'Athen',
    Zurich: 'Zürich',
    Bucharest: 'Bukarest',
    Belgrade: 'Belgrad',
    Luxembourg: 'Luxemburg',
    Kiev: 'Kiew',
    Singapore: 'Singapur',
    Kolkata: 'Kalkutta',
    Calcutta: 'Kalkutta',
    'Mexico City': 'Mexiko-Stadt',
    'Sao Paulo': 'São Paulo',
    Cairo: 'Kairo',
    Tokyo: 'Tokio',
    Shanghai: 'Schanghai',
  },
  fr: {
    Vienna: 'Vienne',
    Lisbon: 'Lisbonne',
    London: 'Londres',
    Warsaw: 'Varsovie',
    Copenhagen: 'Copenhague',
    Brussels: 'Bruxelles',
    Moscow: 'Moscou',
    Athens: 'Athènes',
    Bucharest: 'Bucarest',
    Singapore: 'Singapour',
    Kolkata: 'Calcutta',
    'Mexico City': 'Mexico',
    'Sao Paulo': 'São Paulo',
    Algiers: 'Alger',
  },
  es: {
    Vienna: 'Viena',
    Lisbon: 'Lisboa',
    London: 'Londres',
    Paris: 'París',
    Berlin: 'Berlín',
    Rome: 'Roma',
    Prague: 'Praga',
    Warsaw: 'Varsovia',
    Copenhagen: 'Copenhague',
    Brussels: 'Bruselas',
    Moscow: 'Moscú',
    Athens: 'Atenas',
    Zurich: 'Zúrich',
    Amsterdam: 'Ámsterdam',
    Dublin: 'Dublín',
    'New York': 'Nueva York',
    'Mexico City': 'Ciudad de México',
    Bogota: 'Bogotá',
    'Sao Paulo': 'São Paulo',
    Singapore: 'Singapur',
    Tokyo: 'Tokio',
  },
};
