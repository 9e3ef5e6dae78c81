import { deviceSignatures, deviceSignatureWords } from './phrases/signatures.ts';
import { folded } from './quoted-fold.ts';

/** The lines of one person's text without signature, "Sent from my …" and list footer. */
export function withoutSignature(lines: readonly string[]): readonly string[] {
  if (isRuledOff(lines)) return [];
  let kept = [...lines];
  const at = delimiterAt(kept);
  if (at >= 0) kept = kept.slice(0, at);
  kept = kept.filter((line) => !isDeviceSignature(line));
  return withoutTrailingRules(kept);
}

/** A few lines below a rule, with nothing else around them, such as at the end of an answered quotation. */
function isRuledOff(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  return written.length <= 6 && /^\s*[-_=*]{6,}\s*$/.test(written[0] ?? '');
}

/** RFC 3676 section 4.3: "-- " alone on a line. Clients lose its space, so "--" counts near the end. */
function delimiterAt(lines: readonly string[]): number {
  let found = -1;
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index]!;
    const rest = lines.length - index - 1;
    if (line === '-- ' && rest <= 60) found = index;
    else if (/^\s{0,2}--\s*$/.test(line) && rest <= 30) found = index;
    else if (isListFooter(lines, index)) found = index;
  }
  return found;
}

/** Mailing list managers close with a rule and the list's address. */
function isListFooter(lines: readonly string[], index: number): boolean {
  if (!/^_{2,}\s*$|^-{20,}\s*$/.test(lines[index]!)) return false;
  const rest = lines.slice(index + 1).filter((line) => line.trim() !== '');
  if (rest.length === 0) return true;
  return (
    rest.length <= 8 && rest.some((line) => /mailing list|unsubscribe|listinfo|mailman/i.test(line))
  );
}

function isDeviceSignature(line: string): boolean {
  if (line.length > 160) return false;
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
