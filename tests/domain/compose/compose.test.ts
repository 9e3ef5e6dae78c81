import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addresseeInEnglish, addresseeInGerman } from '../../../domain/compose/addressee.ts';
import { compose, replySubject } from '../../../domain/compose/compose.ts';
import { purposes, type Purpose } from '../../../domain/purpose.ts';
import { render, type Template } from '../../../domain/compose/template.ts';
import { builtInTemplates } from '../../../domain/compose/templates/built-in.ts';
import { countWords } from '../../../domain/text/count-words.ts';
import { jane, nameOnly, researched, stranger } from '../people.ts';

function outreach(change: Partial<Parameters<typeof compose>[0]> = {}) {
  return compose({
    purpose: 'outreach',
    profile: jane,
    contact: researched,
    previous: undefined,
    ...change,
  });
}

/** What only the moment knows, for every purpose that needs some. */
const details = {
  slots: [
    'Tuesday 1 December, 10:00 in Lisbon (11:00 in Berlin)',
    'Thursday 3 December, 15:00 in Lisbon (16:00 in Berlin)',
  ],
  when: ['Tuesday 1 December, 10:00 in Lisbon', '11:00 in Berlin'],
  introduced: 'Bea Costa',
};

describe('an outreach with research', () => {
  const { subject, text, findings, template } = outreach();

  it('has 100 to 150 words and no findings', () => {
    expect(countWords(text)).toBeGreaterThanOrEqual(100);
    expect(countWords(text)).toBeLessThanOrEqual(150);
    expect(findings).toEqual([]);
    expect(template).toBe('outreach-en@1');
  });

  it('names who asks in the subject', () => {
    expect(subject).toBe('Quick question from Jane Doe, TU Berlin');
  });

  it('names the referrer before everything else', () => {
    expect(text.split('\n')[2]).toMatch(/^Carlos Lima suggested/);
  });

  it('has every part of the practice', () => {
    expect(text).toContain('Dear Ana,');
    expect(text).toContain('I admire how you built the data team from scratch.');
    expect(text).toMatch(/20 minutes .* in the next two to four weeks/);
    expect(text).toContain('churn models, team building and leaving research');
    expect(text).toContain("I'm not asking for a job");
    expect(text).toContain('Thank you');
    expect(text).toMatch(/rather not hear from me again/);
    expect(text).toMatch(/Best wishes,\nJane Doe\nhttps:\/\/jane\.example\.org$/);
  });
});

describe('an outreach with a name and an address only', () => {
  it.each(['en', 'de'])('is a whole mail that may be sent (%s)', (language) => {
    const { subject, text, findings } = outreach({
      profile: nameOnly,
      contact: { ...stranger, language },
    });
    expect(subject).toMatch(/ Jane Doe$|von Jane Doe$/);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual(['no_reason']);
    expect(text).not.toMatch(/ [,.]|\(\)|  |\n{3}|undefined/);
    expect(countWords(text)).toBeGreaterThanOrEqual(100);
  });

  it('is held without the name of the writer, and says where to give it', () => {
    const { findings } = outreach({ profile: { ...nameOnly, name: undefined }, contact: stranger });
    expect(findings[0]).toMatchObject({ rule: 'unfilled_placeholder', severity: 'error' });
    expect(findings[0]?.message).toContain('profile set --name');
  });
});

