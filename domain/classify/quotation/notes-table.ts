import { isBlank, type QuotedLine } from './lines.ts';

const maxLines = 24;

/**
 * Lotus Notes 6.5 and later set the head of the quoted mail as a table: author and time on the left,
 * "To", "cc" and "Subject" without colons on the right, each above its value.
 */
export function notesTable(
  lines: readonly QuotedLine[],
  at: number,
): { readonly from: number; readonly to: number } | undefined {
  if (!isLabel(lines[at], 'To')) return undefined;
  let subject = at + 1;
  while (subject - at < maxLines && !isLabel(lines[subject], 'Subject')) subject++;
  if (subject - at >= maxLines) return undefined;
  let to = subject + 1;
  while (to < lines.length && isBlank(lines[to]!)) to++;
  while (to < lines.length && /^\s{10,}\S/.test(lines[to]!.text)) to++;
  let from = at;
  // The author's name takes one to three lines above, and begins in the left column.
  while (from > 0 && at - from < 3 && isLeftColumn(lines[from - 1]!)) from--;
  return { from, to };
}

function isLabel(line: QuotedLine | undefined, label: string): boolean {
  if (line === undefined || line.depth > 0 || line.text.length > 200) return false;
  const text = line.text.trimEnd();
  return text.endsWith(label) && text.slice(0, -label.length).endsWith(' '.repeat(10));
}

function isLeftColumn({ text, depth }: QuotedLine): boolean {
  const line = text.trimEnd();
  return depth === 0 && /^ {0,20}["'<\p{L}][^!?]{0,45}$/u.test(line) && !/[.,:;]$/.test(line);
}
