import { builtIn } from './define.ts';

/**
 * `thanks`: what for; `takeaway`: one or two whole sentences; `next_step`, `offer`: the user's own
 * sentences; `people`: whom they pointed to.
 */
export const thankYou = [
  builtIn('thank_you', 'en', {
    version: 2,
    subject: 'Thank you, {{addressee}}',
    text: `{{greeting}}

{{thanks}} {{#takeaway}}{{takeaway}}{{/takeaway}} {{#next_step}}{{next_step}}{{/next_step}}

{{#people}}I'll write to {{people}} and mention that you sent me. {{/people}}{{#offer}}{{offer}} {{/offer}}{{^offer}}If there is something I can do for you in return, tell me. {{/offer}}I'd like to stay in touch and will let you know what comes of it.

{{close}}
{{sign}}`,
  }),
  builtIn('thank_you', 'de', {
    version: 2,
    subject: 'Danke für {{#du}}deine{{/du}}{{^du}}Ihre{{/du}} Zeit',
    text: `{{greeting}}

{{thanks}} {{#takeaway}}{{takeaway}}{{/takeaway}} {{#next_step}}{{next_step}}{{/next_step}}

{{#people}}An {{people}} schreibe ich noch und sage, dass der Hinweis von {{#du}}dir{{/du}}{{^du}}Ihnen{{/du}} kam. {{/people}}{{#offer}}{{offer}} {{/offer}}{{^offer}}Kann ich umgekehrt etwas für {{#du}}dich tun, sag{{/du}}{{^du}}Sie tun, sagen Sie{{/du}} es mir gern. {{/offer}}Ich würde gern in Verbindung bleiben und berichte {{#du}}dir{{/du}}{{^du}}Ihnen{{/du}}, was daraus wird.

{{close}}
{{sign}}`,
  }),
  builtIn('thank_you', 'fr', {
    version: 1,
    subject: 'Merci pour {{#du}}ton{{/du}}{{^du}}votre{{/du}} temps',
    text: `{{greeting}}

{{thanks}} {{#takeaway}}{{takeaway}}{{/takeaway}} {{#next_step}}{{next_step}}{{/next_step}}

{{#people}}Je vais écrire à {{people}} en précisant que je viens de {{#du}}ta{{/du}}{{^du}}votre{{/du}} part. {{/people}}{{#offer}}{{offer}} {{/offer}}{{^offer}}Si je peux {{#du}}t'être utile à mon tour, dis-le-moi{{/du}}{{^du}}vous être utile à mon tour, dites-le-moi{{/du}}. {{/offer}}J'aimerais garder le contact et je {{#du}}te{{/du}}{{^du}}vous{{/du}} dirai ce qu'il en advient.

{{close}}
{{sign}}`,
  }),
  builtIn('thank_you', 'es', {
    version: 1,
    subject: 'Gracias por {{#du}}tu{{/du}}{{^du}}su{{/du}} tiempo',
    text: `{{greeting}}

{{thanks}} {{#takeaway}}{{takeaway}}{{/takeaway}} {{#next_step}}{{next_step}}{{/next_step}}

{{#people}}Voy a escribir a {{people}} y diré que voy de {{#du}}tu{{/du}}{{^du}}su{{/du}} parte. {{/people}}{{#offer}}{{offer}} {{/offer}}{{^offer}}Si puedo {{#du}}ayudarte en algo, dímelo{{/du}}{{^du}}ayudarle en algo, dígamelo{{/du}}. {{/offer}}Me gustaría seguir en contacto y {{#du}}te{{/du}}{{^du}}le{{/du}} contaré en qué queda todo.

{{close}}
{{sign}}`,
  }),
];
