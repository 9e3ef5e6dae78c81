import { expect, test } from 'vitest';
import { diffLetters } from '../../../domain/compose/diff-letters.ts';

const before = 'Dear Ana,\n\nI bake. Could we talk?\n\nKim';
const after = 'Dear Ana,\n\nI mill grain. Could we talk?\n\nKim';

test('a greeting and a sentence that stay are no change, though the one between them is', () => {
  expect(diffLetters(before, after)).toEqual([
    { kind: 'same', text: 'Dear Ana,\n\n' },
    { kind: 'removed', text: 'I bake.' },
    { kind: 'added', text: 'I mill grain.' },
    { kind: 'same', text: ' Could we talk?\n\nKim' },
  ]);
});

test('what stays and goes is the text before, what stays and comes the text after', () => {
  const changes = diffLetters(before, `Hello,\n${after}\nPS`);
  const joined = (gone: string): string =>
    changes
      .filter(({ kind }) => kind !== gone)
      .map(({ text }) => text)
      .join('');
  expect(joined('added')).toBe(before);
  expect(joined('removed')).toBe(`Hello,\n${after}\nPS`);
});
