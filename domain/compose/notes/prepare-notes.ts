import type { ContactFacts } from '../../contact.ts';
import { withCapitals } from '../names/capitals.ts';
import type { Finding } from '../finding.ts';
import type { Language } from '../language/language.ts';
import { isLoud } from '../language/spelling.ts';
import type { Note, NoteField, TextField } from '../note.ts';
import { isCertain } from './certain.ts';
import { cut, fieldLabel, languageName } from './labels.ts';
import { joinList, normalise, withoutLinks, withoutMarkup } from './normalise.ts';
import { isNames, isOfLetter, otherLanguage } from './note-language.ts';
import { problemOf, type Problem } from './problem-of.ts';
import { withoutRemarks } from './remarks.ts';
import { asSteps, splitTopics } from './split-list.ts';

/** A note that stays out of the letter, and why the card says so. */
export type Dropped = { readonly field: NoteField; readonly text: string };

export type PreparedNotes = {
  readonly notes: ReadonlyMap<TextField, Note>;
  readonly topics: readonly Note[];
  readonly findings: readonly Finding[];
  readonly dropped: readonly Dropped[];
};

/** Says how the letter spells a note; `text` is the note so spelt. */
type Spelling = { readonly finding: Finding; readonly text: string };

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
    const spelt = respelt(field, withoutMarkup(typed));
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
    const { text, remarks, thoughts } = withoutRemarks(spelt, field);
    dropped.push(...remarks.map((remark) => ({ field, text: remark })));
    hurried += thoughts;
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
    // "her calm voice" in a German letter is no slip of the key.
    if ('ask' in spelt && otherLanguage(normalise(typed), field, language) !== undefined)
      return typed;
    if ('ask' in spelt) {
      const message = `"${cut(normalise(typed))}" in *${label}* is left out for its spelling: ${spelt.ask}.`;
      report({ rule: 'spelling', severity: 'warning', field, message }, normalise(typed));
      return undefined;
    }
    if (isLoud(typed) || spelt.text.toLowerCase() !== typed.toLowerCase()) {
      // "pros & cons" is no haste.
      const joined = typed.toLowerCase().replace(/ & /g, ` ${language.and} `);
      if (isLoud(typed) || spelt.text.toLowerCase() !== joined) hurried += 1;
      spellings.push({
        text: normalise(spelt.text),
        finding: {
          rule: 'spelling',
          severity: 'warning',
          field,
          message: `The letter spells *${label}* so: "${cut(normalise(spelt.text))}". Correct the note if that is wrong.`,
        },
      });
    }
    return spelt.text;
  }
  /** What the note would be in the letter's form of address; held until the user has changed or accepted it. */
  function turned(
    field: NoteField,
    raw: string,
    { rule, severity, message }: Problem,
  ): Note | undefined {
    const text = language.otherAddress(normalise(withoutLinks(raw).text));
    // "Le explica y no vendes": half of it was turned.
    if (text === undefined || language.wrongAddress(text)) {
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
  const spellings: Spelling[] = [];
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
      !isOfLetter(text, language) &&
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
  // Who types in a hurry types little: many long notes were thought over.
  const lengths = [...notes.values(), ...topics].map(({ text }) => text.split(' ').length);
  const isCareful = lengths.filter((words) => words > 9).length > lengths.length / 2;
  hurried += findings.filter(({ rule }) => inAHurry.has(rule)).length;
  /** Beside notes that were typed in a hurry only what certainly reads well is said. */
  const isUnsure = (note: Note): boolean => {
    const { field, text } = note;
    const unsure =
      hurried > 1 &&
      !isCareful &&
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
  const kept = {
    notes: new Map([...notes].filter(([, note]) => !isLeftOut(note))),
    topics: topics.filter((note) => !isLeftOut(note)),
  };
  // What the letter does not say it spells in no way.
  const isSaid = ({ finding, text }: Spelling): boolean =>
    !dropped.some((each) => each.field === finding.field && each.text === text);
  return {
    ...kept,
    findings: [...spellings.filter(isSaid).map(({ finding }) => finding), ...findings],
    dropped,
  };
}

/** Findings that tell of a note typed in a hurry, rather than of one that says too much or too little. */
const inAHurry = new Set([
  'spelling',
  'jotted_note',
  'form_of_address',
  'note_language',
  'coarse_word',
]);

function fieldOf(finding: Finding): NoteField {
  // Findings of this file always name the note that they are about.
  return (finding.field ?? 'topics') as NoteField;
}
