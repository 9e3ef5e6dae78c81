import { builtIn } from './define.ts';

/** `opening`: thanks for what they wrote; `topic_question`: the one question that is left, as a sentence. */
export const reply = [
  builtIn('reply', 'en', {
    version: 2,
    subject: 'Thank you for your answer',
    text: `{{greeting}}

{{opening}}

{{#topic_question}}{{topic_question}}{{/topic_question}}

{{close}}
{{sign}}`,
  }),
  builtIn('reply', 'de', {
    version: 2,
    subject: 'Danke für {{#du}}deine{{/du}}{{^du}}Ihre{{/du}} Antwort',
    text: `{{greeting}}

{{opening}}

{{#topic_question}}{{topic_question}}{{/topic_question}}

{{close}}
{{sign}}`,
  }),
];
