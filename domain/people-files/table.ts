import { readAddresses } from './addresses.ts';
import { fieldOf, type Field } from './headers.ts';
import {
  nobody,
  researchFields,
  type FileFormat,
  type FilePerson,
  type FileProblem,
  type Research,
} from './person.ts';
import { cleanName, joinName } from './person-name.ts';
import { delimiterOf, delimiters, readRows, type Row } from './rows.ts';

export type Table = {
  readonly format: FileFormat;
  readonly delimiter: string;
  readonly headerLine: number;
  readonly people: readonly FilePerson[];
  readonly problems: readonly FileProblem[];
};

export const mostPeople = 20_000;
const mostColumns = 200;
const longestCell = 20_000;
const mostAddresses = 20;

/** The people of a table with column names somewhere in its first rows; undefined when no row has such names. */
export function readTable(text: string): Table | undefined {
  const told = /^sep=([^\r\n])\r?\n?/i.exec(text);
  // An empty line keeps the number of the lines after it.
  const body = told ? `\n${text.slice(told[0].length)}` : text;
  const delimiter = told?.[1] ?? bestDelimiter(body);
  const { rows, openQuote, cut } = readRows(body, delimiter, mostPeople + 15);
  const { at } = headerOf(rows);
  const header = rows[at];
  if (header === undefined) return undefined;
  const columns = columnsOf(header.cells);
  const format = formatOf(header.cells);
  const people: FilePerson[] = [];
  const problems: FileProblem[] = [];
  for (const row of rows.slice(at + 1)) {
    const { person, faults } = personOf(row, columns, format);
    if (row.cells.slice(header.cells.length).some((cell) => cell.trim() !== ''))
      faults.push(`${row.cells.length - header.cells.length} cells more than columns, left out`);
    if (person !== undefined) people.push(person);
    for (const why of faults) problems.push({ row: row.line, why });
  }
  if (openQuote !== null)
    problems.push({
      row: openQuote,
      why: 'a quotation mark that is never closed: everything after it may be missing. Close it and import again',
    });
  if (cut)
    problems.push({
      row: null,
      why: `only the first ${mostPeople} rows were read; split the file`,
    });
  return { format, delimiter, headerLine: header.line, people, problems };
}

/** The delimiter that shows most known column names; where several do, the one that fits the rows best. */
function bestDelimiter(text: string): string {
  const start = text.slice(0, 20_000);
  const fitting = delimiterOf(text);
  const counted = [fitting, ...delimiters].map((delimiter) => ({
    delimiter,
    known: headerOf(readRows(start, delimiter, 15).rows).known,
  }));
  return counted.reduce((best, next) => (next.known > best.known ? next : best)).delimiter;
}

type Columns = readonly (Field | undefined)[];

/** Of the first fifteen rows the one with most known names; a lone name must be that of an address. */
function headerOf(rows: readonly Row[]): { readonly at: number; readonly known: number } {
  let [best, most] = [-1, 0];
  for (const [index, { cells }] of rows.slice(0, 15).entries()) {
    if (cells.some((cell) => cell.includes('@'))) continue;
    const known = cells
      .slice(0, mostColumns)
      .map(fieldOf)
      .filter((field) => field !== undefined);
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    const enough = new Set(known).size > 1 || (known[0] === 'email' && filled === 1);
    if (enough && new Set(known).size > most) [best, most] = [index, new Set(known).size];
  }
  return { at: best, known: most };
}

function columnsOf(header: readonly string[]): Columns {
  const fields = header.slice(0, mostColumns).map(fieldOf);
  const has = (field: Field) => fields.includes(field);
  // German Outlook calls the family name "Nachname", some sheets "Name"; beside a surname "Name" is the given one.
  const loneName = has('given') && !has('family') && has('name');
  const givenName = has('family') && !has('given') && has('name');
  const loneGiven = has('given') && !has('family') && !has('name');
  const loneFamily = has('family') && !has('given') && !has('name');
  return fields.map((field) => {
    if (field === 'name' && loneName) return 'family';
    if (field === 'given' && loneGiven) return 'name';
    if (field === 'family' && loneFamily) return 'name';
    return field === 'name' && givenName ? 'given' : field;
  });
}

function formatOf(header: readonly string[]): FileFormat {
  const names = new Set(
    header.map((cell) =>
      cell
        .replace(/^\ufeff/, '')
        .trim()
        .toLowerCase(),
    ),
  );
  const has = (...wanted: readonly string[]) => wanted.every((name) => names.has(name));
  if (has('connected on', 'first name') || has('connected on', 'email address'))
    return 'linkedin-connections';
  if (has('e-mail 1 - value')) return 'google-csv';
  const outlook = [...names].some((name) =>
    /^(?:e-?mail[- ]?(?:type|typ)|type de messagerie|tipo de correo( electrónico)?|tipo (?:de )?e-?mail|type e-mail)$/.test(
      name,
    ),
  );
  const localised =
    has('prénom', 'adresse de messagerie') || has('vorname', 'e-mail-adresse', 'nachname');
  return outlook || localised || has('e-mail address', 'job title', 'first name')
    ? 'outlook-csv'
    : 'csv';
}

