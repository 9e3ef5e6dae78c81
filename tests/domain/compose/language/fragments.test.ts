import { describe, expect, it } from 'vitest';
import { compose } from '../../../../domain/compose/compose.ts';
import { jane, stranger } from '../../people.ts';
import { firstMail as letter } from '../first-mail.ts';

const wroteIn = {
  en: 'your book on rye',
  de: 'Ihr Buch über Roggen',
  fr: 'votre livre sur le seigle',
  es: 'su libro sobre el centeno',
} as const;

type Case = readonly [note: string, said: RegExp];

describe('a fragment that fits into no sentence', () => {
  it.each([
    ['en', 'topics', 'lonely?'],
    ['en', 'topics', 'winter what happens'],
    ['en', 'topics', 'grain to flour how'],
    ['en', 'topics', 'whole grain mill legal side'],
    ['en', 'topics', 'how much flour before opening'],
    ['en', 'topics', 'licence for a stall how long'],
    ['en', 'topics', 'next step captain'],
    ['en', 'topics', 'money first year'],
    ['en', 'topics', 'no diploma'],
    ['de', 'topics', 'Montage, wie oft weg'],
    ['de', 'topics', 'Backschein nötig?'],
    ['en', 'admire', 'clear enough for a child'],
    ['en', 'admire', 'tells you when the bread is bad'],
    ['en', 'admire', 'charming loaves made plain'],
    ['en', 'admire', 'long fermentation, short talks'],
    ['de', 'admire', 'ehrlich, knapp, keine Floskeln'],
    ['de', 'admire', 'bleibt am Ofen immer gelassen'],
    ['de', 'admire', 'lange Gare, kurze Reden'],
  ] as const)('is left out, and the card asks for a sentence (%s %s: %s)', (code, field, note) => {
    const { text, findings, leftOut } = letter(code, {
      wrote: wroteIn[code],
      [field]: field === 'topics' ? [note] : note,
    });
    expect(text.toLowerCase()).not.toContain(note.toLowerCase());
    expect(leftOut).toContainEqual({ field, text: note });
    expect(findings).toContainEqual(
      expect.objectContaining({ field, message: expect.stringContaining(note) as string }),
    );
  });

  it.each([
    ['en', 'newsletter'],
    ['en', 'author of the docs'],
    ['en', 'podcast guest on Crumbs'],
    ['de', 'Kollege'],
    ['de', 'Stellenanzeige im Netz gesehen'],
    ['fr', 'camarade de promo'],
    ['es', 'compañera de piso'],
  ] as const)('is left out where it says how one found them (%s: %s)', (language, foundThrough) => {
    const { text, leftOut, findings } = letter(language, {
      foundThrough,
      wrote: wroteIn[language],
    });
    expect(text).not.toContain(foundThrough);
    expect(leftOut).toContainEqual({ field: 'foundThrough', text: foundThrough });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'finish_sentence', field: 'foundThrough' }),
    );
  });
});

