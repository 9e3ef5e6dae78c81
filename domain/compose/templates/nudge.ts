import type { Template } from '../template.ts';

export const nudge: readonly Template[] = [
  {
    id: 'nudge-en',
    version: 1,
    purpose: 'nudge',
    language: 'en',
    spare: [],
    mostWords: undefined,
    subject: 'A short note from {{my_name}}',
    text: `Dear {{addressee}},

I know how easily a mail slips down the list, so I'm bringing my earlier note back up. I would still love to hear {{#topics}}your view on {{topics}}{{/topics}}{{^topics}}about your work{{/topics}}, and 20 minutes at a time that suits you would be plenty.

If it isn't a good moment, or you'd rather not, that's completely fine: one line is enough and I won't write again.

Thank you, and all the best,
{{my_name}}`,
  },
  {
    id: 'nudge-de',
    version: 1,
    purpose: 'nudge',
    language: 'de',
    spare: [],
    mostWords: undefined,
    subject: 'Noch eine kurze Nachricht von {{my_name}}',
    text: `Guten Tag {{addressee}},

im vollen Postfach rutscht eine Nachricht leicht nach unten, deshalb melde ich mich noch einmal kurz. Ich würde mich weiterhin sehr freuen, {{#topics}}mit Ihnen über {{topics}} zu sprechen{{/topics}}{{^topics}}etwas über Ihre Arbeit zu erfahren{{/topics}}; 20 Minuten zu einer Zeit, die Ihnen passt, wären völlig genug.

Wenn es gerade nicht passt oder Sie lieber nicht möchten, ist das völlig in Ordnung: Ein Satz genügt, und ich schreibe nicht wieder.

Herzlichen Dank und alles Gute
{{my_name}}`,
  },
];
