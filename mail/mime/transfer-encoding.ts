/** Bytes of a body (one character a byte) after its Content-Transfer-Encoding; unknown encodings pass. */
export function decodeTransfer(body: string, encoding: string): Buffer {
  switch (encoding) {
    case 'base64':
      return decodeBase64(body);
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    default:
      return Buffer.from(body, 'latin1');
  }
}

/** Node stops at the first padding; mailing lists append a plain footer, and gateways join padded blocks. */
function decodeBase64(body: string): Buffer {
  const padding = body.indexOf('=');
  if (padding < 0 || padding > body.length - 6) return Buffer.from(body, 'base64');
  const blocks: Buffer[] = [];
  for (const block of body.split(/={1,2}/, 10_000)) {
    if (!/^[A-Za-z0-9+/\s]*$/.test(block)) break;
    blocks.push(Buffer.from(block, 'base64'));
  }
  return Buffer.concat(blocks);
}

/** RFC 2045 section 6.7, lenient: an `=` that opens nothing stays as it is. */
export function decodeQuotedPrintable(body: string): Buffer {
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let i = 0; i < body.length; i += 1) {
    const code = body.charCodeAt(i);
    if (code !== 0x3d) {
      out[length++] = code;
      continue;
    }
    const high = hex(body.charCodeAt(i + 1));
    const low = hex(body.charCodeAt(i + 2));
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      i += 2;
      continue;
    }
    const end = softBreakEnd(body, i + 1);
    if (end > 0) i = end;
    else out[length++] = code;
  }
  return out.subarray(0, length);
}

/** Index of the line feed that ends a soft line break, blanks before it included; 0 when there is none. */
function softBreakEnd(body: string, from: number): number {
  for (let i = from; i < body.length && i < from + 80; i += 1) {
    const code = body.charCodeAt(i);
    if (code === 0x0a) return i;
    if (code !== 0x20 && code !== 0x09 && code !== 0x0d) return 0;
  }
  return 0;
}

function hex(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x41 && code <= 0x46) return code - 0x37;
  if (code >= 0x61 && code <= 0x66) return code - 0x57;
  return -1;
}
