import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPeopleFile } from '../../../domain/people-files/read-people-file.ts';
import type { ExportedPerson } from '../../../domain/people-files/write/exported-person.ts';
import { writeCards } from '../../../domain/people-files/write/write-cards.ts';
import { writeCsv } from '../../../domain/people-files/write/write-csv.ts';
import { documentOf } from '../../../domain/people-files/write/write-json.ts';
import { writeMarkdown } from '../../../domain/people-files/write/write-markdown.ts';

const mila: ExportedPerson = {
  id: '0199-a',
  name: 'Mila Ro',
  emails: ['mila@acme.test'],
  company: 'Acme',
  role: null,
  foundThrough: null,
  notes: null,
  labels: [],
  topics: [],
  language: null,
  timeZone: null,
  research: {},
  status: 'waiting',
};

/** What people type, and what spreadsheets, quotation and separators make trouble with. */
const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'= \' " + - @ , ; | : ( ) < > # \\ /'.split(' '),
        ' ',
        '＝',
        ' ::: ',
        'é',
        '山',
        '🚀',
        'https://a.test/',
      ),
      fc.string({ minLength: 1, maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) =>
    parts
      .join('')
      .replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '')
      .trim(),
  )
  .filter((text) => text !== '');
const label = line.filter((text) => !text.includes(':::') && !text.startsWith('* '));
const optional = fc.option(line, { nil: null });
const someone: fc.Arbitrary<ExportedPerson> = fc.record({
  id: fc.uuid(),
  name: line,
  emails: fc.constantFrom(['a@acme.test'], ['b@acme.test', 'c@acme.test']),
  company: optional,
  role: optional,
  foundThrough: optional,
  notes: fc.option(
    fc.tuple(line, line).map((lines) => lines.join('\n')),
    { nil: null },
  ),
  labels: fc.array(label, { maxLength: 3 }),
  topics: fc.array(label, { maxLength: 3 }),
  language: fc.constantFrom(null, 'de'),
  timeZone: fc.constantFrom(null, 'Europe/Berlin'),
  research: fc.constantFrom({}, { path: '-> product', admire: '"bold"', formality: 'informal' }),
  status: fc.constantFrom('waiting', 'closed (met)'),
});

function readBack(text: string): readonly object[] {
  const { people, problems } = readPeopleFile(Buffer.from(text, 'utf8'));
  expect(problems).toEqual([]);
  return people.map(
    ({ row: _row, phones: _phones, profile: _profile, isCompany: _is, ...facts }) => facts,
  );
}

const facts = ({ id: _id, ...rest }: ExportedPerson) => rest;

describe('an export that is imported again', () => {
  it('is the same as CSV, whatever stands in the cells', () => {
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 4 }), (people) => {
        expect(readBack(writeCsv(people))).toEqual(people.map(facts));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same as JSON', () => {
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 4 }), (people) => {
        expect(readBack(JSON.stringify(documentOf(people)))).toEqual(people.map(facts));
      }),
      { numRuns: 100 },
    );
  });

  it('has the same people as vCards', () => {
    const people = [
      { ...mila, name: 'Zoé; Lang-Name, Ältere', company: 'A\\B, Inc.', labels: ['a,b', 'c'] },
      { ...mila, name: 'ß'.repeat(100), emails: ['x@acme.test', 'y@acme.test'] },
    ];
    const cards = writeCards(people);
    for (const each of cards.split('\r\n')) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75);
    expect(readPeopleFile(Buffer.from(cards)).people).toMatchObject([
      { emails: ['mila@acme.test'], company: 'A\\B, Inc.', labels: ['a,b', 'c'] },
      { name: 'ß'.repeat(100), emails: ['x@acme.test', 'y@acme.test'] },
    ]);
  });
});

it('has no cell that a spreadsheet would run', () => {
  const bad = ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '＝1', "'=1"];
  const text = writeCsv(bad.map((name) => ({ ...mila, name })));
  const names = text
    .split('\r\n')
    .slice(1, -1)
    .map((row) => row.split(',')[0]);
  expect(names).toEqual(bad.map((name) => `"'${name}"`));
  expect(text.startsWith('\ufeff"Name","Email"')).toBe(true);
});

it('shows as plain text what Markdown would obey', () => {
  const text = writeMarkdown([{ ...mila, name: '[x](http://a.test) <b>', notes: '# one\n*two*' }]);
  expect(text).toContain('## \\[x\\](http://a.test) \\<b\\> (Acme)');
  expect(text).toContain('> \\# one\n> \\*two\\*');
});
