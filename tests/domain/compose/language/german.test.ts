import { describe, expect, it } from 'vitest';
import {
  atCompany,
  companyAsObject,
  ofCompany,
  toCompany,
} from '../../../../domain/compose/language/de/company.ts';
import { german } from '../../../../domain/compose/language/de/german.ts';
import { compose } from '../../../../domain/compose/compose.ts';
import { companyName } from '../../../../domain/compose/letters/outreach/work.ts';
import { toReader } from '../../../../domain/compose/language/de/third-person.ts';
import { orderOf } from '../../../../domain/compose/language/de/word-order.ts';
import { jane, stranger } from '../../people.ts';
import { firstMail, firstMails } from '../first-mail.ts';
import type { Wording } from '../../../../domain/compose/language/language.ts';
import { accusative } from '../../../../domain/compose/language/de/nouns.ts';
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
    ['Sie', formal, /\bIhr(?:es|em)? Weg/],
    ['du', informal, /\b[Dd]ein(?:es|em)? Weg/],
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

describe('a house with its article', () => {
  it.each([
    ['Lehmwerkstatt Krug', 'bei der Lehmwerkstatt Krug', 'zur Lehmwerkstatt Krug'],
    ['Bergrettung Murau', 'bei der Bergrettung Murau', 'zur Bergrettung Murau'],
    ['Freie Schule Uelzen', 'an der Freien Schule Uelzen', 'zur Freien Schule Uelzen'],
    ['Evangelische Akademie Loccum', 'an der Evangelischen Akademie Loccum', 'zur Evangelischen'],
    ['Deutsches Korbmuseum', 'am Deutschen Korbmuseum', 'zum Deutschen Korbmuseum'],
    ['Deutscher Seewetterdienst', 'beim Deutschen Seewetterdienst', 'zum Deutschen'],
    ['Deutsche Werkstätten Hellerau', 'bei den Deutschen Werkstätten Hellerau', 'zu den'],
    ['Neue Jüdische Musikschule', 'an der Neuen Jüdischen Musikschule', 'zur Neuen'],
    ['Atelier Krug', 'im Atelier Krug', 'zum Atelier Krug'],
    ['Architekturbüro Krug', 'beim Architekturbüro Krug', 'zum Architekturbüro Krug'],
    ['Imkerverein Uelzen', 'beim Imkerverein Uelzen', 'zum Imkerverein Uelzen'],
    ['Hamburger Kinderverlag', 'beim Hamburger Kinderverlag', 'zum Hamburger Kinderverlag'],
    ['Tierklinik Krug', 'an der Tierklinik Krug', 'zur Tierklinik Krug'],
    ['Hirsch-Apotheke', 'in der Hirsch-Apotheke', 'zur Hirsch-Apotheke'],
    ['Praxis Dr. Krug', 'in der Praxis Dr. Krug', 'zur Praxis Dr. Krug'],
    ['Gesundheitsamt Uelzen', 'beim Gesundheitsamt Uelzen', 'zum Gesundheitsamt Uelzen'],
    ['Institut für Deichbau', 'am Institut für Deichbau', 'zum Institut für Deichbau'],
    ['Jugendzentrum Uelzen', 'im Jugendzentrum Uelzen', 'zum Jugendzentrum Uelzen'],
    ['Krug-Stiftung', 'bei der Krug-Stiftung', 'zur Krug-Stiftung'],
    ['Anna Krug Stiftung', 'bei der Anna Krug Stiftung', 'zur Anna Krug Stiftung'],
    ['Winzergenossenschaft Murau', 'bei der Winzergenossenschaft Murau', 'zur Winzer'],
    ['Tower Uelzen', 'im Tower Uelzen', 'zum Tower Uelzen'],
    ['Ziegenhof Krug', 'beim Ziegenhof Krug', 'zum Ziegenhof Krug'],
    ['Stadtwerke Murau', 'bei den Stadtwerken Murau', 'zu den Stadtwerken Murau'],
    ['AOK Nord', 'bei der AOK Nord', 'zur AOK Nord'],
    ['Landesamt für Moorschutz', 'beim Landesamt für Moorschutz', 'zum Landesamt für Moorschutz'],
    ['Umweltbundesamt', 'beim Umweltbundesamt', 'zum Umweltbundesamt'],
    ['Kanton Uri', 'beim Kanton Uri', 'zum Kanton Uri'],
    ['Forstdirektion Murau', 'bei der Forstdirektion Murau', 'zur Forstdirektion Murau'],
    ['Münsterbauhütte Uelzen', 'bei der Münsterbauhütte Uelzen', 'zur Münsterbauhütte Uelzen'],
    ['Das Nähhaus', 'beim Nähhaus', 'zum Nähhaus'],
    ['Der Laden Uelzen', 'im Laden Uelzen', 'zum Laden Uelzen'],
    ['Die Lampe', 'bei der Lampe', 'zur Lampe'],
    ['Die Bunte Werkstatt', 'bei der Bunten Werkstatt', 'zur Bunten Werkstatt'],
    ['Die Kornwerke', 'bei den Kornwerken', 'zu den Kornwerken'],
  ])('%s: %s', (company, at, to) => {
    expect(atCompany(company)).toBe(at);
    expect(toCompany(company)).toContain(to);
  });

  it.each([
    'Krug',
    'Krug & Partner',
    'Imhof',
    'Althaus',
    'Hans Imhof',
    'Neustadt',
    'Jung von Matt',
  ])('is not made of a proper name: %s', (company) => {
    expect([atCompany(company), toCompany(company), ofCompany(company)]).toEqual([
      `bei ${company}`,
      `zu ${company}`,
      `von ${company}`,
    ]);
  });

  it('has no article where the ending of its first word is not certain', () => {
    expect(atCompany('Wilde Werkstatt')).toBe('bei Wilde Werkstatt');
  });

  it('stands in quotation marks where its own article may be a plural', () => {
    expect(atCompany('Die Lehmbauer')).toBe('bei „Die Lehmbauer“');
    expect(toCompany('Die Lehmbauer')).toBe('zu „Die Lehmbauer“');
  });

  it.each([
    ['Das Nähhaus', 'des Nähhauses', 'das Nähhaus'],
    ['Korbmuseum Uelzen', 'des Korbmuseums Uelzen', 'das Korbmuseum Uelzen'],
    ['Deutsches Korbmuseum', 'des Deutschen Korbmuseums', 'das Deutsche Korbmuseum'],
    ['Freie Schule Uelzen', 'der Freien Schule Uelzen', 'die Freie Schule Uelzen'],
    ['Deutscher Imkerbund', 'des Deutschen Imkerbunds', 'den Deutschen Imkerbund'],
    ['Rathaus Uelzen', 'des Rathauses Uelzen', 'das Rathaus Uelzen'],
    ['Stadtwerke Murau', 'der Stadtwerke Murau', 'die Stadtwerke Murau'],
    ['WDR', 'des WDR', 'den WDR'],
    ['Krug', 'von Krug', 'Krug'],
  ])('%s in the genitive and as an object', (company, of, object) => {
    expect([ofCompany(company), companyAsObject(company)]).toEqual([of, object]);
  });
});

