import { readAddresses } from './addresses.ts';
import {
  nobody,
  researchFields,
  type FilePerson,
  type FileProblem,
  type Research,
} from './person.ts';
import { mostPeople } from './table.ts';
import { mark } from './write/write-json.ts';

type Reading = {
  readonly people: readonly FilePerson[];
  readonly problems: readonly FileProblem[];
};

/** The people of a JSON document that Rapport exported, as they stand there; undefined for any other text. */
export function readOwnExport(text: string): Reading | undefined {
  if (!/^\s{0,100}\{/.test(text) || !text.slice(0, 500).includes(mark)) return undefined;
  const document = parsed(text);
  if (textIn(document, 'format') !== mark || !Array.isArray(document['people'])) return undefined;
  const entries: readonly unknown[] = document['people'];
  const problems: FileProblem[] = [];
  const people = entries.slice(0, mostPeople).flatMap((entry, index) => {
    const row = index + 1;
    const person = isRecord(entry) ? personOf(entry, row, problems) : undefined;
    if (person === undefined) problems.push({ row, why: 'nobody: no name and no address' });
    return person ?? [];
  });
  if (entries.length > mostPeople)
    problems.push({
      row: null,
      why: `only the first ${mostPeople} people were read; split the file`,
    });
  return { people, problems };
}

type Fields = Readonly<Record<string, unknown>>;

function personOf(entry: Fields, row: number, problems: FileProblem[]): FilePerson | undefined {
  const found = readAddresses(textsIn(entry, 'emails').slice(0, 20).join(';'));
  for (const why of found.problems) problems.push({ row, why });
  const name = textIn(entry, 'name');
  if (name === null && found.emails.length === 0) return undefined;
  const research = isRecord(entry['research']) ? entry['research'] : {};
  return {
    ...nobody,
    row,
    name,
    emails: found.emails,
    company: textIn(entry, 'company'),
    role: textIn(entry, 'role'),
    foundThrough: textIn(entry, 'foundThrough'),
    notes: textIn(entry, 'notes', 20_000),
    labels: textsIn(entry, 'labels'),
    topics: textsIn(entry, 'topics'),
    language: textIn(entry, 'language'),
    timeZone: textIn(entry, 'timeZone'),
    status: textIn(entry, 'status'),
    research: researchIn(research),
  };
}

function researchIn(fields: Fields): Research {
  return Object.fromEntries(
    researchFields.flatMap((field) => {
      const value = textIn(fields, field);
      return value === null ? [] : [[field, value] as const];
    }),
  );
}

function parsed(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(fields: Fields, name: string, longest = 1000): string | null {
  const value = fields[name];
  return typeof value === 'string' ? clean(value).slice(0, longest) || null : null;
}

function textsIn(fields: Fields, name: string): readonly string[] {
  const value = fields[name];
  return Array.isArray(value)
    ? value
        .filter((each) => typeof each === 'string')
        .map((each) => clean(each).slice(0, 1000))
        .slice(0, 50)
    : [];
}

/** A database keeps no NUL; other control characters but a line end would be refused later. */
function clean(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '').trim();
}