const english: Readonly<Record<string, readonly Case[]>> = {
  admire: [
    ['never wastes a crumb', /that you never waste a crumb\./],
    ['calls yeast a colleague', /that you call yeast a colleague\./],
    ['Brought the oven to the school', /that you brought the oven to the school\./],
    ['everybody says she has the best starter', /^Everybody says you have the best starter\.$/m],
    ['the rye page is the first I understood', /^The rye page is the first I understood\.$/m],
    ['Her crust does half the work', /that your crust does half the work\./],
    [
      'Joe reckons you are the best baker he has met',
      /^Joe reckons you are the best baker he has met\.$/m,
    ],
    ['knows every loaf by its crust', /that you know every loaf by its crust\./],
    ['Not once did you laugh at a beginner', /^Not once did you laugh at a beginner\.$/m],
    ["last week's loaf made me cry on the bus", /^Last week's loaf made me cry on the bus\.$/m],
    ['chapter 9', / chapter 9\.|Chapter 9 made me/],
    ['patience with apprentices', /your patience with apprentices/i],
    ['2nd place at the bread fair', /your 2nd place at the bread fair/i],
    [
      'how open you are. loved the post on waste!',
      /how open you are\. I loved the post on waste\./,
    ],
    ['the crumb :)', /the crumb\.|The crumb /],
    ['u answered me within 5 min lol', /that you answered me within 5 minutes\./],
  ],
  foundThrough: [
    ['my grandmother bought flour from you', /^My grandmother bought flour from you\.$/m],
    ['my flatmate Joe sings your praises', /^My flatmate Joe sings your praises\.$/m],
    ['Porto Bread Show 2023', /at the Porto Bread Show 2023\./],
    ['his YouTube channel', /[Yy]our YouTube channel/],
    ['Guild of Millers mentoring scheme', /the Guild of Millers mentoring scheme/],
    ['panel "Who Eats Crusts" (Porto)', /the panel "Who Eats Crusts" \(Porto\)/i],
    ['Visited the mill twice', /^I visited the mill twice\.$/m],
    ['name on a patent for slow ovens', /^I came across your name on a patent for slow ovens\.$/m],
    ['recommended by the guild', /^You were recommended to me by the guild\.$/m],
    ['saw her being interviewed on TV', /^I saw you being interviewed on TV\.$/m],
    ['the Rye Fair, I asked you about salt', /the Rye Fair[^,]*\. I asked you about salt\./],
    ['met you on a rainy thursday', /on a rainy Thursday\./],
    ['linkedin - he answered my post on rye', /on LinkedIn\. You answered my post on rye\./],
    ['Porto alumni portal', /the Porto alumni portal/],
    ['slack group for bakers', /a Slack group for bakers/],
  ],
  wrote: [
    ['the 2021 report on grain', /your 2021 report on grain/i],
    ['blogpost re: sour dough', /your blog post about sour dough/i],
    ["essay: 'Salt and Time'", /your essay 'Salt and Time'/i],
    ['Salt, Time and Rye (book)', /your book "Salt, Time and Rye"/i],
    ['Column in The Mill every week', /your column in The Mill/i],
    ['Blog post: Why I Bake at Night', /your blog post "Why I Bake at Night"/i],
    ['the book I carry around: Rye and Salt', /"Rye and Salt", the book I carry around/],
    ['The blog. All of it.', /your blog(?!\. All)/i],
  ],
  sharedAffiliation: [
    ['did the same course as me in Porto', /^We both did the same course in Porto\.$/m],
  ],
  topics: [
    [
      'R or Python??',
      /question: R or Python\?|question above all: R or Python\?|bring: R or Python\?|ask: R or Python\?/,
    ],
    ['being the only baker', /what it is like to be the only baker\./],
    ['apprentices: blessing or burden?', /: apprentices, blessing or burden\?/],
    ['cheap flour, is it possible?', /: cheap flour, is it possible\?/],
    ['diploma, yes or no', /: diploma, yes or no\?/],
    ['milling worth it?', /: is milling worth it\?/],
    ['first oven', / your first oven\./],
    ['first aid', / first aid\./],
    ['finding a mentor', / finding a mentor\./],
    ['baking session', / baking sessions\./],
    ['good apprentice', / what makes a good apprentice\./],
    ['worst customer', / your worst customer\./],
    ['flour storage', / flour storage\./],
    ['chemistry degree useful?', /: chemistry degree, useful\?/],
    ['how do bakers and millers get on', /: how do bakers and millers get on\?/],
    ['pros and cons of rye', /the pros and cons of rye/],
    ['ask her how she hires', /how you hire/],
  ],
  role: [
    ['Ops', / in operations/],
    ['HEAD OF R&D', /as Head of R&D /],
    ['pastry chef/bread teacher', /as a pastry chef and bread teacher /],
    ['they/them - Head Baker', /as Head Baker /],
    ['R&D', / in R&D/],
    ['baker, sourdough team', /as a baker at|as a baker /],
    ['baker (part-time)', /as a baker /],
    ['Professor of Grain Science', /as Professor of Grain Science/],
  ],
};

describe.each(Object.entries(english))('an English note of %s', (field, cases) => {
  it.each(cases)('is said: %s', (note, said) => {
    const { text } = letter('en', {
      ...(field === 'role' ? { company: 'Crumb & Co' } : {}),
      [field]: field === 'topics' ? [note] : note,
    });
    expect(text).toMatch(said);
    expect(text).not.toMatch(/ lol|:\)|\.\.|\bshe\b|\bher\b/);
  });
});

