import { describe, expect, it } from 'vitest';
import { withCapitals } from '../../../../domain/compose/names/capitals.ts';
import { jotted } from '../../../../domain/compose/notes/jotting.ts';
import { firstMail as letter } from '../first-mail.ts';

const rye = { wrote: 'your book on rye' };

describe('an English letter', () => {
  it.each([
    // What somebody does beside the one who reads is no sentence of its own.
    [
      { admire: 'the page where you forget the salt and say nothing' },
      / the page where you forget/,
    ],
    [{ wrote: 'the leaflet Rye for Beginners' }, /[Yy]our leaflet Rye for Beginners/],
    [{ wrote: 'a field guide to crusts' }, /[Yy]our field guide to crusts/],
    [{ ...rye, role: 'mill safety' }, / in mill safety/],
    [{ ...rye, role: 'Miller @ Rye & Co | dad of two' }, / a miller(?! @)/],
    [
      { ...rye, path: 'six years at sea, then back into baking' },
      /your path: six years at sea, then back into baking\./,
    ],
    [{ ...rye, topics: ['career path'] }, / your career path\./],
    [{ ...rye, topics: ['teaching the one who burnt it'] }, / teaching the one who burnt it\./],
    [
      { ...rye, topics: ['evening classes – which of them were worth it?'] },
      /: evening classes – which of them were worth it\?/,
    ],
    [{ ...rye, topics: ['and how you learnt to knead'] }, / how you learnt to knead/],
    [{ ...rye, topics: ['Walk me through a night at the oven'] }, / a night at the oven/],
    [{ ...rye, topics: ['what about hot days'] }, /: what about hot days\?/],
    [{ ...rye, admire: 'LOVE the seeded crusts you make' }, /I love the seeded crusts/],
    [{ ...rye, path: 'night nurse - baker' }, /from night nurse to baker/],
    [{ referredBy: 'Fire Officer Jo Marsh' }, /(?<!fire )Fire Officer Jo Marsh/],
  ])('says %j', (notes, said) => {
    expect(letter('en', notes).text).toMatch(said);
  });

  it.each([
    [{ ...rye, topics: ['the oven', 'and patience'] }, 'topics', 'and patience'],
    [{ wrote: 'some article on yeast' }, 'wrote', 'some article on yeast'],
    [{ ...rye, admire: 'the thing with the ovens' }, 'admire', 'the thing with the ovens'],
    [{ ...rye, admire: 'I love the company culture' }, 'admire', 'I love the company culture'],
    [{ ...rye, topics: ['everything about your job'] }, 'topics', 'everything about your job'],
  ])('leaves out of %j what would not read well', (notes, field, text) => {
    const { leftOut } = letter('en', notes);
    expect(leftOut).toContainEqual({ field, text: expect.stringContaining(text) as string });
  });

  it('names the person who sent it in the subject, and not only their office', () => {
    const { subject } = letter('en', { referredBy: 'my old head baker, Nia Bevan-Rees' });
    expect(subject).toBe('Nia Bevan-Rees suggested I write to you');
  });

  it('has no subject out of "both …"', () => {
    expect(letter('en', { sharedAffiliation: 'both bakers once' }).subject).not.toContain('both');
  });

  it('has one colon in its subject', () => {
    const { subject } = letter('en', { ...rye, topics: ['rye and wheat: what to bake first'] });
    expect(subject.split(':').length).toBeLessThanOrEqual(2);
  });
});

it.each([
  ['en', 'do you take on beginners?'],
  ['es', 'si contratan panaderos'],
  ['en', 'they seem to be hiring bakers'],
  ['fr', 'stage'],
  ['es', 'si cogen a personas sin experiencia'],
] as const)('a note that asks for work is held (%s: %s)', (code, topic) => {
  const { findings } = letter(code, { topics: [topic] });
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'job_in_topic', severity: 'error' }),
  );
});

it('English notes in a German letter are told as what they are', () => {
  const { findings } = letter('de', { admire: 'the calm voice in which you explain dough' });
  const rules = findings.filter(({ field }) => field === 'admire').map(({ rule }) => rule);
  expect(rules).toContain('note_language');
  expect(rules).not.toContain('spelling');
});

it.each([
  ['evening classes – which of them were worth it?', undefined],
  ['own bakery – how much money', '–'],
  ['own bakery - how much money?', '-'],
])('a pause before a question is printed with a dash (%s)', (topic, found) => {
  expect(jotted(topic, 'topics')).toBe(found);
});

it.each([
  ["o'roe, jane", "O'Roe, Jane"],
  ['Dr Jane Roe FRCEM', 'Dr Jane Roe FRCEM'],
  ['Mme DUBOIS Jeanne', 'Mme Jeanne Dubois'],
  ['Dr Jeanne LE BRAS', 'Dr Jeanne Le Bras'],
])('%s is written %s', (typed, written) => {
  expect(withCapitals(typed)).toBe(written);
});

