import { builtIn } from './define.ts';

/** `new_role` with its article and `new_company`; `helped`: what this person did, a sentence. */
export const landedRole = [
  builtIn('landed_role', 'en', {
    version: 3,
    subject: 'News, and your part in it',
    text: `{{greeting}}

You should hear this from me: {{#new_role}}I'll be working as {{new_role}}{{#new_company}} {{at_new_company}}{{/new_company}}.{{/new_role}}{{^new_role}}I have found my next step.{{/new_role}}

{{#helped}}{{helped}} {{/helped}}I hope you can see your part in it.

If I can ever do the same for somebody you know, send them to me.

{{close}}
{{sign}}`,
  }),
  builtIn('landed_role', 'de', {
    version: 2,
    subject:
      'Neuigkeiten, an denen {{#du}}du{{/du}}{{^du}}Sie{{/du}} Anteil {{#du}}hast{{/du}}{{^du}}haben{{/du}}',
    text: `{{greeting}}

das {{#du}}sollst du{{/du}}{{^du}}sollen Sie{{/du}} von mir erfahren: {{#new_role}}Ich arbeite bald als {{new_role}}{{#new_company}} {{at_new_company}}{{/new_company}}.{{/new_role}}{{^new_role}}Ich habe meinen nächsten Schritt gefunden.{{/new_role}}

{{#helped}}{{helped}} {{/helped}}Daran {{#du}}hast du deinen{{/du}}{{^du}}haben Sie Ihren{{/du}} Anteil.

Wenn ich das einmal für jemanden tun kann, {{#du}}den du kennst, schick ihn oder sie{{/du}}{{^du}}den Sie kennen, schicken Sie ihn oder sie{{/du}} gern zu mir.

{{close}}
{{sign}}`,
  }),
];