const german: Readonly<Record<string, readonly Case[]>> = {
  admire: [
    ['Mut zur Lücke', / Ihr Mut zur Lücke\./],
    ['Geduld mit Lehrlingen', / Ihre Geduld mit Lehrlingen\./],
    ['meine Tante kauft jede Woche bei Ihnen', /^meine Tante kauft jede Woche bei Ihnen\.$/m],
  ],
  foundThrough: [
    ['Tag des offenen Ofens', /beim Tag des offenen Ofens\./],
    ['Tagung der Müller', /bei der Tagung der Müller\./],
    ['zufällig in Ihrer Backstube gelandet', /^ich bin zufällig in Ihrer Backstube gelandet\.$/m],
    ['habe ihn im Radio gehört', /^ich habe Sie im Radio gehört\.$/m],
    ['mein Bruder kennt sie', /^mein Bruder kennt Sie\.$/m],
    ['bin an Ihrer Mühle vorbeigekommen', /^ich bin an Ihrer Mühle vorbeigekommen\.$/m],
  ],
  sharedAffiliation: [
    ['aufgewachsen in Ulm', /^wir sind beide in Ulm aufgewachsen\.$/m],
    ['studiert in Ulm', /^wir haben beide in Ulm studiert\.$/m],
  ],
  referredBy: [
    ['meinem Kollegen Jan Roth', /(?:^|hat mich )mein Kollege Jan Roth/m],
    ['meiner Nachbarin Eva Roth', /(?:^|hat mich )meine Nachbarin Eva Roth/m],
    ['Herrn Roth', /Herr Roth/],
    ['Eva Roth (Nachbarin)', /Eva Roth (?!\()/],
    ['unserem Meister Herrn Roth', /(?:^|hat mich )unser Meister Herr Roth/m],
    ['von meiner Tante Eva Roth', /(?:^|hat mich )meine Tante Eva Roth/m],
  ],
  topics: [
    ['wie finanziert ihr euch', /[.:] Wie finanziert ihr euch\?/],
    ['mit Kunden reden', /, wie man mit Kunden redet\./],
    ['Kunden überraschen', /, wie man Kunden überrascht\./],
    ['Teig auswählen', /, wie man Teig auswählt\./],
    ['Kunden gewinnen', /, wie man Kunden gewinnt\./],
    ['Mehl sparen ohne Teig zu verlieren', /: Mehl sparen ohne Teig zu verlieren\./],
    ['nach der Schicht abschalten', /, wie man nach der Schicht abschaltet\./],
    ['Gäste einladen', /, wie man Gäste einlädt\./],
    ['Rezepte lesen', /, wie man Rezepte liest\./],
  ],
};

describe.each(Object.entries(german))('a German note of %s', (field, cases) => {
  it.each(cases)('is said: %s', (note, said) => {
    const { text } = letter('de', {
      formality: note.includes('ihr') ? 'informal' : undefined,
      [field]: field === 'topics' ? [note] : note,
    });
    expect(text).toMatch(said);
  });

  it('has its title as it is written: "i. R."', () => {
    const { text } = letter('de', { role: 'Müller i. R.', company: 'Mühle Roth' });
    expect(text).toContain('Müller i. R. bei');
  });

  it.each([
    ['Richter am Amtsgericht', 'Amtsgericht Ulm', /Richter beim Amtsgericht Ulm/],
    [
      'Leiterin des Mühlenarchivs',
      'Mühlenarchiv Ulm',
      /Leiterin des Mühlenarchivs Ulm|das Mühlenarchiv Ulm (?:leiten|zu leiten)/,
    ],
    ['Qualitätssicherung', 'Mühle Roth', /in der Qualitätssicherung bei Mühle Roth/],
    ['Müllerin', 'Bayerische Brotbank', /Müllerin bei der Bayerischen Brotbank/],
  ])('names role and place once, and with an article: %s, %s', (role, company, said) => {
    expect(letter('de', { role, company }).text).toMatch(said);
    expect(letter('de', { role, company, wrote: wroteIn.de }).text).toMatch(said);
  });
});

it('says Herrn where a German subject needs the dative', () => {
  const { subject } = letter('de', { referredBy: 'Herr Krause-Lindenberg vom Mühlenverband Süd' });
  expect(subject).not.toMatch(/von Herr /);
});

it('joins German topics that hold an "und" by "sowie", and questions as one list', () => {
  const { text } = letter('de', {
    admire: 'wie Sie backen',
    topics: ['Roggen und Salz', 'wie ein Ofen reift', 'welches Mehl Sie wählen'],
  });
  expect(text).toContain(
    'Roggen und Salz sowie die Fragen, wie ein Ofen reift und welches Mehl Sie wählen',
  );
});

const french: Readonly<Record<string, readonly Case[]>> = {
  foundThrough: [
    ['rencontrée au Salon du pain', /^J'ai fait votre connaissance au Salon du pain\.$/m],
    ['entendu à la Fête du blé', /^J'ai eu l'occasion de vous entendre à la Fête du blé\.$/m],
    ["votre pain m'accompagne chaque matin", /^Votre pain m'accompagne chaque matin\.$/m],
    ['ma tante vous achète du pain', /^Ma tante vous achète du pain\.$/m],
    ['insta', /sur Instagram\./],
    ['documentaire sur Arte', /grâce à un documentaire sur Arte\./],
  ],
  role: [
    ['ingénieur', /qu'ingénieur|d'ingénieur/],
    ['horloger', /d'horloger/],
    ['meunier, compagnon du devoir', /(?:que|de) meunier(?! ?,)/],
  ],
  company: [
    ['Boulangerie du Port', /à la Boulangerie du Port/],
    ['Radio Levain', /à Radio Levain/],
    ['Atelier Blé', /à l'Atelier Blé/],
    ['SNCF', /à la SNCF/],
    ['INRAE', /à l'Inrae/],
  ],
};

describe.each(Object.entries(french))('a French note of %s', (field, cases) => {
  it.each(cases)('is said: %s', (note, said) => {
    const { text } = letter('fr', {
      ...(field === 'role' ? { company: 'Levain', wrote: wroteIn.fr } : {}),
      [field]: note,
    });
    expect(text).toMatch(said);
  });
});

it('finds no French "te" inside "Fête" and "tête"', () => {
  const { findings } = letter('fr', { admire: 'votre stand à la Fête du blé, en tête de gondole' });
  expect(findings.map(({ rule }) => rule)).not.toContain('form_of_address');
});

it.each([
  [
    'en',
    { foundThrough: 'I heard you at the Rye Fair and asked about salt' },
    'After the Rye Fair: a question',
  ],
  ['en', { path: 'miller -> baker', admire: 'how you bake' }, 'From miller to baker: a question'],
  ['en', { wrote: '"Bitter Bread", your piece in The Mill' }, '"Bitter Bread": a question'],
  ['en', { wrote: 'the book I carry around: Rye and Salt' }, '"Rye and Salt": a question'],
  ['de', { foundThrough: 'auf dem Müllertag gehört' }, 'Nach dem Müllertag: eine Frage'],
  ['fr', { foundThrough: 'rencontré au Salon du Blé' }, 'Après le Salon du Blé : une question'],
  [
    'es',
    { foundThrough: 'coincidimos en la Feria del Pan' },
    'Tras la Feria del Pan: una pregunta',
  ],
] as const)('a subject says the reason (%s, %o)', (language, notes, subject) => {
  expect(letter(language, { ...notes, company: 'Acme' }).subject).toBe(subject);
});

it.each([
  ['en', 'self-employed'],
  ['de', 'freiberuflich'],
  ['es', 'autónoma'],
] as const)('names no company where somebody works alone (%s: %s)', (language, company) => {
  const { text } = letter(language, { company, role: 'Bäcker', wrote: wroteIn[language] });
  expect(text.toLowerCase()).not.toContain(company);
});

it.each([
  ['es', 'lo escuché en la SER'],
  ['en', 'saw you at the Tate'],
  ['de', 'auf der Website von Acme gesehen'],
] as const)('a subject makes no event of a place (%s: %s)', (language, foundThrough) => {
  expect(letter(language, { foundThrough }).subject).not.toMatch(/^(?:After|Nach|Tras) /);
});

it('tells of a piece without an owner as the way only, where another piece opens the letter', () => {
  const { text } = letter('en', { wrote: 'your op-ed on rye', foundThrough: 'op-ed in The Mill' });
  expect(text).toMatch(/(?:through|was) the op-ed in The Mill/);
  expect(text).not.toMatch(/as well|also/);
});

it('has no elision before the consonant of a French name', () => {
  const from = (name: string) =>
    compose({
      purpose: 'outreach',
      profile: { ...jane, name, language: 'fr', affiliation: undefined },
      contact: { ...stranger, language: 'fr', company: 'Levain' },
      previous: undefined,
    }).subject;
  expect(from('Yann Le Gall')).toContain('de Yann');
  expect(from('Yves Le Gall')).toContain("d'Yves");
  expect(from('Anne Le Gall')).toContain("d'Anne");
});

const spanish: Readonly<Record<string, readonly Case[]>> = {
  admire: [
    [
      'explica el pan con dibujos',
      / que explica el pan con dibujos\.| porque explica el pan con dibujos\./,
    ],
    ['nunca promete milagros', / que nunca promete milagros\.| porque nunca promete milagros\./],
  ],
  foundThrough: [
    ['su pan me acompaña cada mañana', /^Su pan me acompaña cada mañana\.$/m],
    ['mi abuela le compraba el pan', /^Mi abuela le compraba el pan\.$/m],
    ['me habló de usted mi tía Rosa', /^Me habló de usted mi tía Rosa\.$/m],
    ['insta', /en Instagram\./],
  ],
};

describe.each(Object.entries(spanish))('a Spanish note of %s', (field, cases) => {
  it.each(cases)('is said: %s', (note, said) => {
    expect(letter('es', { [field]: note }).text).toMatch(said);
  });
});

it('asks how something is done, in French and Spanish', () => {
  expect(letter('fr', { topics: ['les débuts', 'vendre son pain'] }).text).toMatch(
    / les débuts, et .*demander comment vendre son pain\./,
  );
  expect(letter('es', { topics: ['vender pan', 'empezar tarde'] }).text).toMatch(
    / cómo vender pan y cómo empezar tarde\./,
  );
  expect(letter('es', { topics: ['primer horno'] }).text).not.toContain('cómo primer');
});

it.each([
  ['en', 'zero bullshit about flour'],
  ['de', 'scheißehrlich bei Zutaten'],
] as const)('leaves a coarse word out (%s)', (language, admire) => {
  const { text, findings } = letter(language, { admire, wrote: wroteIn[language] });
  expect(text).not.toContain(admire);
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'coarse_word' }));
});

it('holds a question about work in the spelling of a chat', () => {
  const { text, findings } = letter('en', { admire: 'how you bake', topics: ['r u hiring?'] });
  expect(text).not.toContain('hiring');
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'job_in_topic', severity: 'error' }),
  );
});

