import { expect, it } from 'vitest';
import { compose } from '../../../../domain/compose/compose.ts';
import type { ContactFacts } from '../../../../domain/contact.ts';
import type { Occasion } from '../../../../domain/compose/occasion.ts';
import { jane, stranger } from '../../people.ts';

function mail(language: string, notes: Partial<ContactFacts>, occasion: Occasion) {
  return compose({
    profile: { ...jane, language },
    contact: { ...stranger, language, timeZone: 'Europe/Lisbon', ...notes },
    previous: { subject: 'A question' },
    ...occasion,
  });
}

const meeting = { at: new Date(Date.UTC(2026, 11, 7, 10)), minutes: 20 };
const slots = [7, 8, 9].map((day) => ({
  at: new Date(Date.UTC(2026, 11, day, 10)),
  minutes: 20,
}));

it.each([
  ['en', { topics: ['rye flour'] }, 'If I could ask about only one thing, it would be rye flour.'],
  ['en', { topics: ['how you hire'] }, 'If I could ask only one thing, it would be how you hire.'],
  ['es', { topics: ['harina de centeno'] }, 'un tema, que sea este: harina de centeno.'],
  ['en', { referredBy: 'Tom Roe (my tutor)' }, 'sent on the suggestion of Tom Roe, may'],
  ['de', { wrote: 'Ihr letzter Vortrag über Roggen' }, 'meine Mail zu Ihrem letzten Vortrag über'],
  ['de', { wrote: 'Ihre Kolumne' }, 'meine Mail zu Ihrer Kolumne kam'],
  ['de', { wrote: 'Ihre Bücher' }, 'meine Mail (Anlass: Ihre Bücher) kam'],
  ['de', { referredBy: 'Herr Roth' }, 'auf Anregung von Herrn Roth kam'],
  [
    'fr',
    { wrote: 'votre conférence au Salon du pain, en mai' },
    'au sujet de votre conférence au Salon du pain vous est',
  ],
  ['es', { wrote: 'su libro sobre el centeno' }, 'acerca de su libro sobre el centeno'],
] as const)('a nudge repeats the notes in a sentence (%s, %o)', (language, notes, said) => {
  const { text } = mail(
    language,
    { ...notes, topics: [...('topics' in notes ? notes.topics : [])] },
    {
      purpose: 'nudge',
    },
  );
  expect(text).toContain(said);
});

it('a nudge may be longer where it offers times', () => {
  const { findings } = mail(
    'de',
    { wrote: 'Ihr letzter Vortrag über Roggen' },
    {
      purpose: 'nudge',
      slots,
    },
  );
  expect(findings.map(({ rule }) => rule)).not.toContain('length');
});

it('a German confirmation needs no comma after the date', () => {
  const { text } = mail(
    'de',
    {},
    { purpose: 'confirmation', meeting: { ...meeting, format: 'phone' } },
  );
  expect(text).toContain('abgemacht: Montag, 7. Dezember.');
});

it('a German reason that is a sentence has its capital behind the colon', () => {
  const { text } = mail(
    'de',
    {},
    {
      purpose: 'cancellation',
      meeting,
      why: 'meine Tante hat den Ofen verkauft',
    },
  );
  expect(text).toContain('Der Grund: Meine Tante hat den Ofen verkauft.');
});

it.each([
  ['en', 'Guild of Bakers', 'How have things been at the Guild of Bakers?'],
  ['en', 'Mill & Roe LLP', 'How have things been at Mill & Roe?'],
  ['de', 'TU Ulm', 'auch an der TU Ulm?'],
])('a check-in gives the company its article (%s, %s)', (language, company, said) => {
  const { text } = mail(
    language,
    { company },
    {
      purpose: 'check_in',
      reason: { kind: 'sentence', text: 'I met Bea Costa.' },
    },
  );
  expect(text).toContain(said);
});

it.each([
  ['en', 'keep a baking diary', 'This is why I write again: keep a baking diary.'],
  ['de', 'mein neuer Ofen', 'deshalb schreibe ich noch einmal: mein neuer Ofen.'],
])('a check-in puts what is no sentence behind a colon (%s)', (language, text, said) => {
  expect(
    mail(language, {}, { purpose: 'check_in', reason: { kind: 'sentence', text } }).text,
  ).toContain(said);
});

it.each([
  ['en', 'said that salt is a promise', 'is that you said that salt is a promise.'],
  ['en', 'how you start small', 'is how you start small.'],
  ['en', 'start with the smallest loaf', ': start with the smallest loaf.'],
  ['en', 'a good crust needs patience', 'What stays with me: a good crust needs patience.'],
  ['de', 'ein guter Teig braucht Ruhe', 'nachgeht: ein guter Teig braucht Ruhe.'],
  ['en', 'Bread is slow. It pays.', 'Bread is slow. It pays.'],
  ['de', 'du hast mir Mut gemacht', 'Sie haben mir Mut gemacht'],
])('a thank-you says what stayed (%s: %s)', (language, takeaway, said) => {
  const { text } = mail(
    language,
    {},
    {
      purpose: 'thank_you',
      met: { at: new Date(0), now: new Date(0) },
      takeaways: [takeaway],
      people: ['Herr Roth'],
    },
  );
  expect(text).toContain(said);
  if (language === 'de') expect(text).toContain('An Herrn Roth schreibe ich noch');
});