function personOf(
  { line, cells }: Row,
  columns: Columns,
  format: FileFormat,
): { readonly person: FilePerson | undefined; readonly faults: string[] } {
  const faults: string[] = [];
  const all = (field: Field) =>
    columns.flatMap((column, index) => {
      const value = column === field ? cellText(cells[index] ?? '') : '';
      return value === '' ? [] : [value];
    });
  // Rapport's own export is taken as it stands.
  const own = columns.includes('own');
  const one = (field: Field) => all(field).map(own ? asIs : withoutLink)[0] ?? '';

  const { emails, problems } = emailsOf(cells, columns);
  faults.push(...problems);
  const name =
    (own ? line1(one('name')) : cleanName(one('name'))) ??
    joinName([one('given'), one('middle')], one('family')) ??
    cleanName(one('display').includes('@') ? '' : one('display'));
  const company = line1(one('company'));
  const profile = all('profile').find((url) => /linkedin/i.test(url)) ?? all('profile')[0] ?? null;
  const phones = all('phone').flatMap(several);
  const person: FilePerson = {
    ...nobody,
    row: line,
    name,
    emails,
    company,
    role: line1(one('role')) ?? titleOf(all('title'), columns),
    foundThrough: format === 'linkedin-connections' ? 'LinkedIn' : line1(one('foundThrough')),
    topics: all('topics').flatMap(labelsOf),
    research: researchOf(one),
    notes: all('notes').join('\n') || null,
    labels: all('labels').flatMap(labelsOf),
    phones,
    profile: profile && line1(profile),
    language: line1(one('language')),
    timeZone: line1(one('timeZone')),
    status: line1(one('status')),
  };
  if (emails.length > 0) return { person, faults };
  if (name === null && profile === null) {
    if (company === null || faults.length === 0)
      return {
        person: undefined,
        faults: [...faults, 'nobody: no name, no address and no profile'],
      };
  }
  const alone = company === null && profile === null && phones.length === 0;
  if (
    alone &&
    /\d|^(?:sum|total|summe|gesamt|count|anzahl|suma|somme|totale|итого|合計)/i.test(name ?? '')
  )
    return {
      person: undefined,
      faults: [...faults, 'no address and no company: a sum or a remark?'],
    };
  return { person, faults };
}

/** Of "Title" the role, unless it says how somebody is addressed; some programs give both columns this name. */
function titleOf(titles: readonly string[], columns: Columns): string | null {
  if (columns.includes('role')) return null;
  return line1(titles.find((title) => !honorific.test(title)) ?? '');
}

const honorific =
  /^(?:mr|mrs|ms|miss|mx|sir|dr|prof|m|mme|mlle|herr|frau|dhr|mevr|sr|sra|srta|sig|dott|hr|fr|pan|pani)\.?(?:\s(?:dr|prof)\.?)*$/i;

function emailsOf(cells: readonly string[], columns: Columns) {
  const found: { readonly email: string; readonly preferred: boolean }[] = [];
  const problems: string[] = [];
  columns.forEach((column, index) => {
    if (column !== 'email') return;
    const read = readAddresses(unguarded(cells[index] ?? '').slice(0, longestCell));
    const label = columns[index - 1] === 'emailLabel' ? (cells[index - 1] ?? '') : '';
    const display = columns.indexOf('emailDisplay', index);
    // Outlook keeps the address of an Exchange account in the name that it shows.
    const shown =
      read.emails.length === 0 && read.problems.length > 0 && display > 0
        ? readAddresses(/\(([^()\s]{1,254}@[^()\s]{1,254})\)/.exec(cells[display] ?? '')?.[1] ?? '')
            .emails
        : [];
    if (shown.length === 0) problems.push(...read.problems.slice(0, 3));
    for (const email of [...read.emails, ...shown])
      if (found.length < mostAddresses && !found.some((each) => each.email === email))
        found.push({ email, preferred: label.startsWith('* ') });
  });
  const sorted = [
    ...found.filter(({ preferred }) => preferred),
    ...found.filter(({ preferred }) => !preferred),
  ];
  return { emails: sorted.map(({ email }) => email), problems };
}

function cellText(cell: string): string {
  return unguarded(cell)
    .replaceAll('\u0000', '')
    .replace(/\r\n?/g, '\n')
    .trim()
    .slice(0, longestCell);
}

/** Takes off the one apostrophe with which an export keeps a cell from being run as a formula. */
export function unguarded(cell: string): string {
  return /^'+\s*[=+\-@＝＋－＠\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function asIs(text: string): string {
  return text;
}

/** What a contact would refuse is left out here, where it can be left out. */
function researchOf(one: (field: Field) => string): Research {
  const found = researchFields.flatMap((field) => {
    const value = line1(one(field));
    const fine =
      value !== null &&
      (field !== 'country' || /^[a-z]{2}$/i.test(value)) &&
      (field !== 'formality' || /^(?:in)?formal$/.test(value)) &&
      (field !== 'addressAs' || value.length <= 40);
    return fine ? [[field, value] as const] : [];
  });
  return Object.fromEntries(found);
}

/** Notion writes a relation as its text and a link in brackets. */
function withoutLink(text: string): string {
  return text.replace(/\s{0,4}\(https?:\/\/[^\s()]{1,2000}\)/g, '');
}

function line1(text: string): string | null {
  return (
    text
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim()
      .slice(0, 1000) || null
  );
}

function several(cell: string): readonly string[] {
  return cell
    .split(' ::: ')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** `* ` marks Google's own groups, of which only the user's are labels. */
function labelsOf(cell: string): readonly string[] {
  const parts = / :::(?: |$)/.test(cell) ? cell.split(/ :::(?: |$)/) : cell.split(/[;,\n]/);
  return parts.map((part) => part.trim()).filter((part) => part !== '' && !part.startsWith('* '));
}
