/** Enough to judge a person's mail by; more would only cost time. */
const maxLength = 20_000;

/** The sentences a person wrote, as written; quoted context lines are left out. */
export function sentencesOf(visible: string): readonly string[] {
  const sentences: string[] = [];
  for (const paragraph of paragraphsOf(visible.slice(0, maxLength))) {
    let from = 0;
    // A match may only begin where a run begins: else a long row of dots would cost its square.
    for (const end of paragraph.matchAll(/(?<![.!?…])[.!?…]+["')\]]*(?=\s|$)|[。！？]+/gu)) {
      const to = end.index + end[0].length;
      if (isAbbreviation(paragraph.slice(from, to))) continue;
      add(sentences, paragraph.slice(from, to));
      from = to;
    }
    add(sentences, paragraph.slice(from));
  }
  return sentences;
}

/** Lines that a client wrapped are one; a short line stands for itself. */
function paragraphsOf(visible: string): readonly string[] {
  const paragraphs: string[] = [];
  let joining: 'wrapped' | 'open' | 'ended' = 'ended';
  for (const raw of visible.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('>')) {
      joining = 'ended';
      continue;
    }
    const goesOn = joining === 'wrapped' || (joining === 'open' && /^\p{Ll}/u.test(line));
    if (goesOn && !/^[-*•]\s/.test(line)) paragraphs.push(`${paragraphs.pop() ?? ''} ${line}`);
    else paragraphs.push(line);
    joining = /[.!?:。！？]$/.test(line) ? 'ended' : line.length >= 50 ? 'wrapped' : 'open';
  }
  return paragraphs;
}

function isAbbreviation(text: string): boolean {
  return /(?:^|[\s(])(?:\p{L}|\d{1,2}|mr|mrs|ms|dr|prof|st|no|nr|bzw|evtl|ggf|ca|usw|mme|sr|sra|dott|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|approx|etc|e\.g|i\.e|a\.m|p\.m|z\.b)\.$/iu.test(
    text.slice(-12),
  );
}

function add(sentences: string[], text: string): void {
  const trimmed = text.trim();
  if (trimmed !== '') sentences.push(trimmed);
}
