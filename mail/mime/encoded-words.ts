import { decodeBytes } from './charset.ts';
import { decodeQuotedPrintable } from './transfer-encoding.ts';

const ENCODED_WORD = /=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,2000})\?=/g;
const MOST_DECODED = 64 * 1024;

/**
 * Header text with its encoded words (RFC 2047) decoded. Raw 8-bit text is decoded as well.
 * Neighbouring words of one charset are joined first: senders cut characters in the middle.
 */
export function decodeWords(raw: string): string {
  const source = raw.length > MOST_DECODED ? raw.slice(0, MOST_DECODED) : raw;
  if (!source.includes('=?')) return decodeRaw(source);
  let out = '';
  let end = 0;
  let pending: { charset: string; bytes: Buffer[] } | undefined;
  const flush = () => {
    if (pending !== undefined) out += decodeBytes(Buffer.concat(pending.bytes), pending.charset);
    pending = undefined;
  };
  for (const match of source.matchAll(ENCODED_WORD)) {
    const between = source.slice(end, match.index);
    if (pending === undefined || between.trim() !== '') {
      flush();
      out += decodeRaw(between);
    }
    const charset = (match[1] ?? '').toLowerCase();
    const bytes = wordBytes(match[2] ?? '', match[3] ?? '');
    if (pending !== undefined && pending.charset === charset) pending.bytes.push(bytes);
    else {
      flush();
      pending = { charset, bytes: [bytes] };
    }
    end = match.index + match[0].length;
  }
  flush();
  return out + decodeRaw(source.slice(end));
}

function wordBytes(encoding: string, data: string): Buffer {
  return encoding === 'b' || encoding === 'B'
    ? Buffer.from(data, 'base64')
    : decodeQuotedPrintable(data.replaceAll('_', ' '));
}

/** Header bytes outside ASCII are not allowed before RFC 6532, and common. */
function decodeRaw(raw: string): string {
  for (let i = 0; i < raw.length; i += 1) {
    const code = raw.charCodeAt(i);
    if (code > 0x7e || code === 0x1b) return decodeBytes(Buffer.from(raw, 'latin1'), undefined);
  }
  return raw;
}
