/**
 * Text as the phrase lists are written: lower case, without accents, straight quotes, single blanks.
 * Both sides of every comparison go through it, so that `Réponse` meets `reponse`.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first of the folded phrases that the folded text contains. */
export function firstPhrase(folded: string, phrases: readonly string[]): string | undefined {
  return phrases.find((phrase) => folded.includes(phrase));
}
