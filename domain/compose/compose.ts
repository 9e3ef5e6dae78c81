import type { ContactFacts } from '../contact.ts';
import type { Profile } from '../profile.ts';
import { countWords } from '../text/count-words.ts';
import type { Finding } from './finding.ts';
import { languageFor } from './language/languages.ts';
import type { Language } from './language/language.ts';
import { laterValues } from './letters/later.ts';
import type { Pick } from './letters/outreach/input.ts';
import { outreachParts, type OutreachParts } from './letters/outreach/outreach.ts';
import { aboutIn, greetingOf, nameFindings, nameOf, signature } from './letters/parts.ts';
import { enumerate } from './notes/normalise.ts';
import { lintDraft, sorted } from './lint/lint.ts';
import type { Occasion } from './occasion.ts';
import type { OtherLetter } from './overlap.ts';
import type { LeftOut, Sentence } from './sentence.ts';
import { checkTemplate } from './template-check.ts';
import { oneLine, render, type Template, type Values } from './template.ts';
import { builtInTemplate } from './templates/built-in.ts';
import { leastAlike } from './vary.ts';

export type Composed = {
  readonly subject: string;
  /** Unwrapped paragraphs; no line break at the end. */
  readonly text: string;
  /** Errors first; an error holds the draft. */
  readonly findings: readonly Finding[];
  /** Notes that are not in the letter, with the words they would have had. */
  readonly leftOut: readonly LeftOut[];
  /** Which note each sentence of a first mail came from; empty for later mails. */
  readonly sentences: readonly Sentence[];
  /** `id@version` of the template used. */
  readonly template: string;
  readonly words: number;
  /** Words that any first mail of this template has: greeting, ask, lead-in to the topics, purpose, thanks and close. */
  readonly fixedWords: number;
};

/** Everything a draft is written from; `Occasion` adds what its purpose needs. */
export type ComposeInput = {
  readonly profile: Profile;
  readonly contact: ContactFacts;
  /** The mail in whose thread this one goes; its subject is kept. */
  readonly previous: { readonly subject: string } | undefined;
  /** The user's own; the built-in one of the contact's language when absent. */
  readonly template?: Template | undefined;
  /** How long a talk is asked for; 20 when absent. */
  readonly minutes?: number | undefined;
  /** Letters of the same user that this one should not resemble. */
  readonly others?: readonly OtherLetter[] | undefined;
} & Occasion;

/**
 * Writes a draft from the profile, the research notes and what the occasion knows. Pure: the same input gives the
 * same letter. What each purpose needs besides:
 * - `outreach`: nothing; `others` keep two letters from sounding alike.
 * - `nudge`: `because` (`silence`, `later`: they asked to be asked again, `times`: an offer found no answer), `slots` for fresh times.
 * - `proposal`: `slots` (none: held), told on both clocks; `because` why times are sent now.
 * - `confirmation`: `meeting`; `change` when it is not the first; `invite` what the calendar part is.
 * - `cancellation`: `meeting`, `why` as a clause, `slots` to move it; `invite: true` when an entry is withdrawn.
 * - `thank_you`: `met` with the talk's end and now, `takeaways` (none: a warning), `people`, `offer`, `nextStep`.
 * - `check_in`: `reason` (undefined: held).
 * - `introducer_thanks`: `introduced`, `met` once the talk took place.
 * - `landed_role`: `role`, `company`, `helped` (undefined: a warning).
 * - `reply`: `because` (`declined`, `referred`, `answered`, `asks`), `people`.
 * A language without sentences of ours gives a held draft (`no_template_language`).
 */
