import { wroteVerbs } from '../phrases/quote-headers.ts';
import { attributionLength } from './attribution.ts';
import { folded } from './fold-line.ts';
import { headerBlock } from './header-block.ts';
import { isBlank, type QuotedLine } from './lines.ts';
import { notesTable } from './notes-table.ts';
import { separatorLength } from './separator.ts';

/** Where a client announces older mail: lines `from` to `to`, the latter excluded. */
export type QuoteOpening = {
  readonly from: number;
  readonly to: number;
  /** An attribution ("On … wrote:") is sometimes typed by hand; a header block or separator is not. */
  readonly kind: 'attribution' | 'block';
};

/** Nobody writes this many lines above a quotation: what comes later is data, and costs no time. */
const maxLooked = 3000;

/** All announcements among the lines that the sender did not quote, in order, not overlapping. */
export function quoteOpenings(lines: readonly QuotedLine[]): readonly QuoteOpening[] {
  const openings: QuoteOpening[] = [];
  let free = 0;
  let looked = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || line.depth > 0) continue;
    if (isBlank(line) && line.mark === undefined) continue;
    if (line.mark === undefined && ++looked > maxLooked) continue;
    const opening = openingAt(lines, at, free);
    if (opening === undefined) continue;
    openings.push({ ...opening, from: withRuleAbove(lines, opening.from, free) });
    free = opening.to;
    at = opening.to - 1;
  }
  return openings;
}

function openingAt(
  lines: readonly QuotedLine[],
  at: number,
  free: number,
): QuoteOpening | undefined {
  const mark = lines[at]?.mark;
  if (mark === 'cut') return { from: at, to: at + 1, kind: 'block' };
  if (mark === 'attribution') return { from: at, to: at + 1, kind: 'attribution' };
  const separator = separatorLength(lines, at);
  if (separator > 0) {
    const next = nextText(lines, at + separator);
    const block = headerBlock(lines, next, { announced: true });
    return { from: at, to: block?.to ?? at + separator, kind: 'block' };
  }
  const table = notesTable(lines, at);
  if (table !== undefined) return { from: Math.max(table.from, free), to: table.to, kind: 'block' };
  const block = headerBlock(lines, at, { announced: isRule(lines[previousText(lines, at)]) });
  if (block !== undefined) {
    return { from: Math.max(block.from, free), to: block.to, kind: 'block' };
  }
  if (isWithQuotation(lines[at]!.text)) return { from: at, to: at + 1, kind: 'attribution' };
  const length = attributionLength(lines, at);
  return length > 0 ? { from: at, to: at + length, kind: 'attribution' } : undefined;
}

/** Yahoo's telephones write the attribution and the first line of the quotation on one line. */
function isWithQuotation(text: string): boolean {
  const head = text.slice(0, 240);
  const address = /<[^<>@\s]{1,64}@[^<>@\s]{1,190}>/.exec(head);
  if (address === null || !/^\s{0,4}\p{L}/u.test(head) || !/\d/.test(head.slice(0, address.index)))
    return false;
  const rest = folded(head.slice(address.index + address[0].length).split(/[:：] {2,}/)[0] ?? '');
  return /[:：] {2,}\S/.test(text.slice(address.index, 300)) && wroteVerbs.includes(rest);
}

/** The line of underscores or dashes that Outlook sets above a header block belongs to it. */
function withRuleAbove(lines: readonly QuotedLine[], from: number, free: number): number {
  const above = previousText(lines, from);
  return above >= free && isRule(lines[above]) ? above : from;
}

function isRule(line: QuotedLine | undefined): boolean {
  return line !== undefined && line.depth === 0 && /^\s*[-_=*#~]{3,}\s*$/.test(line.text);
}

function previousText(lines: readonly QuotedLine[], at: number): number {
  let index = at - 1;
  while (index >= 0 && index >= at - 4 && isBlank(lines[index]!)) index--;
  return index;
}

function nextText(lines: readonly QuotedLine[], at: number): number {
  let index = at;
  while (index < lines.length && index < at + 4 && isBlank(lines[index]!)) index++;
  return index;
}
