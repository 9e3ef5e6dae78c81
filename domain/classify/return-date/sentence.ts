/** A sentence begins after `. `, unless a number or a short abbreviation stands before the point. */
export function boundaryBefore(text: string, from: number): number {
  for (let i = from - 1; i > 0 && i > from - 300; i -= 1) if (isBoundary(text, i)) return i + 1;
  return Math.max(0, from - 300);
}

export function boundaryAfter(text: string, from: number): number {
  for (let i = from; i < text.length && i < from + 300; i += 1) if (isBoundary(text, i)) return i;
  return Math.min(text.length, from + 300);
}

function isBoundary(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (char === '!' || char === '?' || char === '。' || char === ';') return true;
  if (char !== '.' || text.charAt(at + 1) !== ' ') return false;
  const start = text.lastIndexOf(' ', at - 1) + 1;
  const last = text.slice(Math.max(start, at - 12), at);
  if (/^\d{1,2}(?:\.\d{1,2})?$/.test(last))
    return (
      !/^ (?:\d{1,2}\.|[a-z]{3,})/.test(text.slice(at + 1, at + 6)) ||
      /^ (?:i |we |my |please|bitte|ihre |in |fur )/.test(text.slice(at + 1, at + 9))
    );
  return !/^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|st|mr|mrs|dr|o|p|t|a\.m|p\.m|incl|inkl|bzw|ca|z|b|t\.o\.m|f\.o\.m|d)$/.test(
    last,
  );
}

/** Where the last of the phrases begins in the text as words of their own; -1 for none. */
export function lastOf(text: string, phrases: readonly string[]): number {
  let last = -1;
  for (const phrase of phrases) {
    const at = text.lastIndexOf(phrase);
    if (at > last && isWordAt(text, at, phrase.length)) last = at;
  }
  return last;
}

export function isWordAt(text: string, at: number, length: number): boolean {
  // Chinese, Japanese and Korean set no blanks between words.
  const first = text.charCodeAt(at);
  // Arabic and Hebrew join "and" to the word that follows.
  if (first >= 0x2e80 || (first >= 0x0590 && first < 0x0700)) return true;
  const before = at === 0 ? '' : text.charAt(at - 1);
  const after = text.charAt(at + length);
  const letter = /[\p{L}]/u;
  return !letter.test(before) && (length >= 5 || !letter.test(after));
}

/** Articles and prepositions may stand between the phrase and the date: "until the", "bis zum", "on". */
export function endsWithAny(text: string, phrases: readonly string[]): boolean {
  let bare = text;
  for (let removed = 0; removed < 4; removed += 1) {
    if (
      phrases.some(
        (phrase) =>
          bare.endsWith(phrase) && isWordAt(bare, bare.length - phrase.length, phrase.length),
      )
    )
      return true;
    const shorter = bare
      .replace(
        /(?:^|[\s,])(?:on|the|zum|den|dem|le|la|el|il|lo|o|dia|dnia|approximately|approx|about|at least|early|late|mid|next|this|am|de|del|den|,|\(|:)$/,
        '',
      )
      .trimEnd();
    if (shorter === bare) return false;
    bare = shorter;
  }
  return false;
}