it.each([
  ['korbwerk e.U.', 'Korbwerk'],
  ['Korbwerk e.K', 'Korbwerk'],
  ['Krug & Sohn OG', 'Krug & Sohn'],
  ['Krug AG & Co. KG', 'Krug'],
  ['Krug & Co. KG', 'Krug'],
  ['Korbwerk gGmbH', 'Korbwerk'],
  ['Winzer Murau eG', 'Winzer Murau'],
  ['Krug a Syn, s.r.o.', 'Krug a Syn'],
  ['Krug, spol. s r.o', 'Krug'],
  ['Krug Sp. z o.o.', 'Krug'],
  ['Vertretung der EU', 'Vertretung der EU'],
])('a company is named without its legal form: %s', (company, name) => {
  expect(companyName(company)).toBe(name);
});

describe('who leads a house', () => {
  it.each([
    ['Inhaberin', 'Krug', 'weil Sie Krug führen.', 'Inhaberin von Krug'],
    ['Leiter', 'Korbmuseum Uelzen', 'weil Sie das Korbmuseum Uelzen leiten.', 'des Korbmuseums'],
    [
      'Gründerin',
      'Freie Schule Uelzen',
      'weil Sie die Freie Schule Uelzen gegründet haben.',
      'der Freien',
    ],
    ['Gründer und Geschäftsführer', 'Krug', 'weil Sie Krug führen.', 'Geschäftsführer von Krug'],
    ['Chefin', undefined, 'weil Sie Chefin sind.', 'Chefin'],
    [
      'Lehrerin',
      'Freie Schule Uelzen',
      'als Lehrerin an der Freien Schule Uelzen arbeiten.',
      'an der',
    ],
  ])('does not work at it: %s, %s', (role, company, why, as) => {
    expect(formal.weakReason({ role, company })?.[0]).toContain(why);
    for (const sentence of formal.work({ role, company }) ?? [])
      if (!sentence.startsWith('Was es heißt')) expect(sentence).toContain(as);
    expect(formal.work({ role, company })?.join(' ')).not.toMatch(/(?:in|er) (?:bei|am) /);
  });

  it('leads it with du as well', () => {
    expect(informal.weakReason({ role: 'Leiterin', company: 'Krug' })?.[0]).toContain(
      'weil du Krug leitest.',
    );
  });

  it('stands behind the path as its head', () => {
    const path = note('path', 'Lehre -> Meisterschule');
    for (const sentence of all(formal.path(path, { role: 'Inhaber', company: 'Krug' }, false)))
      expect(sentence).toContain('heute Inhaber von Krug');
  });
});

