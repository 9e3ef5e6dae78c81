import type { MailPart } from '../../domain/message.ts';
import { decodeBytes } from './charset.ts';
import { type Parameterised, type RawHeader, readHeaders, readParameters } from './headers.ts';
import { textOfHtml } from './html.ts';
import { decodeTransfer } from './transfer-encoding.ts';
import { decodeWords } from './encoded-words.ts';

/** What the walk through a mail's parts found. `text` is the plain text of the body, `html` its HTML. */
export type WalkedParts = {
  readonly parts: readonly MailPart[];
  readonly text: string;
  readonly html: string | undefined;
};

const DEEPEST = 12;
const MOST_PARTS = 500;
const LONGEST_TEXT = 2 * 1024 * 1024;
const LONGEST_RETURNED = 128 * 1024;
const MOST_TEXT = 6 * 1024 * 1024;

type Body = { readonly text: string; readonly html: string | undefined };
type Walk = { readonly source: string; readonly parts: MailPart[]; textLeft: number };
type Slice = { readonly start: number; readonly end: number };

const NOTHING: Body = { text: '', html: undefined };

/** Walks the MIME tree below a header block (RFC 2046). Depth, parts and decoded text are bounded. */
export function walkParts(source: string, headers: readonly RawHeader[], body: Slice): WalkedParts {
  const walk: Walk = { source, parts: [], textLeft: MOST_TEXT };
  const found = walkPart(walk, headers, body, 0, 'text/plain');
  return { parts: walk.parts, ...found };
}

function walkPart(
  walk: Walk,
  headers: readonly RawHeader[],
  body: Slice,
  depth: number,
  defaultType: string,
): Body {
  if (walk.parts.length >= MOST_PARTS) return NOTHING;
  const content = readParameters(valueOf(headers, 'content-type') ?? defaultType);
  const type = mediaType(content.value, defaultType);
  if (type.startsWith('multipart/') && depth < DEEPEST) {
    const boundary = content.parameters.get('boundary') ?? firstBoundary(walk.source, body);
    const slices = boundary === undefined ? [] : splitParts(walk.source, body, boundary);
    if (slices.length > 0) return walkMultipart(walk, type, slices, depth);
  }
  return readLeaf(
    walk,
    headers,
    content,
    type.startsWith('multipart/') ? 'text/plain' : type,
    body,
  );
}

function walkMultipart(walk: Walk, type: string, slices: readonly Slice[], depth: number): Body {
  const childDefault = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const bodies: Body[] = [];
  for (const slice of slices) {
    if (walk.parts.length >= MOST_PARTS) break;
    const block = readHeaders(walk.source, slice.start, slice.end);
    const child = { start: block.bodyStart, end: slice.end };
    bodies.push(walkPart(walk, block.headers, child, depth + 1, childDefault));
  }
  return type === 'multipart/alternative' ? bestAlternative(bodies) : joined(bodies);
}

/** Plain text if any alternative has some; the last HTML is the richest (RFC 2046 section 5.1.4). */
function bestAlternative(bodies: readonly Body[]): Body {
  const html = bodies.findLast((body) => body.html !== undefined)?.html;
  const plain = bodies.find((body) => body.html === undefined && body.text.trim() !== '');
  const any = bodies.find((body) => body.text.trim() !== '');
  return { text: (plain ?? any ?? NOTHING).text, html };
}

function joined(bodies: readonly Body[]): Body {
  const full = bodies.filter((body) => body.text.trim() !== '' || body.html !== undefined);
  if (full.length <= 1) return full[0] ?? NOTHING;
  const text = full.map((body) => body.text.replace(/\n+$/, '')).join('\n\n');
  const hasHtml = full.some((body) => body.html !== undefined);
  const html = hasHtml ? full.map(htmlOf).join('\n') : undefined;
  return { text, html };
}

