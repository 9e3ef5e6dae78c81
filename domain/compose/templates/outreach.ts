import type { Template } from '../template.ts';

/** The least telling first. */
const spare = ['path', 'shared', 'wrote', 'found', 'work'];

export const outreach: readonly Template[] = [
  {
    id: 'outreach-en',
    version: 1,
    purpose: 'outreach',
    language: 'en',
    spare,
    mostWords: 150,
    subject:
      'Quick question from {{my_name}}{{#my_affiliation}}, {{my_affiliation}}{{/my_affiliation}}',
    text: `Dear {{addressee}},

{{#referrer}}{{referrer}} suggested that I write to you. {{/referrer}}My name is {{my_name}}{{#my_affiliation}} ({{my_affiliation}}){{/my_affiliation}}{{#about_phrase}}, {{about_phrase}}{{/about_phrase}}. {{#about_sentence}}{{about_sentence}} {{/about_sentence}}{{^about}}I am finding my direction at the moment, and the best way I know is to ask people who do the work. {{/about}}{{#found}}I came across your name {{found}}. {{/found}}{{#shared}}As it happens, {{shared}} is something we have in common.{{/shared}}

{{#admire}}{{admire}} {{/admire}}{{#wrote}}I read {{wrote}} with real interest. {{/wrote}}{{#path}}Your path {{path}} is one I would love to understand better. {{/path}}{{#work}}Your work {{work}} is close to what I hope to learn about.{{/work}}

Would you have about 20 minutes for a short conversation in the next two to four weeks, by phone, by video or over a coffee? {{#topics}}I would love to hear your view on {{topics}}.{{/topics}}{{^topics}}I would love to hear how you came to do what you do, what your days are really like, and what you would do the same way again.{{/topics}}

I'm not asking for a job. A little of your experience would simply help me choose my next step well.

Thank you for reading this. If you'd rather not hear from me again, just say so and I won't write again.

Best wishes,
{{my_name}}
{{#my_link}}{{my_link}}{{/my_link}}`,
  },
  {
    id: 'outreach-de',
    version: 1,
    purpose: 'outreach',
    language: 'de',
    spare,
    mostWords: 150,
    subject:
      'Kurze Frage von {{my_name}}{{#my_affiliation}}, {{my_affiliation}}{{/my_affiliation}}',
    text: `Guten Tag {{addressee}},

{{#referrer}}{{referrer}} hat mir geraten, Ihnen zu schreiben. Ich{{/referrer}}{{^referrer}}ich{{/referrer}} bin {{my_name}}{{#my_affiliation}} ({{my_affiliation}}){{/my_affiliation}}{{#about_phrase}}, {{about_phrase}}{{/about_phrase}}. {{#about_sentence}}{{about_sentence}} {{/about_sentence}}{{^about}}Ich orientiere mich gerade beruflich und lerne dabei am meisten von Menschen, die ihre Arbeit wirklich kennen. {{/about}}{{#found}}Auf Sie aufmerksam geworden bin ich {{found}}. {{/found}}{{#shared}}Außerdem verbindet uns {{shared}}.{{/shared}}

{{#admire}}{{admire}} {{/admire}}{{#wrote}}Mit großem Interesse habe ich gelesen: {{wrote}}. {{/wrote}}{{#path}}Ihren Weg {{path}} würde ich gern besser verstehen. {{/path}}{{#work}}Ihre Arbeit {{work}} kommt dem nahe, worüber ich mehr erfahren möchte.{{/work}}

Hätten Sie in den nächsten zwei bis vier Wochen etwa 20 Minuten Zeit für ein kurzes Gespräch, am Telefon, per Video oder bei einem Kaffee? {{#topics}}Gern würde ich mit Ihnen über {{topics}} sprechen.{{/topics}}{{^topics}}Gern würde ich hören, wie Sie zu Ihrer Arbeit gekommen sind, wie Ihr Alltag wirklich aussieht und was Sie wieder genauso machen würden.{{/topics}}

Es geht mir nicht um eine Stelle. Ein Einblick aus erster Hand würde mir einfach helfen, meinen nächsten Schritt gut zu wählen.

Vielen Dank fürs Lesen. Wenn Sie nichts mehr von mir hören möchten, genügt ein kurzes Wort, und ich schreibe Ihnen nicht wieder.

Mit freundlichen Grüßen
{{my_name}}
{{#my_link}}{{my_link}}{{/my_link}}`,
  },
];