it.each([
  ['de', 'klare Linie bei Zutaten'],
  ['de', 'Newsletter-Leser seit 2017'],
  ['es', 'panes rústicos'],
] as const)('takes a short note for its own language (%s: %s)', (language, admire) => {
  expect(letter(language, { admire }).findings.map(({ rule }) => rule)).not.toContain(
    'note_language',
  );
});

it('signs with the name alone where nothing else is known', () => {
  const { text } = compose({
    purpose: 'outreach',
    profile: { ...jane, affiliation: '', link: '' },
    contact: stranger,
    previous: undefined,
  });
  expect(text.endsWith('\nJane Doe')).toBe(true);
});

describe('a piece is named by its head', () => {
  it.each([
    ['guest on a radio show about crumbs', undefined],
    ['library opening hours', undefined],
    ['rye paper 2021 with Ana', 'your 2021 rye paper with Ana'],
    ['podcast episode on crumbs', 'your podcast episode on crumbs'],
  ])('%s', (wrote, said) => {
    const { text, findings } = letter('en', { wrote, admire: 'how you bake' });
    if (said === undefined) {
      expect(text).not.toContain(wrote);
      expect(findings).toContainEqual(
        expect.objectContaining({ rule: 'finish_sentence', field: 'wrote' }),
      );
    } else expect(text.toLowerCase()).toContain(said.toLowerCase());
  });

  it('is not made of two German nouns', () => {
    const { text, leftOut } = letter('de', {
      foundThrough: 'Vortrag Müllertag',
      wrote: wroteIn.de,
    });
    expect(text).not.toContain('Müllertag');
    expect(leftOut).toContainEqual({ field: 'foundThrough', text: 'Vortrag Müllertag' });
  });
});

it.each([
  ['said she bakes at night and still teaches', / you said you bake at night and still teach\./],
  ['she bakes at night but never complains', / you bake at night but never complain\./],
])('turns the second verb, too: %s', (admire, said) => {
  expect(letter('en', { admire }).text).toMatch(said);
});

it('takes the ending "both" off what is shared', () => {
  const { text } = letter('en', { sharedAffiliation: 'ex-Millers both', wrote: wroteIn.en });
  expect(text).toMatch(/ex-Millers(?:\.| in common|, which)/);
});

it('asks two questions as two', () => {
  const { text } = letter('en', { topics: ['the first oven', 'rye or wheat?', 'which flour?'] });
  expect(text).toContain('And two questions: rye or wheat? And which flour?');
});

it('takes Spanish with an "o" for no Portuguese', () => {
  const { findings } = letter('es', {
    admire: 'que hornea de noche',
    topics: ['masa propia o comprar harina'],
  });
  expect(findings.map(({ rule }) => rule)).not.toContain('note_language');
});