describe('a subject', () => {
  it.each([
    [
      'de',
      'Ihr Aufsatz „Brot ist kein Beiwerk“ in der Festschrift der Müllergilde',
      /^Ihr Aufsatz „Brot ist kein Beiwerk“/,
    ],
    [
      'es',
      'su reportaje en Hornos del Norte sobre la cosecha perdida de Villafría',
      /^Su reportaje en Hornos del Norte(?! sobre)/,
    ],
  ] as const)('ends where a long work has said its name (%s: %s)', (code, wrote, start) => {
    expect(letter(code, { wrote }).subject).toMatch(start);
  });
});

it('many long notes are no haste, whatever is cut short between them', () => {
  const notes = {
    name: 'jo marsh',
    wrote: 'your report on the winter in which nobody in the valley could get any flour at all',
    admire: 'how you told the whole room that the first plan had been wrong and that it was yours',
    sharedAffiliation:
      'the evening school in Leeds, where both of us learnt to knead at the same table',
    topics: ['how a village bakery stays open when the last shop around it has closed', 'etc'],
  };
  const { findings, text } = letter('en', notes);
  expect(findings.map(({ rule }) => rule)).not.toContain('hurried_note');
  expect(text).toContain('the first plan had been wrong');
});

it('praise is no part of a title', () => {
  const { text, leftOut } = letter('de', { wrote: 'Ihr Interview im Morgenblatt, ganz nett' });
  expect(text).not.toContain('nett');
  expect(leftOut).toContainEqual({ field: 'wrote', text: 'ganz nett' });
});

it('half a change of the form of address is none', () => {
  const { text } = letter('es', { admire: 'te explicas muy bien y no vendes humo' });
  expect(text).not.toContain('vendes');
});

it('a French detail that is told as something done gets its frame', () => {
  const admire = "d'avoir gardé vos pains ratés";
  expect(letter('fr', { wrote: 'votre livre sur le seigle', admire }).text).toContain(
    "Je vous admire d'avoir gardé vos pains ratés.",
  );
  expect(letter('fr', { topics: ['Faut-il aimer la nuit ?'] }).text).toContain(': faut-il aimer');
});

describe('what the letter says of somebody only in part', () => {
  it('is listed: who the referrer is to both', () => {
    const { text, leftOut } = letter('en', {
      referredBy: 'Jo Marsh, who sold you your first oven and taught me to knead',
    });
    expect(text).toContain('Jo Marsh');
    expect(text).not.toContain('first oven');
    expect(leftOut).toContainEqual({
      field: 'referredBy',
      text: 'who sold you your first oven and taught me to knead',
    });
  });

  it('is listed: a role of which the path says one word', () => {
    const role = 'regional quality adviser for grain stores, silos and small village mills';
    const { text, leftOut } = letter('en', { ...rye, path: 'baker -> grain trade', role });
    expect(text).not.toContain('silos');
    expect(leftOut).toContainEqual({ field: 'role', text: role });
  });

  it('is not listed where the path says the role', () => {
    const { leftOut } = letter('en', {
      ...rye,
      path: 'baker -> grain trading',
      role: 'grain trader',
    });
    expect(leftOut).toEqual([]);
  });
});

