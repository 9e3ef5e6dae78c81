/** As much of a mail as is looked through; a number stands near the beginning or in the signature. */
const mostLength = 20_000;
/** E.164 section 6: at most 15 digits. Fewer than seven are no number that somebody abroad could call. */
const digits = { least: 7, most: 15 };

/**
 * The telephone number on which somebody asks to be called, as they wrote it: with a country code, or behind a word for
 * telephones. Undefined where there is none, or where several differ. Dates, times and meeting codes are none.
 */
export function phoneNumberIn(text: string): string | undefined {
  const found = new Map<string, string>();
  for (const match of text.slice(0, mostLength).matchAll(candidates)) {
    const [, word, number = ''] = match;
    const bare = number.replace(/\D/g, '');
    if (bare.length < digits.least || bare.length > digits.most) continue;
    if (word === undefined && !number.startsWith('+') && !number.startsWith('00')) continue;
    if (/^\d{4}-\d\d-\d\d/.test(number)) continue;
    found.set(bare.replace(/^00/, '').slice(-9), number.trim());
  }
  return found.size === 1 ? [...found.values()][0] : undefined;
}

const words =
  'phone|telephone|tel|mobile|cell|call me (?:at|on)|reach me (?:at|on)|my number is|telefon|handy|mobil|portable|teléfono|móvil|telefono';

/** Up to three words or marks may stand between the word and the number: "my cell (work): 555-0100". */
const candidates = new RegExp(
  String.raw`(?:\b(${words})\b[^\d+\n(]{0,20})?(?<![\w.+/-])((?:\+|\(?0|\(?[1-9])\d{0,4}(?:[ ().\-/]{0,3}\d{1,5}){1,7})(?![\w@])`,
  'giu',
);