describe('what hurried notes mean', () => {
  it.each([
    ['en', 'topics', 'hardest loaf', / your hardest loaf\./],
    ['en', 'topics', 'what she tells a 25 yr old', / what you tell a 25-year-old\./],
    ['en', 'topics', 'how many loaves a day do you bake', /: how many loaves a day do you bake\?/],
    ['de', 'topics', 'was sagt die Familie dazu', /[.:] [Ww]as sagt die Familie dazu\?/],
    [
      'en',
      'topics',
      'how to stay fair to a miller one does not like',
      / how to stay fair to a miller one does not like\./,
    ],
    ['en', 'topics', 'English-speaking mills', / English-speaking mills\./],
    [
      'de',
      'referredBy',
      'Eva Moos, meine frühere Chefin',
      /Eva Moos, meine frühere Chefin, (?:hat|meinte|hingewiesen)/,
    ],
    ['fr', 'referredBy', 'mon professeur de piano, M. Aubry', /M\. Aubry, (?:m'a|qui)/],
    ['es', 'referredBy', 'Ana Lasa, de la oficina', /Ana Lasa, de la oficina(?:, me|\.)/],
    [
      'en',
      'wrote',
      'your 2021 op-ed "The Loaf Is Not the Oven"',
      /(?<!your )your 2021 op-ed "The Loaf Is Not the Oven"/i,
    ],
    ['en', 'topics', 'kindly ask about rye', / about rye\./],
    [
      'en',
      'admire',
      'where you admit that the dough won',
      /the moment where you admit that the dough won/i,
    ],
    ['en', 'role', 'miller -> now teacher at Rye?', / as a teacher(?: at Rye & Co)?[., ]/],
    [
      'en',
      'referredBy',
      'Prof. Moss, who told me to write',
      /Prof\. Moss (?:suggested|thought|encouraged)|of Prof\. Moss\.|Prof\. Moss who/,
    ],
    ['en', 'referredBy', 'my old teacher, Ms. Duong', /[Mm]y old teacher, Ms\. Duong/],
    ['en', 'referredBy', 'coach Ferraro', /[Cc]oach Ferraro/],
    ['en', 'topics', 'does she teach apprentices', /: do you teach apprentices\?/],
    ['en', 'admire', 'the bit about losing his best oven', /the bit about losing your best oven/i],
    ['en', 'admire', 'how a baker keeps his temper', /how a baker keeps his temper/i],
    [
      'en',
      'referredBy',
      'Anna Moss from choir - said use her name',
      /Anna Moss from choir (?:suggested|thought|encouraged)|of Anna Moss from choir\.|Anna Moss from choir who/,
    ],
    [
      'es',
      'wrote',
      'el documental de las tahonas, buenísimo',
      /el documental de las tahonas(?:\.| )/,
    ],
    ['en', 'topics', 'mixing w wild yeast', / mixing with wild yeast\./],
    ['en', 'admire', 'he bakes, 57 yrs old', /57 years old/],
    ['en', 'admire', 'Explained yeast to a child', / that you explained yeast to a child\./],
    [
      'de',
      'topics',
      'wie wird Teig geführt',
      /[.:] Wie wird Teig geführt\?|: wie wird Teig geführt\?/,
    ],
    ['en', 'topics', 'portfolio?', / portfolios\./],
    ['en', 'wrote', 'his memoir of a mill', /your memoir of a mill/i],
    ['en', 'admire', "'no crumbs' slide", /your 'no crumbs' slide/i],
    ['en', 'role', 'miller -> baker', / as a baker(?: at|\.|,)/],
    ['en', 'sharedAffiliation', 'both english teachers', / both English teachers\./],
    ['de', 'admire', 'ihr Humor', / Ihr Humor\./],
    ['de', 'admire', 'seine klaren Worte', / Ihre klaren Worte\./],
    ['de', 'wrote', 'Buch: Der Ofen kann warten', /Ihr Buch „Der Ofen kann warten“/],
  ] as const)('%s %s: %s', (language, field, note, said) => {
    const value = field === 'topics' ? [note] : note;
    expect(letter(language, { [field]: value }).text).toMatch(said);
  });

  it.each([
    ['de', 'Papa kennt ihn vom Verein'],
    ['en', 'my dad knows her from church'],
  ] as const)('takes a sentence for no name (%s: %s)', (language, referredBy) => {
    const { text, findings } = letter(language, { referredBy, wrote: wroteIn[language] });
    expect(text).not.toContain(referredBy.slice(3));
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'referrer_not_a_name', severity: 'error' }),
    );
  });

  it('leaves out what is left of a sentence that was cut', () => {
    const { text, leftOut } = letter('en', { admire: 'how you bake. I am. a bit' });
    expect(text).not.toMatch(/I am\.|a bit/i);
    expect(leftOut).toContainEqual({ field: 'admire', text: 'I am. a bit' });
  });

  it('asks for a French question about a third person', () => {
    const { text } = letter('fr', {
      topics: ['est-ce que ça lui manque', 'les débuts'],
      wrote: wroteIn.fr,
    });
    expect(text).not.toContain('lui manque');
  });

  it('asks for a German clause about a third person', () => {
    for (const admire of ['dass er beim Backen singt', 'dass sie aus der Stadt gezogen ist'])
      expect(letter('de', { admire, wrote: wroteIn.de }).text).not.toContain(admire.slice(8));
  });

  it('asks for what is said about the reader to somebody else', () => {
    const { text, findings } = letter('de', {
      foundThrough: 'mein Cousin lernt bei ihm',
      wrote: wroteIn.de,
    });
    expect(text).not.toContain('Cousin');
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'finish_sentence', field: 'foundThrough' }),
    );
  });

  it.each(['the mill? or the bakery - check', 'was at the mill 12 yrs'])(
    'leaves a company out that is not certain: %s',
    (company) => {
      const { text, findings } = letter('en', { role: 'miller', company, admire: 'how you mill' });
      expect(text).not.toContain('the mill');
      expect(findings).toContainEqual(
        expect.objectContaining({ rule: 'jotted_note', field: 'company' }),
      );
    },
  );

  it('says a company without what stands in brackets behind it', () => {
    const { text } = letter('en', {
      role: 'miller',
      company: 'Rye & Co (small)',
      admire: 'how you mill',
    });
    expect(text).toMatch(/at Rye & Co[., ]/);
  });

  it('keeps a company that can only be spelt out in its capitals', () => {
    const { text, findings } = letter('en', {
      role: 'miller',
      company: 'HMPPS',
      admire: 'how you mill',
    });
    expect(text).toContain('HMPPS');
    expect(findings.map(({ rule }) => rule)).not.toContain('capitals');
  });
});

