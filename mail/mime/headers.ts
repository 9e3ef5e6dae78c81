/** A header as it stands in the mail: unfolded, not decoded, one character a byte. */
export type RawHeader = { readonly name: string; readonly value: string };

export type HeaderBlock = {
  readonly headers: readonly RawHeader[];
  /** Where the body begins. */
  readonly bodyStart: number;
};

const MOST_HEADERS = 2000;
const LONGEST_VALUE = 256 * 1024;

/**
 * The header block of a mail or part between `start` and `end`, up to its first empty line.
 * Lines that are no header are skipped (damaged mail); a line that cannot belong to a header
 * block ends it when it is not the first.
 */
export function readHeaders(source: string, start: number, end: number): HeaderBlock {
  const headers: RawHeader[] = [];
  let name = '';
  let value: string[] = [];
  let size = 0;
  const flush = () => {
    if (name !== '' && headers.length < MOST_HEADERS) {
      headers.push({ name, value: value.join(' ').trim() });
    }
    name = '';
    value = [];
    size = 0;
  };
  let position = start;
  while (position < end) {
    let lineEnd = source.indexOf('\n', position);
    if (lineEnd < 0 || lineEnd > end) lineEnd = end;
    let textEnd = lineEnd;
    while (textEnd > position && source.charCodeAt(textEnd - 1) === 0x0d) textEnd -= 1;
    const next = Math.min(lineEnd + 1, end);
    if (textEnd === position) {
      flush();
      return { headers, bodyStart: next };
    }
    const first = source.charCodeAt(position);
    if ((first === 0x20 || first === 0x09) && name !== '') {
      if (size < LONGEST_VALUE) {
        const part = source.slice(position, textEnd).trim();
        value.push(part);
        size += part.length;
      }
    } else {
      const colon = headerColon(source, position, textEnd);
      if (colon > 0) {
        flush();
        name = source.slice(position, colon).trimEnd().toLowerCase();
        const part = source.slice(colon + 1, Math.min(textEnd, colon + 1 + LONGEST_VALUE)).trim();
        value = [part];
        size = part.length;
      } else if (!isMboxLine(source, position)) {
        flush();
        // A blank first line or a stray line of text: the body has begun without a separator.
        if (source.slice(position, textEnd).trim() === '') return { headers, bodyStart: next };
        if (headers.length > 0 || position === start) return { headers, bodyStart: position };
      }
    }
    position = next;
  }
  flush();
  return { headers, bodyStart: end };
}

/** Index of the colon after a field name (RFC 5322: printable ASCII without colon or blank), else -1. */
function headerColon(source: string, start: number, end: number): number {
  for (let i = start; i < end && i < start + 200; i += 1) {
    const code = source.charCodeAt(i);
    if (code === 0x3a) return i > start ? i : -1;
    if (code === 0x20 || code === 0x09) {
      let j = i;
      while (
        j < end &&
        j < i + 20 &&
        (source.charCodeAt(j) === 0x20 || source.charCodeAt(j) === 0x09)
      )
        j += 1;
      return source.charCodeAt(j) === 0x3a && j < end ? j : -1;
    }
    if (code < 0x21 || code > 0x7e) return -1;
  }
  return -1;
}

/** The separator line of a mbox file, also in its quoted form. */
function isMboxLine(source: string, position: number): boolean {
  return source.startsWith('From ', position) || source.startsWith('>From ', position);
}

/** A value such as `text/plain; charset="utf-8"; name*0*=utf-8''a%20b` with its parameters (RFC 2045, 2231). */
export type Parameterised = {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
};

export function readParameters(raw: string): Parameterised {
  const pieces = splitOutsideQuotes(stripComments(raw.slice(0, 16 * 1024)));
  const parameters = new Map<string, string>();
  const sections = new Map<string, string[]>();
  for (const piece of pieces.slice(1, 100)) {
    const equals = piece.indexOf('=');
    if (equals < 1) continue;
    const key = piece.slice(0, equals).trim().toLowerCase();
    const value = unquote(piece.slice(equals + 1).trim());
    const section = /^([^*]+)\*(\d{1,2})?(\*)?$/.exec(key);
    if (section?.[1] === undefined) {
      if (!parameters.has(key)) parameters.set(key, value);
      continue;
    }
    const list = sections.get(section[1]) ?? [];
    list[Number(section[2] ?? 0)] = key.endsWith('*') ? percentDecoded(value) : value;
    sections.set(section[1], list);
  }
  for (const [key, list] of sections) parameters.set(key, list.join(''));
  return { value: (pieces[0] ?? '').trim().toLowerCase(), parameters };
}

function percentDecoded(value: string): string {
  const bare = value.replace(/^[\w-]*'[\w-]*'/, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare; // not UTF-8: a file name's spelling decides nothing
  }
}

function unquote(value: string): string {
  if (!value.startsWith('"')) return value;
  const close = value.lastIndexOf('"');
  return value.slice(1, close > 0 ? close : undefined).replace(/\\(.)/g, '$1');
}

function splitOutsideQuotes(raw: string): string[] {
  const pieces: string[] = [];
  let quoted = false;
  let from = 0;
  for (let i = 0; i < raw.length; i += 1) {
    const code = raw.charCodeAt(i);
    if (code === 0x5c && quoted) i += 1;
    else if (code === 0x22) quoted = !quoted;
    else if (code === 0x3b && !quoted) {
      pieces.push(raw.slice(from, i));
      from = i + 1;
    }
  }
  pieces.push(raw.slice(from));
  return pieces;
}

function stripComments(raw: string): string {
  if (!raw.includes('(')) return raw;
  let out = '';
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < raw.length; i += 1) {
    const char = raw.charAt(i);
    if (char === '\\') {
      if (depth === 0) out += char + raw.charAt(i + 1);
      i += 1;
    } else if (char === '"' && depth === 0) {
      quoted = !quoted;
      out += char;
    } else if (char === '(' && !quoted) depth += 1;
    else if (char === ')' && !quoted && depth > 0) depth -= 1;
    else if (depth === 0) out += char;
  }
  return depth === 0 ? out : raw;
}
