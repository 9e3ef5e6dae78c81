import { expect, it } from 'vitest';
import { languageFor } from '../../../../domain/compose/language/languages.ts';
import { topicOf } from '../../../../domain/compose/notes/topic-of.ts';

function topic(code: 'en' | 'de' | 'fr' | 'es', text: string) {
  const language = languageFor(code, 'formal');
  if (language === undefined) throw new Error(`no ${code}`);
  const note = { field: 'topics', text, form: language.formOf(text, 'topics') } as const;
  return topicOf(note, { role: undefined, company: undefined }, language);
}

it.each([
  ['en', 'which flour', 'which flour'],
  ['en', 'how many apprentices', 'how many apprentices'],
  ['en', 'emergency vs routine', 'emergency or routine'],
  ['de', 'warum nicht Konditorin', 'warum nicht Konditorin'],
  ['de', 'Sauerteig vs Hefe', 'Sauerteig oder Hefe'],
  ['fr', 'levain ou levure', 'levain ou levure'],
  ['es', 'horno propio o comprar pan', 'horno propio o comprar pan'],
] as const)('stands as a question of its own (%s: %s)', (code, note, text) => {
  expect(topic(code, note)).toEqual({ as: 'question', text });
});

it.each([
  ['en', 'what matters most'],
  ['en', 'which mistakes you made'],
  ['en', 'how grain prices shape a bakery'],
  ['de', 'welches Mehl Sie nehmen'],
  ['fr', 'quelle farine vous prenez'],
  ['es', 'qué harina usa usted'],
] as const)('stays a clause when somebody does something (%s: %s)', (code, note) => {
  expect(topic(code, note)).toMatchObject({ as: 'clause' });
});

it.each([
  ['en', 'evening baking with small children?'],
  ['de', 'Weg zur Meisterin ohne Lehre?'],
] as const)('is asked for when it asks without a verb (%s: %s)', (code, note) => {
  expect(topic(code, note)).toHaveProperty('ask');
});

it('says the way from one work to another', () => {
  expect(topic('en', 'apprentice to ceo')).toEqual({
    as: 'noun',
    text: 'the way from apprentice to ceo',
  });
  expect(topic('en', 'access to archives')).toEqual({ as: 'noun', text: 'access to archives' });
});
