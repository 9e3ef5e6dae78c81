import { describe, expect, it } from 'vitest';
import type { ContactFacts } from '../../../../domain/contact.ts';
import { firstMails } from '../first-mail.ts';

/** The words of several first mails in Spanish. */
const letters = (notes: Partial<ContactFacts>) => firstMails('es', notes);

const wrote = 'su libro sobre el centeno';

describe('what one admires, in Spanish', () => {
  it.each([
    ['que hornee de madrugada', /Lo que más (?:admiro|valoro) es que hornee de madrugada\./],
    ['que conteste a los vecinos', /Lo que más (?:admiro|valoro) es que conteste a los vecinos\./],
    ['lo poco que grita y lo mucho que hornea', /(?:quedo con|sobre todo) lo poco que grita y lo/],
    ['lo cercano de sus recetas', /(?:quedo con|sobre todo) lo cercano de sus recetas\./],
    ['qué bien explica la masa', /(?:la atención|Recuerdo bien) qué bien explica la masa\./],
    [
      'usted hornea de madrugada',
      /Lo que más (?:admiro|valoro) es que usted hornea de madrugada\./,
    ],
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

describe('a Spanish topic', () => {
  it.each([
    ['horno y sueño: ¿se llevan bien?', / Horno y sueño: ¿se llevan bien\?/],
    ['horno y sueño: se llevan bien?', / Horno y sueño: ¿se llevan bien\?/],
    ['levadura? ¿o masa madre?', / ¿Levadura\? ¿O masa madre\?/],
    ['¿qué levadura usa?', /: ¿qué levadura usa\?/],
    ['el oficio: los turnos', /(?:por|sobre|:) el oficio \(los turnos\)/],
    ['Explíqueme el reparto del pan', /(?:por|sobre|:) el reparto del pan\./],
    ['Hábleme del horno', /(?:por|sobre|:) el horno\./],
    ['Cuénteme cómo empezó', / cómo empezó\./],
    ['cuenteme algo de la harina', /(?:por|sobre|:) la harina\./],
    ['por donde empezó', / por dónde empezó\./],
  ])('with marks or a verb of its own is said once, and whole: %s', (topic, said) => {
    for (const { text } of letters({ wrote, topics: [topic] })) {
      expect(text).toMatch(said);
      expect(text).not.toMatch(/¿[^?]*¿|:[^.?(\n]*: /);
    }
  });

  it('with marks of its own stands behind the others', () => {
    const topics = ['horno y sueño: ¿se llevan bien?', 'el precio de la harina'];
    for (const { text } of letters({ wrote, topics }))
      expect(text).toMatch(/ el precio de la harina\. Horno y sueño: ¿se llevan bien\?/);
  });

  it.each([
    [['levadura'], / (?:sobre|con usted de) levadura\./],
    [['hornos', 'el pan'], / (?:sobre|con usted de) hornos y el pan\./],
    [['formación', 'el horno'], / (?:por|sobre) la formación y el horno\./],
    [['el horno', 'la masa'], / (?:por|sobre) el horno y la masa\./],
    [
      ['el horno', '¿Cuánto reposa la masa?'],
      / (?:del|sobre el) horno y hacerle una pregunta: ¿cuánto reposa la masa\?/,
    ],
    [
      ['¿qué levadura usa?', '¿Cuánto reposa la masa?'],
      / dos preguntas: ¿qué levadura usa\? ¿Cuánto reposa la masa\?/,
    ],
  ])('stands in a sentence, and behind no "Mi tema:": %j', (topics, said) => {
    for (const { text } of letters({ wrote, topics })) {
      expect(text).toMatch(said);
      expect(text).not.toMatch(/ temas?: | de el /);
    }
  });

  it.each(['Recomiéndeme una harina', 'Enséñeme el horno'])(
    'that asks for something to be done is left out: %s',
    (topic) => {
      for (const { text, leftOut, findings } of letters({ wrote, topics: [topic] })) {
        expect(text).not.toContain(topic.slice(3));
        expect(leftOut).toContainEqual({ field: 'topics', text: topic });
        expect(findings.map(({ rule }) => rule)).toContain('vague_topic');
      }
    },
  );
});

describe('a Spanish note that says tú to somebody addressed with usted', () => {
  it.each([
    ['qué cambiarias del horno', 'qué cambiaría del horno'],
    ['que harías distinto', 'qué haría distinto'],
    ['cómo dirias que empezó', 'cómo diría que empezó'],
    ['qué harina recomendarias', 'qué harina recomendaría'],
    ['qué harina recomiendas', 'qué harina recomienda'],
    ['por donde empezarias', 'por dónde empezaría'],
  ])('is turned, and holds the letter: %s', (topic, said) => {
    for (const { text, findings } of letters({ wrote, topics: [topic] })) {
      expect(findings).toContainEqual(
        expect.objectContaining({ rule: 'form_of_address', severity: 'error' }),
      );
      expect(text).toContain(said);
    }
  });

  it.each(['las librerías del barrio', 'carpinterias y categorias', 'las secretarias', 'materias'])(
    'is none for a noun that ends like a verb: %s',
    (topic) => {
      for (const { findings } of letters({ wrote, topics: [topic] }))
        expect(findings.map(({ rule }) => rule)).not.toContain('form_of_address');
    },
  );
});

describe('a Spanish note about the reader to somebody else', () => {
  it.each([
    ['foundThrough', 'una prima que hornea con ella'],
    ['foundThrough', 'un alumno de él'],
    ['admire', 'que ella hornea de noche'],
    ['sharedAffiliation', 'un curso con él'],
  ] as const)('is left out and named (%s: %s)', (field, note) => {
    for (const { text, leftOut, findings } of letters({ wrote, [field]: note })) {
      expect(text).not.toMatch(/(?<!\p{L})(?:él|ella)(?!\p{L})/u);
      expect(leftOut).toContainEqual({ field, text: note });
      expect(findings).toContainEqual(expect.objectContaining({ rule: 'finish_sentence', field }));
    }
  });

  it('is none where "ella" is a thing that the note names', () => {
    const admire = 'cómo habla de la ciudad y de quienes viven en ella';
    for (const { text } of letters({ wrote, admire })) expect(text).toContain(admire);
  });
});

describe('where one came across somebody, in Spanish', () => {
  it.each([
    ['la feria del pan, el 6 de junio', /su trabajo en la feria del pan, el 6 de junio\./],
    ['el III congreso de molineros', /su trabajo en el III congreso de molineros\./],
    ['Jornadas del Pan', /su trabajo en las Jornadas del Pan\./],
    ['festival de la harina', /su trabajo en el festival de la harina\./],
    ['charla sobre el pan en Lugo', /su trabajo en una charla sobre el pan en Lugo\./],
    ['un reportaje de la revista Miga', / gracias a un reportaje de la revista Miga\./],
    ['el boletín del gremio', / gracias al boletín del gremio\./],
  ])('an event is a place, and a medium a means: %s', (foundThrough, said) => {
    for (const { text } of letters({ foundThrough })) expect(text).toMatch(said);
  });

  it.each(['un podcast', 'una feria', 'un taller online'])(
    'is not said where there are many of them: %s',
    (foundThrough) => {
      for (const { text, leftOut, findings } of letters({ foundThrough })) {
        expect(text).not.toContain(foundThrough);
        expect(leftOut).toContainEqual({ field: 'foundThrough', text: foundThrough });
        expect(findings.map(({ rule }) => rule)).toContain('no_reason');
      }
    },
  );
});

describe('a Spanish company', () => {
  it.each([
    ['Cooperativa del Trigo', 'la Cooperativa del Trigo'],
    ['Ayuntamiento de Lugo', 'el Ayuntamiento de Lugo'],
    ['Bodega Goñi', 'la Bodega Goñi'],
    ['Carpintería Goñi', 'la Carpintería Goñi'],
    ['La Asociación del Pan', 'la Asociación del Pan'],
    ['Bodegas Goñi', 'Bodegas Goñi'],
    ['Panes Goñi', 'Panes Goñi'],
    ['Ayto. de Lugo', 'el Ayuntamiento de Lugo'],
    ['Ayto. Lugo', 'el Ayuntamiento de Lugo'],
    ['Univ. de Vigo', 'la Universidad de Vigo'],
    ['Hosp. Univ. de Lugo', 'el Hospital Universitario de Lugo'],
    ['Hosp. Gral. de Lugo', 'el Hospital General de Lugo'],
    ['Dir. Gral. de Comercio', 'la Dirección General de Comercio'],
    ['Dpto. de Molinería', 'el Departamento de Molinería'],
    ['St. Honoré Panes', 'St. Honoré Panes'],
    ['El Buen Pan', 'El Buen Pan'],
    ['harinas del molino alto', 'Harinas del Molino Alto'],
    ['HARINAS DEL MOLINO ALTO', 'Harinas del Molino Alto'],
    ['la panera de lugo', 'La Panera de Lugo'],
  ])('%s is named "%s" in the letter and its subject', (company, said) => {
    for (const { text, subject } of letters({ company })) {
      expect(text).toMatch(new RegExp(` en ${said}[.,]`));
      expect(subject).toContain(`sobre ${said}`);
    }
  });
});

describe('a Spanish role', () => {
  it.each([
    ['Maestro Panadero', 'maestro panadero'],
    ['Director de Calidad', 'director de calidad'],
    ['Jefe de Servicio', 'jefe de servicio'],
    ['Alcalde de Lugo', 'alcalde de Lugo'],
    ['Panadero & Owner', 'panadero'],
    ['Head of Bread', 'head of bread'],
  ])('is in small letters and one language: %s', (role, said) => {
    for (const { text } of letters({ name: 'Juan Roe', role, wrote, company: 'Panes Goñi' }))
      expect(text).toMatch(new RegExp(` ${said} en Panes Goñi`));
  });

  it('that is partly English is named on the card', () => {
    for (const { findings } of letters({ name: 'Juan Roe', role: 'Panadero & Owner', wrote }))
      expect(findings).toContainEqual(
        expect.objectContaining({ rule: 'note_language', field: 'role' }),
      );
  });

  it.each([
    [{ name: 'Elvira Roe' }, false],
    [{ name: 'Roe, Elvira' }, false],
    [{ name: 'Ariel Roe', addressAs: 'Sra.' }, false],
    [{ name: 'Borja Roe' }, true],
    [{ name: 'Elvira Roe', addressAs: 'Sr.' }, true],
  ])('of a man is not said of a woman: %o', (person, isSaid) => {
    for (const { text, findings } of letters({ ...person, role: 'panadero', wrote })) {
      expect(text.includes('panadero')).toBe(isSaid);
      expect(
        findings.some(({ rule, field }) => rule === 'finish_sentence' && field === 'role'),
      ).toBe(!isSaid);
    }
  });
});

describe('a Spanish path', () => {
  it.each([
    ['panadería -> enseñanza', /entender cómo pasó de la panadería a la enseñanza\./],
    ['periodismo -> el obrador', /entender cómo pasó del periodismo al obrador\./],
    ['panadera -> molinera', /entender cómo pasó de panadera a molinera\./],
    ['derecho -> banca -> panadería', / del derecho a la banca y después a la panadería\./],
    ['hornos -> levaduras', /primero hornos, después levaduras\./],
    ['panadera -> enseñanza', /primero panadera, después enseñanza\./],
  ])('is a sentence where its articles are certain: %s', (path, said) => {
    for (const { text } of letters({ path, wrote })) expect(text).toMatch(said);
  });
});
