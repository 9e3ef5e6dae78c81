import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A mail's source, or why it could not be had. `file` is the path; in a mbox `path#number`. */
export type MailFile =
  | { readonly file: string; readonly source: Buffer }
  | { readonly file: string; readonly error: string };

/** What lies beyond is not read, one byte excepted that shows it. */
export const MOST_BYTES = 16 * 1024 * 1024;

/**
 * The mails below a path, one at a time: a file, a folder (walked in order of names), or a mbox.
 * @throws {Error} when the path itself cannot be read.
 */
export function* mailFiles(path: string): Generator<MailFile> {
  if (statSync(path).isDirectory()) yield* readFolder(path);
  else yield* readFile(path);
}

function* readFolder(folder: string): Generator<MailFile> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    try {
      // Links to folders are not followed: they can form a circle.
      if (entry.isDirectory()) yield* readFolder(path);
      else if (isMailName(entry.name) && statSync(path).isFile()) yield* readFile(path);
    } catch (error) {
      yield { file: path, error: sentence(error) };
    }
  }
}

/** In a walked folder everything may be a mail (Maildir names have no ending) but these. */
function isMailName(name: string): boolean {
  return !NO_MAIL.has(extname(name).toLowerCase());
}

const NO_MAIL = new Set(
  '.json .jsonl .md .csv .pdf .png .jpg .jpeg .gif .zip .gz .xz .js .ts .py .rb .pl .yml .yaml .xml .css'.split(
    ' ',
  ),
);

function* readFile(path: string): Generator<MailFile> {
  const ending = extname(path).toLowerCase();
  if (ending === '.mbox' || ending === '.mbx') yield* readMbox(path);
  else yield mailFile(path, () => headOfFile(path));
}

/** `read` gives the bytes of one mail, calendar or page; what it throws is the error. */
export function mailFile(file: string, read: () => Buffer): MailFile {
  try {
    return { file, source: asMail(read()) };
  } catch (error) {
    return { file, error: sentence(error) };
  }
}

/** A bare calendar or HTML file is the mail that would carry it. */
function asMail(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 4).equals(OLE)) {
    throw new Error(
      "Could not read the mail: it is in Outlook's own format. Save it as .eml and try again.",
    );
  }
  const start = bytes
    .toString('latin1', 0, 200)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toUpperCase();
  const type = start.startsWith('BEGIN:VCALENDAR')
    ? 'text/calendar'
    : BARE_HTML.test(start)
      ? 'text/html'
      : undefined;
  if (type === undefined) return bytes;
  return Buffer.concat([
    Buffer.from(`MIME-Version: 1.0\nContent-Type: ${type}; charset=utf-8\n\n`),
    bytes,
  ]);
}

const BARE_HTML =
  /^<(?:!DOCTYPE HTML|!--|HTML|HEAD|BODY|META|STYLE|DIV|P|SPAN|TABLE|BLOCKQUOTE|BR|FONT|CENTER)\b/;

/** The signature of compound files (MS-CFB section 2.2). */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

function headOfFile(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const size = Math.min(fstatSync(file).size, MOST_BYTES + 1);
    const bytes = Buffer.allocUnsafe(size);
    let length = 0;
    while (length < size) {
      const count = readSync(file, bytes, length, size - length, null);
      if (count === 0) break;
      length += count;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** A mail begins at a line `From ` after an empty line (RFC 4155); no more than one mail is in memory. */
function* readMbox(path: string): Generator<MailFile> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(1024 * 1024);
    let pending = Buffer.alloc(0);
    let number = 1;
    let skipping = false;
    for (;;) {
      const count = readSync(file, chunk, 0, chunk.length, null);
      pending = Buffer.concat([pending, chunk.subarray(0, count)]);
      for (let at = nextMail(pending); at >= 0; at = nextMail(pending)) {
        const bytes = pending.subarray(0, at);
        if (!skipping) yield mailFile(`${path}#${number++}`, () => bytes);
        skipping = false;
        pending = pending.subarray(at);
      }
      if (count === 0) break;
      if (pending.length > MOST_BYTES) {
        const bytes = pending;
        if (!skipping) yield mailFile(`${path}#${number++}`, () => bytes);
        skipping = true;
        pending = Buffer.from(pending.subarray(-1024));
      }
    }
    if (!skipping && pending.length > 0) yield mailFile(`${path}#${number}`, () => pending);
  } finally {
    closeSync(file);
  }
}

function nextMail(bytes: Buffer): number {
  const plain = bytes.indexOf('\n\nFrom ', 1, 'latin1');
  if (plain >= 0) return plain + 2;
  const windows = bytes.indexOf('\r\n\r\nFrom ', 1, 'latin1');
  return windows >= 0 ? windows + 4 : -1;
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
