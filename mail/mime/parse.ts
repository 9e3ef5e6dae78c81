import type { MailAddress, ParsedMail } from '../../domain/message.ts';
import { readAddresses, withAddress } from './address.ts';
import { readBody } from './body.ts';
import { decodeText, type RawHeader, readDate, readHeaders, valueOf } from './headers.ts';
import { readMessageIds } from './message-ids.ts';
import { readSource } from './source.ts';
import { splitMail } from './split.ts';

const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Reads a mail of any size or damage: what lies beyond `maxBytes` (16 MiB) is not looked at, and
 * parts, headers and decoded text are bounded. Text without a mail's header is all body.
 * @throws {Error} when the source is empty.
 */
export async function parseMail(
  source: Uint8Array,
  options: { readonly maxBytes?: number } = {},
): Promise<ParsedMail> {
  const { head, body, truncated } = readSource(source, options.maxBytes ?? MAX_BYTES);
  const root = await splitMail(head, body);
  const headers = root?.node.headers ? readHeaders(root.node.headers) : [];
  return {
    messageId: readMessageIds(valueOf(headers, 'message-id'))[0],
    inReplyTo: readMessageIds(valueOf(headers, 'in-reply-to')),
    references: readMessageIds(valueOf(headers, 'references')),
    from: withAddress(addresses(headers, 'from')),
    sender: withAddress(addresses(headers, 'sender')),
    replyTo: addresses(headers, 'reply-to'),
    to: addresses(headers, 'to'),
    cc: addresses(headers, 'cc'),
    subject: decodeText(valueOf(headers, 'subject') ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    date: readDate(valueOf(headers, 'date')),
    headers: decodedHeaders(headers),
    contentType: root?.node.contentType || 'text/plain',
    ...(root ? await readBody(root) : { parts: [], text: '', html: undefined }),
    truncated,
  };
}

function addresses(headers: readonly RawHeader[], name: string): MailAddress[] {
  const value = valueOf(headers, name);
  return value === undefined ? [] : readAddresses(value);
}

function decodedHeaders(headers: readonly RawHeader[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const { name, value } of headers) {
    const decoded = decodeText(value);
    const values = map.get(name);
    if (values === undefined) map.set(name, [decoded]);
    else values.push(decoded);
  }
  return map;
}
