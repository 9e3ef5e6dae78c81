import { describe, expect, it } from 'vitest';
import { compose } from '../../../../domain/compose/compose.ts';
import { jotted } from '../../../../domain/compose/notes/jotting.ts';
import type { NoteField } from '../../../../domain/compose/note.ts';
import { jane, stranger } from '../../people.ts';

describe('what is jotted down', () => {
  it.each<[NoteField, string, string]>([
    ['topics', 'own bakery - how much money', '-'],
    ['topics', 'work abroad y/n', 'y/n'],
    ['topics', 'Backstube+Kinder', 'Backstube+Kinder'],
    ['topics', 'oven temperature -20 in winter', '-20'],
    ['topics', 'late start possible?', 'late start possible?'],
    ['wrote', 'the rye talk (watched it on the train)', '(watched it on the train)'],
    ['wrote', 'Brot-Artikel (sehr gut)', '(sehr gut)'],
    ['admire', 'how you bake... and teach', '...'],
    ['admire', 'good bread? better people', '? b'],
    ['sharedAffiliation', 'Bakers Guild 2012, me 2019', 'me 2019'],
    ['foundThrough', 'in the paper, I think the Gazette', ', I think'],
    ['wrote', 'your rye talk, also the game', ', also'],
    ['wrote', 'su libro sobre el pan, no lo leí', ', no lo'],
    ['wrote', 'Ihre Sendung üb. Brot', 'üb.'],
    ['wrote', 'your thread on rye, went viral', ', went'],
    ['sharedAffiliation', 'the mill, you were above me I think', 'I think'],
    ['topics', 'my knee (is it a problem)', '(is it a problem)'],
    ['foundThrough', 'article dans le journal (à relire)', '(à relire)'],
    ['foundThrough', 'met briefly, Rye open day', 'met briefly,'],
    ['foundThrough', 'visited the bakery open day 2022', 'day 2022'],
    ['admire', 'that everybody may touch the dough (almost)', '(almost)'],
    ['path', 'miller -> baker?? how', '?'],
  ])('%s: %s', (field, note, sign) => {
    expect(jotted(note, field)).toBe(sign);
  });
});

describe('what may be said', () => {
  it.each<[NoteField, string]>([
    ['topics', 'what you tell apprentices - and what you do not'],
    ['topics', 'A/B tests and R&D'],
    ['topics', 'bread in C++'],
    ['topics', 'is a late start possible?'],
    ['topics', 'from nine to five'],
    ['wrote', 'your talk "Flour - what else?" at the fair'],
    ['wrote', 'your book (2019) on rye'],
    ['wrote', 'your thesis (with Ana Souza)'],
    ['admire', 'how you throw a batch away - even on Saturdays'],
    ['foundThrough', 'met at the Rye Fair, Kent'],
    ['foundThrough', 'at the fair in 2022'],
    ['foundThrough', 'the Rye Fair 2022'],
    ['path', 'miller @ Rye & Co -> baker'],
    ['sharedAffiliation', 'the University of Graz, in the same year'],
  ])('%s: %s', (field, note) => {
    expect(jotted(note, field)).toBeUndefined();
  });
});

it('is left out, and the card names the sign', () => {
  const { text, leftOut, findings } = compose({
    purpose: 'outreach',
    profile: { ...jane, language: 'en', about: 'X.', abouts: { en: 'X.' } },
    contact: { ...stranger, language: 'en', admire: 'how you bake', topics: ['work abroad y/n'] },
    previous: undefined,
  });
  expect(text).not.toContain('abroad');
  expect(leftOut).toContainEqual({ field: 'topics', text: 'work abroad y/n' });
  expect(findings).toContainEqual(
    expect.objectContaining({
      rule: 'jotted_note',
      severity: 'warning',
      message: expect.stringContaining('("y/n")') as string,
    }),
  );
});

it('stays in when the user says that it is fine', () => {
  const { text } = compose({
    purpose: 'outreach',
    profile: { ...jane, language: 'en', about: 'X.', abouts: { en: 'X.' } },
    contact: {
      ...stranger,
      language: 'en',
      admire: 'how you bake',
      topics: ['bread~butter = life'],
      accepted: ['topics:jotted_note'],
    },
    previous: undefined,
  });
  expect(text).toContain('bread~butter = life');
});
