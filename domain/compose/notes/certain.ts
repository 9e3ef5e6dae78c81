import type { Language } from '../language/language.ts';
import type { Note } from '../note.ts';
import { roleOf } from './role-of.ts';

/**
 * Whether a note certainly reads well in a sentence: what is asked of it where the notes beside it were typed in a
 * hurry. A whole clause, a phrase with its article, a question with its verb; no signs and no cut words.
 */
export function isCertain(note: Note, language: Language): boolean {
  const { text, form, field } = note;
  const words = text.split(' ').length;
  if (field === 'role') {
    const role = roleOf(text)?.replace(/ \([^()]{0,80}\)/gu, '');
    return role !== undefined && !signs.test(role) && role.split(' ').length <= 5;
  }
  if (field === 'path') return text.split(/ ?(?:->|→|=>|>) ?/u).every(isStep);
  if (signs.test(text.replace(/["“„«][^"“”„«»]{1,200}["“”»]/gu, ' '))) return false;
  switch (form) {
    case 'clause':
      return words > 2 && words <= 25 && !isAboutThem(text, language);
    case 'question':
      return words > 1 && opensQuestion.test(text) && !isAboutThem(text, language);
    case 'noun_phrase':
      return words <= 20;
    case 'title':
      return field === 'wrote' && words <= 12;
    case 'first_person':
    case 'second_person':
      return language.code === 'en' ? words <= 50 : words <= 30 && !text.includes(', ');
    case 'third_person':
    case 'verb':
    case 'gerund':
    case 'wish':
      return language.code === 'en' && words <= 12 && !text.includes(',');
    case 'preposition':
      return field !== 'topics' && words <= 12 && !text.includes(',');
    case 'bare_noun':
      return bare[language.code].test(text) || choice.test(text);
    case 'sentence':
    case 'gap':
    case 'link':
    case 'marks':
    case 'vague':
      return false;
  }
}

/** Marks that stand for words, cut words ("mgr.", "c/", "u."), and brackets that are left. */
const signs =
  /[/+=→>|_~#@*<…()[\]!]| [&x] |(?<!\p{L})(?!(?:Dr|Prof|Mr|Mrs|Ms|St|Mme|Sr|Sra|Dra|Fr)\.)\p{L}{1,5}\.(?= |$|,)|\d:\d|: |;/u;

function isStep(step: string): boolean {
  return step.split(' ').length <= 4 && !signs.test(step);
}

/** "si elle regrette", "wie kam sie dazu": said to somebody else. English is turned to the reader. */
function isAboutThem(text: string, language: Language): boolean {
  return language.code === 'en' ? language.toYou(text) === undefined : them.test(text);
}

const them = /(?<!\p{L})(?:[Ee]r|sie|ihm|ihn|elle|él|ella)(?!\p{L})/u;

const opensQuestion =
  /^[¿"]?(?:how|what|why|when|where|which|who|is|are|was|were|do|does|did|can|could|should|would|have|has|w(?:ie|as|arum|ann|o|er|em|elche[rsmn]?|oher|omit)|haben|hatten|ist|sind|gibt|kann|muss|würden|comment|pourquoi|quand|où|que|quel(?:le)?s?|est-ce|avez-vous|faut-il|y a-t-il|c[óo]mo|qu[ée]|por qu[ée]|cu[áa]ndo|d[óo]nde|cu[áa]nt[oa]s?|cu[áa]l(?:es)?|hay|hace|es|se)(?!\p{L})/iu;

/** "rye or wheat": two things to choose between. */
const choice = /^\p{L}+ (?:or|oder|ou|o) \p{L}+$/u;

/** Nouns that are known by their shape, and by nothing before them. */
const bare: Readonly<Record<Language['code'], RegExp>> = {
  en: /^(?!(?:on|in|at|to|for|not|no|so|very|maybe|also|more|less|still|yet|first|other) )(?:\p{Ll}[\p{Ll}-]{2,} ){0,2}\p{Ll}{2,}(?:tion|tions|ment|ments|ness|ity|ities|ance|ence|ship|ships|ism|ing|fatigue|culture|policy|safety|balance|change|[^su]s)$/u,
  de: /^\p{Lu}\p{Ll}{3,}$/u,
  fr: /^(?!)/u,
  es: /^(?!)/u,
};
