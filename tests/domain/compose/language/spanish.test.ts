import { describe, expect, it } from 'vitest';
import { compose } from '../../../../domain/compose/compose.ts';
import type { ContactFacts } from '../../../../domain/contact.ts';
import { jane, stranger } from '../../people.ts';

/** The first mail in Spanish to a contact with these notes, one for each of some addresses: they choose the words. */
function letters(notes: Partial<ContactFacts>) {
  return ['a', 'b', 'c', 'd', 'e', 'f'].map((email) =>
    compose({
      purpose: 'outreach',
      profile: { ...jane, language: 'es', about: 'X.', abouts: { es: 'X.' } },
      contact: { ...stranger, email: `${email}@x.test`, language: 'es', topics: [], ...notes },
      previous: undefined,
    }),
  );
}

const wrote = 'su libro sobre el centeno';

describe('what one admires, in Spanish', () => {
  it.each([
    ['que hornee de madrugada', /Lo que más (?:admiro|valoro) es que hornee de madrugada\./],
    ['que conteste a los vecinos', /Lo que más (?:admiro|valoro) es que conteste a los vecinos\./],
    ['lo poco que grita y lo mucho que hornea', /(?:quedo con|sobre todo) lo poco que grita y lo/],
    ['lo cercano de sus recetas', /(?:quedo con|sobre todo) lo cercano de sus recetas\./],
    ['qué bien explica la masa', /(?:la atención|Recuerdo bien) qué bien explica la masa\./],
    ['haber hecho de un garaje un horno', /: haber hecho de un garaje un horno\./],
    ['enseñar sin prisa', /: enseñar sin prisa\./],
    ['rigor y buen humor', /: su rigor y su buen humor\./],
    ['paciencia con los aprendices', / es su paciencia con los aprendices\./],
    ['talleres de barrio', /: sus talleres de barrio\./],
    ['por su honestidad con la harina', /También le escribo por su honestidad con la harina\./],
  ])('is a whole sentence: %s', (admire, said) => {
    for (const { text } of letters({ admire, wrote })) expect(text).toMatch(said);
  });

  it.each([
    ['que hornee de madrugada', /algo que admiro: que hornee|Lo que más (?:admiro|valoro) es que/],
    ['lo poco que grita', /^Le escribo por lo poco que grita\.$/m],
    ['paciencia con los aprendices', /^Le escribo por su paciencia con los aprendices\.$/m],
  ])('opens the letter in a frame that takes it: %s', (admire, said) => {
    for (const { text } of letters({ admire })) expect(text).toMatch(said);
  });

  it.each(['honesto y cercano', 'con calma y sin gritos', 'panes rústicos'])(
    'is left out where no sentence certainly takes it: %s',
    (admire) => {
      for (const { text, leftOut, findings } of letters({ admire, wrote })) {
        expect(text).not.toContain(admire);
        expect(leftOut).toContainEqual({ field: 'admire', text: admire });
        expect(findings).toContainEqual(
          expect.objectContaining({ rule: 'finish_sentence', field: 'admire' }),
        );
      }
    },
  );

  it('keeps "lo" a pronoun before a verb', () => {
    for (const { text } of letters({ admire: 'lo leí de un tirón en el tren' }))
      expect(text).toContain('Lo leí de un tirón en el tren.');
  });
});
