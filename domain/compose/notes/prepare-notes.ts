import type { ContactFacts } from '../../contact.ts';
import { jobPatterns } from '../lint/job-patterns.ts';
import { fold } from '../../text/fold.ts';
import { withCapitals } from '../addressee.ts';
import type { Finding } from '../finding.ts';
import type { Language } from '../language/language.ts';
import { detectLanguage } from './detect-language.ts';
import { jotted } from './jotting.ts';
import { isCertain } from './certain.ts';
import { joinList, normalise, withoutLinks } from './normalise.ts';
import type { Note, NoteField, TextField } from '../note.ts';
import { isLoud } from '../language/spelling.ts';
import { withoutRemarks } from './remarks.ts';
import { asksForPay, asksForWork, isGap, nearHiring } from './never-said.ts';

/** A note that stays out of the letter, and why the card says so. */
export type Dropped = { readonly field: NoteField; readonly text: string };

export type PreparedNotes = {
  readonly notes: ReadonlyMap<TextField, Note>;
  readonly topics: readonly Note[];
  readonly findings: readonly Finding[];
  readonly dropped: readonly Dropped[];
};

const reasons: readonly TextField[] = ['wrote', 'foundThrough', 'admire', 'sharedAffiliation'];
const textFields: readonly TextField[] = [...reasons, 'path', 'role', 'company', 'referredBy'];