describe('a piece of theirs', () => {
  const place = { first: true, work: nowhere };

  it.each([
    ['der Aufsatz „Salz“', 'Ihr Aufsatz „Salz“'],
    ['den Aufsatz über Salz', 'Ihr Aufsatz über Salz'],
    ['das neue Buch über Salz', 'Ihr neues Buch über Salz'],
    ['der kurze Film über Salz', 'Ihr kurzer Film über Salz'],
    ['den letzten Vortrag über Salz', 'Ihr letzter Vortrag über Salz'],
    ['die Studie zu Salz', 'Ihre Studie zu Salz'],
    ['eine Studie zu Salz', 'Ihre Studie zu Salz'],
    ['einen Aufsatz über Salz', 'Ihr Aufsatz über Salz'],
    [
      'der Aufsatz „Salz“, besonders den Teil über Wasser',
      '„Salz“, besonders der Teil über Wasser',
    ],
    ['der Aufsatz „Salz“, vor allem die Seite 3', 'Ihr Aufsatz „Salz“, vor allem die Seite 3'],
  ])('is said to be theirs in every sentence: %s', (typed, said) => {
    const sentences = all(formal.wrote(note('wrote', typed), place));
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) expect(sentence).toContain(said);
  });

  it('is cut where what is named of it cannot agree', () => {
    const piece = note('wrote', 'der Aufsatz „Salz“, besonders dem Bild von Ana');
    for (const sentence of all(formal.wrote(piece, place))) {
      expect(sentence).toContain('Ihr Aufsatz „Salz“');
      expect(sentence).not.toMatch(/dem Bild/);
    }
  });

  it.each(['der Aufsatz über Salz', 'Der Aufsatz über Salz', 'den Aufsatz über Salz'])(
    'is theirs in the subject: %s',
    (wrote) => {
      const { subject } = compose({
        purpose: 'outreach',
        profile: { ...jane, language: 'de', about: 'Ich backe.', abouts: { de: 'Ich backe.' } },
        contact: { ...stranger, language: 'de', wrote },
        previous: undefined,
      });
      expect(subject).toBe('Ihr Aufsatz über Salz: eine Frage');
    },
  );
});

describe('topics', () => {
  const said = (...typed: readonly string[]) =>
    formal.topics(
      typed.flatMap((text) => {
        const topic = formal.topic(
          { field: 'topics', text, form: formOf(text, 'topics') },
          nowhere,
        );
        return 'as' in topic ? [topic] : [];
      }),
    );

  it.each([
    [
      ['Ernte am Steilhang: was hilft, was schadet'],
      /Ernte am Steilhang – was hilft, was schadet\.$/,
    ],
    [['der Keller: Licht und Luft', 'wie ein Fass reift'], / der Keller – Licht und Luft\.$/],
    [
      ['der Keller: wie halten Sie ihn kühl?', 'das Fass'],
      /\. Der Keller: Wie halten Sie ihn kühl\?$/i,
    ],
    [['Keller: wie halten Sie ihn kühl?'], /^Eine Frage bringe ich mit\. Keller: Wie halten Sie/],
  ])('have one colon in a sentence: %j', (typed, sentence) => {
    for (const each of said(...typed)) {
      expect(each).toMatch(sentence);
      for (const one of each.split(/(?<=[.?]) /)) expect(one.split(': ').length).toBeLessThan(3);
    }
  });

  it.each(['Torf', 'Schichtpläne'])('of one word make a sentence: %s', (topic) => {
    for (const each of said(topic)) {
      expect(each).toMatch(new RegExp(`[Üü]ber ${topic}[ .]`));
      expect(each).not.toContain(':');
    }
  });

  it('keep their colon where the word would take an ending', () => {
    expect(said('Kollege')[0]).toBe('Mein Thema wäre: Kollege.');
  });
});

