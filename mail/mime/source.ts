/** A mail ready to be split: its own header, if it has one, apart from the rest. */
export type Source = {
  /** Header lines that end with line feeds, bounded; empty when the source is a text without a header. */
  readonly head: Buffer;
  readonly body: Buffer;
  /** True when the source was longer than `maxBytes`. */
  readonly truncated: boolean;
};

const MAX_HEADERS = 2000;
const MAX_HEAD_BYTES = 256 * 1024;

/**
 * Mends what a library cannot know of: a byte order mark, old line ends, blank lines or a mbox
 * separator before the header, no blank line behind it.
 * @throws {Error} when there is nothing but blanks.
 */
export function readSource(source: Uint8Array, maxBytes: number): Source {
  const cut = source.subarray(0, maxBytes);
  const bytes = withLineFeeds(Buffer.from(cut.buffer, cut.byteOffset, cut.length));
  const start = startOf(bytes);
  if (start === bytes.length) throw new Error('Could not read the mail: it is empty.');
  return { ...splitHead(bytes, start), truncated: source.length > maxBytes };
}

/** Any number of carriage returns before a line feed go; old Macintosh mail has nothing else (then they are the ends). */
function withLineFeeds(bytes: Buffer): Buffer {
  if (!bytes.includes(0x0d)) return bytes;
  const old = !bytes.includes(0x0a);
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let returns = 0;
  for (const byte of bytes) {
    if (byte === 0x0d && old) out[length++] = 0x0a;
    else if (byte === 0x0d) returns += 1;
    else {
      if (byte !== 0x0a) for (; returns > 0; returns -= 1) out[length++] = 0x0d;
      returns = 0;
      out[length++] = byte;
    }
  }
  return out.subarray(0, length);
}

/** Where the first line begins that is not empty; the length when all is blank. */
function startOf(bytes: Buffer): number {
  const first = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const word = bytes.findIndex((byte, at) => at >= first && byte > 0x20);
  if (word < 0) return bytes.length;
  return Math.max(first, bytes.lastIndexOf(0x0a, word) + 1);
}

function splitHead(bytes: Buffer, start: number): { readonly head: Buffer; readonly body: Buffer } {
  const lines: Buffer[] = [];
  let size = 0;
  let known = false;
  let position = start;
  while (position < bytes.length) {
    const next = bytes.indexOf(0x0a, position) + 1 || bytes.length;
    const begin = bytes.toString('latin1', position, Math.min(next, position + 240));
    const name = FIELD.exec(begin)?.[1];
    const folded = lines.length > 0 && /^[ \t]/.test(begin);
    if (name === undefined && !folded && !MBOX.test(begin)) {
      // The blank line, or a line of the text where somebody lost it.
      if (begin.trim() === '') position = next;
      break;
    }
    known ||= name !== undefined && KNOWN_HEADERS.has(name.toLowerCase());
    if (!MBOX.test(begin) && size < MAX_HEAD_BYTES && lines.length < MAX_HEADERS) {
      lines.push(bytes.subarray(position, Math.min(next, position + MAX_HEAD_BYTES - size)));
      size += next - position;
    }
    position = next;
  }
  if (!known) return { head: Buffer.alloc(0), body: bytes.subarray(start) };
  return { head: Buffer.concat(lines), body: bytes.subarray(position) };
}

/** RFC 5322 section 2.2, and the blanks before the colon that it forbids. */
const FIELD = /^([\x21-\x39\x3b-\x7e]{1,200})[ \t]{0,20}:/;

/** The separator line of a mbox file, also in its quoted form. */
const MBOX = /^>?From /;

/** A header block is a mail's only when one of these is in it: a letter may begin with "Note: …". */
const KNOWN_HEADERS = new Set(
  (
    'from to cc subject date received message-id return-path mime-version content-type ' +
    'delivered-to x-original-to reply-to sender in-reply-to references x-failed-recipients ' +
    'content-transfer-encoding x-mailer envelope-to auto-submitted'
  ).split(' '),
);
