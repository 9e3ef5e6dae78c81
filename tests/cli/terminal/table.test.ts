import { expect, it } from 'vitest';
import { table } from '../../../cli/terminal/print.ts';

const rows = [
  ['Ana', 'waits for your approval since this morning'],
  ['Bartholomew', 'answered'],
];

it('is as wide as its content where no terminal reads along', () => {
  expect(table(['NAME', 'WHY'], rows, '')).toBe(
    [
      'NAME         WHY',
      'Ana          waits for your approval since this morning',
      'Bartholomew  answered',
    ].join('\n'),
  );
});

it('wraps its last column below itself on a terminal, with bold heads', () => {
  expect(table(['NAME', 'WHY'], rows, '', { colours: true, columns: 33 })).toBe(
    [
      '\u001b[1mNAME         WHY\u001b[22m',
      'Ana          waits for your',
      '             approval since this',
      '             morning',
      'Bartholomew  answered',
    ].join('\n'),
  );
});

it('leaves breaking to a terminal that has hardly any room', () => {
  expect(table(['NAME', 'WHY'], rows, '', { colours: false, columns: 20 })).toContain(
    'Ana          waits for your approval since this morning',
  );
});

it('says that there is nothing instead of a table without rows', () => {
  expect(table(['NAME'], [], 'Nobody.')).toBe('Nobody.');
});
