import { readAddresses } from './addresses.ts';
import { decode, decodeAs } from './decode.ts';
import { nobody, type FilePerson, type FileProblem } from './person.ts';
import { cleanName } from './person-name.ts';
import { mostPeople } from './table.ts';

type Property = {
  /** Upper case, without its group. */
  readonly name: string;
  /** The lines of a group ("item1") belong together. */
  readonly group: string;
  /** Upper case; bare parameters of version 2.1 stand under TYPE. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
};

type Card = { readonly properties: Property[]; readonly faults: string[] };

/** The people of vCards (RFC 2426, RFC 6350 and version 2.1), also of damaged ones: a bad card never loses its neighbours. */
export function readCards(bytes: Uint8Array): {
  readonly people: readonly FilePerson[];
  readonly problems: readonly FileProblem[];
} {
  const people: FilePerson[] = [];
  const problems: FileProblem[] = [];
  const { cards, cut } = cardsOf(bytes);
  for (const [index, card] of cards.entries()) {
    const row = index + 1;
    const faults = [...card.faults];
    const person = personOf(card, row, faults);
    if (person !== undefined) people.push(person);
    for (const why of faults) problems.push({ row, why });
  }
  if (cut)
    problems.push({
      row: null,
      why: `only the first ${mostPeople} cards were read; split the file`,
    });
  return { people, problems };
}

/** Each byte of the file is one character here: a line may end within a letter of several bytes. */
function cardsOf(bytes: Uint8Array): { readonly cards: readonly Card[]; readonly cut: boolean } {
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .split(/\r\n|\n|\r/);
  const cards: Card[] = [];
  let card: Card | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    let line = lines[at]!;
    if (/^\s*begin\s*:\s*vcard\s*$/i.test(line)) {
      if (cards.length === mostPeople) return { cards, cut: true };
      card?.faults.push('END:VCARD is missing; read up to the next card');
      card = { properties: [], faults: [] };
      cards.push(card);
      continue;
    }
    if (/^\s*end\s*:\s*vcard\s*$/i.test(line)) {
      card = undefined;
      continue;
    }
    const parts = [line];
    const printable = /^[^:]{0,200}quoted-printable/i.test(line.slice(0, 220));
    if (printable)
      while (parts.at(-1)!.endsWith('=') && at + 1 < lines.length) {
        parts.push(parts.pop()!.slice(0, -1));
        at += 1;
        parts.push(lines[at]!);
      }
    else
      while (/^[ \t]/.test(lines[at + 1] ?? '') && lines[at + 1]!.trim() !== '') {
        at += 1;
        parts.push(lines[at]!.slice(1));
      }
    line = parts.join('');
    if (card === undefined || line.trim() === '') continue;
    const property = propertyOf(line);
    if (property === undefined) card.faults.push('a line without a colon was left out');
    else if (property !== 'unread') card.properties.push(property);
  }
  card?.faults.push('END:VCARD is missing at the end of the file');
  return { cards, cut: false };
}

const read = new Set([
  'FN', 'N', 'NICKNAME', 'ORG', 'TITLE', 'ROLE', 'EMAIL', 'TEL', 'URL', 'NOTE', 'CATEGORIES',
  'KIND', 'LANG', 'TZ', 'X-ABSHOWAS', 'X-SOCIALPROFILE', 'X-ADDRESSBOOKSERVER-KIND',
]); // prettier-ignore

function propertyOf(line: string): Property | 'unread' | undefined {
  const colon = colonOf(line);
  if (colon < 0) return undefined;
  const [full = '', ...given] = partsOf(line.slice(0, colon), ';');
  const dot = full.lastIndexOf('.');
  const name = full
    .slice(dot + 1)
    .trim()
    .toUpperCase();
  // Photos, keys and sounds are large and nobody asks for them.
  if (!read.has(name)) return 'unread';
  const parameters = new Map<string, string>();
  for (const parameter of given) {
    const equals = parameter.indexOf('=');
    const key = equals < 0 ? 'TYPE' : parameter.slice(0, equals).trim().toUpperCase();
    const value = parameter
      .slice(equals + 1)
      .replaceAll('"', '')
      .trim()
      .toUpperCase();
    // QUOTED-PRINTABLE and BASE64 stand bare in version 2.1.
    const bare = equals < 0 && /^(?:QUOTED-PRINTABLE|BASE64|8BIT)$/.test(value);
    const place = bare ? 'ENCODING' : key;
    const before = parameters.get(place);
    parameters.set(place, before === undefined ? value : `${before},${value}`);
  }
  const raw = line.slice(colon + 1);
  const group = dot < 0 ? '' : full.slice(0, dot).toLowerCase();
  return { name, group, parameters, value: textOf(raw, parameters) };
}

