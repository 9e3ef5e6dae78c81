import { describe, expect, it } from 'vitest';
import { lintDraft } from '../../../../domain/compose/lint/lint.ts';
import type { Purpose } from '../../../../domain/purpose.ts';
import { jane, researched, stranger } from '../../people.ts';

const good = `Dear Ana,

Carlos Lima suggested that I write to you. My name is Jane Doe, and I am finishing a degree in physics.

I admire how you built the data team at Acme from scratch.

Would you have about 20 minutes for a short conversation in the next two to four weeks? I would love to hear your view on churn models, team building and leaving research. It would help me to understand which parts of my training carry over, and what somebody in your place would wish to have known at the beginning.

I'm not asking for a job. Your experience would simply help me choose my next step well.

Thank you for reading this. If you'd rather not hear from me again, just say so.

Best wishes,
Jane Doe`;

function lint(change: Partial<Parameters<typeof lintDraft>[0]> = {}) {
  return lintDraft({
    purpose: 'outreach',
    subject: 'Quick question from Jane Doe, TU Berlin',
    text: good,
    contact: researched,
    profile: jane,
    ...change,
  });
}

function said(sentence: string, purpose: Purpose = 'outreach') {
  return lint({ purpose, text: good.replace('It would help', `${sentence} It would help`) });
}

function rules(findings: ReturnType<typeof lint>) {
  return findings.map(({ rule, severity }) => `${severity} ${rule}`);
}

describe('a draft', () => {
  it('that keeps to the practice has no findings', () => {
    expect(lint()).toEqual([]);
  });

  it('with a placeholder left is held, and told where its value comes from', () => {
    const [finding] = lint({ text: good.replaceAll('Jane Doe', '{{my_name}}') });
    expect(finding).toMatchObject({ rule: 'unfilled_placeholder', severity: 'error' });
    expect(finding?.message).toContain('your name: fill it in in your profile');
    expect(rules(lint({ subject: 'Question from {{ anything else }}, Jane Doe' }))).toContain(
      'error unfilled_placeholder',
    );
  });

  it.each(['[Name]', '[your company]', '[INSERT ROLE HERE]', '[Firma]'])(
    'with %s left is held',
    (gap) => {
      expect(rules(said(`I think of ${gap} often.`))).toContain('error bracket');
    },
  );

  it.each([
    'As shown [1], it works.',
    'I use array[index] daily.',
    'A list: [x] done.',
    'See [the talk](https://x.example).',
    '“It were [sic] so.”',
    'It goes on […] like that.',
  ])('with brackets that mean something passes: %s', (sentence) => {
    expect(rules(said(sentence))).not.toContain('error bracket');
  });

  it('may name a company that is written in brackets', () => {
    const contact = { ...researched, company: '[solidcore]' };
    expect(lint({ contact, text: good.replaceAll('Acme', '[solidcore]') })).toEqual([]);
  });

  it('in a thread may carry the tag of a list in its subject', () => {
    const subject = 'Re: [analysts] Question from Jane';
    expect(rules(lint({ purpose: 'reply', subject }))).toEqual([]);
  });

  it.each(['', '  ', 'Re:', 'Re: re: '])('with the subject "%s" is held', (subject) => {
    expect(rules(lint({ subject }))).toContain('error subject_missing');
  });

  it('without text is held', () => {
    expect(rules(lint({ text: ' \n ' }))).toContain('error text_missing');
  });
});

describe('a request for work', () => {
  it.each([
    'I am looking for a job in data science.',
    'I’m currently looking for an entry-level position.',
    'I am searching for my first full-time role.',
    'Are you hiring?',
    'Is your team currently hiring?',
    'Do you have any open positions?',
    'Do you know of any openings at Acme?',
    'Could you hire me?',
    'Please consider me for a role.',
    'I would like to apply for a position at your company.',
    'I would love to work at your company.',
    'I hope to join your team.',
    'Could you refer me for a position?',
    'Could you put in a good word?',
    'Please forward my CV to HR.',
    'Are there any internships?',
    'I want to ask you for a job.',
    'I am not shy, but I am looking for a job.',
    'Can you help me find a job?',
    'Ich suche eine Stelle als Analystin.',
    'Ich bin derzeit auf der Suche nach einem Job.',
    'Haben Sie eine freie Stelle für mich?',
    'Gibt es bei Ihnen offene Stellen?',
    'Könnten Sie mir eine Stelle vermitteln?',
    'Ich möchte mich bei Ihnen bewerben.',
    'Ich würde gern bei Ihnen arbeiten.',
    'Je cherche un emploi dans la finance.',
    'Estoy buscando trabajo en Madrid.',
    'Estou à procura de um emprego.',
    'Sto cercando lavoro a Milano.',
    'Ik ben op zoek naar een baan.',
  ])('holds a first mail: %s', (sentence) => {
    expect(rules(said(sentence))).toContain('error asks_for_a_job');
  });

  it.each([
    "I'm not asking for a job.",
    'I’m not looking for a job, just for your perspective.',
    'This is not a request for a job, and I do not want you to refer me for one.',
    'To be clear, I am not writing to ask for a job or to ask you to pass on my CV.',
    'What do you like most about your job?',
    'How did you go about looking for a job in this field?',
    'I would love to hear how you applied for your first role.',
    'I am looking for advice on the role of a data lead.',
    'I am looking for people in this position.',
    'Could you refer me to somebody who knows more?',
    'Could I ask you about your role?',
    'Do you have a favourite part of your job?',
    'What skills is your team hiring for?',
    'What a job you have made of it.',
    'My position on this is open.',
    'Ich suche keine Stelle.',
    'Es geht mir nicht um eine Stelle.',
    'Was gefällt Ihnen an Ihrer Stelle?',
    'Wie haben Sie Ihre Stelle gefunden?',
    'Haben Sie an Ihrer jetzigen Stelle viel mit Daten zu tun?',
    'Je ne cherche pas un emploi.',
    'No estoy buscando trabajo.',
    'Non sto cercando lavoro.',
    'Não estou à procura de emprego.',
  ])('is not seen where there is none: %s', (sentence) => {
    expect(rules(said(sentence))).not.toContain('error asks_for_a_job');
  });

  it('is nobody’s business in a mail to somebody one has talked with', () => {
    expect(rules(said('Do you know of any openings?', 'check_in'))).not.toContain(
      'error asks_for_a_job',
    );
  });

  it('is quoted in the finding', () => {
    expect(said('Are you hiring?')[0]?.message).toContain('"Are you hiring?"');
  });
});

