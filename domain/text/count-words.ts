/** How many words a text has, for length rules; scripts without spaces are segmented. Bounded by `most` characters. */
export function countWords(text: string, most = 100_000): number {
  const part = text.length > most ? text.slice(0, most) : text;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(part)) {
    let count = 0;
    for (const { isWordLike } of segmenter.segment(part)) if (isWordLike) count++;
    return count;
  }
  return part.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
