import { builtIn } from './define.ts';

/**
 * `opening`: the first mail and its reason again; `news`: a sentence; `one_topic`: the one question, a
 * sentence; `slots`: fresh times.
 */
export const nudge = [
  builtIn('nudge', 'en', {
    version: 2,
    subject: 'A short note from {{my_name}}',
    text: `{{greeting}}

{{opening}} {{#news}}{{news}} {{/news}}{{#one_topic}}{{one_topic}}{{/one_topic}}

{{#slots}}Would one of these times suit you better?

{{slots}}{{/slots}}

Fifteen minutes by phone would be plenty, and two lines by mail would be just as welcome. If it doesn't suit, leave it; I won't write again.

{{close}}
{{sign}}`,
  }),
  builtIn('nudge', 'de', {
    version: 2,
    subject: 'Noch eine kurze Nachricht von {{my_name}}',
    text: `{{greeting}}

{{opening}} {{#news}}{{news}} {{/news}}{{#one_topic}}{{one_topic}}{{/one_topic}}

{{#slots}}Passt {{#du}}dir{{/du}}{{^du}}Ihnen{{/du}} einer dieser Termine besser?

{{slots}}{{/slots}}

Eine Viertelstunde am Telefon reicht, zwei Zeilen per Mail helfen genauso. Wenn es nicht passt, {{#du}}lass{{/du}}{{^du}}lassen Sie{{/du}} es einfach liegen; ich schreibe nicht wieder.

{{close}}
{{sign}}`,
  }),
  builtIn('nudge', 'fr', {
    version: 1,
    subject: 'Un dernier mot de {{my_name}}',
    text: `{{greeting}}

{{opening}} {{#news}}{{news}} {{/news}}{{#one_topic}}{{one_topic}}{{/one_topic}}

{{#slots}}Un de ces créneaux conviendrait-il mieux ?

{{slots}}{{/slots}}

Un quart d'heure au téléphone suffirait, et deux lignes par mail m'aideraient tout autant. Si ce n'est pas possible, {{#du}}laisse{{/du}}{{^du}}laissez{{/du}} ce message sans réponse ; je ne {{#du}}te{{/du}}{{^du}}vous{{/du}} relancerai pas.

{{close}}
{{sign}}`,
  }),
  builtIn('nudge', 'es', {
    version: 1,
    subject: 'Unas últimas líneas de {{my_name}}',
    text: `{{greeting}}

{{opening}} {{#news}}{{news}} {{/news}}{{#one_topic}}{{one_topic}}{{/one_topic}}

{{#slots}}¿{{#du}}Te{{/du}}{{^du}}Le{{/du}} vendría mejor alguno de estos horarios?

{{slots}}{{/slots}}

Con un cuarto de hora por teléfono bastaría, y dos líneas por correo también me ayudarían. Si no {{#du}}te{{/du}}{{^du}}le{{/du}} viene bien, no hace falta contestar; no volveré a {{#du}}escribirte{{/du}}{{^du}}escribirle{{/du}}.

{{close}}
{{sign}}`,
  }),
];
