import type { ContactFacts } from '../contact.ts';
import { lintDraft, type Finding } from './lint/lint.ts';
import { bare, ended, phrasesFor, type Phrases } from './wording.ts';
import type { Profile } from '../profile.ts';
import type { Purpose } from '../purpose.ts';
import { oneLine, render, type Template, type Values } from './template.ts';
import { checkTemplate } from './template-check.ts';
import { builtInTemplate } from './templates/built-in.ts';
import { countWords } from '../text/count-words.ts';

export type Composed = {
  readonly subject: string;
  /** Unwrapped paragraphs; no line break at the end. */
  readonly text: string;
  readonly findings: readonly Finding[];
  /** `id@version` of the template used. */
  readonly template: string;
};

/** Writes a draft from the profile, the research notes and a template; what is not known is left out or held by a finding. */
export function compose(input: {
  readonly purpose: Purpose;
  readonly profile: Profile;
  readonly contact: ContactFacts;
  /** The mail in whose thread this one goes; its subject is kept. */
  readonly previous: { readonly subject: string } | undefined;
  /** The built-in one of the contact's language when absent. */
  readonly template?: Template;
  /** What only the moment knows: `slots`, `when`, `place`, `takeaway`, `reason`, `introduced`, `new_role`, … */
  readonly details?: Values;
}): Composed {
  const { purpose, profile, contact, previous } = input;
  const language = contact.language ?? profile.language;
  const template = input.template ?? builtInTemplate(purpose, language);
  const values = {
    ...valuesOf(template.language, profile, contact),
    ...asSentences(input.details ?? {}),
  };
  const subject =
    previous && purpose !== 'outreach'
      ? replySubject(previous.subject)
      : oneLine(render(template.subject, values));
  const text = fitted(template, values);
  return {
    subject,
    text,
    findings: [
      ...(input.template ? checkTemplate(input.template) : []),
      ...lintDraft({ purpose, subject, text, contact, profile }),
      ...aboutLeftOut(purpose, template.language, profile),
    ],
    template: `${template.id}@${template.version}`,
  };
}

/** `Re: ` and the subject, whatever reply prefixes it had. */
export function replySubject(subject: string): string {
  let rest = oneLine(subject);
  for (let match = prefix.exec(rest); match; match = prefix.exec(rest)) {
    rest = rest.slice(match[0].length);
  }
  return `Re: ${rest}`.trim();
}

const prefix = /^(?:re|aw|antw|sv|rv|r)(?:\[\d{1,3}\])?:\s*/i;

/** The text within the template's length, if giving up its spare values gets it there. */
function fitted(template: Template, values: Values): string {
  const without: Record<string, undefined> = {};
  let text = render(template.text, values);
  for (const name of template.spare) {
    if (template.mostWords === undefined || countWords(text) <= template.mostWords) break;
    without[name] = undefined;
    text = render(template.text, { ...values, ...without });
  }
  return text;
}

function valuesOf(language: string, profile: Profile, contact: ContactFacts): Values {
  const phrases = phrasesFor(language);
  const role = some(contact.role);
  const company = some(contact.company);
  const referrer = some(contact.referredBy);
  return {
    ...aboutMe(phrases, language, profile),
    addressee: phrases.addressee(contact.name),
    name: contact.name,
    company,
    role,
    referrer,
    // A referral is named by its person, not by the word.
    found:
      referrer !== undefined && /^(referral|mutual)$/i.test(contact.foundThrough ?? '')
        ? undefined
        : some(contact.foundThrough, phrases.found),
    shared: some(contact.sharedAffiliation, bare),
    admire: some(contact.admire, phrases.admire),
    wrote: some(contact.wrote, bare),
    path: some(contact.path, phrases.path),
    work: phrases.work(role, company),
    topics: phrases.list(contact.topics.slice(0, 3)),
  };
}

function aboutLeftOut(purpose: Purpose, language: string, profile: Profile): readonly Finding[] {
  if (purpose !== 'outreach' || some(profile.about) === undefined || speaks(profile, language))
    return [];
  return [
    {
      rule: 'about_left_out',
      severity: 'warning',
      message:
        'This mail is in another language than your profile, so the sentence about you was left out. Add it in the language of the mail.',
    },
  ];
}

/** A sentence about me in another language than the mail's would read as a mistake. */
function speaks(profile: Profile, language: string): boolean {
  return profile.language.split('-')[0] === language.split('-')[0];
}

function aboutMe(phrases: Phrases, language: string, profile: Profile): Values {
  const about = speaks(profile, language) ? some(profile.about) : undefined;
  const isSentence = about !== undefined && phrases.isSentence(about);
  return {
    my_name: profile.name,
    my_affiliation: profile.affiliation,
    my_link: profile.link,
    about,
    about_sentence: about !== undefined && isSentence ? ended(about) : undefined,
    about_phrase: about !== undefined && !isSentence ? bare(about) : undefined,
  };
}

const sentences = new Set(['takeaway', 'reason', 'offer', 'helped']);

/** Notes that stand as sentences get their full stop. */
function asSentences(details: Values): Values {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' && sentences.has(name) ? some(value, ended) : value,
    ]),
  );
}

/** A note on one line, put into words; undefined when there is none. */
function some(
  note: string | undefined,
  phrase: (text: string) => string = (text) => text,
): string | undefined {
  const line = oneLine(note ?? '');
  return line === '' ? undefined : phrase(line);
}
