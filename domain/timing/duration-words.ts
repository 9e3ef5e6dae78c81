import { isDuration } from './duration.ts';

/** In the order of ISO 8601: what people may type, and how it is shown. Months and minutes share a letter. */
const units = [
  { letter: 'Y', name: 'year', typed: /^(?:y|yrs?|years?)$/ },
  { letter: 'M', name: 'month', typed: /^(?:mos?|months?)$/ },
  { letter: 'W', name: 'week', typed: /^(?:w|wks?|weeks?)$/ },
  { letter: 'D', name: 'day', typed: /^(?:d|days?)$/ },
  { letter: 'H', name: 'hour', typed: /^(?:h|hrs?|hours?)$/ },
  { letter: 'M', name: 'minute', typed: /^(?:mins?|minutes?)$/ },
  { letter: 'S', name: 'second', typed: /^(?:s|secs?|seconds?)$/ },
] as const;
/** The first unit behind the T. */
const firstOfTime = 4;

/** What a length of time looks like on a page, for messages. */
export const howToSay = 'Write it like 7 days, 24 hours or 1 hour 30 minutes.';

/**
 * The ISO 8601 duration that somebody means: "7 days" and "a week" are `P7D` and `P1W`, "none" is `PT0S`, and ISO 8601
 * itself is itself. Undefined for what is neither; English only.
 */
export function readDuration(text: string): string | undefined {
  const trimmed = text.trim();
  if (isDuration(trimmed)) return trimmed;
  const said = trimmed.slice(0, 200).toLowerCase();
  if (said === 'none' || said === '0') return 'PT0S';
  const parts = said.replace(/,|\band\b/g, ' ').match(/\S+/g) ?? [];
  // "7days" is one word to a person who is in a hurry.
  const words = parts.flatMap((part) => /^(\d[\d.]*)([a-z]+)$/.exec(part)?.slice(1) ?? [part]);
  const amounts = new Map<number, string>();
  let last = -1;
  for (let at = 0; at < words.length; at += 2) {
    const amount = amountOf(words[at]!);
    const unit = units.findIndex(({ typed }) => typed.test(words[at + 1] ?? ''));
    if (amount === undefined || unit <= last) return undefined;
    amounts.set(unit, amount);
    last = unit;
  }
  const iso = written(amounts);
  return isDuration(iso) ? iso : undefined;
}

/** An ISO 8601 duration as people say it, every unit of it: `PT24H` is "24 hours". Other texts, as "never", stay. */
export function durationInWords(iso: string): string {
  if (!isDuration(iso)) return iso;
  const [date = '', time = ''] = iso.slice(1).split('T');
  const words = [
    ...pieces(date, units.slice(0, firstOfTime)),
    ...pieces(time, units.slice(firstOfTime)),
  ];
  return words.length === 0 ? 'none' : words.join(' ');
}

function pieces(
  text: string,
  of: readonly { readonly letter: string; readonly name: string }[],
): readonly string[] {
  return [...text.matchAll(/(\d{1,9}(?:[.,]\d{1,9})?)([A-Z])/g)].flatMap(
    ([, amount = '', letter]) => {
      const name = of.find((unit) => unit.letter === letter)?.name;
      const number = Number(amount.replace(',', '.'));
      if (name === undefined || number === 0) return [];
      return [`${amount.replace(',', '.')} ${name}${number === 1 ? '' : 's'}`];
    },
  );
}

function amountOf(word: string): string | undefined {
  if (/^\d{1,9}(?:\.\d{1,9})?$/.test(word)) return word;
  return word === 'a' || word === 'an' || word === 'one' ? '1' : undefined;
}

function written(amounts: ReadonlyMap<number, string>): string {
  const part = (from: number, to: number): string =>
    units
      .slice(from, to)
      .flatMap(({ letter }, at) => {
        const amount = amounts.get(from + at);
        return amount === undefined ? [] : [`${amount}${letter}`];
      })
      .join('');
  const time = part(firstOfTime, units.length);
  return `P${part(0, firstOfTime)}${time === '' ? '' : `T${time}`}`;
}
