import { describe, expect, it } from 'vitest';
import { german } from '../../../../domain/compose/language/de/german.ts';
import type { Wording } from '../../../../domain/compose/language/language.ts';
import { formOf } from '../../../../domain/compose/language/de/forms.ts';
import type { Note, TextField } from '../../../../domain/compose/note.ts';

const nowhere = { role: undefined, company: undefined };
const formal = german(false);
const informal = german(true);

function note(field: TextField, text: string): Note {
  return { field, text, form: formOf(text, field) };
}

/** Every sentence that a note may become. */
function all(wording: Wording | undefined): readonly string[] {
  return wording !== undefined && 'variants' in wording ? wording.variants : [];
}

describe('a path', () => {
  const steps = note('path', 'Gesellin -> Müllerin');

  it.each([
    ['Sie', formal, /\bIhr(?:es)? Weg/],
    ['du', informal, /\b[Dd]ein(?:es)? Weg/],
  ] as const)("is the reader's, unless it was told before (%s)", (_form, language, theirs) => {
    for (const first of [true, false])
      for (const sentence of all(language.path(steps, nowhere, first)))
        if (!/^Erst .*: Diesen Weg /.test(sentence)) expect(sentence).toMatch(theirs);
  });
});

it('says what the letter is for wherever it says what it is not', () => {
  expect(new Set(formal.purpose).size).toBe(formal.purpose.length);
  for (const purpose of formal.purpose) {
    expect(purpose).toMatch(/Rat|Einblick|Neugier|Orientierung|Verstehen/);
    expect(purpose).toMatch(/kein|nicht/);
    expect(purpose.split(' ').length).toBeLessThan(10);
  }
});
