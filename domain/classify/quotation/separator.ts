import { separatorPhrases, separatorWords } from '../phrases/quote-headers.ts';
import { verbEnding } from './attribution.ts';
import { folded } from './fold-line.ts';
import { isHeaderField } from './header-block.ts';
import { isBlank, type QuotedLine } from './lines.ts';

/**
 * Lines that a separator takes ("-----Original Message-----", "Begin forwarded message:",
 * Notes' "---- Forwarded by … ----" over two lines); 0 when there is none.
 */
export function separatorLength(lines: readonly QuotedLine[], at: number): number {
  const text = lines[at]?.text ?? '';
  if (text.length > 300) return 0;
  const bare = folded(text);
  const inner = withoutRules(bare);
  if (inner === '' || inner.length > 160) return 0;
  // QQ Mail in English: one word, which only the rules on both sides make a separator.
  if (separatorWords.includes(inner) && /^[-_=*]{6}.*[-_=*]{6}$/.test(bare)) return 1;
  // Android's mail programs name the writer between rules: "---- Kim Doe schrieb ----".
  if (/^-{3,}[^-].*[^-]-{3,}$/.test(bare) && inner.length < 100 && verbEnding(inner) !== undefined)
    return 1;
  const phrase = separatorPhrases.find((each) => inner.startsWith(each));
  if (phrase === undefined) return 0;
  const opensWithRule = /^[-_=*#~—–<]{2,}/.test(bare);
  const closesWithRule = /[-_=*#~—–>]{2}:?$/.test(bare);
  if (closesWithRule) return 1;
  if (opensWithRule) {
    const next = folded(lines[at + 1]?.text ?? '');
    return next.length < 80 && /[-_=*]{5}$/.test(next) ? 2 : 1;
  }
  // BlackBerry sets no rules, but a header block below it.
  if (inner === phrase && isHeaderField(lines[afterBlank(lines, at + 1)])) return 1;
  // Without rules only the bare phrase counts: a sentence may begin with the same words.
  return inner.length <= phrase.length + 14 && inner.endsWith(':') ? 1 : 0;
}

/** The next line with text, at most three blank lines below. */
function afterBlank(lines: readonly QuotedLine[], from: number): number {
  let at = from;
  while (at < from + 3 && lines[at] !== undefined && isBlank(lines[at]!)) at++;
  return at;
}

function withoutRules(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && '-_=*#~—–<>[] |'.includes(text[start]!)) start++;
  while (end > start && '-_=*#~—–<>[] |'.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
}