/** The first colon that is not within quotation marks. */
function colonOf(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ':' && !quoted) return at;
  }
  return line.indexOf(':');
}

function textOf(raw: string, parameters: ReadonlyMap<string, string>): string {
  const encoding = parameters.get('ENCODING') ?? '';
  const latin1 = encoding.includes('QUOTED-PRINTABLE')
    ? raw.replace(/=([0-9a-f]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : raw;
  const bytes = Buffer.from(latin1.slice(0, 20_000).replaceAll('\u0000', ''), 'latin1');
  const charset = parameters.get('CHARSET');
  const { text } = decode(bytes);
  if (charset === undefined || charset === 'UTF-8') return text;
  return decodeAs(bytes, charset);
}

/** Cut at a separator that is neither escaped nor within quotation marks. */
function partsOf(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') quoted = !quoted;
    else if (text[at] === separator && !quoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** A value's parts: quotation marks mean nothing in values. */
function valuesOf(value: string, separator: string): readonly string[] {
  return value === ''
    ? []
    : partsOf(value.replaceAll('"', '\u0001'), separator).map((part) =>
        unescaped(part.replaceAll('\u0001', '"')),
      );
}

function unescaped(text: string): string {
  return text
    .replace(/\\([nN,;:\\"])/g, (_, char: string) => (/n/i.test(char) ? '\n' : char))
    .replace(/\r\n?/g, '\n')
    .trim();
}

function personOf({ properties }: Card, row: number, faults: string[]): FilePerson | undefined {
  const all = (...names: readonly string[]) =>
    properties
      .filter(({ name, value }) => names.includes(name) && value.trim() !== '')
      .toSorted((a, b) => preference(a) - preference(b));
  const one = (...names: readonly string[]) => {
    const [first] = all(...names);
    return first === undefined ? null : line(unescaped(first.value));
  };
  const kind = (one('KIND', 'X-ADDRESSBOOKSERVER-KIND') ?? '').toLowerCase();
  if (kind === 'group') {
    faults.push('a group of people, no person');
    return undefined;
  }
  const emails: string[] = [];
  for (const { value } of all('EMAIL')) {
    const found = readAddresses(unescaped(value));
    emails.push(...found.emails.filter((email) => !emails.includes(email)));
    faults.push(...found.problems);
  }
  const [organisation = ''] = valuesOf(all('ORG')[0]?.value ?? '', ';');
  const personal = cleanName(one('FN') ?? '') ?? structuredName(all('N')[0]?.value ?? '');
  const company = line(organisation);
  const name = personal ?? company ?? cleanName(one('NICKNAME') ?? '');
  const isCompany =
    one('X-ABSHOWAS')?.toUpperCase() === 'COMPANY' ||
    kind.startsWith('org') ||
    (personal === null && company !== null);
  const phones = all('TEL').flatMap(
    ({ value }) => line(unescaped(value).replace(/^tel:/i, '')) ?? [],
  );
  const urls = all('URL', 'X-SOCIALPROFILE').map(({ value }) => unescaped(value));
  if (name === null && emails.length === 0) {
    faults.push('nobody: no name and no address');
    return undefined;
  }
  if (emails.length === 0) faults.push('no address');
  if (isCompany) faults.push('a company, no person');
  return {
    ...nobody,
    row,
    name,
    emails,
    company,
    role: one('TITLE') ?? one('ROLE'),
    notes:
      all('NOTE')
        .map(({ value }) => unescaped(value))
        .join('\n')
        .slice(0, 10_000) || null,
    labels: all('CATEGORIES')
      .flatMap(({ value }) => valuesOf(value, ','))
      .filter((label) => label !== '' && !/^(?:\* )?my ?contacts$/i.test(label)),
    phones,
    profile: line(urls.find((url) => /linkedin/i.test(url)) ?? urls[0] ?? ''),
    language: one('LANG'),
    timeZone: one('TZ'),
    isCompany,
  };
}

/** PREF=1 of version 4 and the type `pref` of the older ones come first. */
function preference({ parameters }: Property): number {
  const pref = Number(parameters.get('PREF'));
  if (Number.isFinite(pref) && pref > 0) return pref;
  return /\bPREF\b/.test(parameters.get('TYPE') ?? '') ? 0 : 101;
}

function structuredName(value: string): string | null {
  const [family = '', given = '', middle = ''] = valuesOf(value, ';');
  return cleanName([given, middle, family].filter(Boolean).join(' '));
}

function line(text: string): string | null {
  return (
    text
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim()
      .slice(0, 1000) || null
  );
}
