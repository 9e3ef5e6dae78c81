import type { MailAddress } from '../../domain/message.ts';
import { decodeWords } from './encoded-words.ts';

const MOST_ADDRESSES = 500;
const LONGEST = 64 * 1024;

/** Addresses of a header value (RFC 5322 section 3.4: groups are flattened, comments can be names). */
export function readAddresses(raw: string): MailAddress[] {
  const found: MailAddress[] = [];
  let phrase = '';
  let comment = '';
  let angle: string | undefined;
  const flush = () => {
    const address = cleanAddress(angle ?? (phrase.includes('@') ? phrase : ''));
    const spoken = angle === undefined ? comment : phrase.trim() || comment;
    const name = decodeWords(spoken).replace(/\s+/g, ' ').trim();
    if (address !== '' || name !== '') {
      found.push({ name: name === '' ? undefined : name, address });
    } else if (phrase.trim() !== '' && angle === undefined) {
      // `From: MAILER-DAEMON` names a machine without a domain.
      found.push({ name: undefined, address: decodeWords(phrase.trim()) });
    }
    phrase = '';
    comment = '';
    angle = undefined;
  };
  const source = raw.slice(0, LONGEST);
  for (let i = 0; i < source.length && found.length < MOST_ADDRESSES; i += 1) {
    const char = source.charAt(i);
    if (char === '"') {
      const close = closing(source, i, '"');
      phrase += source.slice(i + 1, close).replace(/\\(.)/g, '$1');
      i = close;
    } else if (char === '(') {
      const close = closing(source, i, ')');
      comment = source.slice(i + 1, close).replace(/\\(.)/g, '$1');
      i = close;
    } else if (char === '<') {
      const close = source.indexOf('>', i);
      angle = source.slice(i + 1, close < 0 ? undefined : close);
      i = close < 0 ? source.length : close;
    } else if (char === ',' || char === ';') flush();
    else if (char === ':' && angle === undefined && !phrase.includes('@')) phrase = '';
    else phrase += char;
  }
  flush();
  return found;
}

/** The first entry that has an address: an unquoted comma (`Ana Silva, PhD <ana@…>`) makes two of one. */
export function withAddress(entries: readonly MailAddress[]): MailAddress | undefined {
  return entries.find(({ address }) => address.includes('@')) ?? entries[0];
}

/** The machine's form: no route, no blanks, no `mailto:`. Addresses of RFC 6531 are in UTF-8. */
function cleanAddress(raw: string): string {
  const bare = utf8(raw)
    .replace(/\s+/g, '')
    .replace(/^mailto:/i, '');
  const route = bare.startsWith('@') ? bare.indexOf(':') : -1;
  return (route > 0 ? bare.slice(route + 1) : bare).replace(/^['"]+|['"]+$/g, '');
}

/** Headers are read one character a byte; bytes that are not UTF-8 stay as they are. */
function utf8(raw: string): string {
  if (!/[\x80-\xff]/.test(raw) || /[^\0-\xff]/.test(raw)) return raw;
  const decoded = Buffer.from(raw, 'latin1').toString('utf8');
  return decoded.includes('\ufffd') ? raw : decoded;
}

/** Index of the closing character; the end of the text when it is missing. */
function closing(source: string, open: number, close: string): number {
  let depth = 1;
  for (let i = open + 1; i < source.length; i += 1) {
    const char = source.charAt(i);
    if (char === '\\') i += 1;
    else if (char === close) {
      depth -= 1;
      if (depth === 0) return i;
    } else if (char === '(' && close === ')') depth += 1;
  }
  return source.length;
}
