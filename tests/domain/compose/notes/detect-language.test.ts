import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { detectLanguage } from '../../../../domain/compose/notes/detect-language.ts';

const loaded = (): boolean =>
  Object.keys(createRequire(import.meta.url).cache).some((file) => /[\\/]eld[\\/]/.test(file));

it('loads its table with the first text that it has to tell, and not before', () => {
  expect(detectLanguage('PyCon')).toBeUndefined();
  expect(loaded()).toBe(false);
  expect(detectLanguage('wie Sie den Teig führen')).toBe('de');
  expect(loaded()).toBe(true);
});

it.each([
  ['how you let the dough rest overnight', 'en'],
  ['la façon dont vous pétrissez la pâte', 'fr'],
  ['la forma en que amasa el pan de centeno', 'es'],
  ['hoe u het deeg laat rusten in de nacht', 'nl'],
])('tells the language of a note: %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});
