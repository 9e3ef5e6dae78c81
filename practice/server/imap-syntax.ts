import type { CommandPieces } from './imap-reader.ts';

export type Token = string | Buffer | readonly Token[] | QuotedText;
/** Kept apart from atoms: APPEND's date is the only argument that is quoted. */
export type QuotedText = { readonly quoted: string };

/** Splits a command into atoms, strings, literals and lists (RFC 3501 9). */
export function tokens(pieces: CommandPieces): readonly Token[] {
  const stack: Token[][] = [[]];
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      stack.at(-1)?.push(piece);
      continue;
    }
    for (const [found, quoted, atom] of piece.matchAll(/[()]|"((?:[^"\\]|\\.)*)"|([^\s()"]+)/g)) {
      if (found === '(') stack.push([]);
      else if (found === ')') {
        const list = stack.length > 1 ? stack.pop() : undefined;
        if (!list) throw new Error('a parenthesis is closed that was not opened');
        stack.at(-1)?.push(list);
      } else if (atom !== undefined) stack.at(-1)?.push(atom);
      else stack.at(-1)?.push({ quoted: (quoted ?? '').replace(/\\(.)/g, '$1') });
    }
  }
  if (stack.length > 1) throw new Error('a parenthesis is not closed');
  return stack[0] ?? [];
}

/** The text of an atom, a string or a literal; throws for a list or a missing argument. */
export function textOf(token: Token | undefined): string {
  if (typeof token === 'string') return token;
  if (Buffer.isBuffer(token)) return token.toString('utf8');
  if (token !== undefined && 'quoted' in token) return token.quoted;
  throw new Error('an argument is missing or is a list');
}

/** A list's texts; a single text counts as a list of one. */
export function textsOf(token: Token | undefined): readonly string[] {
  return Array.isArray(token) ? token.map((each: Token) => textOf(each)) : [textOf(token)];
}

/** An IMAP string: quoted where that is possible, else a literal of UTF-8 bytes; NIL if undefined. */
export function imapString(text: string | undefined): string {
  if (text === undefined) return 'NIL';
  if (/^[\x20-\x7e]*$/.test(text)) return `"${text.replace(/["\\]/g, '\\$&')}"`;
  return `{${Buffer.byteLength(text)}}\r\n${text}`;
}

/** Whether a number is in a sequence set such as `1:4,7,9:*` (RFC 3501 9, seq-range in any order). */
export function sequenceSet(set: string, largest: number): (n: number) => boolean {
  const ranges = set.split(',').map((range) => {
    const ends = range.split(':').map((end) => (end === '*' ? largest : Number(end)));
    if (ends.some((end) => !Number.isInteger(end))) throw new Error(`${range} is not a range`);
    return { low: Math.min(...ends), high: Math.max(...ends) };
  });
  return (n) => ranges.some(({ low, high }) => low <= n && n <= high);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `"02-Jan-2026 03:04:05 +0000"` */
export function internalDate(date: Date): string {
  const iso = date.toISOString();
  const month = MONTHS[date.getUTCMonth()] ?? '';
  return `"${iso.slice(8, 10)}-${month}-${iso.slice(0, 4)} ${iso.slice(11, 19)} +0000"`;
}

/** Reads a date of APPEND or SEARCH; throws when it is none. */
export function parseDate(text: string): Date {
  const [, day, month, year, time, zone] =
    /^\s?(\d{1,2})-(\w{3})-(\d{4})(?: (\d\d:\d\d:\d\d) ([+-]\d{4}))?$/.exec(text) ?? [];
  const number = MONTHS.findIndex((name) => name.toLowerCase() === month?.toLowerCase()) + 1;
  if (!day || !year || number === 0) throw new Error(`${text} is not a date`);
  const offset = zone ? `${zone.slice(0, 3)}:${zone.slice(3)}` : 'Z';
  const two = (n: string | number) => String(n).padStart(2, '0');
  return new Date(`${year}-${two(number)}-${two(day)}T${time ?? '00:00:00'}${offset}`);
}
