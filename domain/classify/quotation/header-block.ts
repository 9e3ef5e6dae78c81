import { headerKeys, type HeaderRole } from '../phrases/quote-headers.ts';
import { folded } from './fold-line.ts';
import { isBlank, type QuotedLine } from './lines.ts';
import { withoutEnd } from '../../text/without-end.ts';

const roles = new Map<string, HeaderRole>();
for (const [role, keys] of Object.entries(headerKeys)) {
  for (const key of keys) if (!roles.has(key)) roles.set(key, role as HeaderRole);
}
// Languages share keys: "A:" and "Data:" mean the same everywhere; "De:" is both from and of.

const maxLines = 24;

/** The header block that starts here (From, Sent, To, Subject; also Notes' To, cc, Subject), if any. */
export function headerBlock(
  lines: readonly QuotedLine[],
  at: number,
  { announced }: { readonly announced: boolean },
): { readonly from: number; readonly to: number } | undefined {
  if (lines[at] === undefined || headerField(lines[at]) === undefined) return undefined;
  const seen = new Map<HeaderRole, string>();
  let to = at;
  let unknown = 0;
  for (let index = at; index < lines.length && index < at + maxLines; index++) {
    const line = lines[index]!;
    if (isBlank(line)) {
      // Plain text made from HTML has blank lines between the fields.
      const next = lines[index + 1];
      if (next === undefined || headerField(next) === undefined) break;
      continue;
    }
    const field = headerField(line);
    if (field === undefined) {
      if (++unknown > 4) break;
      continue;
    }
    if (seen.has(field.role) && field.role !== 'other' && field.role !== 'cc') break;
    seen.set(field.role, field.value);
    unknown = 0;
    to = index + 1;
  }
  if (!isBlock(seen, announced)) return undefined;
  return {
    from: withLetterhead(lines, seen.has('from') ? at : withNotesHead(lines, at)),
    to: withWrapped(lines, to, seen),
  };
}

/** True for a line that is a known field of a header block. */
export function isHeaderField(line: QuotedLine | undefined): boolean {
  return line !== undefined && headerField(line) !== undefined;
}

function isBlock(seen: ReadonlyMap<HeaderRole, string>, announced: boolean): boolean {
  const named = [...seen.keys()].filter((role) => role !== 'other').length;
  const from = seen.get('from');
  const address = [...seen.values()].some(
    (value) => value.includes('@') || value.includes('mailto'),
  );
  if (from !== undefined && /^\d/.test(from)) return false;
  if (announced) return named >= 2;
  if (named >= 3) return seen.has('subject') || address;
  if (named === 2) return address && from !== undefined && !seen.has('other');
  return false;
}

/** A field "Key: value", bold or indented as clients write it. */
function headerField(
  line: QuotedLine,
): { readonly role: HeaderRole; readonly value: string } | undefined {
  if (line.depth > 0) return undefined;
  const text = folded(line.text.slice(0, 300)).replace(/^[*_|\s]+/, '');
  const colon = text.search(/[:：]/);
  if (colon < 1 || colon > 24) return undefined;
  const key = withoutEnd(text.slice(0, colon), /[*_\s]/);
  const role = roles.get(key);
  if (role === undefined) return undefined;
  return { role, value: text.slice(colon + 1).replace(/^[*_\s]+/, '') };
}

/** The subject may go on on the next line, when a blank line follows that one. */
function withWrapped(
  lines: readonly QuotedLine[],
  to: number,
  seen: ReadonlyMap<HeaderRole, string>,
): number {
  const last = lines[to];
  const after = lines[to + 1];
  const long = (lines[to - 1]?.text.length ?? 0) > 60;
  const wraps =
    long && seen.has('subject') && last !== undefined && !isBlank(last) && last.depth === 0;
  return wraps && last.text.length < 70 && (after === undefined || isBlank(after)) ? to + 1 : to;
}

/** Notes sets the company's name, indented like the fields, above an indented From. */
function withLetterhead(lines: readonly QuotedLine[], at: number): number {
  if (!/^\s/.test(lines[at]!.text)) return at;
  for (let index = at - 1; index >= 0 && index >= at - 3; index--) {
    const { text, depth } = lines[index]!;
    if (text.trim() === '') continue;
    return depth === 0 && /^(?:\t|\s{2,})/.test(text) && text.trim().length <= 60 ? index : at;
  }
  return at;
}

/** Notes names the author and the time on the lines above "To:", without keys. */
function withNotesHead(lines: readonly QuotedLine[], at: number): number {
  let from = at;
  let blanks = 0;
  for (let index = at - 1; index >= 0 && at - index <= 8; index--) {
    const line = lines[index]!;
    if (line.depth > 0) break;
    if (isBlank(line)) {
      if (++blanks > 2) break;
      continue;
    }
    const text = line.text.trim();
    if (text.length > 120) break;
    if (isNotesDate(text)) {
      from = index;
      // "Sam Doe on 03/05/2026 …" is the whole of it; else the name is on the line right above.
      if (/\p{L}.{0,100} on \d/u.test(text)) break;
    } else if (index === from - 1 && from < at && isNotesName(text)) return index;
    else if (!/^(?:please respond to|sent by:|extension:)/i.test(text)) break;
    else from = index;
  }
  return from;
}

function isNotesDate(text: string): boolean {
  return /\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AP]M)?(?:\s\w{3,4})?$/i.test(
    text,
  );
}

function isNotesName(text: string): boolean {
  if (/[.!?,;:]$/.test(text) || text.length > 80) return false;
  return (
    text.includes('@') ||
    text.includes('/') ||
    text.split(/\s+/).every((word) => /^["'(<\p{Lu}]/u.test(word))
  );
}
