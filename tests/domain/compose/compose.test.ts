import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addresseeInGerman } from '../../../domain/compose/language/de/addressee.ts';
import { addresseeInEnglish } from '../../../domain/compose/language/en/addressee.ts';
import { compose, replySubject, type ComposeInput } from '../../../domain/compose/compose.ts';
import type { Occasion } from '../../../domain/compose/occasion.ts';
import { purposes } from '../../../domain/purpose.ts';
import { render, type Template } from '../../../domain/compose/template.ts';
import { builtInTemplates } from '../../../domain/compose/templates/built-in.ts';
import { countWords } from '../../../domain/text/count-words.ts';
import { jane, nameOnly, researched, stranger } from '../people.ts';

type Common = Omit<ComposeInput, 'purpose'>;

function outreach(change: Partial<Common> = {}) {
  return compose({
    profile: jane,
    contact: researched,
    previous: undefined,
    ...change,
    purpose: 'outreach',
  });
}

const meeting = { at: new Date('2026-12-01T10:00:00Z'), minutes: 20 };
const slots = [meeting, { at: new Date('2026-12-03T15:00:00Z'), minutes: 20 }];

/** Every purpose with all that its moment can know. */
const occasions: readonly Occasion[] = [
  { purpose: 'outreach' },
  { purpose: 'nudge' },
  { purpose: 'nudge', because: 'times', slots },
  { purpose: 'nudge', because: 'later', news: 'I have finished my thesis' },
  { purpose: 'proposal', slots },
  { purpose: 'proposal', slots, because: 'no_show', format: 'video' },
  {
    purpose: 'confirmation',
    meeting: { ...meeting, format: 'video', where: 'https://meet.example.org/ana' },
    invite: 'invitation',
  },
  {
    purpose: 'confirmation',
    meeting: { ...meeting, format: undefined },
    change: 'time',
    invite: 'acceptance',
  },
  { purpose: 'cancellation', meeting, why: 'a seminar was moved', invite: true },
  { purpose: 'cancellation', meeting, slots },
  {
    purpose: 'thank_you',
    met: { at: meeting.at, now: meeting.at },
    takeaways: ['how you choose what not to build'],
    people: ['Bea Costa', 'Rui Dias'],
  },
  {
    purpose: 'thank_you',
    met: undefined,
    takeaways: ['learn SQL before anything else'],
    offer: 'I can show you our survey',
  },
  {
    purpose: 'check_in',
    reason: { kind: 'advice', advice: 'talk to the users first', how: 'two of them answered' },
  },
  {
    purpose: 'check_in',
    reason: { kind: 'sentence', text: 'I met Bea Costa last week' },
    gift: 'This article is about it',
  },
  { purpose: 'introducer_thanks', introduced: 'Bea Costa' },
  {
    purpose: 'introducer_thanks',
    introduced: 'Bea Costa',
    met: true,
    learned: 'We spoke for an hour',
  },
  {
    purpose: 'landed_role',
    role: 'data engineer',
    company: 'Acme',
    helped: 'It was you who told me to learn SQL',
  },
  { purpose: 'landed_role', role: undefined, helped: undefined },
  { purpose: 'reply', because: 'declined' },
  { purpose: 'reply', because: 'referred', people: ['Bea Costa'] },
  { purpose: 'reply', because: 'answered' },
];

describe('an outreach with research', () => {
  const { subject, text, findings, template, words, fixedWords } = outreach();

  it('has 90 to 150 words, at most 35 of them ours, and nothing against it', () => {
    expect(words).toBe(countWords(text));
    expect(words).toBeGreaterThanOrEqual(90);
    expect(words).toBeLessThanOrEqual(150);
    expect(fixedWords).toBeLessThanOrEqual(35);
    expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
    expect(template).toBe('outreach-en@2');
  });

  it('names the referrer in the subject and in the first sentence', () => {
    expect(subject).toBe('Carlos Lima suggested I write to you');
    expect(text.split('\n')[2]).toMatch(/^[^.]*Carlos Lima/);
  });

  it('has every part of the practice', () => {
    expect(text).toContain('Dear Ana,');
    expect(text).toContain('how you built the data team from scratch.');
    expect(text).toMatch(/\b20\b.minute/);
    expect(text).toContain('churn models');
    expect(text).toMatch(/not a job|vacancy|not to apply|nothing more|not employment|not a post/);
    expect(text).toMatch(/[Tt]hank you/);
    expect(text).toMatch(/Jane Doe, TU Berlin\nhttps:\/\/jane\.example\.org$/);
  });

  it('accounts for every note: in the letter, or among what was left out', () => {
    const { leftOut } = outreach();
    const everything = [text, ...leftOut.map((note) => note.text)].join(' ');
    for (const note of [
      'alumni',
      'University of Porto',
      'article on churn models',
      'physicist',
      'leaving research',
    ])
      expect(everything).toContain(note);
  });
});

