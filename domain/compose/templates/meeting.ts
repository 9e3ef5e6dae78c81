import type { Template } from '../template.ts';

/** `slots`: one time a line, in both time zones. */
export const proposal: readonly Template[] = [
  {
    id: 'proposal-en',
    version: 1,
    purpose: 'proposal',
    language: 'en',
    spare: [],
    mostWords: undefined,
    subject: 'A time for our conversation',
    text: `Dear {{addressee}},

Thank you for being open to a conversation; that means a lot to me. Would one of these times suit you?

{{slots}}

If none of them fits, please name any time that does and I'll arrange things around it. Phone, video or a coffee: whichever is easiest for you. 20 minutes will be plenty.

Best wishes,
{{my_name}}`,
  },
  {
    id: 'proposal-de',
    version: 1,
    purpose: 'proposal',
    language: 'de',
    spare: [],
    mostWords: undefined,
    subject: 'Ein Termin für unser Gespräch',
    text: `Guten Tag {{addressee}},

herzlichen Dank, dass Sie sich Zeit für ein Gespräch nehmen; das bedeutet mir viel. Würde Ihnen einer dieser Termine passen?

{{slots}}

Wenn keiner davon passt, nennen Sie mir gern einen anderen, ich richte mich danach. Telefon, Video oder ein Kaffee: ganz wie es Ihnen am leichtesten fällt. 20 Minuten genügen völlig.

Mit freundlichen Grüßen
{{my_name}}`,
  },
];

/** `when`: the time in both zones, one a line; `format`, `place` and `invite` where known. */
export const confirmation: readonly Template[] = [
  {
    id: 'confirmation-en',
    version: 1,
    purpose: 'confirmation',
    language: 'en',
    spare: [],
    mostWords: undefined,
    subject: 'Our conversation is set',
    text: `Dear {{addressee}},

Thank you, that works very well for me. To have it all in one place:

{{when}}
{{#format}}{{format}}{{/format}}
{{#place}}{{place}}{{/place}}

{{#invite}}A calendar invitation comes with this mail. {{/invite}}I'll keep to the time we agreed. Should anything come up, a short line is enough and we'll find another day.

I'm looking forward to our conversation.

Best wishes,
{{my_name}}`,
  },
  {
    id: 'confirmation-de',
    version: 1,
    purpose: 'confirmation',
    language: 'de',
    spare: [],
    mostWords: undefined,
    subject: 'Unser Gespräch steht',
    text: `Guten Tag {{addressee}},

vielen Dank, das passt mir sehr gut. Hier noch einmal alles auf einen Blick:

{{when}}
{{#format}}{{format}}{{/format}}
{{#place}}{{place}}{{/place}}

{{#invite}}Eine Kalendereinladung liegt bei. {{/invite}}Ich halte mich an die vereinbarte Zeit. Sollte Ihnen etwas dazwischenkommen, genügt eine kurze Nachricht, und wir finden einen anderen Tag.

Ich freue mich auf unser Gespräch.

Mit freundlichen Grüßen
{{my_name}}`,
  },
];
