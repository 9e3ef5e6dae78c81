import { describe, expect, it } from 'vitest';
import { compose } from '../../../../domain/compose/compose.ts';
import type { ContactFacts } from '../../../../domain/contact.ts';
import { jane, stranger } from '../../people.ts';

/** The first mail's opening, or all of it. */
function letter(notes: Partial<ContactFacts>, language: string) {
  return compose({
    purpose: 'outreach',
    profile: { ...jane, language, about: aboutIn[language] },
    contact: { ...stranger, language, ...notes },
    previous: undefined,
  });
}

const aboutIn: Readonly<Record<string, string>> = {
  en: 'I am a baker who learns to program.',
  de: 'Ich bin Bäckerin und lerne programmieren.',
  fr: 'Je fais du pain et j’apprends à programmer.',
  es: 'Hago pan y aprendo a programar.',
};

type Case = readonly [note: string, sentence: RegExp];

const english: Readonly<Record<string, readonly Case[]>> = {
  foundThrough: [
    ['your keynote at BreadConf', /your keynote at BreadConf/i],
    ['LinkedIn', /I (?:first )?came across (?:you|your name) on LinkedIn\./],
    ['alumni', /through the alumni network\./],
    ['at the harvest fair', /at the harvest fair\./],
    ['I heard you at BreadConf', /^I heard you at BreadConf\.$/m],
    ['heard you at BreadConf', /^I heard you at BreadConf\.$/m],
    ['met at the harvest fair', /^We met at the harvest fair\.$/m],
    ['saw her on a panel about yeast', /I saw you on a panel about yeast\./],
    ['My aunt mentioned you', /^My aunt mentioned you\.$/m],
    ['you gave a course at our mill', /I am writing because you gave a course at our mill\./],
    ['reading your column', /while reading your column\./],
    ['newsletter post about ovens', /[Tt]he newsletter post about ovens/],
    ['Crumb Weekly interview', /a Crumb Weekly interview/],
    ['a radio show', /through a radio show\.|a radio show that led me to you\./],
    ['been following your bakery', /^I have been following your bakery\.$/m],
    ['enjoyed your course on rye', /^I enjoyed your course on rye\.$/m],
    ['saw u on instagram and twitter', /I saw you on Instagram and Twitter\./],
  ],
  admire: [
    [
      'Your point that salt is a promise',
      / because of your point that salt is a promise\.| to your point that salt is a promise\./,
    ],
    ['how you keep a sourdough alive', /how you keep a sourdough alive\./],
    ['that you publish your failures', /that you publish your failures\./],
    ['You closed the shop for a week of tests!!', /that you closed the shop for a week of tests\./],
    ['she explains every failed loaf', /that you explain every failed loaf\./],
    ['explains every failed loaf', /that you explain every failed loaf\./],
    ['built an oven from scrap', /that you built an oven from scrap\./],
    ['your patience with apprentices', /your patience with apprentices/i],
    ['Still sharpening your own knives', /: still sharpening your own knives\./],
    ['elegant crusts', /your elegant crusts/],
    ['I loved your piece on rye', /^I loved your piece on rye\.$/m],
    ['loved how you slice it', /^I loved how you slice it\.$/m],
    ['inspired by your night school', /^I was inspired by your night school\.$/m],
    [
      'The way you talked about waste was new to me',
      /^The way you talked about waste was new to me\.$/m,
    ],
    ['It was a relief to hear you say no', /^It was a relief to hear you say no\.$/m],
    ['HOW YOU KEEP THE OVEN CLEAN', / how you keep the oven clean\./],
    ['u dont waste a crumb', /that you don't waste a crumb\./],
  ],
  wrote: [
    ['your book on rye', /your book on rye/i],
    ['an article about ovens', /your article about ovens/i],
    ['the talk "Crumbs"', /your talk "Crumbs"/i],
    ['Why Bread Rises', /"Why Bread Rises"/],
    ['Editor of the Rye Almanac', /(?<!on Editor of )the Rye Almanac/i],
    ['"Bread is alive, and so are you"', /(?<!wrote on )"Bread is alive, and so are you"/],
    ['"Why Bread Rises" (2019)', /(?<!")"Why Bread Rises" \(2019\)/],
    ['about slow dough in The Mill', /what you wrote about slow dough in The Mill/i],
    ['your post https://example.org/p', /your post(?! https)/i],
  ],
  sharedAffiliation: [
    ['University of Porto', /the University of Porto/],
    ['both from Porto', /We are both from Porto\./],
    ['both repair old ovens', /We both repair old ovens\./],
    ['both of us studied milling', /We both studied milling\./],
    [
      'Porto - you trained here!',
      /Porto(?:\.| in common, and that made me write to you\.)\nYou trained here\./,
    ],
    ['both baked for the army', /We both baked for the army\./],
    [
      'the bakers of Braga',
      /(?:We have the bakers of Braga in common, and that made me write to you|A link between us made me write to you: the bakers of Braga)\./,
    ],
    ['We both grew up above a bakery', /^We both grew up above a bakery\.$/m],
  ],
  path: [
    ['miller -> baker', /from miller to baker/],
    ['law → milling → baking', /from law via milling to baking/],
    ['from law to baking', /from law to baking/],
    ['PhD in history, then baking', /from a PhD in history to baking/],
    ['miller > analyst > baker', /from miller via analyst to baker/],
    ['Translator -> Editor', /from translator to editor/],
    ['nurse turned baker', /from nurse to baker/],
    ['used to be a nurse, now bakes rye', /[Yy]ou used to be a nurse, and now bake rye/],
  ],
};

const german: Readonly<Record<string, readonly Case[]>> = {
  foundThrough: [
    ['Ihr Vortrag beim Müllertag', /Ihr Vortrag beim Müllertag/],
    ['Ihren Vortrag beim Müllertag', /Ihr Vortrag beim Müllertag/],
    ['über einen Bekannten', /über einen Bekannten\./],
    ['Ihr Interview im Baking-Talk-Podcast', /Ihr Interview im Baking-Talk-Podcast/],
    ["Podcast 'Krume', Folge 3", /der Podcast 'Krume', Folge 3/i],
    ['auf dem Müllertag gehört', /ich habe Sie auf dem Müllertag gehört\./i],
    ['ein Beitrag im Blog der Mühle', /ein Beitrag im Blog der Mühle/i],
    ['LinkedIn', /über LinkedIn\./],
    ['Ich habe Sie auf dem Müllertag gehört', /^ich habe Sie auf dem Müllertag gehört\.$/m],
    ['habe Ihren Kurs besucht', /^ich habe Ihren Kurs besucht\.$/m],
    ['kennengelernt auf dem Müllertag', /^wir haben uns auf dem Müllertag kennengelernt\.$/m],
    ['folge Ihrem Blog seit Jahren', /^ich folge Ihrem Blog seit Jahren\.$/m],
    ['Ihrem letzten Vortrag', /Ihr letzter Vortrag/],
  ],
  admire: [
    ['wie Sie den Teig führen', /, wie Sie den Teig führen\./],
    ['dass Sie Fehler zeigen', /, dass Sie Fehler zeigen\./],
    ['Sie backen ohne Rezept', /^Sie backen ohne Rezept\.$/m],
    ['Ihre Geduld mit Lehrlingen', / Ihre Geduld mit Lehrlingen\./],
    ['Die Führung ging ganz ohne Fachwörter', /^die Führung ging ganz ohne Fachwörter\.$/m],
    [
      'Mich hat überrascht, wie Sie mit Resten backen',
      /^mich hat überrascht, wie Sie mit Resten backen\.$/m,
    ],
    ['wie sie backen', /, wie Sie backen\.|: wie Sie backen\./],
  ],
  wrote: [
    ['Beitrag über Roggen', /Ihr Beitrag über Roggen/],
    ['der Artikel über Öfen', /Ihr Artikel über Öfen/],
    ['Ihre Bücher', / Ihre Bücher\./],
    ['Studie zu Sauerteig', /Ihre Studie zu Sauerteig/],
  ],
  sharedAffiliation: [
    ['die Berufsschule in Ulm', /: die Berufsschule in Ulm\./],
    ['beide aus Ulm', /wir kommen beide aus Ulm\./i],
    ['Wir haben beide gelernt', /^wir haben beide gelernt\.$/m],
  ],
  path: [
    ['Jura -> Mühle', /erst Jura, dann Mühle/i],
    ['vom Jurastudium in die Backstube', /Ihr Weg vom Jurastudium in die Backstube/],
  ],
};

const french: Readonly<Record<string, readonly Case[]>> = {
  foundThrough: [
    ['votre conférence à Lyon', /votre conférence à Lyon/i],
    ['entretien dans Le Fournil', /grâce à un entretien dans Le Fournil\./],
    ['lors du salon du pain', /J'ai trouvé votre nom lors du salon du pain\./],
    ['lu votre tribune', /^J'ai lu votre tribune\.$/m],
    ['suis tombé sur votre recette', /^Je suis tombé sur votre recette\.$/m],
  ],
  admire: [
    ['la façon dont vous pétrissez', /c'est la façon dont vous pétrissez\./],
    ['que vous commenciez par le goût', /que vous commenciez par le goût\./],
    ['Vous montrez vos échecs', / que vous montrez vos échecs\./],
    ['que vous publiez vos recettes', /parce que vous publiez vos recettes\./],
    ["C'était un plaisir de vous entendre", /^C'était un plaisir de vous entendre\.$/m],
  ],
  wrote: [['votre livre sur le seigle', /votre livre sur le seigle/i]],
  sharedAffiliation: [["l'école de Porto", /l'école de Porto\./]],
  path: [['droit -> fournil', /droit, puis fournil/]],
};

const spanish: Readonly<Record<string, readonly Case[]>> = {
  foundThrough: [
    ['su charla en Lugo', /su charla en Lugo/i],
    ['charla sobre el trigo', /su trabajo en una charla sobre el trigo\./],
    ['el boletín de la harina', /gracias al boletín de la harina\./],
    ['Vi su charla', /^Vi su charla\.$/m],
    ['me lo recomendó mi tía', /^Me lo recomendó mi tía\.$/m],
    ['me encantó su clase de masa', /^Me encantó su clase de masa\.$/m],
  ],
  admire: [
    ['la forma en que amasa', /la forma en que amasa\./],
    ['que muestra sus fallos', /que muestra sus fallos\./],
  ],
  wrote: [['su libro sobre el centeno', /su libro sobre el centeno/i]],
  sharedAffiliation: [['la Universidad de Oporto', /: la Universidad de Oporto\./]],
  path: [['derecho -> panadería', /primero derecho, después panadería/]],
};

describe.each([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
] as const)('a note in %s', (language, fields) => {
  const cases = Object.entries(fields).flatMap(([field, each]) =>
    each.map(([note, sentence]) => [field, note, sentence] as const),
  );

  it.each(cases)('of %s reads as a sentence: %s', (field, note, sentence) => {
    const { text, findings } = letter({ [field]: note }, language);
    const lines = text.replace(/(?<=[.!?]) /g, '\n');
    expect(lines).toMatch(sentence);
    expect(text).not.toMatch(/\{\{|undefined|\.\.|[?!]\.| ,|  |!!/);
    expect(
      findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'no_reason'),
    ).toEqual([]);
  });
});

describe('topics', () => {
  it.each([
    [
      'en',
      ['how you choose flour', 'the night shift'],
      /the night shift,? and how you choose flour\./,
    ],
    ['en', ['How did you start?'], /[Hh]ow did you start\?/],
    ['en', ['tell me about your mill'], /your mill\./],
    ['en', ['I want to know how you chose it'], /how you chose it\./],
    [
      'de',
      ['wie Sie Mehl wählen', 'die Nachtschicht'],
      /die Nachtschicht und die Frage, wie Sie Mehl wählen\./,
    ],
    ['de', ['Wie haben Sie angefangen?'], /[.] Wie haben Sie angefangen\?/],
    ['fr', ['comment vous choisissez la farine'], /comment vous choisissez la farine\./],
    ['es', ['como empezó?'], /¿cómo empezó\?/],
    ['es', ['levadura madre'], / (?:sobre|de) levadura madre\./],
    ['en', ['how you chose your oven?'], /how you chose your oven\./],
    ['en', ['1. flour prices 2. oven repairs'], /flour prices and oven repairs/],
    ['en', ['using ai for recipes'], /using AI for recipes/],
    ['en', ['lab -> bakery'], /the way from lab to bakery/],
    ['en', ['how r u so calm'], /[Hh]ow are you so calm\?/],
    ['de', ['Wissensvermittlung am Ofen'], /die Wissensvermittlung am Ofen\./],
    ['de', ['Mehrkornbrot backen'], /, wie man Mehrkornbrot backt\./],
    ['de', ['Vom Büro in die Backstube'], /de[rn] Weg vom Büro in die Backstube/],
    ['de', ['den ersten Winter'], /der erste Winter|den ersten Winter/],
    ['fr', ['savoir-faire artisanal'], /savoir-faire artisanal/],
    ['fr', ['du bureau au fournil'], /le passage du bureau au fournil/],
    ['es', ['del despacho al horno'], /el paso del despacho al horno/],
  ])('in %s read as language: %j', (language, topics, sentence) => {
    expect(
      letter(
        {
          admire:
            {
              en: 'how you bake',
              de: 'wie Sie backen',
              fr: 'la façon dont vous cuisez',
              es: 'la forma en que hornea',
            }[language] ?? '',
          topics,
        },
        language,
      ).text,
    ).toMatch(sentence);
  });

  it('beyond three are shown as left out', () => {
    const { leftOut } = letter(
      { admire: 'how you bake', topics: ['rye flour', 'wheat flour', 'night work', 'oven heat'] },
      'en',
    );
    expect(leftOut).toContainEqual({ field: 'topics', text: 'oven heat' });
  });
});

describe('a note that cannot be said', () => {
  it.each([
    ['admire', 'TODO', 'note_gap', 'warning'],
    ['foundThrough', '[event]', 'note_gap', 'warning'],
    ['admire', '{{name}}', 'template_marks', 'error'],
    ['wrote', 'https://example.org/x', 'bare_link', 'warning'],
    ['admire', 'a job at your company', 'job_in_note', 'error'],
    ['admire', 'your work', 'vague_reason', 'warning'],
    ['admire', 'nice posts', 'vague_reason', 'warning'],
    ['admire', 'wie Sie die Bäckerei durch die Krise geführt haben', 'note_language', 'error'],
    ['referredBy', 'my mum', 'referrer_not_a_name', 'error'],
    ['foundThrough', 'still missing', 'note_gap', 'warning'],
    ['foundThrough', 'à compléter', 'note_gap', 'warning'],
    ['admire', 'noch offen', 'note_gap', 'warning'],
  ])('in %s, "%s", is left out and named: %s', (field, note, rule, severity) => {
    const { text, findings, leftOut } = letter({ [field]: note, topics: ['night work'] }, 'en');
    expect(findings).toContainEqual(expect.objectContaining({ rule, severity, field }));
    expect(text).not.toContain(note);
    expect(leftOut).toContainEqual(expect.objectContaining({ field }));
  });

  it.each([
    ['do you hire apprentices', 'job_in_topic', 'error'],
    ['salary', 'salary', 'warning'],
    ['flour stuff', 'vague_topic', 'warning'],
    ['what a first-year baker earns', 'salary', 'warning'],
    ['cuánto cobra un panadero', 'salary', 'warning'],
    ['internship', 'job_in_topic', 'error'],
    ['gibt es bei Ihnen Stellen', 'job_in_topic', 'error'],
  ])('as a topic, "%s", is left out and named: %s', (topic, rule, severity) => {
    const { text, findings } = letter(
      { admire: 'how you bake', topics: [topic, 'night work'] },
      'en',
    );
    expect(findings).toContainEqual(expect.objectContaining({ rule, severity, field: 'topics' }));
    expect(text).not.toContain(topic);
  });

  it('for its small letters is left out, where only a person can tell which words are nouns', () => {
    const { text, findings } = letter({ admire: 'die ruhe am ofen' }, 'de');
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'spelling', severity: 'warning', field: 'admire' }),
    );
    expect(text).not.toContain('die ruhe');
  });

  it('is listed even where another sentence took its place', () => {
    const { leftOut } = letter(
      { admire: 'how you bake', path: 'used to be a nurse, now bakes rye', role: 'Miller' },
      'en',
    );
    expect(leftOut).toContainEqual({ field: 'role', text: 'Miller' });
  });

  it('goes free once the user calls it fine', () => {
    const found = letter({ admire: 'your work', accepted: ['admire:vague_reason'] }, 'en');
    expect(found.findings.map(({ rule }) => rule)).not.toContain('vague_reason');
    expect(found.text).toContain('our work');
  });

  it('because it says du is shown as it would be with Sie, and holds the draft', () => {
    const { text, findings } = letter({ admire: 'deine Geduld mit Lehrlingen' }, 'de');
    expect(findings[0]).toMatchObject({
      rule: 'form_of_address',
      severity: 'error',
      field: 'admire',
    });
    expect(text).toContain('Ihre Geduld mit Lehrlingen');
    expect(
      letter({ admire: 'deine Geduld mit Lehrlingen', formality: 'informal' }, 'de').findings.map(
        ({ rule }) => rule,
      ),
    ).not.toContain('form_of_address');
  });
});

describe('two letters to one company', () => {
  const notes = {
    company: 'Mill & Co',
    role: 'baker',
    admire: 'how you bake at night',
    topics: ['night work', 'rye flour'],
  };

  it('share little beyond the sentence about the writer', () => {
    const first = letter(notes, 'en');
    const second = compose({
      purpose: 'outreach',
      profile: { ...jane, about: aboutIn['en'] },
      contact: {
        ...stranger,
        ...notes,
        name: 'Rui Dias',
        email: 'rui@example.org',
        admire: 'how you train people',
        topics: ['apprentices', 'wheat flour'],
      },
      previous: undefined,
      others: [{ name: 'Ana Souza', company: 'Mill & Co.', text: first.text }],
    });
    expect(second.findings.map(({ rule }) => rule)).not.toContain('reads_like');
  });

  it('that are the same hold the second', () => {
    const template = {
      id: 'mine',
      version: 1,
      purpose: 'outreach' as const,
      language: 'en',
      subject: 'A question from {{my_name}}',
      text: '{{greeting}}\n\nI bake bread at home and would like to know how it is done at a mill of this size.\n\nCould we talk for 20 minutes next week?\n\n{{close}}\n{{sign}}',
    };
    const input = { profile: jane, previous: undefined, template, purpose: 'outreach' as const };
    const first = compose({ ...input, contact: { ...stranger, ...notes } });
    const second = compose({
      ...input,
      contact: { ...stranger, ...notes, name: 'Rui Dias' },
      others: [{ name: 'Ana Souza', company: 'Mill & Co', text: first.text }],
    });
    expect(second.findings).toContainEqual(
      expect.objectContaining({ rule: 'reads_like', severity: 'error' }),
    );
  });
});

describe('a note about somebody', () => {
  it.each([
    ['She was a miller, now leads a bakery', 'that you were a miller, now lead a bakery.'],
    ['the way she shapes every loaf by hand', 'the way you shape every loaf by hand.'],
  ])('is turned to the reader: %s', (admire, said) => {
    expect(letter({ admire, topics: [] }, 'en').text).toContain(said);
  });

  it('else stays about them', () => {
    const { text } = letter(
      { admire: 'how you bake', topics: ['what you ask an apprentice before hiring her'] },
      'en',
    );
    expect(text).toContain('before hiring her');
  });
});

describe('a referrer', () => {
  it.each([
    ['en', 'recommendation of Carlos Lima'],
    ['de', 'Empfehlung von Carlos Lima'],
  ])('is named once, whatever else the notes say of the way (%s)', (language, foundThrough) => {
    const { text } = letter({ referredBy: 'Carlos Lima', foundThrough }, language);
    expect(text.match(/Carlos Lima/g)).toHaveLength(1);
  });
});

describe('an institution', () => {
  it.each([
    ['en', 'University of Porto', 'at the University of Porto'],
    ['en', 'National Bread Museum', 'at the National Bread Museum'],
    ['en', 'Royal Society of Bakers', 'at the Royal Society of Bakers'],
    ['en', 'Royal Dough', 'at Royal Dough'],
    ['en', 'Porto Institute for Bread', 'at the Porto Institute for Bread'],
    ['en', 'Danish Grain Agency', 'at the Danish Grain Agency'],
    ['en', 'Breadworks', 'at Breadworks'],
    ['de', 'TU Ulm', 'an der TU Ulm'],
    ['de', 'Technische Universität Ulm', 'an der Technischen Universität Ulm'],
    ['de', 'Handwerkskammer Ulm', 'bei der Handwerkskammer Ulm'],
    ['de', 'Landgericht Ulm', 'beim Landgericht Ulm'],
    ['de', 'Brotfreunde e.V.', 'bei Brotfreunde '],
    ['de', 'Molkerei Ulm', 'bei der Molkerei Ulm'],
    ['fr', 'Agence du Pain', "à l'Agence du Pain"],
    ['fr', 'Musée du Blé', 'au Musée du Blé'],
    ['es', 'Universidad de Lugo', 'en la Universidad de Lugo'],
    ['es', 'Museo del Pan', 'en el Museo del Pan'],
  ])('takes its article in %s: %s', (language, company, said) => {
    expect(letter({ role: undefined, company, topics: [] }, language).text).toContain(said);
  });
});

describe('a first mail', () => {
  it.each(['en', 'de', 'fr', 'es'])(
    'keeps to 35 words of ours, whoever it is for (%s)',
    (language) => {
      const most = Array.from({ length: 40 }, (_, at) =>
        compose({
          purpose: 'outreach',
          profile: { ...jane, language, about: aboutIn[language] },
          contact: { ...stranger, language, email: `baker${String(at)}@example.org` },
          previous: undefined,
        }),
      ).map(({ fixedWords }) => fixedWords);
      expect(Math.max(...most)).toBeLessThanOrEqual(35);
    },
  );
});

describe('a team', () => {
  it.each([
    ['en', 'Hello,'],
    ['de', 'Guten Tag,'],
  ])('is greeted without a name (%s)', (language, greeting) => {
    expect(letter({ name: 'Team Mühle' }, language).text.split('\n')[0]).toBe(greeting);
  });
});