function htmlOf(body: Body): string {
  if (body.html !== undefined) return body.html;
  const escaped = body.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<pre>${escaped}</pre>`;
}

function readLeaf(
  walk: Walk,
  headers: readonly RawHeader[],
  content: Parameterised,
  type: string,
  body: Slice,
): Body {
  const disposition = readParameters(valueOf(headers, 'content-disposition') ?? '');
  const encoding = (valueOf(headers, 'content-transfer-encoding') ?? '').trim().toLowerCase();
  const filename = disposition.parameters.get('filename') ?? content.parameters.get('name');
  const decoded = isReadable(type) ? readText(walk, content, type, encoding, body) : undefined;
  walk.parts.push({
    type,
    parameters: content.parameters,
    disposition: disposition.value === '' ? undefined : disposition.value,
    filename: filename === undefined ? undefined : decodeWords(filename),
    text: decoded,
    bytes:
      encoding === 'base64' ? Math.floor((body.end - body.start) * 0.73) : body.end - body.start,
  });
  const attached =
    disposition.value === 'attachment' || (filename !== undefined && walk.parts.length > 1);
  if (decoded === undefined || attached) return NOTHING;
  if (type === 'text/html') return { text: textOfHtml(decoded), html: decoded };
  return BODY_TYPES.has(type) ? { text: decoded, html: undefined } : NOTHING;
}

const BODY_TYPES = new Set([
  'text/plain',
  'text/enriched',
  'text/richtext',
  'text/markdown',
  'text/x-markdown',
]);

function isReadable(type: string): boolean {
  return type.startsWith('text/') || type.startsWith('message/') || type === 'application/ics';
}

function readText(
  walk: Walk,
  content: Parameterised,
  type: string,
  encoding: string,
  body: Slice,
): string {
  const most = type === 'message/rfc822' ? LONGEST_RETURNED : LONGEST_TEXT;
  // Encoded text is at most three times as long as what it encodes.
  const end = Math.min(body.end, body.start + Math.min(most * 3, Math.max(walk.textLeft * 3, 0)));
  const bytes = decodeTransfer(walk.source.slice(body.start, end), encoding).subarray(0, most);
  const text = unixLines(decodeBytes(bytes, content.parameters.get('charset')));
  walk.textLeft -= text.length;
  return text;
}

export function unixLines(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r+\n|\r/g, '\n') : text;
  return lines.includes('\0') ? lines.replaceAll('\0', '') : lines;
}

/** Slices between the delimiter lines; a missing closing delimiter ends the last part at the end. */
function splitParts(source: string, body: Slice, boundary: string): Slice[] {
  const slices: Slice[] = [];
  const delimiter = `--${boundary.trimEnd()}`;
  if (delimiter === '--') return slices;
  let partStart = -1;
  let from = body.start;
  while (slices.length < MOST_PARTS) {
    const at = source.indexOf(delimiter, from);
    if (at < 0 || at >= body.end) break;
    from = at + delimiter.length;
    if (at > body.start && source.charCodeAt(at - 1) !== 0x0a) continue;
    let lineEnd = source.indexOf('\n', from);
    if (lineEnd < 0 || lineEnd > body.end) lineEnd = body.end;
    const rest = source.slice(from, Math.min(lineEnd, from + 200)).trim();
    const closes = rest === '--' || rest.startsWith('--');
    // A longer boundary of an inner multipart can begin like ours.
    if (rest !== '' && !closes) continue;
    if (partStart >= 0) slices.push({ start: partStart, end: Math.max(partStart, at - 1) });
    partStart = -1;
    from = lineEnd;
    if (closes) return slices;
    partStart = Math.min(lineEnd + 1, body.end);
  }
  if (partStart >= 0 && partStart < body.end) slices.push({ start: partStart, end: body.end });
  return slices;
}

/** Damaged mail without the parameter: the first line that looks like a delimiter before a header. */
function firstBoundary(source: string, body: Slice): string | undefined {
  const start = source.slice(body.start, Math.min(body.end, body.start + 16 * 1024));
  return /(?:^|\n)--(\S[^\r\n]{2,70})\r?\n(?:content-|\r?\n)/i.exec(start)?.[1]?.trimEnd();
}

function mediaType(value: string, defaultType: string): string {
  if (value === 'text' || value === '') return defaultType;
  return /^[\w!#$&^.+-]{1,80}\/[\w!#$&^.+-]{1,80}$/.test(value) ? value : defaultType;
}

export function valueOf(headers: readonly RawHeader[], name: string): string | undefined {
  return headers.find((header) => header.name === name)?.value;
}
