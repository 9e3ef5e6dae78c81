import {
  deviceSignatures,
  deviceSignatureWords,
  disclaimers,
  listFooters,
} from './phrases/signatures.ts';
import { folded } from './quotation/fold-line.ts';

/** A signature stands among this many last lines; a longer end is text. */
const tail = 60;

/** The lines of one person's text without signature, "Sent from my …" and list footer. */
export function withoutSignature(lines: readonly string[]): readonly string[] {
  if (isRuledOff(lines)) return [];
  let kept = [...lines];
  const at = delimiterAt(kept);
  if (at >= 0) kept = kept.slice(0, at);
  const ending = kept.length - tail;
  kept = kept.filter((line, index) => index < ending || !isDeviceSignature(line));
  return withoutTrailingRules(withoutListFooter(withoutTrailingRules(kept)));
}

/** A few lines below a rule, with nothing else around them, such as at the end of an answered quotation. */
function isRuledOff(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  return written.length <= 6 && /^\s*_{6,}\s*$/.test(written[0] ?? '');
}

/** RFC 3676 section 4.3: "-- " alone on a line. Clients lose its space, so "--" counts near the end. */
function delimiterAt(lines: readonly string[]): number {
  let found = -1;
  const first = Math.max(0, lines.length - tail);
  for (let index = lines.length - 1; index >= first; index--) {
    const line = lines[index]!;
    const rest = lines.length - index - 1;
    if (line === '-- ') found = index;
    else if (/^\s{0,2}--\s*$/.test(line) && rest <= 30) found = index;
    else if (isListFooter(lines, index) || isDisclaimer(lines, index)) found = index;
  }
  return found;
}

/** Closing paragraphs that a list or a host appended; the first paragraph always stays. */
function withoutListFooter(lines: readonly string[]): readonly string[] {
  let kept = withoutTrailingRules(lines);
  for (let paragraphs = 0; paragraphs < 6; paragraphs++) {
    let start = kept.length;
    while (start > 0 && kept[start - 1]!.trim() !== '') start--;
    const last = kept.slice(start);
    const footer =
      last.length <= 10 &&
      last.some((line) => {
        const text = folded(line.slice(0, 300)).replace(/^[-_=*~\s]+/, '');
        return listFooters.some((each) => text.startsWith(each)) || isListAddress(text);
      });
    if (start === 0 || !footer) return kept;
    kept = withoutTrailingRules(kept.slice(0, start));
  }
  return kept;
}

function isListAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && /\S\/(?:listinfo|mailman)/.test(text.slice(8));
}

/** Mailing list managers close with a rule and the list's address. */
function isListFooter(lines: readonly string[], index: number): boolean {
  if (!/^_{2,}\s*$|^-{20,}\s*$/.test(lines[index]!)) return false;
  const rest = lines.slice(index + 1).filter((line) => line.trim() !== '');
  if (rest.length === 0) return true;
  return (
    rest.length <= 8 &&
    rest.some((line) => /mailing list|unsubscribe|listinfo|mailman|sponsored by/i.test(line))
  );
}

/** Companies append one below everybody's mail, as a paragraph of its own. */
function isDisclaimer(lines: readonly string[], index: number): boolean {
  const above = lines[index - 1]?.trim();
  if (index === 0 || (above !== '' && !/^[-_=*#~]{3,}$/.test(above ?? ''))) return false;
  const text = folded(lines[index]!.slice(0, 200)).replace(/^[-_=*~"\s]+/, '');
  return disclaimers.some((each) => text.startsWith(each));
}

function isDeviceSignature(line: string): boolean {
  if (line.length > 160 || line.length < 8) return false;
  const text = folded(line).replace(/^[\s<([*_-]+/, '');
  const start = deviceSignatures.find((each) => text.startsWith(each));
  if (start === undefined) return false;
  const rest = text.slice(start.length).trim();
  if (rest.length > 110) return false;
  // "Sent from my desk, easier than my phone" is a sentence: the device stands in the first clause.
  const clause = text.slice(0, start.length) + (rest.split(/[,;!]|\. /, 1)[0] ?? '');
  return deviceSignatureWords.some((word) => clause.includes(word));
}

function withoutTrailingRules(lines: readonly string[]): readonly string[] {
  let end = lines.length;
  while (end > 0 && /^[\s\-_=*#~+ᐧ•.]*$/.test(lines[end - 1]!)) end--;
  return lines.slice(0, end);
}
