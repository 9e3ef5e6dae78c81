import { builtIn } from './define.ts';

/** `introduced`: the person one was sent on to; `met`: set once the talk took place; `learned`: a sentence. */
export const introducerThanks = [
  builtIn('introducer_thanks', 'en', {
    version: 2,
    subject: 'Thank you for pointing me to {{introduced}}',
    text: `{{greeting}}

{{#met}}I have talked to {{introduced}}, thanks to you. {{#learned}}{{learned}}{{/learned}}{{/met}}{{^met}}{{introduced}} has answered, thanks to you.{{/met}}

You lent me your good name, and I won't forget it. {{^met}}I'll tell you how it goes.{{/met}}

{{close}}
{{sign}}`,
  }),
  builtIn('introducer_thanks', 'de', {
    version: 2,
    subject: 'Danke für den Hinweis auf {{introduced}}',
    text: `{{greeting}}

{{#met}}dank {{#du}}dir{{/du}}{{^du}}Ihnen{{/du}} habe ich mit {{introduced}} gesprochen. {{#learned}}{{learned}}{{/learned}}{{/met}}{{^met}}dank {{#du}}dir{{/du}}{{^du}}Ihnen{{/du}} hat {{introduced}} geantwortet.{{/met}}

{{#du}}Du hast mir deinen{{/du}}{{^du}}Sie haben mir Ihren{{/du}} guten Namen geliehen, das vergesse ich nicht. {{^met}}Ich erzähle gern, wie es weitergeht.{{/met}}

{{close}}
{{sign}}`,
  }),
];
