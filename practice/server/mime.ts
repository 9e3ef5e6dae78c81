import type { StoredMail } from './store.ts';

/** A mail's structure as IMAP speaks of it (RFC 3501 6.4.5, 7.4.2). */
export type MimePart = {
  readonly head: Buffer;
  readonly body: Buffer;
  /** Lower-case name and unfolded raw value, in order. */
  readonly fields: readonly (readonly [string, string])[];
  readonly type: string;
  readonly subtype: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly parts: readonly MimePart[];
};

const parsed = new WeakMap<StoredMail, MimePart>();

/** Parsed once per mail, and forgotten with it. */
export function mimeOf(mail: StoredMail): MimePart {
  const known = parsed.get(mail);
  if (known) return known;
  const part = parseMime(mail.raw);
  parsed.set(mail, part);
  return part;
}

export function field(part: MimePart, name: string): string | undefined {
  return part.fields.find(([key]) => key === name)?.[1];
}

export function parseMime(raw: Buffer, depth = 0): MimePart {
  const { head, body } = split(raw);
  const fields = fieldsOf(head);
  const contentType = fields.find(([name]) => name === 'content-type')?.[1] ?? 'text/plain';
  const [, type = 'text', subtype = 'plain'] = /^\s*([\w.+-]+)\/([\w.+-]+)/.exec(contentType) ?? [];
  const parameters = parametersOf(contentType);
  const boundary = parameters.get('boundary');
  const parts =
    type.toLowerCase() === 'multipart' && boundary && depth < 20
      ? betweenBoundaries(body, boundary).map((each) => parseMime(each, depth + 1))
      : [];
  return { head, body, fields, type, subtype, parameters, parts };
}

function split(raw: Buffer): { readonly head: Buffer; readonly body: Buffer } {
  const end = raw.indexOf('\r\n\r\n');
  if (raw.subarray(0, 2).equals(Buffer.from('\r\n')))
    return { head: raw.subarray(0, 2), body: raw.subarray(2) };
  if (end < 0) return { head: raw, body: Buffer.alloc(0) };
  return { head: raw.subarray(0, end + 4), body: raw.subarray(end + 4) };
}

function fieldsOf(head: Buffer): readonly (readonly [string, string])[] {
  return fieldLines(head).map((line) => {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).replace(/\r?\n(?=[ \t])/g, '');
    return [line.slice(0, colon).trim().toLowerCase(), value.trim()] as const;
  });
}

/** The raw lines of each header field, folding kept, line end included. */
export function fieldLines(head: Buffer): readonly string[] {
  return head.toString('utf8').match(/^[^\s:][^:\r\n]*:[^\n]*\n?(?:[ \t][^\n]*\n?)*/gm) ?? [];
}

function parametersOf(contentType: string): ReadonlyMap<string, string> {
  const pairs = contentType.matchAll(/;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/g);
  return new Map(
    [...pairs].map(([, name = '', quoted, plain = '']) => [name.toLowerCase(), quoted ?? plain]),
  );
}

function betweenBoundaries(body: Buffer, boundary: string): readonly Buffer[] {
  const parts: Buffer[] = [];
  const mark = Buffer.from(`--${boundary}`);
  let start = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== 10) continue;
    if (start >= 0) parts.push(body.subarray(start, Math.max(start, at - 2)));
    const line = body.indexOf(10, at);
    if (line < 0 || body.subarray(at + mark.length, at + mark.length + 2).toString() === '--')
      break;
    start = line + 1;
  }
  return parts;
}

/** The bytes of `BODY[section]`; undefined when the mail has no such part. */
export function section(mail: StoredMail, name: string): Buffer | undefined {
  if (name === '') return mail.raw;
  const [, numbers = '', rest = ''] = /^((?:\d+(?:\.|$))*)(.*)$/.exec(name.trim()) ?? [];
  let part: MimePart | undefined = mimeOf(mail);
  for (const number of numbers.split('.').filter(Boolean))
    part = part?.parts.length ? part.parts[Number(number) - 1] : number === '1' ? part : undefined;
  if (!part) return undefined;
  const what = rest.toUpperCase();
  if (what === '') return part.body;
  if (what === 'HEADER' || what === 'MIME') return part.head;
  if (what === 'TEXT') return part.body;
  const [, not, list] = /^HEADER\.FIELDS(\.NOT)? \(([^)]*)\)$/.exec(what) ?? [];
  if (list === undefined) throw new Error(`${name} is not a section`);
  const wanted = new Set(list.replace(/"/g, '').split(/\s+/));
  const lines = fieldLines(part.head).filter(
    (line) => wanted.has(line.slice(0, line.indexOf(':')).trim().toUpperCase()) === !not,
  );
  return Buffer.from(`${lines.join('')}\r\n`);
}