describe('notes of another language beside short ones', () => {
  it('make the short ones doubtful, where nothing says that they are of the letter', () => {
    const { text, leftOut } = letter('en', {
      admire: 'dass Sie den Teig mit der Hand kneten',
      role: 'Bäckerin',
      topics: ['Nachtarbeit', 'the price of flour', 'Was kostet das Mehl, und wer zahlt es?'],
    });
    expect(text).toContain('the price of flour');
    for (const note of ['Nachtarbeit', 'Bäckerin', 'Mehl']) expect(text).not.toContain(note);
    expect(leftOut).toContainEqual({ field: 'role', text: 'Bäckerin' });
    expect(leftOut).toContainEqual({ field: 'topics', text: 'Nachtarbeit' });
  });

  it('leave alone what the user says is fine', () => {
    const { text } = letter('en', {
      admire: 'dass Sie den Teig mit der Hand kneten',
      topics: ['Sauerteig'],
      accepted: ['topics:note_language'],
    });
    expect(text).toContain('Sauerteig');
  });

  it('are not suspected where the letter is in their language', () => {
    expect(
      letter('de', { admire: 'dass Sie von Hand kneten', topics: ['Nachtarbeit'] }).text,
    ).toContain('Nachtarbeit');
  });
});

describe('what people copy from a profile', () => {
  it('a career as a list with its years is a path', () => {
    const { text } = letter('en', {
      path: '2018- Bakery manager; 2012-2018 Pastry chef; 2008-2012 Sailor',
      admire: 'how you bake',
    });
    expect(text).toContain('from sailor via pastry chef to bakery manager');
  });

  it('"Responsible for" is what they are', () => {
    const { text } = letter('en', { admire: 'Responsible for forty ovens in three towns' });
    expect(text).toContain('you are responsible for forty ovens in three towns');
  });

  it('a company whose name is not finished is left out', () => {
    const { text, findings } = letter('en', { company: 'Bakery of ...', admire: 'how you bake' });
    expect(text).not.toContain('Bakery of');
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'jotted_note', field: 'company' }),
    );
  });

  it('a field of work is no role', () => {
    const { text } = letter('en', { role: 'grain purchasing / milling', admire: 'how you bake' });
    expect(text).toMatch(/in grain purchasing and milling/);
    expect(text).not.toMatch(/as (?:a )?grain/);
  });

  it.each([
    ['fr', 'BOULANGER PÂTISSIER', 'boulanger pâtissier'],
    ['es', 'PANADERA ARTESANA', 'panadera artesana'],
  ] as const)('a role in capitals becomes small (%s)', (language, role, said) => {
    expect(letter(language, { role, wrote: wroteIn[language] }).text).toContain(said);
  });
});

it('quotes nothing to the reader that speaks of them to others', () => {
  const { text, leftOut } = letter('de', {
    admire: 'Er hat den Ofen vom Vater gerettet, irre',
    wrote: wroteIn.de,
    topics: ['Hat er seinen Ofen selbst gebaut?', 'wie Sie backen'],
  });
  expect(text).not.toMatch(/(?<!\p{L})er(?!\p{L})/iu);
  expect(leftOut).toContainEqual({ field: 'topics', text: 'Hat er seinen Ofen selbst gebaut?' });
});

it('ends a German clause within a list with its comma', () => {
  const { text } = letter('de', {
    wrote: wroteIn.de,
    topics: ['woher Sie Mehl nehmen, das niemand mahlt', 'wo das Backen endet'],
  });
  expect(text).toContain('das niemand mahlt, und wo das Backen endet');
});

it('asks for a story of how one found them in a line', () => {
  const story =
    'I was on the night train to Porto and the woman beside me had a bag of rolls and she told me that they were from you and that I should go there before the fair closed for the winter';
  const { text, findings } = letter('en', { foundThrough: story, wrote: wroteIn.en });
  expect(text).not.toContain('night train');
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'finish_sentence', field: 'foundThrough' }),
  );
});

