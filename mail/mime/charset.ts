import { TextDecoder } from 'node:util';
import { decode } from 'libmime/lib/charset.js';
import { decodeShifted } from './charset-shifted.ts';

/** Text of bytes in the named charset; an unknown or wrong name falls back to what the bytes look like. */
export function decodeBytes(bytes: Uint8Array, charset: string | undefined): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (charset ?? '').trim().toLowerCase().split('*')[0] ?? '';
  if (GUESSED.test(name)) return guess(buffer);
  return decodeShifted(buffer, name) ?? decodeNamed(buffer, name);
}

/** Names behind which anything may stand: much mail says UTF-8 or ASCII and holds Latin-1. */
const GUESSED =
  /^(?:|us-?ascii|ascii|utf-?8(?:mb4)?|cp65001|ansi_x3\.4-1968|[78]bit|unknown-8bit|x-unknown|default)$/;

/** libmime reads a charset that it does not know as UTF-8. */
function decodeNamed(bytes: Buffer, name: string): string {
  const text = decode(bytes, name);
  return text === bytes.toString('utf8') ? guess(bytes) : text;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function guess(bytes: Buffer): string {
  const escape = bytes.indexOf(0x1b);
  if (escape >= 0 && bytes[escape + 1] === 0x24) return decode(bytes, 'iso-2022-jp');
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return mostlyUtf8(bytes) ? bytes.toString('utf8') : decode(bytes, 'windows-1252');
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
