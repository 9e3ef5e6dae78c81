import { describe, expect, it } from 'vitest';
import { compose } from '../../../../domain/compose/compose.ts';
import { isShorthand } from '../../../../domain/compose/language/en/shorthand.ts';
import { isSingle } from '../../../../domain/compose/language/en/single.ts';
import { languageFor } from '../../../../domain/compose/language/languages.ts';
import { english } from '../../../../domain/compose/language/en/english.ts';
import type { ContactFacts } from '../../../../domain/contact.ts';
import type { Purpose } from '../../../../domain/purpose.ts';
import { jane, stranger } from '../../people.ts';

function letter(notes: Partial<ContactFacts>, purpose: 'outreach' | 'nudge' = 'outreach') {
  return compose({
    purpose: purpose as Purpose,
    profile: { ...jane, language: 'en', about: 'X.', abouts: { en: 'X.' } },
    contact: { ...stranger, language: 'en', ...notes },
    previous: purpose === 'outreach' ? undefined : { subject: 'A question' },
  } as Parameters<typeof compose>[0]);
}

describe('an article is missing', () => {
  it.each([
    'your talk at flour conference',
    'how you train new apprentice',
    'how you trained apprentice for the oven',
    'switch from oven to work as teacher',
    'night shift rota',
    'you quit bank and opened bakery',
    'first job after degree',
    'your piece about local library',
    'the week before exhibition',
    'saw you on stage with orchestra',
    'what you learned in course',
    'your answer after talk',
  ])('%s', (note) => {
    expect(isShorthand(note)).toBe(true);
  });
});

describe('nothing is missing', () => {
  it.each([
    'your talk at the flour conference',
    'your talk at a conference on rye',
    'how you train a new apprentice',
    "the bakery's first apprentice",
    'every teacher you had',
    'from miller to teacher',
    'the way from nurse to coder and back to teacher',
    'between ward and lab',
    'baker turned teacher',
    'miller -> teacher -> editor',
    'what you wrote on teacher training',
    'how library cards changed the village',
    'how you talk about failure',
    'how you review a script',
    'the kind of company that lasts',
    'what school did not teach you',
    'the first year at university',
    'two exhibition rooms without one label',
    'your part in "Library, Archive, Museum"',
    'advice, training and patience',
    'page by page',
    'how you mentor',
    'what made you volunteer',
    'who may tutor and who may judge',
  ])('%s', (note) => {
    expect(isShorthand(note)).toBe(false);
  });

  it('in any wording of ours', () => {
    const ours = [
      ...english.purpose,
      ...english.thanks,
      ...english.ask(20),
      ...english.topics([]),
      ...(english.work({ role: 'miller', company: 'Rye & Co' }) ?? []),
      ...(english.weakReason({ role: 'miller', company: 'Rye & Co' }) ?? []),
      ...english.referrer('Ana Souza'),
    ];
    expect(ours.filter((sentence) => isShorthand(sentence))).toEqual([]);
  });
});

it('takes a mass for no singular', () => {
  expect(
    ['bread', 'training', 'advice', 'equipment', 'rye'].filter((word) => isSingle(word)),
  ).toEqual([]);
});

describe('a note that leaves an article out', () => {
  it.each([
    ['wrote', 'your talk at flour conference'],
    ['admire', 'how you train new apprentice'],
  ] as const)('is left out, and the card says how to mend it (%s)', (field, note) => {
    const { text, findings, leftOut } = letter({ [field]: note });
    expect(text.toLowerCase()).not.toContain(note);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'finish_sentence', severity: 'warning', field }),
    );
    expect(leftOut).toEqual([{ field, text: note }]);
  });

  it('is asked for where it says how one found them', () => {
    const { text, leftOut } = letter({
      foundThrough: 'saw your bread in magazine',
      wrote: 'your book on rye',
    });
    expect(text).not.toContain('magazine');
    expect(leftOut).toContainEqual({ field: 'foundThrough', text: 'saw your bread in magazine' });
  });

  it('gives the subject no words', () => {
    expect(letter({ wrote: 'your talk at flour conference' }).subject).not.toMatch(/conference/i);
  });

  it('is left out beside the topics that fit into a sentence', () => {
    const { text, leftOut } = letter({
      admire: 'how you bake',
      topics: ['finding work after traineeship', 'the first oven'],
    });
    expect(text).toMatch(/ the first oven\. /);
    expect(leftOut).toEqual([{ field: 'topics', text: 'finding work after traineeship' }]);
  });

  it('leaves the open question where no topic fits into a sentence', () => {
    const { text } = letter({ admire: 'how you bake', topics: ['finding work after traineeship'] });
    expect(text).not.toContain('traineeship');
    expect(text).toContain('how you came to your work');
  });

  it('is no reason that a nudge names again', () => {
    const { text } = letter({ admire: 'how you train new apprentice' }, 'nudge');
    expect(text).not.toContain('new apprentice');
  });
});

describe('German notes', () => {
  it.each([
    ['war bei Führung dabei', true],
    ['Ihr Vortrag auf Tagung', true],
    ['Studium nötig', true],
    ['war bei der Führung dabei', false],
    ['der Wechsel von Klinik zu Hochschule Fulda', false],
    ['Ihr Vortrag auf der Tagung', false],
    ['welches Studium nötig', false],
    ['was möglich und was nötig ist', false],
  ])('%s', (note, short) => {
    expect(languageFor('de', 'formal')?.isShorthand(note)).toBe(short);
  });
});
