import { builtIn } from './define.ts';

/** `when`: the appointment; `cause`: a clause; `slots`: other times; `invite`: that the calendar entry is withdrawn. */
export const cancellation = [
  builtIn('cancellation', 'en', {
    version: 1,
    subject: 'I have to cancel our conversation',
    text: `{{greeting}}

I'm sorry: I can't keep our appointment on {{when}}{{#cause}}, because {{cause}}{{/cause}}.

{{#slots}}Could we move it to one of these?

{{slots}}{{/slots}}{{^slots}}I don't want to take up more of your calendar for now, so I would write again later, if I may.{{/slots}}

{{#invite}}The calendar entry is withdrawn with this mail. {{/invite}}Thank you for your patience.

{{close}}
{{sign}}`,
  }),
  builtIn('cancellation', 'de', {
    version: 1,
    subject: 'Ich muss unser Gespräch absagen',
    text: `{{greeting}}

es tut mir leid: Unseren Termin am {{when}} kann ich nicht einhalten{{#cause}}. Der Grund: {{cause}}{{/cause}}.

{{#slots}}Ginge stattdessen einer dieser Termine?

{{slots}}{{/slots}}{{^slots}}{{#du}}Deinen{{/du}}{{^du}}Ihren{{/du}} Kalender möchte ich vorerst nicht weiter beanspruchen und melde mich später noch einmal, wenn ich darf.{{/slots}}

{{#invite}}Der Kalendereintrag wird mit dieser Mail zurückgezogen. {{/invite}}Danke für {{#du}}deine{{/du}}{{^du}}Ihre{{/du}} Geduld.

{{close}}
{{sign}}`,
  }),
];