export function compose(input: ComposeInput): Composed {
  const { contact, profile } = input;
  const tag = input.template?.language ?? contact.language ?? profile.language;
  const language = languageFor(tag, contact.formality ?? 'formal');
  const template =
    input.template ?? (language && builtInTemplate(input.purpose, language.code)) ?? undefined;
  if (!language || !template) return withoutLanguage(input, tag);
  return input.purpose === 'outreach'
    ? firstMail(input, language, template)
    : laterMail(input, language, template);
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

function firstMail(input: ComposeInput, language: Language, template: Template): Composed {
  const { contact, profile } = input;
  const make = (pick: Pick) => {
    const parts = outreachParts(
      { contact, profile, language },
      { minutes: input.minutes ?? 20, pick },
    );
    const slots = new Map<string, string[]>();
    for (const { slot, text } of parts.sentences)
      slots.set(slot, [...(slots.get(slot) ?? []), text]);
    const values: Values = {
      ...commonValues(input, language),
      ...Object.fromEntries([...slots].map(([slot, texts]) => [slot, texts.join(' ')])),
      subject: parts.subject,
      greeting: parts.greeting,
      close: parts.close,
      sign: parts.sign.split('\n'),
    };
    return {
      parts,
      subject: oneLine(render(template.subject, values)),
      text: render(template.text, values),
      fixedWords: fixedWordsOf(parts),
    };
  };
  const { parts, subject, text, fixedWords } = leastAlike(make, {
    seed: contact.email,
    company: contact.company,
    others: input.others ?? [],
    fits: (letter) => letter.fixedWords <= mostFixedWords,
  });
  return {
    subject,
    text,
    sentences: parts.sentences,
    leftOut: parts.leftOut,
    findings: sorted([
      ...(input.template ? checkTemplate(input.template) : []),
      ...parts.findings,
      ...notSaidBy(
        parts.findings,
        lintDraft({
          purpose: 'outreach',
          subject,
          text,
          contact,
          profile,
          others: input.others ?? [],
        }),
      ),
    ]),
    template: `${template.id}@${template.version}`,
    words: countWords(text),
    fixedWords,
  };
}

const mostFixedWords = 35;
const fixed: ReadonlySet<string> = new Set(['ask', 'topics_sentence', 'purpose', 'thanks']);

function fixedWordsOf({ greeting, close, sentences }: OutreachParts): number {
  return (
    countWords(greeting) -
    countWords(nameInGreeting(greeting)) +
    countWords(close) +
    sentences.reduce((sum, { slot, ours }) => sum + (fixed.has(slot) ? ours : 0), 0)
  );
}

/** What the notes have said already needs no second word about the text. */
function notSaidBy(said: readonly Finding[], more: readonly Finding[]): readonly Finding[] {
  const covered: Readonly<Record<string, string>> = { referrer_missing: 'referrer_not_a_name' };
  return more.filter(
    ({ rule }) => !said.some((finding) => finding.rule === rule || finding.rule === covered[rule]),
  );
}

/** "Ana" of "Dear Ana,". */
function nameInGreeting(greeting: string): string {
  return greeting.replace(/^(?:Guten Tag|Buenos días,|\S+) /u, '').replace(/[,:]$/, '');
}

function laterMail(input: ComposeInput, language: Language, template: Template): Composed {
  const { contact, profile, previous } = input;
  const later = laterValues(input, language);
  const values: Values = { ...commonValues(input, language), ...later.values };
  const own = oneLine(render(template.subject, values));
  const subject = previous ? replySubject(previous.subject) : own;
  const text = render(template.text, values);
  const words = countWords(text);
  return {
    subject,
    text,
    sentences: [],
    leftOut: later.leftOut,
    findings: sorted([
      ...(input.template ? checkTemplate(input.template) : []),
      ...nameFindings(contact),
      ...later.findings,
      ...lintDraft({ purpose: input.purpose, subject, text, contact, profile, ...later.times }),
    ]),
    template: `${template.id}@${template.version}`,
    words,
    fixedWords: words,
  };
}

/** What any template may name. */
function commonValues(input: ComposeInput, language: Language): Values {
  const { profile, contact } = input;
  const greeting = greetingOf({ profile, contact, language });
  return {
    greeting,
    addressee: nameInGreeting(greeting),
    name: nameOf(contact),
    my_name: profile.name,
    my_affiliation: profile.affiliation,
    my_link: profile.link,
    about_me: aboutIn(profile, language.code),
    company: contact.company,
    role: contact.role,
    referrer: contact.referredBy,
    found: contact.foundThrough,
    shared: contact.sharedAffiliation,
    admire: contact.admire,
    wrote: contact.wrote,
    path: contact.path,
    topics: enumerate(contact.topics.slice(0, 3), language.and),
    minutes: String(input.minutes ?? 20),
    close: language.close[0],
    sign: signature(profile, false).split('\n'),
    du: contact.formality === 'informal' ? 'du' : undefined,
  };
}

/** No sentences in this language: nothing is sent, and the ways out are named. */
function withoutLanguage(input: ComposeInput, tag: string): Composed {
  const { contact } = input;
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  return {
    subject: input.previous ? replySubject(input.previous.subject) : '',
    text: '',
    sentences: [],
    leftOut: [],
    findings: [
      {
        rule: 'no_template_language',
        severity: 'error',
        field: 'language',
        message: `Rapport has no sentences in ${name} for this mail. Two ways out: set the language of ${contact.name} to one it has (English, German, French or Spanish), or add a template of your own in ${name}.`,
      },
      ...nameFindings(contact),
    ],
    template: `${input.purpose}-none@0`,
    words: 0,
    fixedWords: 0,
  };
}
