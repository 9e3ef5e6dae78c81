import { builtIn } from './define.ts';

/** `opening`: the day, or what is new; `when`: both clocks; `how`, `place` and `minutes`; `invite`: what comes with the mail. */
export const confirmation = [
  builtIn('confirmation', 'en', {
    version: 2,
    subject: 'Our conversation on {{day}}',
    text: `{{greeting}}

{{opening}} Everything in one place:

When: {{when}}
{{#how}}How: {{how}}{{#place}}, {{place}}{{/place}}{{/how}}{{^how}}{{#place}}Where: {{place}}{{/place}}{{/how}}
How long: {{minutes}} minutes, and I'll keep an eye on the clock

{{#invite}}{{invite}} {{/invite}}If something gets in the way, one line is enough and we'll find another day.

I'm looking forward to it.

{{close}}
{{sign}}`,
  }),
  builtIn('confirmation', 'de', {
    version: 2,
    subject: 'Unser Gespräch am {{day}}',
    text: `{{greeting}}

{{opening}} Alles auf einen Blick:

Wann: {{when}}
{{#how}}Wie: {{how}}{{#place}}, {{place}}{{/place}}{{/how}}{{^how}}{{#place}}Wo: {{place}}{{/place}}{{/how}}
Wie lange: {{minutes}} Minuten, auf die Uhr achte ich

{{#invite}}{{invite}} {{/invite}}Kommt {{#du}}dir{{/du}}{{^du}}Ihnen{{/du}} etwas dazwischen, genügt eine Zeile, und wir finden einen anderen Tag.

Ich freue mich darauf.

{{close}}
{{sign}}`,
  }),
  builtIn('confirmation', 'fr', {
    version: 1,
    subject: 'Notre échange du {{day}}',
    text: `{{greeting}}

{{opening}} En résumé :

Quand : {{when}}
{{#how}}Comment : {{how}}{{#place}}, {{place}}{{/place}}{{/how}}{{^how}}{{#place}}Où : {{place}}{{/place}}{{/how}}
Durée : {{minutes}} minutes, je surveillerai l'heure

{{#invite}}{{invite}} {{/invite}}En cas d'empêchement, une ligne suffit et nous trouverons un autre jour.

Je me réjouis de cet échange.

{{close}}
{{sign}}`,
  }),
  builtIn('confirmation', 'es', {
    version: 1,
    subject: 'Nuestra conversación del {{day}}',
    text: `{{greeting}}

{{opening}} Todo en un vistazo:

Cuándo: {{when}}
{{#how}}Cómo: {{how}}{{#place}}, {{place}}{{/place}}{{/how}}{{^how}}{{#place}}Dónde: {{place}}{{/place}}{{/how}}
Duración: {{minutes}} minutos; yo estaré pendiente de la hora

{{#invite}}{{invite}} {{/invite}}Si {{#du}}te{{/du}}{{^du}}le{{/du}} surge algo, basta una línea y buscamos otro día.

Me hace mucha ilusión esta conversación.

{{close}}
{{sign}}`,
  }),
];
