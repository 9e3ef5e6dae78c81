/** Words in a row that must agree before text counts as ours: fewer would take common phrases. */
const span = 6;

/**
 * The lines that are not our own mail quoted back without a prefix. Line breaks may differ, since
 * the other client wraps our paragraphs anew; a line goes only when all of its words are ours.
 */
export function withoutSent(
  lines: readonly string[],
  sentTexts: readonly string[],
): readonly string[] {
  if (sentTexts.length === 0) return lines;
  const ours = new Set<string>();
  for (const text of sentTexts) {
    const words = wordsOf(text);
    for (let at = 0; at + span <= words.length; at++) {
      ours.add(words.slice(at, at + span).join(' '));
    }
  }
  const words: string[] = [];
  const lineOf: number[] = [];
  lines.forEach((line, index) => {
    if (line.startsWith('>')) return;
    for (const word of wordsOf(line)) {
      words.push(word);
      lineOf.push(index);
    }
  });
  const own = new Uint8Array(words.length);
  for (let at = 0; at + span <= words.length; at++) {
    if (ours.has(words.slice(at, at + span).join(' '))) own.fill(1, at, at + span);
  }
  const theirs = new Set<number>();
  const seen = new Set<number>();
  own.forEach((mine, at) => {
    seen.add(lineOf[at]!);
    if (mine === 0) theirs.add(lineOf[at]!);
  });
  return lines.filter((_, index) => theirs.has(index) || !seen.has(index));
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