describe('a résumé', () => {
  it.each([['Jane_CV.pdf'], ['Lebenslauf Doe.docx'], ['JaneDoeResume.pdf']])(
    'attached to a first mail (%s) holds it',
    (file) => {
      expect(rules(lint({ attachments: [file] }))).toContain('error resume');
      expect(rules(lint({ attachments: [file], purpose: 'reply' }))).not.toContain('error resume');
    },
  );

  it.each(['I have attached my résumé.', 'Enclosed is my CV.', 'Anbei mein Lebenslauf.'])(
    'announced in a first mail holds it: %s',
    (sentence) => {
      expect(rules(said(sentence))).toContain('error resume');
    },
  );

  it.each(['I have not attached a CV on purpose.', 'We can resume this later.'])(
    'is not seen where there is none: %s',
    (sentence) => {
      expect(rules(said(sentence))).not.toContain('error resume');
    },
  );

  it('is not found in other files', () => {
    expect(rules(lint({ attachments: ['discovery.pdf', 'map.png'] }))).toEqual([]);
  });
});

describe('a warning, which never holds a draft,', () => {
  it.each<[string, Partial<Parameters<typeof lintDraft>[0]>]>([
    ['length', { text: good.slice(0, 320) }],
    ['no_small_ask', { text: good.replace(/Would you have.*weeks\?/, 'Tell me about it.') }],
    ['no_small_ask', { text: good.replace('20 minutes', '90 minutes') }],
    ['referrer_missing', { text: good.replace('Carlos Lima suggested', 'Somebody suggested') }],
    ['many_questions', { text: good.replace('It would', 'Why? How? When? It would') }],
    ['salary', { text: good.replace('It would', 'What is the salary? It would') }],
    ['salary', { text: good.replace('It would', 'Wie hoch ist das Gehalt? It would') }],
    ['searchable', { text: good.replace('It would', 'What does Acme do? It would') }],
    ['searchable', { text: good.replace('It would', 'How many employees are there? It would') }],
    ['shouting', { text: good.replace('Thank you', 'Thank you!!') }],
    ['shouting', { text: good.replace('Thank you', 'PLEASE READ THIS') }],
    ['subject_impersonal', { subject: 'Informational interview' }],
    ['subject_impersonal', { subject: 'Re: our talk, Jane' }],
  ])('%s', (rule, change) => {
    expect(rules(lint(change))).toEqual([`warning ${rule}`]);
  });

  it('says when nothing is specific to this person', () => {
    const text = good
      .replace(/Carlos.*\n/, '\n')
      .replace(/I admire.*\n/, '\n')
      .replace(/I would love.*beginning\./, 'Anything that you can tell me about the field helps.');
    expect(rules(lint({ text, contact: stranger }))).toContain('warning no_reason');
    expect(rules(lint({ contact: { ...stranger, company: 'Acme' } }))).not.toContain(
      'warning no_reason',
    );
  });

  it('says when the referrer comes late', () => {
    const text = `${good.replace('Carlos Lima suggested that I write to you. ', '')}\nP.S. Carlos Lima sends his regards.`;
    expect(rules(lint({ text }))).toContain('warning referrer_missing');
  });

  it('does not take capitals such as CEO, USA and NATO for shouting', () => {
    expect(said('The CEO of a USA firm told me so.')).toEqual([]);
  });
});

describe('too much', () => {
  it('is a first mail of more than 300 words, and is held', () => {
    expect(rules(lint({ text: `${good}\n${'word '.repeat(200)}` }))).toContain('error length');
  });

  it('is more than 14 questions, in any mail', () => {
    const text = good + ' Why?'.repeat(14);
    expect(rules(lint({ text, purpose: 'reply' }))).toContain('error too_many_questions');
    expect(rules(lint({ text: good + ' Why?'.repeat(13), purpose: 'reply' }))).toContain(
      'warning many_questions',
    );
  });

  it.each([
    '{{',
    '[',
    '[a',
    'looking for a ',
    'a b ',
    '!A ',
    'ich suche eine ',
    'mich a ',
    '?',
    '\u0301',
  ])('of "%s" is read in time that grows with its length only', (part) => {
    const text = part.repeat(Math.ceil(1_000_000 / part.length));
    expect(rules(lint({ text, subject: text.slice(0, 100_000) }))).not.toEqual([]);
  });
});
