import type { MailAddress, ParsedMail } from '../../domain/message.ts';
import { readAddresses, withAddress } from './address.ts';
import { type RawHeader, readHeaders, readParameters } from './headers.ts';
import { readMessageIds } from './message-ids.ts';
import { valueOf, walkParts } from './parts.ts';
import { decodeWords } from './encoded-words.ts';

const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;

/**
 * Reads a mail of any size or damage: what lies beyond `maxBytes` (16 MiB) is not looked at, and
 * depth, parts, headers and decoded text are bounded. Text without a mail's header is all body.
 * @throws {Error} when the source is empty.
 */
export async function parseMail(
  source: Buffer | Uint8Array,
  options: { readonly maxBytes?: number } = {},
): Promise<ParsedMail> {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const cut = source.subarray(0, maxBytes);
  const bytes = Buffer.from(cut.buffer, cut.byteOffset, cut.length);
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const text = withLineFeeds(bytes.toString('latin1', start));
  if (text.trim() === '') throw new Error('Could not read the mail: it is empty.');
  const block = readHeaders(text, leadingBlankLines(text), text.length);
  const isMail = block.headers.some((header) => KNOWN_HEADERS.has(header.name));
  const headers = isMail ? block.headers : [];
  const body = { start: isMail ? block.bodyStart : 0, end: text.length };
  const walked = walkParts(text, headers, body);
  return {
    messageId: readMessageIds(valueOf(headers, 'message-id'))[0],
    inReplyTo: readMessageIds(valueOf(headers, 'in-reply-to')),
    references: readMessageIds(valueOf(headers, 'references')),
    from: withAddress(addresses(headers, 'from')),
    sender: withAddress(addresses(headers, 'sender')),
    replyTo: addresses(headers, 'reply-to'),
    to: addresses(headers, 'to'),
    cc: addresses(headers, 'cc'),
    subject: decodeWords(valueOf(headers, 'subject') ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    date: readDate(valueOf(headers, 'date')),
    headers: decodedHeaders(headers),
    contentType: readParameters(valueOf(headers, 'content-type') ?? '').value || 'text/plain',
    text: walked.text,
    html: walked.html,
    parts: walked.parts,
    truncated: source.length > maxBytes,
  };
}

/** A header block is a mail's only when one of these is in it: a letter may begin with "Note: …". */
const KNOWN_HEADERS = new Set(
  (
    'from to cc subject date received message-id return-path mime-version content-type ' +
    'delivered-to x-original-to reply-to sender in-reply-to references x-failed-recipients ' +
    'content-transfer-encoding x-mailer envelope-to auto-submitted'
  ).split(' '),
);

/** Old Macintosh mail ends its lines with a bare carriage return. */
function withLineFeeds(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\r', '\n');
}

function leadingBlankLines(text: string): number {
  let position = 0;
  while (
    position < text.length &&
    (text.charCodeAt(position) === 0x0a || text.charCodeAt(position) === 0x0d)
  )
    position += 1;
  return position;
}

function addresses(headers: readonly RawHeader[], name: string): MailAddress[] {
  const value = valueOf(headers, name);
  return value === undefined ? [] : readAddresses(value);
}

/** A date without a zone is taken as UTC, never as this machine's. */
function readDate(value: string | undefined): Date | undefined {
  if (value === undefined) return undefined;
  const short = value
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .trim();
  if (!/\d{4}|\b\d\d? [A-Za-z]{3} \d\d\b/.test(short)) return undefined;
  const zoned = /(?:[+-]\d{4}|\b(?:GMT|UTC?|Z|[ECMP][SD]T))$/i.test(short)
    ? short
    : `${short} +0000`;
  const time = Date.parse(zoned);
  return Number.isFinite(time) ? new Date(time) : undefined;
}

function decodedHeaders(headers: readonly RawHeader[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const { name, value } of headers) {
    const decoded = decodeWords(value);
    const values = map.get(name);
    if (values === undefined) map.set(name, [decoded]);
    else values.push(decoded);
  }
  return map;
}
