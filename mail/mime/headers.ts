import { Headers } from '@zone-eu/mailsplit';
import libmime from 'libmime';
import { decodeBytes } from './charset.ts';

/** A header field as it stands in the mail: unfolded, its words not decoded, one character a byte. */
export type RawHeader = { readonly name: string; readonly value: string };

const MAX_HEADERS = 2000;
const MAX_VALUE = 64 * 1024;

/** The fields of a header block in order. Lines that are no field are left out. */
export function readHeaders(block: Buffer | Headers): RawHeader[] {
  const headers = block instanceof Headers ? block : new Headers(block);
  return headers
    .getList()
    .slice(0, MAX_HEADERS)
    .filter(({ key }) => /^[\x21-\x39\x3b-\x7e]{1,200}$/.test(key))
    .map(({ key, line }) => ({ name: key, value: unfolded(line.slice(line.indexOf(':') + 1)) }));
}

function unfolded(value: string): string {
  return value
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();
}

export function valueOf(headers: readonly RawHeader[], name: string): string | undefined {
  return headers.find((header) => header.name === name)?.value;
}

/**
 * A value with its encoded words (RFC 2047) and raw 8-bit characters decoded, on one line. Control
 * characters are dropped: nothing that reads a header has a use for them.
 */
export function decodeText(raw: string): string {
  return withoutControls(decodeWords(decodeRaw(raw.slice(0, MAX_VALUE))));
}

/** Whether nothing in it can be misread by a terminal, a header or a page. */
export function withoutControls(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(/\p{Cc}/gu, '');
}

/** Bytes outside ASCII are not allowed before RFC 6532, and common. */
export function decodeRaw(raw: string): string {
  return /[^ -~\t]/.test(raw) ? decodeBytes(Buffer.from(raw, 'latin1'), undefined) : raw;
}

/** Words that say UTF-8 and hold something else are taken for Windows-1252, as bodies are. */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  const decoded = libmime.decodeWords(text);
  return decoded.includes('\ufffd') ? libmime.decodeWords(relabelled(text)) : decoded;
}

export function relabelled(text: string): string {
  return text.replace(/=\?(?:utf-?8|us-ascii)\?/gi, '=?windows-1252?');
}

/** A date without a zone is taken as UTC, never as this machine's. */
export function readDate(value: string | undefined): Date | undefined {
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
