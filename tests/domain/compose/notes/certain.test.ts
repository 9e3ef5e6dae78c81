import { describe, expect, it } from 'vitest';
import { compose } from '../../../../domain/compose/compose.ts';
import { languageFor } from '../../../../domain/compose/language/languages.ts';
import { isCertain } from '../../../../domain/compose/notes/certain.ts';
import type { NoteField } from '../../../../domain/compose/note.ts';
import type { ContactFacts } from '../../../../domain/contact.ts';
import { jane, stranger } from '../../people.ts';

function certain(code: 'en' | 'de' | 'fr' | 'es', field: NoteField, text: string): boolean {
  const language = languageFor(code, 'formal')!;
  return isCertain({ field, text, form: language.formOf(text, field) }, language);
}

describe('reads well for certain', () => {
  it.each<['en' | 'de' | 'fr' | 'es', NoteField, string]>([
    ['en', 'topics', 'how you keep the starter alive'],
    ['en', 'topics', 'how she keeps the starter alive'],
    ['en', 'topics', 'the price of flour'],
    ['en', 'topics', 'why do crusts crack?'],
    ['en', 'topics', 'night shifts'],
    ['en', 'admire', 'your patience with bad flour'],
    ['en', 'admire', 'never uses a mould'],
    ['en', 'foundThrough', 'at the Rye Fair'],
    ['en', 'wrote', '"Crumbs" in the spring issue'],
    ['en', 'path', 'sailor > baker > miller'],
    ['en', 'role', 'head baker (nights)'],
    ['de', 'topics', 'Nachtarbeit'],
    ['de', 'topics', 'wie Sie den Ofen heizen'],
    ['fr', 'topics', 'le prix de la farine'],
    ['es', 'topics', '¿cómo se amasa de noche?'],
    ['es', 'topics', 'como empezó?'],
    ['es', 'topics', 'trigo o centeno'],
  ])('%s %s: %s', (code, field, text) => {
    expect(certain(code, field, text)).toBe(true);
  });
});

describe('may not', () => {
  it.each<['en' | 'de' | 'fr' | 'es', NoteField, string]>([
    ['en', 'topics', 'crust / crumb'],
    ['en', 'topics', 'oven mgmt. at night'],
    ['en', 'topics', 'sad bread'],
    ['en', 'topics', 'on flour'],
    ['en', 'admire', 'calm'],
    ['en', 'foundThrough', 'bread stuff'],
    ['en', 'path', 'sailor > baker (Rye?? check) > miller'],
    ['en', 'role', 'works on ovens'],
    ['en', 'role', 'asst. mgr. ovens'],
    ['de', 'topics', 'wie kam sie dazu?'],
    ['de', 'admire', 'immer früh da'],
    ['fr', 'topics', 'farine'],
    ['es', 'topics', 'si él amasa de noche'],
  ])('%s %s: %s', (code, field, text) => {
    expect(certain(code, field, text)).toBe(false);
  });
});

const hurried: Partial<ContactFacts> = {
  name: 'ana souza',
  wrote: 'your book on rye',
  admire: 'how u bake, need to find the recipe',
  topics: ['sad bread', 'the price of flour'],
};

function letter(notes: Partial<ContactFacts>) {
  return compose({
    purpose: 'outreach',
    profile: { ...jane, language: 'en', about: 'X.', abouts: { en: 'X.' } },
    contact: { ...stranger, language: 'en', ...notes },
    previous: undefined,
  });
}

it('beside notes typed in a hurry, only what certainly reads well is said', () => {
  const { text, leftOut, findings } = letter(hurried);
  expect(text).toContain('the price of flour');
  expect(text).not.toContain('sad bread');
  expect(leftOut).toContainEqual({ field: 'topics', text: 'sad bread' });
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'hurried_note', severity: 'warning', field: 'topics' }),
  );
});

it('beside one slip the others are said as they are', () => {
  const { text } = letter({ ...hurried, admire: 'how you bake' });
  expect(text).toContain('sad bread');
});

it('the user can say that a note is fine', () => {
  const { text } = letter({ ...hurried, accepted: ['topics:hurried_note'] });
  expect(text).toContain('sad bread');
});

it('an "&" and a bracket are no haste', () => {
  const { text } = letter({
    wrote: 'your book on rye & wheat (written in a winter by the sea with two children)',
    admire: 'how you bake',
    topics: ['pros & cons of clay', 'sad bread'],
  });
  expect(text).toContain('sad bread');
});