describe('notes in any form', () => {
  it.each([
    ['how you lead', 'I admire how you lead.'],
    ['How you lead.', 'I admire how you lead.'],
    ['Your talk at PyCon', 'I admire your talk at PyCon.'],
    ['You moved into climate work', 'I admire that you moved into climate work.'],
    ['I loved your talk at PyCon', 'I loved your talk at PyCon.'],
  ])('of admiration become a sentence: %s', (admire, sentence) => {
    expect(outreach({ contact: { ...stranger, admire } }).text).toContain(sentence);
  });

  it.each([
    ['LinkedIn', 'I came across your name on LinkedIn.'],
    ['alumni', 'I came across your name through the alumni network.'],
    ['your talk at PyCon', 'I came across your name through your talk at PyCon.'],
    ['At the Porto meetup.', 'I came across your name at the Porto meetup.'],
  ])('of where I found them, too: %s', (foundThrough, sentence) => {
    expect(outreach({ contact: { ...stranger, foundThrough } }).text).toContain(sentence);
  });

  it.each([
    ['data engineer', undefined, 'Your work as a data engineer is'],
    ['Head of Data', 'Acme', 'Your work as Head of Data at Acme is'],
    [undefined, 'Acme', 'Your work at Acme is'],
  ])('of what they do, too: %s, %s', (role, company, words) => {
    expect(outreach({ contact: { ...stranger, role, company } }).text).toContain(words);
  });

  it('about me follow my name or stand alone', () => {
    const phrase = outreach({ profile: { ...jane, about: 'a physicist on the way to industry' } });
    expect(phrase.text).toContain(
      'My name is Jane Doe (TU Berlin), a physicist on the way to industry.',
    );
    expect(outreach().text).toContain('My name is Jane Doe (TU Berlin). I am finishing a degree');
  });

  it('about me stay out of a mail in another language', () => {
    const { text, findings } = outreach({ contact: { ...researched, language: 'de' } });
    expect(findings.map(({ rule }) => rule)).toEqual(['about_left_out']);
    expect(text).toContain('Ich bin Jane Doe (TU Berlin). Ich orientiere mich');
    expect(text).not.toContain('degree');
  });
});

describe('the greeting', () => {
  it.each([
    ['Ana Souza', 'Ana', 'Ana Souza'],
    ['Ana', 'Ana', 'Ana'],
    ['Dr. Ana Souza', 'Dr. Souza', 'Dr. Souza'],
    ['Prof. Dr. Ana de Souza', 'Prof. de Souza', 'Prof. Dr. de Souza'],
    ['Ms Ana Souza', 'Ms Souza', 'Ms Souza'],
    ['Ana Souza, PhD', 'Ana', 'Ana Souza'],
    ['Souza, Ana', 'Ana', 'Ana Souza'],
    ['A. Souza', 'A. Souza', 'A. Souza'],
    ['Jean-Luc Picard', 'Jean-Luc', 'Jean-Luc Picard'],
    ['山田太郎', '山田太郎', '山田太郎'],
    ['Dr.', 'Dr.', 'Dr.'],
  ])('of %s is to %s, in German to %s', (name, english, german) => {
    expect(addresseeInEnglish(name)).toBe(english);
    expect(addresseeInGerman(name)).toBe(german);
  });
});

describe('a nudge', () => {
  it.each(['en', 'de'])('keeps the thread, is short and makes no reproach (%s)', (language) => {
    const { subject, text, findings } = compose({
      purpose: 'nudge',
      profile: jane,
      contact: { ...researched, language },
      previous: { subject: 'Quick question from Jane Doe, TU Berlin' },
    });
    expect(subject).toBe('Re: Quick question from Jane Doe, TU Berlin');
    expect(countWords(text)).toBeGreaterThanOrEqual(40);
    expect(countWords(text)).toBeLessThanOrEqual(80);
    expect(text).not.toMatch(
      /haven't heard|no answer|still waiting|keine Antwort|noch nicht geantwortet/i,
    );
    expect(findings).toEqual([]);
  });

  it.each([
    ['Question', 'Re: Question'],
    ['Re: AW: RE[2]: Question', 'Re: Question'],
    ['Re: Question\r\nBcc: eve@example.org', 'Re: Question Bcc: eve@example.org'],
    ['Reading: a question', 'Re: Reading: a question'],
  ])('of %j has the subject %j', (subject, reply) => {
    expect(replySubject(subject)).toBe(reply);
  });
});

