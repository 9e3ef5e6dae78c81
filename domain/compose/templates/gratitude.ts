import type { Template } from '../template.ts';

/** `takeaway`: what was learned, as a sentence; `offer`: what one could give back. */
export const thankYou: readonly Template[] = [
  {
    id: 'thank_you-en',
    version: 1,
    purpose: 'thank_you',
    language: 'en',
    spare: [],
    mostWords: undefined,
    subject: 'Thank you for the conversation',
    text: `Dear {{addressee}},

Thank you for the time you gave me and for speaking so openly. It made things much clearer to me.

{{#takeaway}}What stays with me most: {{takeaway}}{{/takeaway}}

If there is ever something I can do for you in return, please tell me. {{#offer}}{{offer}} {{/offer}}I would like to stay in touch and let you know how it goes from here.

With thanks and best wishes,
{{my_name}}
{{#my_link}}{{my_link}}{{/my_link}}`,
  },
  {
    id: 'thank_you-de',
    version: 1,
    purpose: 'thank_you',
    language: 'de',
    spare: [],
    mostWords: undefined,
    subject: 'Vielen Dank für das Gespräch',
    text: `Guten Tag {{addressee}},

herzlichen Dank für Ihre Zeit und dafür, dass Sie so offen gesprochen haben. Vieles ist mir dadurch klarer geworden.

{{#takeaway}}Was mir besonders in Erinnerung bleibt: {{takeaway}}{{/takeaway}}

Wenn ich umgekehrt einmal etwas für Sie tun kann, sagen Sie mir bitte Bescheid. {{#offer}}{{offer}} {{/offer}}Ich würde gern in Verbindung bleiben und Ihnen berichten, wie es weitergeht.

Mit herzlichem Dank und freundlichen Grüßen
{{my_name}}
{{#my_link}}{{my_link}}{{/my_link}}`,
  },
];

/** `introduced`: the name of the person one was sent on to. */
export const introducerThanks: readonly Template[] = [
  {
    id: 'introducer_thanks-en',
    version: 1,
    purpose: 'introducer_thanks',
    language: 'en',
    spare: [],
    mostWords: undefined,
    subject: 'Thank you for pointing me to {{introduced}}',
    text: `Dear {{addressee}},

A short note to say thank you: {{introduced}} has answered, and I would not have found my way there without you.

It was generous of you to pass the name on. I'll tell you how it goes, and if I can ever open a door for you in return, I will.

Best wishes,
{{my_name}}`,
  },
  {
    id: 'introducer_thanks-de',
    version: 1,
    purpose: 'introducer_thanks',
    language: 'de',
    spare: [],
    mostWords: undefined,
    subject: 'Vielen Dank für den Hinweis auf {{introduced}}',
    text: `Guten Tag {{addressee}},

nur kurz ein herzliches Dankeschön: {{introduced}} hat geantwortet, und ohne Sie hätte ich den Weg dorthin nicht gefunden.

Es war großzügig von Ihnen, mir den Namen zu nennen. Ich berichte Ihnen gern, wie es weitergeht, und wenn ich einmal eine Tür für Sie öffnen kann, tue ich es.

Mit freundlichen Grüßen
{{my_name}}`,
  },
];

/** `new_role` and `new_company`; `helped`: what this person did, as a sentence. */
export const landedRole: readonly Template[] = [
  {
    id: 'landed_role-en',
    version: 1,
    purpose: 'landed_role',
    language: 'en',
    spare: [],
    mostWords: undefined,
    subject: 'Good news, and a thank-you',
    text: `Dear {{addressee}},

I have good news, and I wanted you to hear it from me: {{#new_role}}I'm about to start a new role, {{new_role}}{{#new_company}} at {{new_company}}{{/new_company}}.{{/new_role}}{{^new_role}}I have found the role I was hoping for.{{/new_role}}

You have a part in that. {{#helped}}{{helped}}{{/helped}}{{^helped}}Our conversation helped me see where I wanted to go, and I'm grateful that you took the time.{{/helped}}

I hope to pass the favour on one day. If I can ever be useful to you, please write to me.

With warm thanks,
{{my_name}}`,
  },
  {
    id: 'landed_role-de',
    version: 1,
    purpose: 'landed_role',
    language: 'de',
    spare: [],
    mostWords: undefined,
    subject: 'Gute Nachrichten und ein Dankeschön',
    text: `Guten Tag {{addressee}},

ich habe gute Nachrichten und möchte, dass Sie sie von mir hören: {{#new_role}}Ich beginne bald eine neue Stelle, {{new_role}}{{#new_company}} bei {{new_company}}{{/new_company}}.{{/new_role}}{{^new_role}}Ich habe die Stelle gefunden, auf die ich gehofft hatte.{{/new_role}}

Daran haben Sie Ihren Anteil. {{#helped}}{{helped}}{{/helped}}{{^helped}}Unser Gespräch hat mir geholfen zu sehen, wohin ich möchte, und ich bin Ihnen dankbar, dass Sie sich die Zeit genommen haben.{{/helped}}

Ich hoffe, das eines Tages weitergeben zu können. Wenn ich Ihnen einmal nützlich sein kann, schreiben Sie mir bitte.

Mit herzlichem Dank
{{my_name}}`,
  },
];
