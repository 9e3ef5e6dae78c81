import { nameParts } from '../../names/name-parts.ts';
import { letters } from '../../names/name-words.ts';

/**
 * After "Guten Tag". Frau or Herr is never guessed: without them the whole name is said, as in "Dr. Ana Souza"; with
 * them the surname, as in "Frau Prof. Souza". A degree that nobody is addressed by, such as "Dipl.-Ing.", is not said.
 */
export function addresseeInGerman(name: string, addressAs?: string): string {
  const { title = '', plain, first, last } = nameParts(name);
  const given = `${addressAs ?? ''} ${title}`.split(' ').filter((word) => word !== '');
  const form = given.map(germanForm).find((each) => each !== undefined);
  const degree = degreeInGerman(given);
  if (form !== undefined)
    return [form, degree ?? austrianDegree(given), last]
      .filter((part) => part !== undefined)
      .join(' ');
  if (degree !== undefined) return `${degree} ${plain}`;
  // "Schwester", "Rev.": a form of address itself.
  const own = addressAs ?? (given.every(isDegree) ? undefined : title);
  if (own !== undefined && !isDegree(own)) return `${own} ${last}`;
  // A surname alone is no way to address anybody.
  return first === undefined && title !== '' ? `${title} ${last}` : plain;
}

function germanForm(word: string): 'Frau' | 'Herr' | undefined {
  if (/^(?:frau|fr\.|mrs\.?|ms\.?|professorin|prof\.in|dr\.in)$/i.test(word)) return 'Frau';
  return /^(?:herrn?|hr\.|mr\.?)$/i.test(word) ? 'Herr' : undefined;
}

/** "Prof." of "Univ.-Prof. Dr. med. habil.": of several the highest one is said, and without its field. */
function degreeInGerman(titles: readonly string[]): 'Prof.' | 'Dr.' | undefined {
  if (titles.some((title) => /^(?:univ\.-)?prof/i.test(title))) return 'Prof.';
  return titles.some((title) => /^(?:dr(?:\.|-|$)|doctor|doktor)/i.test(title)) ? 'Dr.' : undefined;
}

/** In Austria "Frau Mag. Tschann" and "Herr Ing. Huber" are usual, behind Frau and Herr alone. */
function austrianDegree(titles: readonly string[]): string | undefined {
  if (titles.some((title) => /^dipl/i.test(title))) return undefined;
  return titles.find((title) => title === 'DI' || /^(?:mag\.?a?|ing\.?)$/i.test(title));
}

/** A degree or a part of one, which is written before or behind a name, and not said to anybody. */
function isDegree(word: string): boolean {
  return (
    word === 'DI' ||
    /^(?:dipl\.?(?:-.+)?|mag\.?a?|ing\.?|lic\.?|m\.|pd|priv\.-doz\.?)$/i.test(word) ||
    letters.test(word)
  );
}
