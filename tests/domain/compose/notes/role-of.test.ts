import { expect, it } from 'vitest';
import { compose } from '../../../../domain/compose/compose.ts';
import { roleOf } from '../../../../domain/compose/notes/role-of.ts';
import { jane, stranger } from '../../people.ts';

it.each([
  ['baker', 'baker'],
  ['Head of Ovens', 'Head of Ovens'],
  ['works as a baker', 'baker'],
  ['ex sailor, now baker', 'baker'],
  ['sailor -> now baker', 'baker'],
  ['baker + does the books', 'baker'],
  ['baker | speaker | mother of two', 'baker'],
  ['früher Matrose, jetzt Bäcker', 'Bäcker'],
  ['Bäckerin und leitet die Backstube', 'Bäckerin'],
  ['boulangère, avant marin', 'boulangère, avant marin'],
  ['trabaja como panadera', 'panadera'],
  ['Works Manager', 'Works Manager'],
  ['Wiss. Mitarbeiterin', 'Wiss. Mitarbeiterin'],
  ['Assoc. Prof.', 'Assoc. Prof.'],
  ['Leiterin Backteam', 'Leiterin Backteam'],
])('the role in "%s" is "%s"', (noted, role) => {
  expect(roleOf(noted)).toBe(role);
});

it.each(['works on ovens', 'leitet die Backstube', 'travaille chez un meunier', 'HR & Backteam'])(
  'there is none in "%s"',
  (noted) => {
    expect(roleOf(noted)).toBeUndefined();
  },
);

it('that names none is left out, and asked for', () => {
  const { text, leftOut, findings } = compose({
    purpose: 'outreach',
    profile: { ...jane, language: 'en', about: 'X.', abouts: { en: 'X.' } },
    contact: {
      ...stranger,
      language: 'en',
      company: 'Rye Mills',
      role: 'works on ovens',
      admire: 'how you bake',
    },
    previous: undefined,
  });
  expect(text).toContain('Rye Mills');
  expect(text).not.toContain('ovens');
  expect(leftOut).toContainEqual({ field: 'role', text: 'works on ovens' });
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'finish_sentence', severity: 'warning', field: 'role' }),
  );
});
