import { TextDecoder } from 'node:util';
import { decodeDos } from './charset-dos.ts';
import { decodeShifted } from './charset-iso-2022.ts';

/** Names that mails use and the WHATWG encoding standard does not know. */
const ALIASES: Readonly<Record<string, string>> = {
  'ansi_x3.4-1968': 'us-ascii',
  ascii: 'us-ascii',
  'us-ascii': 'us-ascii',
  '7bit': 'us-ascii',
  '8bit': 'us-ascii',
  'unknown-8bit': 'us-ascii',
  'x-unknown': 'us-ascii',
  default: 'us-ascii',
  'utf-8mb4': 'utf-8',
  cp65001: 'utf-8',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  cp936: 'gbk',
  ms936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-3': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  'gb-2312': 'gbk',
  'koi-8r': 'koi8-r',
  'iso8859-1': 'windows-1252',
};

const decoders = new Map<string, TextDecoder | undefined>();

/** Text of bytes in the named charset; an unknown or wrong name falls back to what the bytes look like. */
export function decodeBytes(bytes: Uint8Array, charset: string | undefined): string {
  const name = canonical(charset);
  if (name === undefined || name === 'us-ascii') return guess(bytes);
  if (name === 'utf-7' || name === 'unicode-1-1-utf-7') return decodeUtf7(bytes);
  if (name === 'utf-8') {
    // Much mail says UTF-8 and holds Latin-1: an undecodable text is guessed instead.
    return guess(bytes);
  }
  const forgotten = decodeShifted(bytes, name) ?? decodeDos(bytes, name);
  if (forgotten !== undefined) return forgotten;
  const decoder = decoderFor(name);
  return decoder === undefined ? guess(bytes) : decoder.decode(bytes);
}

function canonical(charset: string | undefined): string | undefined {
  if (charset === undefined) return undefined;
  const name = charset.trim().toLowerCase().split('*')[0]?.replaceAll('"', '') ?? '';
  if (name === '') return undefined;
  if (name === 'utf8') return 'utf-8';
  const known = Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined;
  if (known !== undefined) return known;
  const codePage = /^(?:cp|win|windows|ms|x-cp)[-_]?(125\d|874)$/.exec(name);
  return codePage?.[1] === undefined ? name : `windows-${codePage[1]}`;
}

function decoderFor(name: string): TextDecoder | undefined {
  if (decoders.has(name)) return decoders.get(name);
  let decoder: TextDecoder | undefined;
  try {
    decoder = new TextDecoder(name);
  } catch {
    decoder = undefined; // an unknown label is a RangeError, by the standard
  }
  if (decoders.size < 200) decoders.set(name, decoder);
  return decoder;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const looseUtf8 = new TextDecoder('utf-8');
const latin1 = new TextDecoder('windows-1252');
const iso2022jp = new TextDecoder('iso-2022-jp');

function guess(bytes: Uint8Array): string {
  const escape = bytes.indexOf(0x1b);
  if (escape >= 0 && bytes[escape + 1] === 0x24) return iso2022jp.decode(bytes);
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return mostlyUtf8(bytes) ? looseUtf8.decode(bytes) : latin1.decode(bytes);
  }
}

/** A cut or one damaged sequence does not make a text Latin-1: count which of the two explains more. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let followers = 0;
    while (followers < length && ((bytes[i + 1 + followers] ?? 0) & 0xc0) === 0x80) followers += 1;
    if (length > 0 && followers === length) good += 1;
    else bad += 1;
    i += followers;
  }
  return good > bad;
}

/** RFC 2152: `+` opens base64 of UTF-16BE, `-` closes it, `+-` is a plus. */
function decodeUtf7(bytes: Uint8Array): string {
  const source = latin1.decode(bytes);
  return source.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, shifted: string) => {
    if (shifted === '') return '+';
    const raw = Buffer.from(shifted, 'base64');
    const even = raw.subarray(0, raw.length - (raw.length % 2));
    return Buffer.from(even).swap16().toString('utf16le');
  });
}
