import type { Template } from '../template.ts';

/** The answer to somebody who has declined. */
export const reply: readonly Template[] = [
  {
    id: 'reply-en',
    version: 1,
    purpose: 'reply',
    language: 'en',
    spare: [],
    mostWords: undefined,
    subject: 'Thank you for your answer',
    text: `Dear {{addressee}},

Thank you for taking the time to answer, and for being straightforward about it. I completely understand.

Should a single question by mail ever be easier than a conversation, I would be glad to send you one, and just as glad to leave it here.

I wish you all the best{{#company}} at {{company}}{{/company}}.

Kind regards,
{{my_name}}`,
  },
  {
    id: 'reply-de',
    version: 1,
    purpose: 'reply',
    language: 'de',
    spare: [],
    mostWords: undefined,
    subject: 'Vielen Dank für Ihre Antwort',
    text: `Guten Tag {{addressee}},

vielen Dank, dass Sie sich die Zeit für eine Antwort genommen haben, und für Ihre Offenheit. Ich verstehe das sehr gut.

Sollte eine einzelne Frage per Mail einmal leichter sein als ein Gespräch, schicke ich sie Ihnen gern; und ebenso gern lasse ich es hierbei.

Ich wünsche Ihnen alles Gute{{#company}} bei {{company}}{{/company}}.

Mit freundlichen Grüßen
{{my_name}}`,
  },
];