describe('notes as people type them', () => {
  const said = (notes: Parameters<typeof letter>[1]) => letter('en', notes).text;

  it('a link that was copied with its page loses the marks of the page', () => {
    const text = said({ wrote: 'your guide to barns &amp; mills [12]. Read more...' });
    expect(text).toContain('our guide to barns and mills');
    expect(text).not.toMatch(/&|\[|Read more/);
  });

  it('a detail that points back is left out where nothing stands before it', () => {
    const admire = 'It says that bread can wait';
    expect(said({ admire })).not.toContain('bread can wait');
    expect(said({ admire, wrote: 'your book on rye' })).toContain('It says that bread can wait.');
  });

  it('what nobody did is part of the thing, and no sentence', () => {
    expect(said({ admire: 'your habit of baking loaves nobody has ordered' })).toContain(
      'your habit of baking loaves nobody has ordered',
    );
  });

  it('a question that begins with should stays whole', () => {
    expect(said({ topics: ['Should one learn on gas or on wood?'] })).toContain(
      'should one learn on gas or on wood?',
    );
  });

  it('an indirect question is told, a turned one asked', () => {
    const text = said({ topics: ['which licence is needed', 'what errors do pupils make first'] });
    expect(text).toMatch(/which licence is needed\. And one question: what errors do pupils/);
  });

  it('several questions in a row are asked one by one', () => {
    const text = said({ topics: ['how did you find flour, did you buy an oven, best days'] });
    expect(text).toContain('how did you find flour? And did you buy an oven?');
    expect(said({ topics: ['night work / sales'] })).not.toContain(' / ');
  });

  it('languages have their capital', () => {
    expect(said({ topics: ['finnish or dutch at night?'] })).toContain('Finnish or Dutch');
  });

  it('a way that anybody may have come is no reason', () => {
    const { findings } = letter('en', { foundThrough: 'a podcast', topics: ['rye'] });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'no_reason', severity: 'error' }),
    );
    expect(
      letter('en', { foundThrough: 'a podcast on rye', topics: ['rye'] }).findings,
    ).not.toContainEqual(expect.objectContaining({ rule: 'no_reason', severity: 'error' }));
  });

  it('one word that both are is left out unless it is certain what it is', () => {
    expect(said({ sharedAffiliation: 'both bakery' })).not.toContain('both bakery');
    expect(said({ sharedAffiliation: 'both bakers' })).toContain('We are both bakers.');
  });

  it('a path in three steps goes from the first to the last', () => {
    const path = 'ski teacher, then a late apprenticeship, then baking';
    expect(said({ path })).toContain('from ski teacher via a late apprenticeship to baking');
  });

  it('a role with capitals has its article', () => {
    expect(said({ wrote: 'your book on rye', role: 'Night Baker' })).toContain('a Night Baker');
    expect(said({ wrote: 'your book on rye', role: 'Director of Mills' })).not.toContain(
      'a Director',
    );
  });

  it('a life told in one breath is no detail', () => {
    const life =
      "She's a baker at Marsh Mill, used to sell shoes in Hull, then did the evening course, gave a talk at our school";
    expect(said({ admire: life })).toContain('baker at Marsh Mill');
    expect(said({ admire: `${life}, ask her about the course` })).not.toContain('Marsh Mill');
  });

  it('a question about somebody else is left out', () => {
    expect(said({ topics: ['and could I watch him for a night'] })).not.toContain('him');
  });

  it('a topic with its question behind a colon is asked', () => {
    expect(said({ topics: ['baking at night: how do you sleep'] })).toContain(
      'baking at night: how do you sleep?',
    );
  });

  it('what only looks like haste is said', () => {
    const text = said({
      wrote: 'your book on rye',
      admire: 'how you teach baking, also to children',
      role: 'Met Office forecaster',
    });
    expect(text).toContain('how you teach baking, also to children');
    expect(text).toContain('Met Office forecaster');
  });

  it.each(['via a friend', 'met at a fair', 'bread / dunno'])('the role "%s" is none', (role) => {
    const { text, findings } = letter('en', { wrote: 'your book on rye', role });
    expect(text).not.toContain(role.split(' ')[0]);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'finish_sentence', field: 'role' }),
    );
  });

  it('a company in small letters has its capitals around "&", too', () => {
    const { text } = letter('en', { wrote: 'your book on rye', company: 'rye & marsh llp' });
    expect(text).toContain('Rye & Marsh');
    expect(
      letter('es', { wrote: 'su libro', company: 'Pan Vivo S.A. de C.V.' }).text,
    ).not.toContain('C.V');
  });

  it.each(['que estáis contratando', 'yo busco algo desde mayo', 'a quien le mando el cv'])(
    'the Spanish note "%s" asks for work',
    (admire) => {
      const { text, findings } = letter('es', { admire });
      expect(text).not.toContain(admire);
      expect(findings.map(({ rule }) => rule)).toContain('job_in_note');
    },
  );

  it('what came later in a path stands behind its arrow', () => {
    const path = 'Backstube; danach Mühle; seit 2021 Hofladen';
    expect(letter('de', { path }).text).not.toContain('danach');
  });

  it('what both share stands in a sentence', () => {
    const text = said({
      wrote: 'your book on rye',
      sharedAffiliation: 'the Guild of Mills (Hull)',
    });
    expect(text).not.toContain('share:');
    expect(letter('de', { sharedAffiliation: 'beide Müller' }).text).toContain(
      'ir sind beide Müller.',
    );
  });

  it('a title and what became of it is a clause', () => {
    const text = said({
      wrote: 'your book on rye',
      admire: '"Night Loaves" got printed by hand in a barn',
    });
    expect(text).toContain('that "Night Loaves" got printed by hand in a barn.');
  });

  it('an opinion behind a comma is left off with its verb', () => {
    expect(said({ admire: "you bake for the school, c'est génial" })).not.toContain('génial');
  });

  it('a French house in small letters has its capitals behind the apostrophe', () => {
    const { text } = letter('fr', { wrote: 'votre livre', company: "moulin d'ollon" });
    expect(text).toContain("Moulin d'Ollon");
  });
});