it('has one colon where a detail brings its own', () => {
  for (const first of [true, false])
    for (const each of all(
      formal.admire(note('admire', 'Ihre Regel: langsam gießen'), { first, work: nowhere }),
    ))
      expect(each).toMatch(/ Ihre Regel(?::| –) langsam gießen\.$/);
});

describe('the order of a question', () => {
  it.each([
    'welche Hölzer man zuerst lernen sollte',
    'welche Hölzer ich brauche',
    'wie oft man den Ofen reinigt',
    'wie lange die Ausbildung dauert',
    'woran Lehrlinge scheitern',
    'wie viele Pausen Sie machen',
    'ob sich eine eigene Mühle lohnt',
    'wie es vom Sägewerk zur Schule kam',
    'was Sie an der Gärung überrascht',
    'was zählt',
    'mit welchem Mehl Sie anfangen würden',
  ])('is that of one that is told: %s', (text) => {
    expect(orderOf(text)).toBe('indirect');
    expect(formOf(`${text}?`, 'topics')).toBe('clause');
  });

  it.each([
    'welche Hölzer braucht man zuerst',
    'welche Hölzer brauch ich',
    'welche Hölzer brauche ich für den Anfang',
    'wie lernt man das Mahlen',
    'wie lange dauert die Ausbildung',
    'woran scheitert die Ernte',
    'was hilft gegen Heimweh',
    'warum gehen Lehrlinge so früh',
    'wie viele Pausen machen Sie',
    'was war im ersten Jahr am schwersten',
    'wie kam es zur eigenen Mühle',
  ])('is that of one that is asked: %s', (text) => {
    expect(orderOf(text)).toBe('direct');
    expect(formOf(text, 'topics')).toBe('question');
  });

  it.each(['Mehl und Wasser', 'welche Hölzer', 'dass Sie backen'])('is none: %s', (text) => {
    expect(orderOf(text)).toBeUndefined();
  });

  it('makes it part of a sentence, or a question of its own', () => {
    for (const { text } of firstMails('de', {
      topics: ['das Mahlen', 'welche Hölzer man zuerst kennen sollte?'],
    }))
      expect(text).toMatch(/ die Frage, welche Hölzer man zuerst kennen sollte\./);
    for (const { text } of firstMails('de', { topics: ['welche Hölzer braucht man zuerst'] }))
      expect(text).toContain(' Welche Hölzer braucht man zuerst?');
  });
});

it.each([
  'dass Sie den Sauerteig jedem gezeigt haben, statt ihn zu verstecken',
  'wie ruhig Sie den Ofen bedienen, ohne ihn anzusehen',
])('a clause in which the reader acts is said whole: %s', (admire) => {
  for (const { text, leftOut } of firstMails('de', { admire })) {
    expect(text).toContain(`, ${admire}.`);
    expect(leftOut).toEqual([]);
  }
});

it('what is no question is no topic: a clause with dass', () => {
  const { leftOut } = firstMail('de', { topics: ['dass Brot teuer wird'] });
  expect(leftOut).toContainEqual({ field: 'topics', text: 'dass Brot teuer wird' });
});

it('asks for the capital of a noun that a question names', () => {
  const { text, findings } = firstMail('de', { topics: ['welche hölzer braucht man'] });
  expect(text).not.toContain('hölzer');
  expect(findings.map(({ rule }) => rule)).toContain('spelling');
});

