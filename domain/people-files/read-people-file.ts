import { openArchive } from './archive.ts';
import { readCards } from './cards.ts';
import { decode } from './decode.ts';
import { readOwnExport } from './own-export.ts';
import { readPasted } from './pasted.ts';
import type { FileFormat, FileProblem, PeopleFile } from './person.ts';
import { readTable } from './table.ts';

export const largestFile = 20 * 1024 * 1024;

/**
 * The people of a file, whatever it is: a table of any program, vCards, LinkedIn's archive, pasted lines.
 * What it is is told by its content. Never throws: what cannot be read is among the problems.
 */
export function readPeopleFile(bytes: Uint8Array): PeopleFile {
  if (bytes.length > largestFile)
    return unread('unknown', 'larger than 20 MB: remove what is not needed, or split it');
  const foreign = foreignFormat(bytes);
  if (foreign !== undefined) return unread(foreign.format, foreign.why);
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006'))
    return readZip(bytes);
  const { text, encoding, guessed } = decode(bytes);
  if (/^\s{0,1000}begin\s*:\s*vcard/im.test(text.slice(0, 100_000))) {
    const wide = encoding.startsWith('utf-16');
    const cards = readCards(wide ? Buffer.from(text, 'utf8') : withoutMark(bytes));
    return {
      format: 'vcard',
      encoding,
      delimiter: null,
      headerLine: null,
      ...cards,
      problems: bounded(cards.problems),
    };
  }
  if (/^\s{0,1000}(?:<!doctype\s+html|<html|<table|<\?xml|<head|<meta)/i.test(text.slice(0, 2000)))
    return unread(
      'unknown',
      'a web page or XML, not a table: open it in a spreadsheet and save it as CSV (UTF-8)',
    );
  const own = readOwnExport(text);
  if (own !== undefined)
    return { format: 'json', encoding, delimiter: null, headerLine: null, ...own };
  const table = readTable(text);
  const found =
    table !== undefined
      ? table
      : { format: 'pasted' as const, delimiter: null, headerLine: null, ...readPasted(text) };
  const problems = [...found.problems];
  if (found.people.length === 0 && text.trim() === '')
    problems.unshift({ row: null, why: 'the file is empty' });
  if (guessed && found.people.length > 0)
    problems.unshift({ row: null, why: guessedEncoding(encoding) });
  const format = text.trim() === '' ? 'unknown' : found.format;
  return { ...found, format, encoding, problems: bounded(problems) };
}

/** A file of rubbish has no more complaints than somebody can read. */
function bounded(problems: readonly FileProblem[]): readonly FileProblem[] {
  const most = 2000;
  if (problems.length <= most) return problems;
  const why = `${problems.length - most} more rows have problems; only the first are listed`;
  return [...problems.slice(0, most), { row: null, why }];
}

function guessedEncoding(encoding: string): string {
  return `the file does not say how its letters are encoded; read as ${encoding}. If names look wrong, save it as CSV (UTF-8)`;
}

function readZip(bytes: Uint8Array): PeopleFile {
  const archive = openArchive(bytes);
  const names = archive?.names ?? [];
  if (archive === undefined || names.length === 0)
    return unread('unknown', 'a damaged ZIP file: download it again');
  if (names.includes('xl/workbook.xml') || names.includes('xl/workbook.bin'))
    return unread('xlsx', 'an Excel workbook, not a text file: save it as CSV (UTF-8)');
  if (names.includes('content.xml'))
    return unread('unknown', 'an OpenDocument file, not a text file: save it as CSV (UTF-8)');
  const connections = names.find((name) => /(?:^|\/)connections\.csv$/i.test(name));
  const others = names.filter(
    (name) => /\.(?:csv|vcf)$/i.test(name) && !name.startsWith('__MACOSX/'),
  );
  const wanted = connections ?? (others.length === 1 ? others[0] : undefined);
  if (wanted === undefined)
    return unread(
      'unknown',
      'a ZIP file without Connections.csv: unpack it and give one file of it',
    );
  try {
    const content = archive.read(wanted, largestFile);
    if (startsWith(content, 'PK'))
      return unread('unknown', `a ZIP file within a ZIP file (${wanted})`);
    const inner = readPeopleFile(content);
    const left = others.filter((name) => name !== wanted).map((name) => name.slice(0, 60));
    const note = {
      row: null,
      why: `only ${wanted} was read; left unread: ${left.slice(0, 12).join(', ')}`,
    };
    return {
      ...inner,
      format: connections === undefined ? inner.format : 'linkedin-archive',
      problems: left.length > 0 ? [note, ...inner.problems] : inner.problems,
    };
  } catch (error) {
    const why =
      error instanceof RangeError
        ? 'it is larger than 20 MB when unpacked'
        : error instanceof Error
          ? error.message
          : '';
    return unread('unknown', `${wanted} could not be unpacked: ${why}`);
  }
}

function foreignFormat(
  bytes: Uint8Array,
): { readonly format: FileFormat; readonly why: string } | undefined {
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0'))
    return {
      format: 'xlsx',
      why: 'an old Excel workbook, not a text file: save it as CSV (UTF-8)',
    };
  if (startsWith(bytes, '%PDF'))
    return { format: 'unknown', why: 'a PDF, not a table: export the people as CSV or vCard' };
  if (startsWith(bytes, '\u001f\u008b'))
    return { format: 'unknown', why: 'a packed file (gzip): unpack it first' };
  if (startsWith(bytes, '\u0089PNG') || startsWith(bytes, '\u00ff\u00d8\u00ff'))
    return { format: 'unknown', why: 'a picture, not a table' };
  return undefined;
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start;
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return startsWith(bytes, '\u00ef\u00bb\u00bf') ? bytes.subarray(3) : bytes;
}

function unread(format: FileFormat, why: string): PeopleFile {
  return {
    format,
    encoding: null,
    delimiter: null,
    headerLine: null,
    people: [],
    problems: [{ row: null, why }],
  };
}
