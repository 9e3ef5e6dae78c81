/**
 * Text as the phrase lists are written: lower case, without accents, straight quotes, single blanks.
 * Both sides of every comparison go through it, so that `Réponse` meets `reponse`.
 */
export function fold(text: string): string {
  const plain = ASCII.test(text) ? text.toLowerCase() : withoutAccents(text);
  return plain.replace(/\s+/g, ' ').trim();
}

// oxlint-disable-next-line no-control-regex -- the range is what ASCII is
const ASCII = /^[\x00-\x5f\x61-\x7f]*$/;

function withoutAccents(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      // Marks of direction and blanks of no width, which right-to-left mail is full of.
      .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[łøđßæœı]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
      .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
      .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
      .replace(/[\u2010-\u2015]/g, '-')
  );
}

/** Letters that Unicode does not take apart, as people write them without the right keyboard. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** The first of the folded phrases that the folded text contains. */
export function firstPhrase(folded: string, phrases: readonly string[]): string | undefined {
  return phrases.find((phrase) => folded.includes(phrase));
}
