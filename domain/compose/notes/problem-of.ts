import { fold } from '../../text/fold.ts';
import type { Finding } from '../finding.ts';
import type { Language } from '../language/language.ts';
import { jobPatterns } from '../lint/job-patterns.ts';
import type { NoteField } from '../note.ts';
import { jotted } from './jotting.ts';
import { cut, fieldLabel, languageName } from './labels.ts';
import { asksForPay, asksForWork, isGap, nearHiring } from './never-said.ts';
import { memo } from './memo.ts';
import { normalise, withoutLinks } from './normalise.ts';
import { isForeign, otherLanguage } from './note-language.ts';

export type Problem = {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly leavesOut: boolean;
};

/** Why a note may not be said in a letter, or only with a warning; undefined for one that may. */
export function problemOf(field: NoteField, raw: string, language: Language): Problem | undefined {
  const text = normalise(raw);
  const label = fieldLabel(field);
  const out = (rule: string, severity: Finding['severity'], message: string): Problem => ({
    rule,
    severity,
    message,
    leavesOut: true,
  });
  if (/\{\{|\}\}/.test(raw))
    return out(
      'template_marks',
      'error',
      `"${cut(text)}" in *${label}* contains {{ or }}, as templates do. Take it out.`,
    );
  if (isGap(text))
    return out(
      'note_gap',
      'warning',
      `"${cut(text)}" in *${label}* reads like a placeholder; it was left out. Fill it in, or clear the field.`,
    );
  if (withoutLinks(raw).had && onlyPoints.test(normalise(withoutLinks(raw).text)))
    return out(
      'bare_link',
      'warning',
      `A link alone in *${label}* cannot stand in a sentence. Add the title and one thing that stayed with you.`,
    );
  if (field === 'company' && (unsureCompany.test(text) || unsureCompany.test(raw)))
    return out(
      'jotted_note',
      'warning',
      `"${cut(text)}" in *${label}* is jotted down; it was left out. Write the name of the company alone.`,
    );
  if (field === 'company' || field === 'role' || field === 'referredBy') return undefined;
  const folded = fold(text);
  if (asksForWork(folded) || jobPatterns.some(({ pattern }) => pattern.test(folded)))
    return field === 'topics'
      ? out(
          'job_in_topic',
          'error',
          `"${cut(text)}" asks for work. This mail asks for a conversation; keep it for later, or ask how people find their way into the field.`,
        )
      : out(
          'job_in_note',
          'error',
          `"${cut(text)}" in *${label}* is about getting work; it was left out. This mail asks for a conversation. Say what interests you about this person.`,
        );
  if (field === 'topics' && asksForPay(folded))
    return out(
      'salary',
      'warning',
      `"${cut(text)}" was left out: pay is better asked when you know each other.`,
    );
  if (coarse.test(folded))
    return out(
      'coarse_word',
      'warning',
      `"${cut(text)}" in *${label}* holds a word that a first mail should not; it was left out. Say it in other words.`,
    );
  const toOneself = memo(text);
  if (toOneself !== undefined)
    return out(
      'note_to_self',
      'warning',
      `"${cut(text)}" in *${label}* is a note to yourself ("${cut(toOneself)}"); it was left out. Write what the reader may read.`,
    );
  const jot = jotted(text, field);
  if (jot !== undefined)
    return out(
      'jotted_note',
      'warning',
      `"${cut(text)}" in *${label}* is jotted down ("${cut(jot)}"); it was left out. Write it as you would say it.`,
    );
  if (chat.test(folded))
    return out(
      'spelling',
      'warning',
      `"${cut(text)}" in *${label}* is spelt as in a chat; it was left out. Write its words out.`,
    );
  if (language.wrongAddress(text))
    return out(
      'form_of_address',
      'error',
      `"${cut(text)}" in *${label}* addresses the person in another way than the letter does. Change the note, or set Sie/du (vous/tu, usted/tú) of this contact to the other form.`,
    );
  const found = otherLanguage(text, field, language);
  if (found !== undefined)
    return text.length >= 25
      ? out(
          'note_language',
          'error',
          `*${label}* is in ${languageName(found)}, the letter in ${languageName(language.code)}: "${cut(text)}". Put the note into ${languageName(language.code)}, or write the letter in ${languageName(found)}.`,
        )
      : isForeign(field, language, text, found)
        ? out(
            'note_language',
            'error',
            `*${label}* is in ${languageName(found)}, the letter in ${languageName(language.code)}: "${cut(text)}". Put the note into ${languageName(language.code)}.`,
          )
        : {
            rule: 'note_language',
            severity: 'warning',
            message: `"${cut(text)}" in *${label}* may be ${languageName(found)}; the letter is in ${languageName(language.code)}. Please check.`,
            leavesOut: false,
          };
  // English turns "she" into "you"; elsewhere the user has to.
  if (field === 'sharedAffiliation' && language.code !== 'en' && language.toYou(text) === undefined)
    return out(
      'finish_sentence',
      'warning',
      `"${cut(text)}" in *${label}* speaks of the reader to somebody else; it was left out. Write it to the person.`,
    );
  // One word is a heading, not a detail: "creativity", "Nachhaltigkeit".
  const bare = field === 'admire' && !text.includes(' ');
  if (bare || language.isVague(text, field))
    return field === 'topics'
      ? out(
          'vague_topic',
          'warning',
          `"${cut(text)}" is too wide for a question; it was left out. Which part of it?`,
        )
      : out(
          'vague_reason',
          'warning',
          `"${cut(text)}" in *${label}* could be said to anybody; it was left out. Which part of it?`,
        );
  if (field === 'topics' && nearHiring(folded))
    return {
      rule: 'job_near',
      severity: 'warning',
      message: `"${cut(text)}" is close to a question about hiring. It stays in; ask it only if you mean the work.`,
      leavesOut: false,
    };
  return undefined;
}

/** "see", "cf.": what people write before a link. */
const onlyPoints =
  /^(?:cf|vgl|see|s|siehe|voir|ver|v[eé]ase|link|url|here|hier|ici|aquí|her|his|website|homepage|blog|profil|profile|perfil|page|seite|the|das|le|la)?:?$/iu;

/** "the met? or cloisters", "was at Lockheed 12 yrs", "Univ. of ..." */
const unsureCompany =
  /\?|\.{3}|…| (?:of|at|for|von|für|de)$| f\. |^(?:was|were|ex|formerly|used to|did|früher|ehemals|anciennement|antes) /i;
const coarse =
  /\b(?:bullshit|bs|shit\w{0,4}|fuck\w{0,5}|damn|crap|arse|badass|ass|scheiss\w{0,20}|geil\w{0,2}|verdammt\w{0,2}|merde|putain|bordel|mierda|joder|cojon\w{0,4}|cono|puta)\b/;
/** What no list of short forms has written out. */
const chat = /\b(?:b4|gr8|l8r|2day|2nite|4u|m8|w8|idk|imho|ngl|iirc|vllt|iwie|jdn|ptdr)\b/;