describe('every purpose', () => {
  const cases = purposes.flatMap((purpose) =>
    ['en', 'de'].map((language) => [purpose, language] as const),
  );

  it.each(cases)(
    '%s in %s is a mail without errors, for a stranger and a well-known contact',
    (purpose, language) => {
      for (const contact of [stranger, researched]) {
        for (const profile of [nameOnly, jane]) {
          const draft = compose({
            purpose,
            profile,
            contact: { ...contact, language },
            previous: undefined,
            details,
          });
          expect(draft.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(draft.text).not.toMatch(/\{\{|undefined| [,.]|  |\n{3}/);
          expect(draft.template).toContain(`-${language}@`);
        }
      }
    },
  );

  it('falls back to English for other languages', () => {
    expect(outreach({ contact: { ...researched, language: 'pt-BR' } }).template).toBe(
      'outreach-en@1',
    );
    expect(outreach({ contact: { ...researched, language: 'de-AT' } }).template).toBe(
      'outreach-de@1',
    );
  });

  it('has templates whose ids are unique', () => {
    const ids = Object.values(builtInTemplates).flatMap((each) => each.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('that needs what only the moment knows is held without it', () => {
    const held: readonly Purpose[] = ['proposal', 'confirmation', 'introducer_thanks'];
    for (const purpose of purposes) {
      const { findings } = compose({
        purpose,
        profile: jane,
        contact: researched,
        previous: undefined,
      });
      expect(findings.some(({ severity }) => severity === 'error')).toBe(held.includes(purpose));
    }
  });

  it('gives a takeaway written as a note its full stop', () => {
    const { text } = compose({
      purpose: 'thank_you',
      profile: jane,
      contact: researched,
      previous: undefined,
      details: { takeaway: 'learn SQL before anything else' },
    });
    expect(text).toContain('What stays with me most: learn SQL before anything else.\n');
  });

  it('puts proposed times on lines of their own', () => {
    const { text } = compose({
      purpose: 'proposal',
      profile: jane,
      contact: researched,
      previous: undefined,
      details,
    });
    expect(text).toContain(`\n\n${details.slots.join('\n')}\n\n`);
  });
});

describe('a template', () => {
  it('shows sections with their data, inverted ones without, and drops empty paragraphs', () => {
    const template =
      'A{{#x}} {{x}}{{#y}} and {{y}}{{/y}}{{/x}}{{^x}} nothing{{/x}}.\n\n{{#y}}{{y}}{{/y}}\n\nEnd';
    expect(render(template, { x: 'one', y: 'two' })).toBe('A one and two.\n\ntwo\n\nEnd');
    expect(render(template, { x: 'one', y: ' ' })).toBe('A one.\n\nEnd');
    expect(render(template, { y: 'two' })).toBe('A nothing.\n\ntwo\n\nEnd');
  });

  it('leaves what it does not know, for the linter', () => {
    expect(render('{{unknown}} {{toString}} {{#open}}x', {})).toBe('{{unknown}} {{toString}}');
  });

  it('never reads a value as template, nor lets it add lines', () => {
    const value = '{{my_name}} {{#x}} {{/x}}\r\n\r\nBcc: eve@example.org';
    expect(render('{{a}}|{{b}}', { a: value, b: 'b', my_name: 'Jane' })).toBe(
      '{{my_name}} {{#x}} {{/x}} Bcc: eve@example.org|b',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const filled = render('{{a}}', { a: `x${text}x`, x: 'WRONG' });
        expect(filled).not.toMatch(/[\r\n]|WRONG/);
      }),
    );
  });

  it('of the user’s own replaces the built-in one', () => {
    const template: Template = {
      id: 'mine',
      version: 3,
      purpose: 'outreach',
      language: 'en',
      subject: 'Hello from {{my_name}}',
      text: 'Dear {{addressee}}, {{my_name}}',
      spare: [],
      mostWords: undefined,
    };
    expect(outreach({ template })).toMatchObject({
      subject: 'Hello from Jane Doe',
      text: 'Dear Ana, Jane Doe',
      template: 'mine@3',
    });
  });

  it('of any size is filled in time that grows with its size only', () => {
    expect(render('{{#a}}'.repeat(2000) + '{{'.repeat(200_000), {})).toBe('');
  });
});