describe('a note that speaks of the reader to others', () => {
  it.each([
    ['ob sie Lehrlinge nimmt', 'ob Sie Lehrlinge nehmen'],
    ['ob er auch wandert', 'ob Sie auch wandern'],
    ['wie offen sie über Fehler spricht', 'wie offen Sie über Fehler sprechen'],
    ['Wie hat sie die Mühle bezahlt', 'Wie haben Sie die Mühle bezahlt'],
    ['Nimmt er Lehrlinge', 'Nehmen Sie Lehrlinge'],
    ['wie sie zum Brot kam', 'wie Sie zum Brot kamen'],
    ['sie hat mit 60 noch gelernt', 'Sie haben mit 60 noch gelernt'],
    ['Er arbeitet ohne Waage', 'Sie arbeiten ohne Waage'],
    ['Sie sagt, dass Brot warten kann', 'Sie sagen, dass Brot warten kann'],
    ['der Vortrag, den sie in Ulm hielt', 'der Vortrag, den Sie in Ulm hielten'],
    ['dass er den Teig zeigt, statt ihn zu verstecken', 'dass Sie den Teig zeigen, statt ihn zu'],
  ])('is turned to them: %s', (typed, said) => {
    expect(toReader(typed)).toContain(said);
  });

  it.each([
    'Er leitet die Mühle und hat drei Kinder',
    'wie sie ihre Lehrlinge findet',
    'Herr Krug leitet seit 2010 die Mühle',
    'wie das mit ihm war',
  ])('is turned only where every word is certain: %s', (typed) => {
    expect(toReader(typed)).toBeUndefined();
  });

  it.each(['wie Öfen altern und wann sie springen', 'wie Sie backen', 'das Mehl'])(
    'is none: %s',
    (typed) => {
      expect(toReader(typed)).toBe(typed);
    },
  );

  it('is said to them, or left out', () => {
    for (const { text } of firstMails('de', {
      admire: 'sie hat mit 60 noch gelernt, Respekt!!',
      topics: ['ob sie Gäste nimmt', 'wie hat sie die Mühle gefunden'],
    })) {
      expect(text).toContain('Sie haben mit 60 noch gelernt.');
      expect(text).toContain('ob Sie Gäste nehmen');
      expect(text).toContain('Wie haben Sie die Mühle gefunden?');
    }
    const path = 'Frau Krug leitet die Mühle, davor war sie Köchin';
    const { text, leftOut } = firstMail('de', { path, wrote: 'Ihr Buch über Salz' });
    expect(text).not.toContain('Frau Krug');
    expect(leftOut).toContainEqual({ field: 'path', text: path });
  });
});

it.each([
  'für einen einzigen Laib haben Sie drei Tage lang gewartet',
  'Jeden Lehrling lassen Sie zuerst fegen',
  'am Ofen sind Sie immer gelassen',
])('a sentence that begins with anything but Sie stands alone: %s', (admire) => {
  for (const { text } of firstMails('de', { admire, wrote: 'Ihr Buch über Salz' }))
    expect(text).toContain(`. ${admire.slice(0, 1).toUpperCase()}${admire.slice(1)}. Das `);
  for (const { text } of firstMails('de', { admire }))
    expect(text).toContain(`\n\n${admire.slice(0, 1).toLowerCase()}${admire.slice(1)}. `);
});

describe('a topic in a sentence', () => {
  it.each([
    ['der Umgang mit Sauerteig', 'den Umgang mit Sauerteig'],
    ['der frühe Morgen', 'den frühen Morgen'],
    ['Ihr Weg in die Mühle', 'Ihren Weg in die Mühle'],
    ['die Kosten einer Mühle', 'die Kosten einer Mühle'],
    ['das Mahlen', 'das Mahlen'],
    ['Hefe', 'Hefe'],
  ])('may stand in the accusative: %s', (topic, said) => {
    expect(accusative(topic)).toBe(said);
  });

  it.each(['der Teig und der Ofen', 'Kollege', 'alter Roggen aus Murau', 'Ihr Dings'])(
    'has none that is certain: %s',
    (topic) => {
      expect(accusative(topic)).toBeUndefined();
    },
  );

  it.each([
    [['der Umgang mit Sauerteig']],
    [['die Kosten einer Mühle']],
    [['Ausbildung in der Mühle', 'das Mahlen']],
    [['Wie hält man den Ofen warm?', 'Was kostet ein Mahlgang?']],
    [['das Mahlen', 'Wie hält man den Ofen warm?']],
  ])('needs no colon: %j', (topics) => {
    for (const { text } of firstMails('de', { topics })) {
      expect(text.replace('https:', '')).not.toContain(':');
      expect(text).not.toMatch(/(?<!die )Ausbildung in/);
    }
  });
});

