import { isLoud, withSites, withWords, type Respelt } from '../spelling.ts';
import type { NoteField } from '../../note.ts';
import { formOf } from './forms.ts';
import { upperFirst } from '../../notes/normalise.ts';

/**
 * A note typed in small letters with the capital of "Sie" and, where it is certain, of a noun. Which other words
 * are nouns takes a person: then the way out is asked for.
 */
export function respell(note: string, field: NoteField, du: boolean): Respelt {
  return typed(
    note
      .replace(/(?<= )u\.(?= )/gu, 'und')
      .replace(/(?<= )o\.(?= )/gu, 'oder')
      .replace(/(?<= )z\. ?B\.(?= )/gu, 'zum Beispiel'),
    field,
    du,
  );
}

function typed(note: string, field: NoteField, du: boolean): Respelt {
  // "-" is a gap, and no word in small letters.
  if (!/\p{L}/u.test(note)) return { text: note };
  if (field === 'role' && /^GF$/.test(note.trim())) return { text: 'Geschäftsführung' };
  if (field === 'role' && cutShort.test(note)) return { ask: 'it is cut short; write it out' };
  if (isLoud(note) && /\s/.test(note.trim()))
    return { ask: 'it is in capitals; write it with small and capital letters' };
  if (/\p{Lu}/u.test(note)) return { text: addressed(withSites(note), du) };
  if (field === 'role') return { text: asRole(note) };
  const text = withSites(du ? note : withWords(note, polite));
  if (field === 'foundThrough' && /^\S+$/.test(note.trim())) return { text: note };
  if (field === 'topics' && /^\p{Ll}{4,}\s*$/u.test(note)) return { text: upperFirst(note) };
  return /noun|title/.test(formOf(text, field)) || hasSmallNoun(text)
    ? { ask: 'it is in small letters; nouns need their capital' }
    : { text };
}

/** "Entwicklungsing.", "Abt.leit.": only the whole word says who it is. */
const cutShort = /\p{Ll}(?:ing|techn|leit|mitarb|assist|koord|ref|verw)\.\s*$/u;

/** "ihr Humor" and "seine Skizzen" are the reader's. */
function addressed(note: string, du: boolean): string {
  return note.replace(/^(?:ihr|sein)(e?) (?=(?:\p{Ll}+ )?\p{Lu})/u, `${du ? 'dein' : 'Ihr'}$1 `);
}

const polite: Readonly<Record<string, string>> = {
  sie: 'Sie',
  ihnen: 'Ihnen',
  ihr: 'Ihr',
  ihre: 'Ihre',
  ihren: 'Ihren',
  ihrem: 'Ihrem',
  ihrer: 'Ihrer',
};

/** "freier planer" is "freier Planer", "leiterin der bauabteilung" "Leiterin der Bauabteilung". */
function asRole(role: string): string {
  const words = role.split(' ');
  return words
    .map((word, index) =>
      /^(?:der|die|das|des|dem|den|für|und|in|im|am|an|bei|beim|von|vom|zur|zum|mit|auf)$/.test(
        word,
      ) ||
      (index < words.length - 1 && /(?:e|er|es|ige[rn]?)$/.test(word) && !isAgent(word))
        ? word
        : upperFirst(word),
    )
    .join(' ');
}

/** "planer", "leiter": a person, no adjective. */
function isAgent(word: string): boolean {
  return /(?:leiter|planer|berater|lehrer|forscher|entwickler|redakteur|manager|techniker|führer|macher|sprecher|gründer|geber|nehmer|träger|trainer|designer|arbeiter|gestalter|mitarbeiter)$/.test(
    word,
  );
}

/** Words after which a noun, or an adjective and a noun, must come; none is there when all letters are small. */
function hasSmallNoun(text: string): boolean {
  return before.test(text) || endings.test(text);
}

const before =
  /(?<!\p{L})(?:die(?! sie )|ihre[nmrs]?|Ihr|Ihre[nmrs]?|dein|deine[nmrs]?|ein|eine[nmrs]?|der|den|dem|des|über|bei|beim|im|vom|zum|zur|ohne|für|durch|gegen|viel|viele|mehr|kein|keine[nmrs]?|welche[rsmn]?(?! (?:man|ist|sind|war|waren|hat|haben|kann|können|soll|sollen|muss|müssen|wird|werden|du|ich|wir)(?!\p{L}))) \p{Ll}{3,}/u;
const endings =
  /\p{L}{3,}(?:ung|ungen|heit|keit|schaft|ion|ionen|tät|ismus|arbeit|artikel|vortrag|podcast)(?!\p{L})/u;
