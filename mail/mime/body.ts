import libmime from 'libmime';
import type { MailPart } from '../../domain/message.ts';
import { decodeBytes } from './charset.ts';
import { textOfHtml } from './html.ts';
import { splitMail, type SplitPart } from './split.ts';
import { isReadable, longestText } from './text-types.ts';
import { decodeTransfer } from './transfer-encoding.ts';

/** What the parts of a mail hold: `text` is the plain text of its body, `html` its HTML. */
export type MailBody = {
  /** Leaf parts in order. */
  readonly parts: readonly MailPart[];
  readonly text: string;
  readonly html: string | undefined;
};

const MAX_TEXT = 6 * 1024 * 1024;

type Body = Omit<MailBody, 'parts'>;
type Walk = { readonly parts: MailPart[]; textLeft: number };

const NOTHING: Body = { text: '', html: undefined };

/** Decodes the parts and joins those that a person would read (RFC 2046). All text together is bounded. */
export async function readBody(root: SplitPart): Promise<MailBody> {
  const walk: Walk = { parts: [], textLeft: MAX_TEXT };
  const body = await readPart(walk, root, 'text/plain');
  return { parts: walk.parts, ...body };
}

async function readPart(walk: Walk, part: SplitPart, defaultType: string): Promise<Body> {
  const { node } = part;
  if (!node.multipart) return readLeaf(walk, part, mediaType(part, defaultType));
  const { children } = part.children.length > 0 ? part : await splitAgain(part);
  if (children.length === 0) return readLeaf(walk, part, 'text/plain');
  const bodies: Body[] = [];
  for (const child of children)
    bodies.push(
      await readPart(walk, child, node.multipart === 'digest' ? 'message/rfc822' : 'text/plain'),
    );
  return node.multipart === 'alternative' ? bestAlternative(bodies) : joined(bodies);
}

/** Damaged mail whose boundary is missing or another: the first line that looks like a delimiter before a header. */
async function splitAgain({
  node,
  body,
}: SplitPart): Promise<{ readonly children: readonly SplitPart[] }> {
  const found = /(?:^|\n)--(\S[^\r\n]{2,70})\n(?:content-|\n)/i.exec(
    body.toString('latin1', 0, 16 * 1024),
  );
  const boundary = found?.[1]?.trimEnd().replace(/["\\]/g, '\\$&');
  if (boundary === undefined || boundary === '') return { children: [] };
  const head = Buffer.from(
    `Content-Type: multipart/${node.multipart || 'mixed'}; boundary="${boundary}"\n`,
  );
  return (await splitMail(head, body)) ?? { children: [] };
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
  const text = full.map((body) => withoutBlankEnd(body.text)).join('\n\n');
  const hasHtml = full.some((body) => body.html !== undefined);
  return { text, html: hasHtml ? full.map(htmlOf).join('\n') : undefined };
}

/** By index: an expression would begin anew at each line feed of a text that is full of them. */
function withoutBlankEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end -= 1;
  return text.slice(0, end);
}

function htmlOf(body: Body): string {
  if (body.html !== undefined) return body.html;
  const escaped = body.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<pre>${escaped}</pre>`;
}

async function readLeaf(walk: Walk, part: SplitPart, type: string): Promise<Body> {
  const { node, bytes } = part;
  const { params } = libmime.parseHeaderValue(contentType(part), { stripComments: true });
  const decoded = isReadable(type)
    ? await readText(walk, part, type, params['charset'])
    : undefined;
  walk.parts.push({
    type,
    parameters: new Map(Object.entries(params)),
    disposition: node.disposition || undefined,
    filename: node.filename || undefined,
    text: decoded,
    bytes: node.encoding === 'base64' ? Math.floor(bytes * 0.73) : bytes,
  });
  const attached =
    node.disposition === 'attachment' || (node.filename !== false && walk.parts.length > 1);
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

async function readText(
  walk: Walk,
  { node, body }: SplitPart,
  type: string,
  charset: string | undefined,
): Promise<string> {
  const decoded = await decodeTransfer(node, body.subarray(0, Math.max(walk.textLeft * 3, 0)));
  const text = unixLines(decodeBytes(decoded.subarray(0, longestText(type)), charset));
  walk.textLeft -= text.length;
  return text;
}

/** Line feeds between lines, and no NUL. */
export function unixLines(text: string): string {
  const lines = text.includes('\r')
    ? text.replace(/\r+\n?/g, (ends) => (ends.endsWith('\n') ? '\n' : '\n'.repeat(ends.length)))
    : text;
  return lines.includes('\0') ? lines.replaceAll('\0', '') : lines;
}

function contentType({ node }: SplitPart): string {
  return node.headers ? node.headers.getFirst('content-type').slice(0, 16 * 1024) : '';
}

function mediaType(part: SplitPart, defaultType: string): string {
  const type = part.node.contentType || '';
  const named = contentType(part) !== '' || type !== 'text/plain';
  return named && /^[\w!#$&^.+-]{1,80}\/[\w!#$&^.+-]{1,80}$/.test(type) ? type : defaultType;
}