describe('an outreach with a name and an address only', () => {
  it.each(['en', 'de'])(
    'is a whole mail, with a warning that nothing says why (%s)',
    (language) => {
      const { subject, text, findings } = outreach({
        profile: nameOnly,
        contact: { ...stranger, language },
      });
      expect(subject).toMatch(/ Jane Doe$|von Jane Doe$/);
      expect(findings).toContainEqual(
        expect.objectContaining({ rule: 'no_reason', severity: 'warning', field: 'admire' }),
      );
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(text).not.toMatch(/ [,.]|\(\)|  |\n{3}|undefined|\{\{/);
    },
  );

  it('is held once there are notes and none of them says why', () => {
    const { findings } = outreach({
      contact: { ...stranger, admire: 'your work', topics: ['culture'] },
    });
    expect(findings[0]).toMatchObject({ rule: 'no_reason', severity: 'error', field: 'admire' });
  });

  it('is held without the name of the writer, and says where to give it', () => {
    const { findings } = outreach({ profile: { ...nameOnly, name: undefined }, contact: stranger });
    const missing = findings.find(({ rule }) => rule === 'unfilled_placeholder');
    expect(missing?.severity).toBe('error');
    expect(missing?.message).toContain('your name: fill it in in your profile');
  });
});

describe('the greeting', () => {
  it.each([
    ['Ana Souza', 'Ana', 'Ana Souza'],
    ['Ana', 'Ana', 'Ana'],
    ['Dr. Ana Souza', 'Dr. Souza', 'Dr. Ana Souza'],
    ['Prof. Dr. Ana de Souza', 'Prof. de Souza', 'Prof. Ana de Souza'],
    ['Ms Ana Souza', 'Ms Souza', 'Frau Souza'],
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
      contact: { ...researched, language, topics: [] },
      previous: { subject: 'A question about churn' },
    });
    expect(subject).toBe('Re: A question about churn');
    expect(countWords(text)).toBeGreaterThanOrEqual(40);
    expect(countWords(text)).toBeLessThanOrEqual(80);
    expect(text).not.toMatch(
      /haven't heard|no answer|still waiting|keine Antwort|noch nicht geantwortet/i,
    );
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
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
  const cases = occasions.flatMap((occasion) =>
    (['en', 'de'] as const).flatMap((language) =>
      (['formal', 'informal'] as const).map(
        (formality) => [occasion.purpose, language, formality, occasion] as const,
      ),
    ),
  );

  it.each(cases)(
    '%s in %s, %s, is a whole mail without errors',
    (_, language, formality, occasion) => {
      for (const profile of [nameOnly, jane]) {
        const contact = {
          ...researched,
          language,
          formality,
          ...(language === 'de' ? germanNotes : {}),
        };
        const draft = compose({ profile, contact, previous: undefined, ...occasion });
        expect(draft.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(`${draft.subject}\n${draft.text}`).not.toMatch(
          /\{\{|undefined| [,.]|  |\n{3}|\.\.|[?!]\./,
        );
        if (language === 'de')
          expect(draft.text).not.toMatch(
            formality === 'formal'
              ? /\b(?:du|dir|dich|dein\w*)\b/
              : /\b(?:Sie|Ihnen|Ihre?[nmrs]?)\b/,
          );
        expect(draft.template).toContain(`-${language}@`);
      }
    },
  );

  it('covers all there are', () => {
    expect(new Set(occasions.map(({ purpose }) => purpose))).toEqual(new Set(purposes));
  });

  it('is held in a language without sentences of ours, and names two ways out', () => {
    const { text, findings } = outreach({ contact: { ...researched, language: 'pl' } });
    expect(text).toBe('');
    expect(findings[0]).toMatchObject({
      rule: 'no_template_language',
      severity: 'error',
      field: 'language',
    });
    expect(findings[0]?.message).toMatch(/Polish.*set the language.*or add a template/);
    expect(outreach({ contact: { ...stranger, language: 'de-AT' } }).template).toBe(
      'outreach-de@2',
    );
  });

  it('has templates whose ids are unique', () => {
    const ids = Object.values(builtInTemplates).flatMap((each) => each.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ['a proposal without a time', { purpose: 'proposal', slots: [] }, 'no_free_times'],
    [
      'a check-in without a reason',
      { purpose: 'check_in', reason: undefined },
      'check_in_without_reason',
    ],
  ] as const)('holds %s', (_, occasion, rule) => {
    const { findings } = compose({
      profile: jane,
      contact: researched,
      previous: undefined,
      ...occasion,
    });
    expect(findings).toContainEqual(expect.objectContaining({ rule, severity: 'error' }));
  });

  it('only warns of a thank-you without a takeaway', () => {
    const { findings } = compose({
      profile: jane,
      contact: researched,
      previous: undefined,
      purpose: 'thank_you',
      met: { at: meeting.at, now: meeting.at },
      takeaways: [],
    });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toContainEqual([
      'thank_you_without_takeaway',
      'warning',
    ]);
  });

  it.each([
    [
      'how you choose what not to build',
      'What I keep thinking about is how you choose what not to build.',
    ],
    ['learn SQL before anything else', 'What stays with me: learn SQL before anything else.'],
    ['You told me to write the test first', 'You told me to write the test first.'],
  ])('makes a sentence of the takeaway "%s"', (takeaway, sentence) => {
    const { text } = compose({
      profile: jane,
      contact: researched,
      previous: undefined,
      purpose: 'thank_you',
      met: { at: meeting.at, now: meeting.at },
      takeaways: [takeaway],
    });
    expect(text).toContain(sentence);
  });

  it('tells proposed times on lines of their own, their clock first', () => {
    const { text } = compose({
      profile: jane,
      contact: researched,
      previous: undefined,
      purpose: 'proposal',
      slots,
    });
    expect(text).toContain(
      '\n\nTuesday 1 December, 10:00 in Lisbon (11:00 in Berlin)\nThursday 3 December, 15:00 in Lisbon (16:00 in Berlin)\n\n',
    );
  });
});

/** The notes of `researched`, by somebody who writes German. */
const germanNotes = {
  path: 'Physik → Daten',
  sharedAffiliation: 'die Universität Porto',
  admire: 'wie gelassen das Team arbeitet',
  wrote: 'der Artikel über Abwanderung',
  topics: ['der Einstieg in die Praxis', 'wie ein Team wächst'],
};

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
