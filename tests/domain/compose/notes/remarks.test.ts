import { describe, expect, it } from 'vitest';
import { compose } from '../../../../domain/compose/compose.ts';
import { withoutRemarks } from '../../../../domain/compose/notes/remarks.ts';
import type { NoteField } from '../../../../domain/compose/note.ts';
import { jane, stranger } from '../../people.ts';

describe('a remark to oneself is taken off the note', () => {
  it.each<[NoteField, string, string, readonly string[]]>([
    ['admire', 'your oven (xx ask who built it)', 'your oven', ['(xx ask who built it)']],
    [
      'admire',
      'she bakes at night, need to find where',
      'she bakes at night',
      ['need to find where'],
    ],
    ['admire', 'la masa madre, mirar la receta', 'la masa madre', ['mirar la receta']],
    ['admire', 'wie Sie backen - noch nachlesen', 'wie Sie backen', ['noch nachlesen']],
    ['admire', 'votre levain, à vérifier', 'votre levain', ['à vérifier']],
    [
      'foundThrough',
      'the film on mills, minute 12 or so',
      'the film on mills',
      ['minute 12 or so'],
    ],
    [
      'wrote',
      'your book on rye (only two chapters so far)',
      'your book on rye',
      ['(only two chapters so far)'],
    ],
    ['topics', "wages of bakers, don't ask first", 'wages of bakers', ["don't ask first"]],
    ['topics', 'maybe ask about sourdough', 'sourdough', []],
    ['topics', 'don’t forget how you keep the starter', 'how you keep the starter', []],
    ['topics', "don't forget the night shift", 'the night shift', []],
    ['topics', 'Fragen, ob der Ofen alt ist', 'ob der Ofen alt ist', []],
    ['topics', 'preguntarle por la harina', 'la harina', []],
    ['topics', 'demander comment on choisit la farine', 'comment on choisit la farine', []],
  ])('%s: %s', (field, note, text, remarks) => {
    expect(withoutRemarks(note, field)).toMatchObject({ text, remarks });
  });
});

describe('what belongs to a note stays', () => {
  it.each<[NoteField, string]>([
    ['wrote', 'your book (2019) on rye'],
    ['wrote', 'your thesis (with Ana Souza)'],
    ['wrote', 'your talk "Rye (and how I need to find it)"'],
    ['admire', 'how you check the crust, loaf after loaf'],
    ['admire', 'you look up every word, even your own'],
    ['topics', 'how to ask for a raise'],
    ['topics', 'Fragen der Statik'],
    ['topics', 'asking for help'],
    ['company', 'Rye (maybe the one in Kent)'],
    ['foundThrough', '(I think)'],
  ])('%s: %s', (field, note) => {
    expect(withoutRemarks(note, field)).toEqual({ text: note, remarks: [], thoughts: 0 });
  });
});

it('is listed on the card, and in no sentence of the letter', () => {
  const { text, leftOut } = compose({
    purpose: 'outreach',
    profile: { ...jane, language: 'en', about: 'X.', abouts: { en: 'X.' } },
    contact: {
      ...stranger,
      language: 'en',
      admire: 'how you bake (check the spelling of the bread)',
      topics: ['maybe ask about rye prices, look it up'],
    },
    previous: undefined,
  });
  expect(text).toContain('how you bake');
  expect(text).not.toMatch(/spelling|maybe|look it up/);
  expect(leftOut).toContainEqual({ field: 'admire', text: '(check the spelling of the bread)' });
  expect(leftOut).toContainEqual({ field: 'topics', text: 'look it up' });
});

it('stays in when the user says that it is fine', () => {
  const { text } = compose({
    purpose: 'outreach',
    profile: { ...jane, language: 'en', about: 'X.', abouts: { en: 'X.' } },
    contact: {
      ...stranger,
      language: 'en',
      wrote: 'your book on rye (the one that my mother gave me)',
      accepted: ['wrote:jotted_note'],
    },
    previous: undefined,
  });
  expect(text).toContain('(the one that my mother gave me)');
});

it('tells what was said to oneself from a long explanation', () => {
  const thoughts = (note: string) => withoutRemarks(note, 'admire').thoughts;
  expect(thoughts('your oven (the one that your grandmother built in 1950 by hand)')).toBe(1);
  expect(thoughts('your oven (built by hand in 1950 in a village near Kent)')).toBe(0);
  expect(thoughts('your oven, need to ask who built it')).toBe(1);
});