/** Looks every note over: what it is, and whether it may be said in this letter at all. */
export function prepareNotes(contact: ContactFacts, language: Language): PreparedNotes {
  const findings: Finding[] = [];
  const dropped: Dropped[] = [];
  const accepted = new Set(contact.accepted ?? []);
  /** Remarks to oneself; with the findings they tell how the notes were typed. */
  let hurried = withCapitals(contact.name) === contact.name ? 0 : 1;
  const report = (finding: Finding, text: string): void => {
    if (accepted.has(`${finding.field}:${finding.rule}`)) return;
    findings.push(finding);
    dropped.push({ field: fieldOf(finding), text });
  };
  const check = (field: NoteField, typed: string): Note | undefined => {
    const spelt = respelt(field, typed);
    if (spelt === undefined) return undefined;
    const raw = accepted.has(`${field}:jotted_note`) ? spelt : said(field, spelt);
    const problem = problemOf(field, raw, language);
    if (problem?.rule === 'form_of_address') return turned(field, raw, problem);
    if (problem?.leavesOut && !accepted.has(`${field}:${problem.rule}`)) {
      const { rule, severity, message } = problem;
      report({ rule, severity, field, message }, normalise(raw));
      return undefined;
    }
    if (problem && !problem.leavesOut && !accepted.has(`${field}:${problem.rule}`)) {
      const { rule, severity, message } = problem;
      findings.push({ rule, severity, field, message });
    }
    const list = field === 'topics' || field === 'path' ? undefined : joinList(raw, language.and);
    if (list !== undefined)
      findings.push({
        rule: 'list_in_note',
        severity: 'warning',
        field,
        message: `A list in *${fieldLabel(field)}* was joined into one sentence: "${list}". Please check it.`,
      });
    const plain = normalise(withoutLinks(list ?? (field === 'path' ? asSteps(raw) : raw)).text);
    // "Betriebsleiter i. R.": the stop is part of the title.
    const text = field === 'role' && /\p{L}\. ?\p{L}\.\s*$/u.test(raw) ? `${plain}.` : plain;
    return text === '' ? undefined : { field, text, form: language.formOf(text, field) };
  };
  /** Without remarks to oneself, which the card lists. */
  function said(field: NoteField, spelt: string): string {
    const { text, remarks } = withoutRemarks(spelt, field);
    dropped.push(...remarks.map((remark) => ({ field, text: remark })));
    hurried += remarks.length;
    return text;
  }
  /** Spelling mended, and said; undefined when only the user can. */
  function respelt(field: NoteField, typed: string): string | undefined {
    // Names and capitals of a role have findings of their own.
    const name = field === 'company' || field === 'referredBy';
    if (name || (field === 'role' && isLoud(typed)) || accepted.has(`${field}:spelling`))
      return typed;
    const spelt = language.respell(typed, field);
    const label = fieldLabel(field);
    if ('ask' in spelt) {
      const message = `"${cut(normalise(typed))}" in *${label}* is left out for its spelling: ${spelt.ask}.`;
      report({ rule: 'spelling', severity: 'warning', field, message }, normalise(typed));
      return undefined;
    }
    if (isLoud(typed) || spelt.text.toLowerCase() !== typed.toLowerCase())
      findings.push({
        rule: 'spelling',
        severity: 'warning',
        field,
        message: `The letter spells *${label}* so: "${cut(normalise(spelt.text))}". Correct the note if that is wrong.`,
      });
    return spelt.text;
  }
  /** What the note would be in the letter's form of address; held until the user has changed or accepted it. */
  function turned(
    field: NoteField,
    raw: string,
    { rule, severity, message }: Problem,
  ): Note | undefined {
    const text = language.otherAddress(normalise(withoutLinks(raw).text));
    if (text === undefined) {
      report({ rule, severity, field, message }, normalise(raw));
      return undefined;
    }
    if (!accepted.has(`${field}:${rule}`))
      findings.push({
        rule,
        severity,
        field,
        message: `${message} The letter below says "${cut(text)}".`,
      });
    return { field, text, form: language.formOf(text, field) };
  }
  const notes = new Map<TextField, Note>();
  for (const field of textFields) {
    const raw = contact[field];
    if (typeof raw !== 'string' || raw.trim() === '') continue;
    const note = check(field, raw);
    if (note) notes.set(field, note);
  }
  const topics = contact.topics
    .flatMap((raw) => splitTopics(raw))
    .flatMap((raw) => {
      const note = raw.trim() === '' ? undefined : check('topics', raw);
      return note ? [note] : [];
    });
  const foreigners = findings.some(
    ({ rule, severity }) => rule === 'note_language' && severity === 'error',
  );
  /** Too short to tell ("Alltag"), it is taken for what the notes beside it are. */
  const isDoubtful = ({ field, text }: Note): boolean => {
    const doubtful =
      foreigners &&
      field !== 'company' &&
      field !== 'referredBy' &&
      !accepted.has(`${field}:note_language`) &&
      !ownWords[language.code].test(` ${text.toLowerCase()} `) &&
      detectLanguage(text) !== language.code &&
      // A place or an event is called the same in both.
      !((field === 'foundThrough' || field === 'sharedAffiliation') && isNames(text));
    if (doubtful)
      report(
        {
          rule: 'note_language',
          severity: 'warning',
          field,
          message: `"${cut(text)}" in *${fieldLabel(field)}* was left out: other notes are not in ${languageName(language.code)}, and this one may not be either.`,
        },
        text,
      );
    return doubtful;
  };
  hurried += findings.filter(({ rule }) => inAHurry.has(rule)).length;
  /** Beside notes that were typed in a hurry only what certainly reads well is said. */
  const isUnsure = (note: Note): boolean => {
    const { field, text } = note;
    const unsure =
      hurried > 1 &&
      field !== 'company' &&
      field !== 'referredBy' &&
      !accepted.has(`${field}:hurried_note`) &&
      !isCertain(note, language);
    if (unsure)
      report(
        {
          rule: 'hurried_note',
          severity: 'warning',
          field,
          message: `"${cut(text)}" in *${fieldLabel(field)}* was left out: these notes were typed in a hurry, and it may not read well in a sentence. Write it out, or say that it is fine.`,
        },
        text,
      );
    return unsure;
  };
  const isLeftOut = (note: Note): boolean => isDoubtful(note) || isUnsure(note);
  return {
    notes: new Map([...notes].filter(([, note]) => !isLeftOut(note))),
    topics: topics.filter((note) => !isLeftOut(note)),
    findings,
    dropped,
  };
}

