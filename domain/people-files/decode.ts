import { TextDecoder } from 'node:util';
import { fieldOf } from './headers.ts';

export type Decoded = {
  readonly text: string;
  /** A label of the WHATWG encoding standard. */
  readonly encoding: string;
  /** Whether the encoding was taken from how the text looks, as nothing in the file tells it. */
  readonly guessed: boolean;
};

/** Text of a file whose encoding nobody declared: by its mark, as UTF-8, else as the older encoding that reads best. */
export function decode(bytes: Uint8Array): Decoded {
  const marked = markOf(bytes);
  if (marked !== undefined)
    return { text: decodeAs(bytes, marked), encoding: marked, guessed: false };
  const wide = zeroesOf(bytes);
  if (wide !== undefined) return { text: decodeAs(bytes, wide), encoding: wide, guessed: true };
  const text = asUtf8(bytes);
  if (text !== undefined) return { text, encoding: 'utf-8', guessed: false };
  const encoding = older(bytes);
  return { text: decodeAs(bytes, encoding), encoding, guessed: true };
}

/** Bytes in a declared encoding; one that nobody knows is guessed. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  const name = encoding.toLowerCase();
  // Node 20 reads 0x80 to 0x9F of this one as control characters, or not, depending on its release.
  if (/^(?:windows-1252|cp1252|iso-8859-1|latin1|us-ascii)$/.test(name))
    return asWindows1252(bytes);
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return name === 'utf-8' ? '' : decode(bytes).text;
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark has a zero in every second byte of its ASCII. */
function zeroesOf(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 4096);
  const zeroes = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeroes[index % 2]! += 1;
  });
  const [even = 0, odd = 0] = zeroes;
  if (odd > start.length / 6 && even < odd / 8) return 'utf-16le';
  if (even > start.length / 6 && odd < even / 8) return 'utf-16be';
  return undefined;
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const upper1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function asWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (char) => upper1252[char.charCodeAt(0) - 0x80]!);
}

const olderEncodings = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'shift_jis',
  'euc-kr',
  'gb18030',
  'big5',
  'euc-jp',
] as const;

function older(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 100_000);
  // Line ends of a lone CR were written by the old Mac OS alone.
  if (sample.includes(0x0d) && !sample.includes(0x0a)) return 'macintosh';
  const scores = olderEncodings.map(
    (encoding) =>
      [
        encoding,
        likelihood(decodeAs(sample, encoding), encoding) + frequentPairs(sample, encoding),
      ] as const,
  );
  return scores.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

const countries: Partial<Record<(typeof olderEncodings)[number], RegExp>> = {
  'windows-1250': /\.(?:pl|cz|sk|hu|hr|si|ro)\b/i,
  'windows-1251': /\.(?:ru|bg|ua|by|rs|mk)\b/i,
  shift_jis: /\.jp\b/i,
  'euc-jp': /\.jp\b/i,
  'euc-kr': /\.kr\b/i,
  gb18030: /\.cn\b/i,
  big5: /\.(?:tw|hk)\b/i,
};

/** How much a text looks like names and words: points for each byte that is not ASCII. */
function likelihood(text: string, encoding: (typeof olderEncodings)[number]): number {
  const bytesEach = encoding.startsWith('windows') ? 1 : 2;
  let points = 0;
  let bytes = 0;
  let before = ' ';
  for (const char of text) {
    if (char > '\x7f') {
      const each = char >= '\uff61' && char <= '\uff9f' ? 1 : bytesEach;
      bytes += each;
      points += each * pointsOf(char, before);
    } else if (/[a-z]/i.test(char) && /[\p{sc=Han}\p{sc=Hangul}\p{sc=Cyrillic}]/u.test(before)) {
      points -= 1.5;
    }
    before = char;
  }
  if (bytes === 0) return 0;
  const native = countries[encoding]?.test(text) ? 0.4 : 0;
  return points / bytes + native + knownHeaders(text);
}

/** Column names that are known in this reading and not plain ASCII say more than any count of letters. */
function knownHeaders(text: string): number {
  const cells = text.slice(0, 2000).split(/[\r\n,;\t|]/, 300);
  return cells.filter((cell) => /[^ -~]/.test(cell) && fieldOf(cell.replaceAll('"', ''))).length;
}

function pointsOf(char: string, before: string): number {
  if (char === '\ufffd' || /[\p{Cc}\p{Co}\p{Cn}]/u.test(char)) return -6;
  const afterLatin = /[a-z]/i.test(before);
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(char)) return char >= '\uff61' ? -0.5 : 1.5;
  if (/\p{sc=Hangul}/u.test(char)) return afterLatin ? -1 : 0.9;
  if (/\p{sc=Han}/u.test(char)) return afterLatin ? -1.5 : 0.8;
  if (/\p{sc=Cyrillic}/u.test(char)) {
    if (afterLatin) return -1.5;
    // Within a word capitals do not follow small letters.
    return /\p{Lu}/u.test(char) && /\p{Ll}/u.test(before) ? -2 : 0.9;
  }
  if (/\p{L}/u.test(char)) {
    const odd = /\p{Lu}/u.test(char) && /\p{Ll}/u.test(before);
    return odd ? -1 : afterLatin || !/\p{L}/u.test(before) ? 0.9 : -0.2;
  }
  return /\p{L}/u.test(before) && /[^’\u00a0”–—…»“、。・]/u.test(char) ? -1 : 0.3;
}

/** First bytes of the characters that a standard lists first, as the frequent ones. */
const frequentLeads: Partial<Record<(typeof olderEncodings)[number], readonly [number, number]>> = {
  shift_jis: [0x88, 0x97],
  'euc-kr': [0xb0, 0xc8],
  gb18030: [0xb0, 0xd7],
  big5: [0xa4, 0xc6],
  'euc-jp': [0xb0, 0xcf],
};

/** Up to half a point by the share of frequent characters, read as pairs of bytes. */
function frequentPairs(bytes: Uint8Array, encoding: (typeof olderEncodings)[number]): number {
  const [low, high] = frequentLeads[encoding] ?? [0, 0];
  let pairs = 0;
  let frequent = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte < 0x81) continue;
    pairs += 1;
    if (byte >= low && byte <= high) frequent += 1;
    at += 1;
  }
  return pairs === 0 || high === 0 ? 0 : (frequent / pairs) * 0.5;
}
