import type { ExportedPerson } from './exported-person.ts';

type Column = readonly [
  header: string,
  value: (person: ExportedPerson) => string | null | undefined,
];

const columns: readonly Column[] = [
  ['Name', ({ name }) => name],
  ['Email', ({ emails }) => emails[0]],
  ['Other emails', ({ emails }) => emails.slice(1).join('; ')],
  ['Company', ({ company }) => company],
  ['Role', ({ role }) => role],
  ['Found through', ({ foundThrough }) => foundThrough],
  ['Notes', ({ notes }) => notes],
  ['Labels', ({ labels }) => several(labels)],
  ['Topics', ({ topics }) => several(topics)],
  ['Language', ({ language }) => language],
  ['Time zone', ({ timeZone }) => timeZone],
  ['Path', ({ research }) => research.path],
  ['Shared affiliation', ({ research }) => research.sharedAffiliation],
  ['Referred by', ({ research }) => research.referredBy],
  ['Admire', ({ research }) => research.admire],
  ['Wrote', ({ research }) => research.wrote],
  ['Country code', ({ research }) => research.country],
  ['Address as', ({ research }) => research.addressAs],
  ['Formality', ({ research }) => research.formality],
  ['Status', ({ status }) => status],
  ['Rapport ID', ({ id }) => id],
];

/** A table for spreadsheets (RFC 4180, with a mark of UTF-8), of which no cell can be run as a formula. */
export function writeCsv(people: readonly ExportedPerson[]): string {
  const rows = [
    columns.map(([header]) => header),
    ...people.map((person) => columns.map(([, value]) => value(person) ?? '')),
  ];
  return `\ufeff${rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;
}

/** An import takes the one apostrophe off again (`unguarded` in ../table.ts); so one more stands before those that look alike. */
function cellOf(text: string): string {
  const guarded = /^'*\s*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}

/** Commas and semicolons also stand within labels, hence a separator that needs no escape. */
function several(texts: readonly string[]): string {
  const one = texts.join(' ::: ');
  return texts.length === 1 && /[;,\n]/.test(one) ? `${one} ::: ` : one;
}