type Problem = {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly leavesOut: boolean;
};

function problemOf(field: NoteField, raw: string, language: Language): Problem | undefined {
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
  // Names and titles say nothing about the language of the note.
  const plain = isNames(text) || speaks(text, language);
  const detected = field === 'path' || plain ? undefined : detectLanguage(text);
  const found =
    detected !== undefined && evidence[detected]?.test(` ${text.toLowerCase()} `) === false
      ? undefined
      : detected;
  if (found !== undefined && found !== language.code)
    return text.length >= 25
      ? out(
          'note_language',
          'error',
          `*${label}* is in ${languageName(found)}, the letter in ${languageName(language.code)}: "${cut(text)}". Put the note into ${languageName(language.code)}, or write the letter in ${languageName(found)}.`,
        )
      : foreign(field, language, text, found)
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

/** Findings that tell of a note typed in a hurry, rather than of one that says too much or too little. */
const inAHurry = new Set([
  'spelling',
  'jotted_note',
  'form_of_address',
  'note_language',
  'coarse_word',
]);

/** "see", "cf.": what people write before a link. */
const onlyPoints =
  /^(?:cf|vgl|see|s|siehe|voir|ver|v[eé]ase|link|url|here|hier|ici|aquí|her|his|website|homepage|blog|profil|profile|perfil|page|seite|the|das|le|la)?:?$/iu;

/** "the met? or cloisters", "was at Lockheed 12 yrs", "Univ. of ..." */
const unsureCompany =
  /\?|\.{3}|…| (?:of|at|for|von|für|de)$|^(?:was|were|ex|formerly|used to|did|früher|ehemals|anciennement|antes) /i;
const coarse =
  /\b(?:bullshit|bs|shit\w{0,4}|fuck\w{0,5}|damn|crap|arse|badass|ass|scheiss\w{0,20}|geil\w{0,2}|verdammt\w{0,2}|merde|putain|bordel|mierda|joder|cojon\w{0,4}|cono|puta)\b/;
/** What no list of short forms has written out. */
const chat = /\b(?:b4|gr8|l8r|2day|2nite|4u|m8|w8|idk|imho|ngl|iirc|vllt|iwie|jdn|ptdr)\b/;

/** A short note is held against only when its own small words are of the other language. */
function foreign(field: NoteField, language: Language, text: string, found: string): boolean {
  return (
    field !== 'foundThrough' &&
    found !== language.code &&
    smallWords[found]?.test(` ${text.toLowerCase()} `) === true
  );
}

/** Small words of the letter's own language, and none of another: a short text misleads the detection. */
function speaks(text: string, { code }: Language): boolean {
  const said = ` ${text.toLowerCase()} `;
  return (
    ownWords[code].test(said) &&
    Object.entries(smallWords).every(([other, words]) => other === code || !words.test(said))
  );
}

const ownWords: Readonly<Record<Language['code'], RegExp>> = {
  en: / (?:the|your|of|how|and|with|that|you|from|for|my|our|while|about|is|who|at|without) /,
  de: / (?:ihre?[nmrs]?|deine?[nmrs]?|im|der|das|und|wie|dass|zum|zur|über|beim|vom|für|mit|auf|eine?[nmrs]?|wir|bei|aus|von|nicht|kein|keine|ohne|gegen|nach|trotz|nur|auch|sehr|immer) /,
  fr: / (?:votre|vos|ton|ta|tes|le|les|des|du|dans|vous|sur|et|une|pour|nous|au|aux|chez|avec|sans|qui|est|pas|très) /,
  es: / (?:su|sus|tu|tus|el|los|las|del|con|por|para|una|cómo|que|y|sin|muy|se|al|lo|desde|es|no) /,
};

function isNames(text: string): boolean {
  return (text.match(/\p{L}+/gu) ?? []).every((word) => /^\p{Lu}/u.test(word));
}

/** What a short note of a neighbouring language has and the letter's own never: "tasa turística" is no Portuguese. */
const neighbours: Readonly<Record<string, RegExp>> = {
  it: / (?:il|gli|della|dello|delle|degli|nel|nella|sul|sulla|che|perché|anche|suo|sua|per|è|di) /,
  pt: / (?:os|da|do|dos|das|na|nas|não|sua|seu|seus|suas|uma|um|com|em|é|são|à|você|vocês|mais|muito) /,
  nl: / (?:het|een|uw|van|voor|met|ik|zijn|hoe|wat|niet|aan|op|dat|je|bij|naar|ook) /,
};

/** What is asked of a note that the detection takes for one of these languages. */
const evidence: Readonly<Record<string, RegExp>> = {
  ...ownWords,
  ...neighbours,
  en: / (?:the|your|of|how|and|with|that|you|from|for|my|our|while|about|is|was|who|at|without|on|to|by|are|this) /,
};

const smallWords: Readonly<Record<string, RegExp>> = {
  en: / (?:the|we|you|your|how|what|and|of|is|are|did|both) .* ?(?:the|we|you|your|how|what|and|of|is|are|did|both|in|to) /,
  de: / (?:wie|sie|ihr|ihre|der|die|das|und|ist|mit) .* ?(?:wie|sie|ihr|ihre|der|die|das|und|ist|mit|im|zu) /,
};

/** A career as a list, with its years: "2019- Product; 2014-2019 Catering" is "Catering -> Product". */
function asSteps(raw: string): string {
  const parts = raw
    .split(/\n|;/)
    .map((part) =>
      /^\s*(?:[-•*] )?(?:(?:since |seit |depuis |desde )?((?:19|20)\d\d)(?: ?[-–] ?(?:(?:19|20)?\d\d|now|today|heute)?)?:? )?(.+)$/iu.exec(
        part,
      ),
    )
    .flatMap((found) => (found === null ? [] : [{ year: found[1], step: found[2] ?? '' }]));
  if (parts.length < 2) return raw;
  const [first, last] = [parts[0]?.year, parts.at(-1)?.year];
  const newestFirst = first !== undefined && last !== undefined && first > last;
  return (newestFirst ? parts.toReversed() : parts).map(({ step }) => step.trim()).join(' -> ');
}

/** "a; b; c" and short lists with commas are several topics. */
function splitTopics(raw: string): readonly string[] {
  const sides = raw.split(' / ');
  if (sides.length > 1 && sides.every((side) => side.trim().split(' ').length > 2))
    return sides.flatMap((side) => splitTopics(side));
  const parts = raw.split(/;|\n|(?<=\p{L})\s+(?=\d[.)]\s)/u).flatMap((part) => {
    const items = part.split(',').map((item) => item.trim());
    const short =
      items.length > 2 &&
      items.every((item) => item !== '' && item.split(' ').length <= (items.length > 3 ? 5 : 3));
    return short ? items.map((item) => item.replace(/^(?:and|und|et|y) /i, '')) : [part];
  });
  return parts.map((part) => part.replace(/^\s*(?:\d{1,2}[.)]|[-•*])\s+/, ''));
}

function fieldOf(finding: Finding): NoteField {
  // Findings of this file always name the note that they are about.
  return (finding.field ?? 'topics') as NoteField;
}

export function fieldLabel(field: NoteField): string {
  const labels: Readonly<Record<NoteField, string>> = {
    referredBy: 'Who may I name',
    foundThrough: 'How I found them',
    sharedAffiliation: 'What we share',
    admire: 'What stayed with me',
    wrote: 'What they wrote or made',
    path: 'Path',
    role: 'Role',
    company: 'Company',
    topics: 'Topics',
  };
  return labels[field];
}

export function languageName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
