import { htmlLines } from './html-text.ts';
import { quotedLines, type QuotedLine } from './lines.ts';
import { selectWritten } from './select.ts';
import { withoutSent } from './own-text.ts';

/**
 * What the person wrote: without quotations, signature and our own mail quoted back. Quoted lines
 * that inline answers stand between stay, with their `>`. When nothing else is left, the full text
 * (of the nearest level, where all of it is quoted).
 */
export function visibleText(input: {
  readonly text: string;
  readonly html: string | undefined;
  readonly sentTexts: readonly string[];
}): string {
  const html = input.html === undefined ? undefined : htmlLines(input.html);
  const useHtml = html !== undefined && (html.marked || input.text.trim() === '');
  const lines = useHtml ? html.lines : quotedLines(lineEnds(input.text));
  const visible = tidy(withoutSent(selectWritten(lines), input.sentTexts));
  if (visible !== '') return visible;
  const nearest = tidy(nearestLevel(lines).map(prefixed));
  return nearest === '' ? tidy(lineEnds(input.text).split('\n')) : nearest;
}

/** Where everything is quoted, the least quoted lines are the nearest mail; deeper ones are older. */
function nearestLevel(lines: readonly QuotedLine[]): readonly QuotedLine[] {
  const written = lines.filter((line) => line.text.trim() !== '');
  const nearest = written.reduce((least, line) => Math.min(least, line.depth), Infinity);
  return lines.filter((line) => line.depth <= nearest);
}

function prefixed(line: QuotedLine): string {
  return line.depth > 0 ? `${'>'.repeat(line.depth)} ${line.text}` : line.text;
}

function lineEnds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/** No spaces at line ends, no run of empty lines, nothing empty at either end. */
function tidy(lines: readonly string[]): string {
  const kept: string[] = [];
  let blanks = 0;
  for (const line of lines) {
    const text = line.trimEnd();
    blanks = text === '' ? blanks + 1 : 0;
    if (blanks < 2 && (text !== '' || kept.length > 0)) kept.push(text);
  }
  return kept.join('\n').trimEnd();
}
