import { describe, expect, it } from 'vitest';
import { compose } from '../../../../domain/compose/compose.ts';
import type { ContactFacts } from '../../../../domain/contact.ts';
import { jane, stranger } from '../../people.ts';
import { firstMails } from '../first-mail.ts';

/** The words of several first mails in French. */
const letters = (notes: Partial<ContactFacts>) => firstMails('fr', notes);

const wrote = 'votre livre sur le seigle';

describe('what one admires, in French', () => {
  it.each([
    ['rigueur, humour', / : votre rigueur et votre humour\./],
    ['patience avec les apprentis', /c'est votre patience avec les apprentis\./],
    ['l odeur du pain et qu on y revient', / l'odeur du pain et qu'on y revient\./],
    ['comment vous pétrissez', /c'est la façon dont vous pétrissez\./],
    ['vous pétrissez à la main', /c'est que vous pétrissez à la main\./],
    ["avoir fait d'un hangar un fournil", / : avoir fait d'un hangar un fournil\./],
    ['pour votre franchise', /C'est aussi pour votre franchise que je vous écris\./],
  ])('is a whole sentence: %s', (admire, said) => {
    for (const { text } of letters({ admire, wrote })) expect(text).toMatch(said);
  });

  it.each(['honnête et drôle', 'avec calme et sans cris'])(
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
});

it('leaves out a French note about the reader to somebody else', () => {
  const foundThrough = 'une cousine qui pétrit avec lui';
  for (const { text, findings } of letters({ wrote, foundThrough })) {
    expect(text).not.toContain('cousine');
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'finish_sentence', field: 'foundThrough' }),
    );
  }
});

describe('a French note', () => {
  it.each([
    [
      { topics: ['du levain au four: par où commencer?'] },
      ' Du levain au four : par où commencer ?',
    ],
    [{ topics: ['le fournil: les nuits'] }, ' le fournil (les nuits)'],
    [{ topics: ['sujet: le levain'] }, ' le levain.'],
    [{ admire: 'votre pain: la croûte' }, 'votre pain : la croûte'],
    [{ wrote: 'votre livre "Pain: une vie"' }, 'votre livre "Pain : une vie"'],
    [{ admire: 'que le fournil ouvre à 4:30' }, 'à 4:30'],
  ])('has its space before ":" and "?": %o', (notes, said) => {
    for (const { text, subject } of letters({ wrote, ...notes })) {
      expect(text).toContain(said);
      expect(`${text} ${subject}`).not.toMatch(/\p{L}[:;?](?!\/)/u);
    }
  });
});

describe('a French topic', () => {
  it.each([
    ['Parlez-moi du fournil', ' le fournil'],
    ['Expliquez-moi votre levain', ' votre levain'],
    ['Racontez-moi comment vous avez débuté', ' comment vous avez débuté'],
    ['Dites-moi ce que vous changeriez', ' ce que vous changeriez'],
    ['comment vous avez appris ce boulot', ' comment vous avez appris ce travail'],
    ['combien de fournées par jour', ' : combien de fournées par jour ?'],
  ])('that asks to be told is what it asks for: %s', (topic, said) => {
    for (const { text } of letters({ wrote, topics: [topic] })) {
      expect(text).toContain(said);
      expect(text).not.toContain('-moi');
    }
  });

  it.each([
    [['orge'], " parler avec vous d'orge."],
    [['seigle', 'le fournil', 'les nuits'], ' de seigle, du fournil et des nuits.'],
    [['formation', 'le four'], ' sur la formation et le four.'],
    [['hasard', "l'eau"], " parler avec vous de hasard et de l'eau."],
    [
      ['le fournil', 'Comment pétrit-on ?', 'Faut-il un diplôme ?'],
      ' du fournil et vous poser deux questions : comment pétrit-on ? Et faut-il un diplôme ?',
    ],
    [
      ['Comment pétrit-on ?', 'Que faut-il savoir ?'],
      ' vous poser deux questions : comment pétrit-on ? Et que faut-il savoir ?',
    ],
  ])('stands in a sentence, and behind no lead with a colon: %j', (topics, said) => {
    for (const { text } of letters({ wrote, topics })) expect(text).toContain(said);
  });

  it('that asks for something to be done is left out', () => {
    for (const { text, leftOut } of letters({ wrote, topics: ['Conseillez-moi une farine'] })) {
      expect(text).not.toContain('farine');
      expect(leftOut).toContainEqual({ field: 'topics', text: 'Conseillez-moi une farine' });
    }
  });
});

describe('where one came across somebody, in French', () => {
  it.each([
    ['la foire de Lens, le 6 juin', / votre travail lors de la foire de Lens, le 6 juin\./],
    ['le salon du pain', / votre travail lors du salon du pain\./],
    ['les journées du levain', / votre travail lors des journées du levain\./],
    ["l'atelier du fournil", / votre travail lors de l'atelier du fournil\./],
    ['Fête du Pain', / votre travail lors de la Fête du Pain\./],
    ['conférence sur le pain à Lens', / votre travail lors d'une conférence sur le pain à Lens\./],
    ['le reportage de Mie, en juin', / votre travail grâce au reportage de Mie, en juin\./],
    ['le bulletin de la guilde', /^C'est le bulletin de la guilde qui m'a fait connaître /m],
  ])('an event is a place, and a medium a means: %s', (foundThrough, said) => {
    for (const { text } of letters({ foundThrough })) expect(text).toMatch(said);
  });

  it.each(['un podcast', 'une foire', 'un atelier en ligne'])(
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

describe('a French company', () => {
  it.each([
    ['cabinet Rivet', 'au cabinet Rivet', 'le cabinet Rivet'],
    ['prison de Brest', 'à la prison de Brest', 'la prison de Brest'],
    ['hôpital Nord', "à l'hôpital Nord", "l'hôpital Nord"],
    ['Association du Levain', "à l'Association du Levain", "l'Association du Levain"],
    ['Menuiserie Rivet', 'à la Menuiserie Rivet', 'la Menuiserie Rivet'],
    ['Les Trois Moulins', 'aux Trois Moulins', 'les Trois Moulins'],
    ['Le Fournil des Halles', 'au Fournil des Halles', 'le Fournil des Halles'],
    ['La Ferme du Seigle', 'à la Ferme du Seigle', 'la Ferme du Seigle'],
    ['Éditions du Blé', 'aux Éditions du Blé', 'les Éditions du Blé'],
    ['Le Gall Conseil', 'chez Le Gall Conseil', 'Le Gall Conseil'],
    [
      'CC des Monts de Lens',
      'à la Communauté de communes des Monts de Lens',
      'la Communauté de communes des Monts de Lens',
    ],
    ['Univ. de Lens', "à l'Université de Lens", "l'Université de Lens"],
    ['Asso Levain', "à l'Association Levain", "l'Association Levain"],
    ['Labo. du Grain', 'au Laboratoire du Grain', 'le Laboratoire du Grain'],
    ['Lens Métropole', 'à Lens Métropole', 'Lens Métropole'],
    ['CCAS de Lens', 'au CCAS de Lens', 'le CCAS de Lens'],
    ['MJC de Lens', 'à la MJC de Lens', 'la MJC de Lens'],
    ['Levain Rivet', 'chez Levain Rivet', 'Levain Rivet'],
  ])('%s: %s, sur %s', (company, at, about) => {
    for (const { text, subject } of letters({ company })) {
      expect(text).toContain(` ${at}.`);
      expect(subject).toContain(`Une question sur ${about}`);
    }
  });
});

it.each([
  ['Álvaro Roe', "d'Álvaro Roe"],
  ['Inès Roe', "d'Inès Roe"],
  ['Élodie Roe', "d'Élodie Roe"],
  ['Bo Roe', 'de Bo Roe'],
])('the sender %s is named "%s" in a French subject', (name, said) => {
  const { subject } = compose({
    purpose: 'outreach',
    profile: { ...jane, name, language: 'fr', about: 'X.', abouts: { fr: 'X.' } },
    contact: { ...stranger, language: 'fr', topics: [], wrote: undefined },
    previous: undefined,
  });
  expect(subject).toContain(said);
});

describe('a French role', () => {
  it.each([
    ['Maître Boulanger', 'maître boulanger'],
    ['Responsable Qualité', 'responsable qualité'],
    ['Chargé de Projet', 'chargé de projet'],
    ['Maire de Lens', 'maire de Lens'],
    ['Boulanger & Owner', 'boulanger'],
  ])('is in small letters and one language: %s', (role, said) => {
    for (const { text } of letters({ name: 'Jean Roe', role, wrote, company: 'Levain Rivet' }))
      expect(text).toContain(` ${said} chez Levain Rivet`);
  });

  it.each([
    [{ name: 'Mme Roe' }, false],
    [{ name: 'Pauline Roe' }, false],
    [{ name: 'Antoine Roe' }, true],
    [{ name: 'Camille Roe' }, true],
  ])('of a man is not said of a woman: %o', (person, isSaid) => {
    for (const { text, findings } of letters({ ...person, role: 'boulanger', wrote })) {
      expect(text.includes('boulanger')).toBe(isSaid);
      expect(
        findings.some(({ rule, field }) => rule === 'finish_sentence' && field === 'role'),
      ).toBe(!isSaid);
    }
  });
});

describe('a French path', () => {
  it.each([
    ['boulangerie -> enseignement', " comment on passe de la boulangerie à l'enseignement."],
    ['journalisme -> le fournil', ' comment on passe du journalisme au fournil.'],
    ['boulangère -> institutrice', ' comment on passe de boulangère à institutrice.'],
    ['droit -> banque -> boulangerie', ' du droit à la banque, puis à la boulangerie.'],
    ['levains -> farines', ' : levains, puis farines.'],
  ])('is a sentence where its articles are certain: %s', (path, said) => {
    for (const { text } of letters({ path, wrote })) expect(text).toContain(said);
  });
});
