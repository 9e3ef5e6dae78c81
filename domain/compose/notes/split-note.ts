import type { Language } from '../language/language.ts';
import type { Note } from '../note.ts';
import { normalise } from './normalise.ts';

/**
 * The sentences of a note: "how open you are. loved the post on waste" is two, and so is "the Wood Fair, I asked you
 * about glue". The first is the note proper, the others stand behind it. Quotations and abbreviations stay whole.
 */
export function splitNote(note: Note, language: Language): readonly [Note, ...Note[]] {
  const [head = note.text, ...rest] = atFullStops(note.text);
  const [first, ...more] = atNewSubject(head, note, language);
  const parts = [...more, ...rest].map((text) => normalise(text)).filter((text) => text !== '');
  if (parts.length === 0) return [note];
  return [
    asNote(normalise(first), note, language),
    ...parts.map((text) => asNote(text, note, language)),
  ];
}

function asNote(text: string, { field }: Note, language: Language): Note {
  return { field, text, form: language.formOf(text, field) };
}

function atFullStops(text: string): readonly string[] {
  const ends = [...text.matchAll(/(\p{L}{3,40}|[)\d])\. (?=\p{L})/gu)].filter(
    ({ index, 1: word = '' }) => !isShort(word) && quotes(text.slice(0, index)) % 2 === 0,
  );
  if (ends.length === 0) return [text];
  const cuts = ends.map(({ index, 0: end }) => index + end.length);
  return [0, ...cuts].map((from, at) => text.slice(from, cuts[at]));
}

/** "Prof." and "14." end no sentence. */
function isShort(word: string): boolean {
  return /^(?:\d|prof|dipl|approx|etc|dept|univ|inst|bzw|inkl|usw|ggf|evtl|vgl|hrsg|aufl|abt|msc|esp|incl|ing|mme|vol|chap|feat|str|sra|srta|fig|jan|feb|apr|aug|sept|okt|nov|dez|dec|rev|hon|capt|gen|col|nat|med|rer|phil)$/i.test(
    word,
  );
}

function quotes(text: string): number {
  return (text.match(/["“”„«»]/g) ?? []).length;
}

/** A noun phrase or a way, a comma or a dash, and a sentence with a subject of its own. */
function atNewSubject(
  text: string,
  note: Note,
  language: Language,
): readonly [string, ...string[]] {
  const { index, 0: mark } = newSubject[language.code].exec(text) ?? { index: -1, 0: '' };
  if (index <= 0 || quotes(text.slice(0, index)) % 2 === 1) return [text];
  const head = text.slice(0, index);
  const { form } = asNote(normalise(head), note, language);
  const rest = text.slice(index + mark.length);
  const stands =
    form === 'noun_phrase' ||
    form === 'bare_noun' ||
    form === 'title' ||
    form === 'preposition' ||
    // "we met in the queue, you had the green lanyard", "she built it, her team was four people"
    (form.endsWith('_person') && aside.test(rest));
  return stands || !mark.startsWith(',') ? [head, text.slice(index + mark.length)] : [text];
}

const aside =
  /^(?:you|he|she|they) (?:had|were|was|wore|said|told)\b|^(?:her|his|their|your) \p{Ll}+ (?:was|were|is|are|had)\b/iu;

const newSubject: Readonly<Record<Language['code'], RegExp>> = {
  en: /(?:,| [-–—]) (?=(?:her|his|their|your) \p{Ll}+ (?:was|were|is|are|had)\b|(?:I|we|he|she|you|they)(?:'(?:ve|d|re|s|m))? \p{Ll}|(?:loved|liked|saw|met|heard|read|enjoyed) (?:your?|the|how)\b)/iu,
  de: /(?:,| [-–—]) (?=(?:ich|wir) (?:habe|haben|war|waren|bin|sind|fand)\b|Sie (?:haben|sind|waren|hatten)\b|du (?:hast|bist|warst|hattest)\b)/u,
  fr: /(?:,| [-–—]) (?=(?:j'ai|j'étais|nous avons|vous avez|vous étiez|tu as|tu étais) )/u,
  es: /(?:,| [-–—]) (?=(?:le|te) (?:vi|oí|escuché|pregunté|conocí) )/u,
};
