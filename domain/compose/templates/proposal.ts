import { builtIn } from './define.ts';

/**
 * `opening`: why times are sent now; `slots`: one time a line, on both clocks; `minutes`; `format`: how to
 * speak, as a clause of its own.
 */
export const proposal = [
  builtIn('proposal', 'en', {
    version: 2,
    subject: 'Times for our conversation',
    text: `{{greeting}}

{{opening}} Would one of these work? {{#both_clocks}}Your time comes first, mine is in brackets.{{/both_clocks}}

{{slots}}

If none does, send me two that suit you better. {{minutes}} minutes are enough{{#format}}, {{format}}{{/format}}.

{{close}}
{{sign}}`,
  }),
  builtIn('proposal', 'de', {
    version: 2,
    subject: 'Termine für unser Gespräch',
    text: `{{greeting}}

{{opening}} Passt {{#du}}dir{{/du}}{{^du}}Ihnen{{/du}} einer dieser Termine? {{#both_clocks}}{{#du}}Deine{{/du}}{{^du}}Ihre{{/du}} Ortszeit steht zuerst, meine in Klammern.{{/both_clocks}}

{{slots}}

Wenn nicht, {{#du}}nenn mir gern zwei, die dir besser liegen{{/du}}{{^du}}nennen Sie mir gern zwei, die Ihnen besser liegen{{/du}}. {{minutes}} Minuten genügen{{#format}}, {{format}}{{/format}}.

{{close}}
{{sign}}`,
  }),
  builtIn('proposal', 'fr', {
    version: 1,
    subject: 'Des créneaux pour notre échange',
    text: `{{greeting}}

{{opening}} Un de ces créneaux {{#du}}te{{/du}}{{^du}}vous{{/du}} conviendrait-il ? {{#both_clocks}}{{#du}}Ton heure{{/du}}{{^du}}Votre heure{{/du}} figure en premier, la mienne entre parenthèses.{{/both_clocks}}

{{slots}}

Sinon, {{#du}}propose-moi deux moments qui te vont{{/du}}{{^du}}proposez-moi deux moments qui vous vont{{/du}} mieux. {{minutes}} minutes suffisent{{#format}}, {{format}}{{/format}}.

{{close}}
{{sign}}`,
  }),
  builtIn('proposal', 'es', {
    version: 1,
    subject: 'Horarios para nuestra conversación',
    text: `{{greeting}}

{{opening}} ¿{{#du}}Te{{/du}}{{^du}}Le{{/du}} vendría bien uno de estos horarios? {{#both_clocks}}Primero figura {{#du}}tu{{/du}}{{^du}}su{{/du}} hora y, entre paréntesis, la mía.{{/both_clocks}}

{{slots}}

Si no, {{#du}}propón{{/du}}{{^du}}proponga{{/du}} dos que {{#du}}te{{/du}}{{^du}}le{{/du}} convengan más. Con {{minutes}} minutos basta{{#format}}, {{format}}{{/format}}.

{{close}}
{{sign}}`,
  }),
];