it.each([
  ['en', { wrote: 'your essay on who pays when the mill is closed' }, /your essay on who pays/i],
  [
    'en',
    { topics: ['the kind of mistake bakers make when they read a recipe'], wrote: wroteIn.en },
    'the kind of mistake bakers make',
  ],
  [
    'en',
    { wrote: wroteIn.en, admire: "You're early at the oven, always" },
    /you(?:'| a)re early at the oven/,
  ],
  ['fr', { foundThrough: 'Vu son interview dans la gazette' }, 'votre interview dans la gazette'],
] as const)('takes whole notes as they are meant (%s: %o)', (language, notes, said) => {
  expect(letter(language, notes).text).toMatch(said);
});

it('takes a Spanish "día a día" for no seam', () => {
  const { findings } = letter('es', { wrote: wroteIn.es, topics: ['su día a día en el horno'] });
  expect(findings.map(({ rule }) => rule)).not.toContain('seam');
});

describe('what a note says of how it is meant', () => {
  it.each([
    ['en', { topics: ['on call'] }, 'being on call'],
    ['en', { topics: ["explain gluten to me like I'm five"] }, /about gluten|gluten\b(?! to me)/],
    ['en', { topics: ['find out if she bakes at night'] }, 'if you bake at night'],
    ['en', { role: 'snr. baker' }, 'senior baker'],
    [
      'en',
      { admire: 'the way you describe a loaf as a promise somebody has to keep' },
      /the way you describe a loaf/,
    ],
    [
      'de',
      { admire: 'wie offen Sie über Fehler gesprochen haben' },
      'wie offen Sie über Fehler gesprochen haben',
    ],
    ['de', { topics: ['der Teig u. der Ofen'] }, 'der Teig und der Ofen'],
    ['fr', { topics: ['parler du levain'] }, 'le levain'],
    ['fr', { topics: ['son parcours'] }, 'votre parcours'],
    [
      'es',
      { foundThrough: 'La escuché en la radio del pueblo' },
      'La escuché en la radio del pueblo.',
    ],
    ['es', { topics: ['Pregúntale por la harina'] }, 'la harina'],
    ['es', { topics: ['me gustaría que me contara si el horno cansa'] }, 'si el horno cansa'],
  ] as const)('(%s: %o)', (language, notes, said) => {
    expect(letter(language, { wrote: wroteIn[language], ...notes }).text).toMatch(said);
  });

  it.each([
    ['en', { foundThrough: 'Referred' }, 'Referred'],
    ['en', { admire: 'not sure yet, reread the book first' }, 'not sure'],
    ['en', { sharedAffiliation: 'none really, but we both bake' }, 'none really'],
    ['de', { topics: ['Nach dem Streit mit dem Müller fragen'] }, 'Streit'],
    ['fr', { foundThrough: 'cf. https://levain.example/pain' }, 'cf'],
    ['fr', { topics: ['si elle regrette la mer'] }, 'regrette'],
    ['es', { sharedAffiliation: 'un curso en 2016, ella no se acordará' }, 'acordará'],
    ['es', { topics: ['PENDIENTE: otra pregunta'] }, 'PENDIENTE'],
  ] as const)('or is left out and listed (%s: %o)', (language, notes, word) => {
    const { text, subject, leftOut } = letter(language, { wrote: wroteIn[language], ...notes });
    expect(text).not.toContain(word);
    expect(subject).not.toContain(word);
    const [field] = Object.keys(notes);
    expect(leftOut.map((each) => each.field)).toContain(field);
  });

  it('takes a title alone for what it is, without where it stood', () => {
    const { text, leftOut } = letter('en', { wrote: '"Rye at Night" (newsletter, Feb)' });
    expect(text).toContain('"Rye at Night"');
    expect(text).not.toContain('newsletter');
    expect(leftOut).toContainEqual({ field: 'wrote', text: '(newsletter, Feb)' });
  });

  it('takes four things in a row for four', () => {
    const { text } = letter('en', {
      wrote: wroteIn.en,
      topics: ['flour, ovens, yeast, how you rest'],
    });
    expect(text).toContain('flour, ovens and yeast');
  });
});

describe('what fresh notes have shown', () => {
  it.each([
    [
      'en',
      { admire: 'your calm with wet dough, where every loaf has its hour' },
      /(?<!your )your calm with wet dough/,
    ],
    ['en', { path: 'history degree -> milling -> baking' }, 'from a history degree via milling'],
    ['en', { admire: "he's early and doesn't boast" }, /you(?:'| a)re early and don't boast/],
    ['en', { topics: ['also whether she regrets it'] }, 'whether you regret it'],
    [
      'en',
      { topics: ['flour / yeast / how you rest'] },
      /flour,? (?:and )?yeast,? and how you rest/,
    ],
    ['en', { company: 'self-employed / Rye Films' }, 'Rye Films'],
    [
      'de',
      { topics: ['was ein Ofen über seine Bäcker verrät'] },
      'was ein Ofen über seine Bäcker verrät',
    ],
    ['de', { company: 'mühlen-museum nordhaven' }, 'Mühlen-Museum Nordhaven'],
    ['fr', { admire: 'son levain de cent ans' }, 'votre levain de cent ans'],
    [
      'es',
      { foundThrough: 'El otro día escuché una charla suya' },
      'El otro día escuché una charla suya.',
    ],
    ['es', { role: 'CEO y panadera' }, /\bCEO y panadera/],
  ] as const)('is said (%s: %o)', (language, notes, said) => {
    expect(letter(language, { wrote: wroteIn[language], ...notes }).text).toMatch(said);
  });

  it.each([
    ['en', "don't ask about the fire"],
    ['en', 'Send me your recipe'],
    ['de', 'nicht nach dem Brand fragen'],
    ['fr', 'ne pas parler de la faillite'],
    ['es', 'Ojo: no preguntar por la quiebra'],
  ] as const)('is not said, and listed (%s: %s)', (language, topic) => {
    const { text, subject, leftOut } = letter(language, {
      wrote: wroteIn[language],
      topics: [topic],
    });
    expect(text).not.toContain(topic.slice(-8));
    expect(subject).not.toContain(topic.slice(-8));
    expect(leftOut).toContainEqual({ field: 'topics', text: topic });
  });

  it.each([
    ['fr', { foundThrough: 'votre billet sur le seigle, partage par Malik' }, 'partagé par Malik'],
    ['es', { admire: 'la formacion de sus panaderos' }, 'la formación de sus panaderos'],
    ['en', { topics: ['if she ever bakes at night'] }, 'if you ever bake at night'],
    [
      'de',
      { topics: ['die Frage, wann ein Ofen aufhört, warm zu sein', 'wie Sie backen'] },
      'warm zu sein, sowie die Frage, wie Sie backen',
    ],
  ] as const)('is said as one writes it (%s: %o)', (language, notes, said) => {
    expect(letter(language, { wrote: wroteIn[language], ...notes }).text).toContain(said);
  });

  it('a title with a comma stays whole in the subject', () => {
    expect(letter('de', { foundThrough: 'die Sendung „Brot, das wartet“' }).subject).toContain(
      '„Brot, das wartet“',
    );
  });

  it.each([['open positions for bakers'], ['I would love to join the bakery']])(
    'asks for no work: %s',
    (topic) => {
      const { text } = letter('en', { wrote: wroteIn.en, topics: [topic] });
      expect(text).not.toContain(topic);
    },
  );

  it('praise that speaks of their hiring is about work', () => {
    const { findings, text } = letter('en', {
      wrote: wroteIn.en,
      admire: 'great bread and they are hiring bakers',
    });
    expect(text).not.toContain('hiring');
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'job_in_note', field: 'admire' }),
    );
  });

  it('a German letter that opens with the sender goes on in small letters after the greeting', () => {
    const { text } = compose({
      purpose: 'outreach',
      profile: { ...jane, language: 'de', about: 'Ich backe.', abouts: { de: 'Ich backe.' } },
      contact: { ...stranger, language: 'de', topics: ['das Mehl'] },
      previous: undefined,
    });
    expect(text).toContain('ich backe.');
  });
});

