import type { Template } from '../template.ts';

/** `reason`: why one writes now, as a sentence: advice taken, an article, an event, news. */
export const checkIn: readonly Template[] = [
  {
    id: 'check_in-en',
    version: 1,
    purpose: 'check_in',
    language: 'en',
    spare: [],
    mostWords: undefined,
    subject: 'A short hello from {{my_name}}',
    text: `Dear {{addressee}},

It has been a while since we spoke, and I wanted to say hello. {{#reason}}{{reason}}{{/reason}}{{^reason}}What you told me has stayed with me, and I have come back to it more than once.{{/reason}}

How are things with you{{#company}} at {{company}}{{/company}}? There is no need for a long answer; I would simply be glad to hear how you are. And if there is anything I can do for you, please say so.

Best wishes,
{{my_name}}`,
  },
  {
    id: 'check_in-de',
    version: 1,
    purpose: 'check_in',
    language: 'de',
    spare: [],
    mostWords: undefined,
    subject: 'Ein kurzer Gruß von {{my_name}}',
    text: `Guten Tag {{addressee}},

unser letzter Austausch liegt eine Weile zurück, und ich wollte mich einmal melden. {{#reason}}{{reason}}{{/reason}}{{^reason}}Was Sie mir erzählt haben, ist mir im Kopf geblieben, und ich habe seither oft daran gedacht.{{/reason}}

Wie geht es Ihnen{{#company}} bei {{company}}{{/company}}? Eine lange Antwort braucht es nicht; ich würde mich einfach freuen, von Ihnen zu hören. Und wenn ich etwas für Sie tun kann, sagen Sie es mir gern.

Mit freundlichen Grüßen
{{my_name}}`,
  },
];
