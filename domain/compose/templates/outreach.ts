import { builtIn } from './define.ts';

/**
 * Every sentence is composed: `opening` (reason, detail, link), `about_me`, `work` (path or role),
 * `ask`, `topics_sentence`, `purpose` and `thanks` have several wordings each, so that two letters differ.
 */
export const outreach = ['en', 'de', 'fr', 'es'].map((language) =>
  builtIn('outreach', language, {
    version: 2,
    subject: '{{subject}}',
    text: `{{greeting}}

{{#opening}}{{opening}}{{/opening}}

{{about_me}} {{#work}}{{work}}{{/work}}

{{ask}} {{topics_sentence}} {{purpose}}

{{thanks}}

{{close}}
{{sign}}`,
  }),
);
