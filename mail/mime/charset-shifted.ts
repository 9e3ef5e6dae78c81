import { TextDecoder } from 'node:util';

/** Text in one of the charsets that switch between two sets, and that libmime does not decode. */
export function decodeShifted(bytes: Uint8Array, name: string): string | undefined {
  switch (name) {
    case 'iso-2022-kr':
    case 'csiso2022kr':
      return decodeIso2022Kr(bytes);
    case 'hz-gb-2312':
    case 'hz':
      return decodeHz(bytes);
    case 'utf-7':
    case 'utf7':
    case 'unicode-1-1-utf-7':
      return decodeUtf7(bytes);
  }
  return undefined;
}

/** RFC 1557: after SO the bytes are KS C 5601 without their high bits, until SI or the line ends. */
function decodeIso2022Kr(bytes: Uint8Array): string {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  let korean = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === 0x1b && bytes[i + 1] === 0x24 && bytes[i + 2] === 0x29) i += 3;
    else if (byte === 0x0e) korean = true;
    else if (byte === 0x0f) korean = false;
    else {
      if (byte === 0x0a) korean = false;
      plain[length] = korean && byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte;
      length += 1;
    }
  }
  return new TextDecoder('euc-kr').decode(plain.subarray(0, length));
}

/** RFC 1843: `~{` begins GB 2312 without its high bits, `~}` or the line's end closes it, `~~` is a tilde. */
function decodeHz(bytes: Uint8Array): string {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  let chinese = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    const next = bytes[i + 1];
    if (byte === 0x7e && (next === 0x7b || next === 0x7d)) {
      chinese = next === 0x7b;
      i += 1;
      continue;
    }
    if (byte === 0x0a) chinese = false;
    plain[length] = chinese && byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte;
    length += 1;
    if (byte === 0x7e && next === 0x7e && !chinese) i += 1;
  }
  return new TextDecoder('gbk').decode(plain.subarray(0, length));
}

/** RFC 2152: `+` opens base64 of UTF-16BE, `-` closes it, `+-` is a plus. */
function decodeUtf7(bytes: Uint8Array): string {
  const source = Buffer.from(bytes).toString('latin1');
  return source.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, shifted: string) => {
    if (shifted === '') return '+';
    const raw = Buffer.from(shifted, 'base64');
    const even = raw.subarray(0, raw.length - (raw.length % 2));
    return Buffer.from(even).swap16().toString('utf16le');
  });
}
