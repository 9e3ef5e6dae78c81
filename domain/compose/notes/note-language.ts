import type { Language } from '../language/language.ts';
import type { NoteField } from '../note.ts';
import { detectLanguage } from './detect-language.ts';

/** The language of a note that is surely not the letter's; undefined where it is, or cannot be told. */
export function otherLanguage(
  text: string,
  field: NoteField,
  language: Language,
): string | undefined {
  // Names and titles say nothing about the language of the note.
  if (field === 'path' || isNames(text) || speaks(text, language)) return undefined;
  const detected = detectLanguage(text);
  if (detected === undefined || detected === language.code) return undefined;
  return evidence[detected]?.test(` ${text.toLowerCase()} `) === false ? undefined : detected;
}

/** Whether something in the note says that it is in the letter's language. */
export function isOfLetter(text: string, { code }: Language): boolean {
  return ownWords[code].test(` ${text.toLowerCase()} `) || detectLanguage(text) === code;
}

/** A short note is held against only when its own small words are of the other language. */
export function isForeign(
  field: NoteField,
  language: Language,
  text: string,
  found: string,
): boolean {
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

export function isNames(text: string): boolean {
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