describe('a detail', () => {
  it.each([
    'der Mut, den Teig zwei Tage warten zu lassen',
    'Ihr Satz, dass Brot beim Mahlen anfängt',
    'die Skizzen aus der Mühle',
  ])('needs no colon behind a reason: %s', (admire) => {
    for (const { text } of firstMails('de', { admire, wrote: 'Ihr Buch über Salz' })) {
      expect(text).toContain(` ${admire}.`);
      expect(text.replace('https:', '')).not.toContain(':');
    }
  });

  it('is asked for anew where a verdict follows it', () => {
    const admire = 'Ihr Film über Hefe, richtig gut gemacht';
    const { text, leftOut } = firstMail('de', { admire });
    expect(text).not.toContain('richtig gut');
    expect(leftOut).toContainEqual({ field: 'admire', text: admire });
  });
});

it.each([
  ['Erzählen Sie mal wie es vom Büro zur Mühle kam', /, wie es vom Büro zur Mühle kam\./],
  ['Erzählen Sie mir doch bitte von der Ernte', /der Ernte/],
])('a wish is heard without its small words: %s', (topic, said) => {
  const { text } = firstMail('de', { topics: [topic, 'das Mahlen'] });
  expect(text).not.toMatch(/ (?:mal|doch|bitte) /);
  if (topic.includes(' wie ')) expect(text).toMatch(said);
});

it.each(['Bitte um Tipps', 'mal Mehl und so'])('no topic is made of %s', (topic) => {
  const { text, leftOut } = firstMail('de', { topics: [topic] });
  expect(text).not.toContain(topic);
  expect(leftOut.map(({ field }) => field)).toContain('topics');
});

it.each([
  'Habe ich auf der Seite der Innung gefunden.',
  'habe auf der Seite der Innung gefunden',
  'auf der Seite der Innung gefunden',
])('who was found is said: %s', (foundThrough) => {
  expect(firstMail('de', { foundThrough, wrote: 'Ihr Buch über Salz' }).text).toContain(
    'Ich habe Sie auf der Seite der Innung gefunden.',
  );
});

it('asks for a role that is cut short, and calls a dash a gap', () => {
  const { text, findings } = firstMail('de', { role: 'Verfahrensing.', admire: '-' });
  expect(text).not.toContain('Verfahrensing');
  expect(findings.map(({ field, rule }) => `${field}:${rule}`)).toEqual(
    expect.arrayContaining(['role:spelling', 'admire:note_gap']),
  );
});

it.each(['ob sie Praktikantinnen nimmt', 'ob Sie gerade Lehrlinge suchen', 'Nehmen Sie Azubis?'])(
  'asks for no place, as little as for a job: %s',
  (topic) => {
    const { text, findings } = firstMail('de', { topics: [topic] });
    expect(text).not.toMatch(/Praktikant|Lehrling|Azubi/);
    expect(findings.map(({ rule }) => rule)).toContain('job_in_topic');
  },
);

it('asks about a topic of theirs in the subject', () => {
  const { subject } = firstMail('de', { topics: ['Ihr Weg in die Mühle'] });
  expect(subject).toBe('Eine Frage zu Ihrem Weg in die Mühle');
});

it.each([
  ['wrote', 'Ihre Skizzen aus der Mühle'],
  ['foundThrough', 'die Skizzen in der Brotzeitung'],
] as const)('a plural needs no colon either: %s', (field, note) => {
  for (const { text } of firstMails('de', { [field]: note }))
    expect(text).toContain(` durch ${note}`);
});

it('writes out a role of two letters', () => {
  const { text } = firstMail('de', { role: 'GF', company: 'Krug' });
  expect(text).toContain('in der Geschäftsführung bei Krug');
});

it.each([
  ['admire', 'das Interview, in dem sie von ihrem Vater sprach'],
  ['foundThrough', 'der Vortrag beim Brotfest, war super'],
  ['path', 'lernte Köchin und ist jetzt Müllerin'],
] as const)('asks for another wording of %s: %s', (field, note) => {
  const { text, leftOut } = firstMail('de', { wrote: 'Ihr Buch über Salz', [field]: note });
  expect(text).not.toContain(note);
  expect(leftOut).toContainEqual({ field, text: note });
});

it.each([
  ['warum Roggen', 'Warum Roggen?'],
  ['welche Schule', 'Welche Schule?'],
  ['mehr Zeit für die Familie', 'mehr Zeit für die Familie.'],
])('a short topic keeps its words: %s', (topic, said) => {
  expect(firstMail('de', { topics: [topic] }).text).toContain(said);
});