describe('a card that tells the truth', () => {
  it('says of no note that is left out how the letter spells it', () => {
    const { findings } = letter('en', {
      name: 'ana souza',
      wrote: wroteIn.en,
      topics: ['sad ppl', 'the price of flour', 'why u bake'],
    });
    const spelt = findings.filter(({ rule }) => rule === 'spelling').map(({ message }) => message);
    expect(spelt.join()).toContain('why you bake');
    expect(spelt.join()).not.toContain('sad people');
  });

  it('holds a letter to a name that is not known', () => {
    const { findings } = letter('en', { name: 'Ms. Ana (surname?)', wrote: wroteIn.en });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'note_gap', severity: 'error', field: 'name' }),
    );
  });
});

it.each([
  [
    'en',
    { admire: 'how clear you are about failing :) also the slides' },
    /clear you are about failing(?! also)/,
  ],
  [
    'en',
    { foundThrough: 'we met in the queue at the Rye Fair, you had the green apron' },
    'We met in the queue at the Rye Fair. You had the green apron.',
  ],
  ['de', { company: 'Klanghaus Vogtland', role: 'Geigerin' }, 'beim Klanghaus Vogtland'],
  ['de', { company: 'Haus der Zünfte', role: 'Archivar' }, 'beim Haus der Zünfte'],
] as const)(
  'puts two things into two sentences, and houses into the dative (%s: %o)',
  (language, notes, said) => {
    expect(letter(language, { wrote: wroteIn[language], ...notes }).text).toMatch(said);
  },
);

describe('stock sentences read as one writes them', () => {
  const at = (foundThrough: string) => letter('en', { foundThrough, admire: 'how you bake' }).text;

  it('a role stands behind the way to it', () => {
    const { text } = letter('en', {
      path: 'sailing -> milling',
      role: 'head baker',
      company: 'Rye Mills',
      wrote: wroteIn.en,
    });
    expect(text).toMatch(/from sailing to milling and now work as head baker at Rye Mills/);
  });

  it.each([
    [
      'the open evening of the Guild',
      'came across (?:your name|you) at the open evening of the Guild',
    ],
    [
      "a colleague's farewell party",
      "came across (?:your name|you) at a colleague's farewell party",
    ],
  ])('one is at a gathering: %s', (way, said) => {
    expect(at(way)).toMatch(new RegExp(said));
  });

  it.each([
    ['Bakery night manager -> miller', 'from bakery night manager to miller'],
    ['Oxford bus driver -> miller', 'from Oxford bus driver to miller'],
  ])('the way "%s" goes %s', (path, said) => {
    expect(letter('en', { path, wrote: wroteIn.en }).text).toContain(said);
  });

  it('one is at no early days', () => {
    expect(at('the early days of your bakery')).not.toMatch(/ at the early days/);
  });

  it.each([
    ['lecturer in nursing', 'as a lecturer in nursing'],
    ['nurse practitioner emergency care', 'as a nurse practitioner emergency care'],
    ['registrar in pain management', 'as a registrar in pain management'],
    ['conference interpreting', 'in conference interpreting'],
  ])('the role "%s" is said "%s"', (role, said) => {
    expect(letter('en', { role, company: 'Rye Mills', wrote: wroteIn.en }).text).toContain(said);
  });

  it('one hears of somebody through a newsletter', () => {
    expect(at('the newsletter of the Guild')).not.toMatch(/ at the newsletter/);
  });

  it('nobody discusses describing', () => {
    const topics = ['describing a loaf to the blind', 'the price of flour'];
    for (const email of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
      expect(
        letter('en', { email: `${email}@x.test`, wrote: wroteIn.en, topics }).text,
      ).not.toMatch(/discuss/);
  });
});
