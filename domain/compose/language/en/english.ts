import { isTeam } from '../../names/team.ts';
import { addresseeInEnglish } from './addressee.ts';
import { upperFirst } from '../../notes/normalise.ts';
import type { Language } from '../language.ts';
import { formOf, isVague } from './forms.ts';
import { admire, found, referrer, shared, weakReason, wrote } from './opening.ts';
import { toYou } from './person.ts';
import { isShorthand } from './shorthand.ts';
import { respell } from './spelling.ts';
import { bareStep, path, work } from './work.ts';
import { topic, topics } from './topics.ts';
import { inside, theCompany } from './words.ts';

export const english: Language = {
  code: 'en',
  and: 'and',
  respell,
  formOf,
  isVague,
  inside,
  afterGreeting: upperFirst,
  isShorthand,
  toYou,
  wrongAddress: () => false,
  otherAddress: (text) => text,
  greeting: (person) =>
    isTeam(person.name) ? 'Hello,' : `Dear ${addresseeInEnglish(person.name, person.addressAs)},`,
  referrer,
  wrote,
  found,
  admire,
  shared,
  work,
  path,
  weakReason,
  me: ({ name, affiliation }) =>
    affiliation === undefined
      ? `My name is ${name}.`
      : `My name is ${name}, and I write to you from ${affiliation}.`,
  ask: (minutes) => [
    `Could we have a ${minutes}-minute call in the next two to four weeks?`,
    `Would you have ${minutes} minutes for a call within the coming month?`,
    `Might we speak by phone for ${minutes} minutes in the coming weeks?`,
    `Do you have ${minutes} minutes for a phone call this month or next?`,
    `May I call you for ${minutes} minutes some time in the coming month?`,
    `Is a call of ${minutes} minutes possible within the next four weeks?`,
    `Could you spare ${minutes} minutes on the phone in the next few weeks?`,
    `Would a ${minutes}-minute phone call suit you during the next month?`,
    `Can we talk by phone for ${minutes} minutes in the coming weeks?`,
  ],
  topics,
  topic,
  purpose: [
    "I'm after perspective, not a job.",
    "I'm looking for advice, not a vacancy.",
    'I want to learn, not to apply.',
    'I hope to understand the work, nothing more.',
    'This is about learning, not a job.',
    'What I seek is insight, not employment.',
    "I'm here to learn, not for a job.",
    'I come to listen, not to apply.',
  ],
  thanks: [
    'Thank you for reading, whatever you decide.',
    'Thank you; a short no is fine.',
    'Either way, thank you for reading this.',
    'No harm done if not; thank you.',
    'One line is plenty; thank you.',
    'No hurry, and thank you either way.',
    'Thank you for your time, whatever you answer.',
    'Thank you either way.',
  ],
  close: ['Best wishes,', 'Kind regards,', 'Best regards,'],
  subjects: (parts) => [
    ...(parts.referrer === undefined
      ? []
      : [`${upperFirst(parts.referrer)} suggested I write to you`]),
    ...(parts.thing === undefined
      ? []
      : [`${upperFirst(parts.thing)}: a question`, upperFirst(parts.thing)]),
    ...(parts.shared === undefined ? [] : [`A question, and ${inside(parts.shared)} in common`]),
    ...(parts.event === undefined || !/^at /i.test(parts.event)
      ? []
      : [`After ${parts.event.replace(/^at /i, '')}: a question`]),
    ...(parts.steps === undefined
      ? []
      : [`From ${bareStep(parts.steps[0])} to ${bareStep(parts.steps[1])}: a question`]),
    ...(parts.topic === undefined ? [] : [`A question about ${inside(parts.topic)}`]),
    ...(parts.company === undefined
      ? []
      : [
          `A question about ${theCompany(parts.company)} from ${parts.myName}`,
          `A question about ${theCompany(parts.company)}`,
        ]),
    `A question from ${parts.myName}${parts.affiliation === undefined ? '' : `, ${parts.affiliation}`}`,
    `A question from ${parts.myName}`,
  ],
  atCompany: (company) => `at ${theCompany(company)}`,
  nudge: ({ because, referrer: name, thing, clause }) => {
    if (because === 'later')
      return [
        'You asked me to try again around now, so here I am.',
        'You suggested that I write again later; I am glad to.',
      ];
    if (because === 'times') return ['The times I offered may have come at a bad moment.'];
    if (name !== undefined)
      return [
        `My note, sent on the suggestion of ${name.replace(/ ?\([^()]*\)/g, '')}, may have landed in a busy week.`,
      ];
    const about = thing ?? clause;
    return about === undefined
      ? ['My note may have landed in a busy week.']
      : [`My note about ${inside(about)} may have landed in a busy week.`];
  },
  oneTopic: ({ text, as }) =>
    as === 'question'
      ? [`If I could ask only one thing: ${text}?`]
      : as === 'clause'
        ? [`If I could ask only one thing, it would be ${text}.`]
        : [`If I could ask about only one thing, it would be ${text}.`],
};
