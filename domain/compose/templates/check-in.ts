import { builtIn } from './define.ts';

/** `reason`: why one writes now, whole sentences; `gift`: an article or an event, a sentence. */
export const checkIn = [
  builtIn('check_in', 'en', {
    version: 3,
    subject: 'News from {{my_name}}',
    text: `{{greeting}}

{{reason}}

{{#gift}}{{gift}} {{/gift}}How have things been{{#company}} {{at_company}}{{/company}}? No need to answer if you are busy; I just wanted you to know.

{{close}}
{{sign}}`,
  }),
  builtIn('check_in', 'de', {
    version: 2,
    subject: 'Neues von {{my_name}}',
    text: `{{greeting}}

{{reason}}

{{#gift}}{{gift}} {{/gift}}Wie ist es {{#du}}dir{{/du}}{{^du}}Ihnen{{/du}} seither ergangen{{#company}}, auch {{at_company}}{{/company}}? Eine Antwort braucht es nicht; {{#du}}du solltest{{/du}}{{^du}}Sie sollten{{/du}} es nur wissen.

{{close}}
{{sign}}`,
  }),
];
