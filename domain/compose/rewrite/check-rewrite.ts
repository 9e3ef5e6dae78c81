import { countWords } from '../../text/count-words.ts';
import { fold } from '../../text/fold.ts';
import { detectLanguage } from '../notes/detect-language.ts';
import { letterWords } from './letter-words.ts';

export type RewriteCheck = {
  /** Why it may not be taken, each a whole sentence; empty when it may. */
  readonly refused: readonly string[];
  /** Words of content that stand neither in the draft nor in the notes, as written: a person looks at them. */
  readonly newWords: readonly string[];
};

const mostNewWords = 8;
const mostQuestions = 3;

/**
 * Whether a rewritten letter says what its draft and notes say, and no more. Names, numbers, links, addresses and
 * claims need their source; other new words are only named, because warmth and relations carry no name.
 * `sources`: the draft before, the notes, the sentence about the user. `keep`: words that must survive. Linear time.
 */
export function checkRewrite(input: {
  readonly before: string;
  readonly after: string;
  readonly sources: readonly string[];
  readonly keep: readonly string[];
  readonly language: 'en' | 'de' | 'fr' | 'es';
}): RewriteCheck {
  const { before, after, language } = input;
  const known = fold([before, ...input.sources].join('\n'));
  const source = sourceOf(known);
  const fresh = wordsOf(after).filter(({ folded }) => !isKnown(folded, source, language));
  const names = fresh.filter(isName);
  const content = distinct(fresh.filter(({ folded }) => folded.length > 3).map(({ word }) => word));
  const claims = newClaims.filter(({ pattern }) => {
    const said = pattern.exec(fold(after))?.[0];
    return said !== undefined && !pattern.test(known);
  });
  const long = countWords(after) > Math.max(60, Math.ceil(countWords(before) * 1.3));
  const other = detectLanguage(after);
  return {
    newWords: content,
    refused: [
      ...sentence('It names what stands in no note', distinct(names.map(({ word }) => word))),
      ...sentence('It has numbers that stand in no note', newNumbers(after, known, language)),
      ...sentence('It has an address that stands in no note', newAddresses(after, known)),
      ...claims.map(({ why }) => why),
      ...sentence(
        'It lost',
        input.keep.filter((word) => !fold(after).includes(fold(word))),
      ),
      ...(content.length > mostNewWords
        ? [`It has ${String(content.length)} words that stand in no note.`]
        : []),
      ...(long ? ['It is much longer than your draft.'] : []),
      ...(after.split('?').length - 1 > Math.max(mostQuestions, before.split('?').length - 1)
        ? ['It asks more questions than a mail should.']
        : []),
      ...(other !== undefined && other !== language ? ['It is in another language.'] : []),
    ],
  };
}

type Word = { readonly word: string; readonly folded: string; readonly starts: boolean };

function wordsOf(text: string): readonly Word[] {
  return text.split(/(?<=[.!?:])\s+|\n+/).flatMap((said) =>
    [...said.matchAll(/[\p{L}][\p{L}'’-]*/gu)].map(([word], index) => ({
      word,
      folded: fold(word).replace(/'s$/, ''),
      starts: index === 0,
    })),
  );
}

/** A capital inside a sentence. Every German noun has one: there a noun without a source counts as a name. */
function isName({ word, starts }: Word): boolean {
  return !starts && /^\p{Lu}/u.test(word) && !/^I(?:['’]|$)/.test(word);
}

type Source = { readonly words: ReadonlySet<string>; readonly stems: ReadonlySet<string> };

function sourceOf(folded: string): Source {
  const words = new Set(folded.split(/[^\p{L}\p{N}'-]+/u).map((word) => word.replace(/'s$/, '')));
  return { words, stems: new Set([...words].map(stem)) };
}

function isKnown(
  word: string,
  { words, stems }: Source,
  language: keyof typeof letterWords,
): boolean {
  const usual = letterWords[language];
  return words.has(word) || usual.has(word) || stems.has(stem(word)) || usual.has(stem(word));
}

/** One ending less: "publishing", "publishes" and "published" are one word. */
function stem(word: string): string {
  return word.length < 6
    ? word
    : word.replace(/(?:ies|ings?|edly|ed|es|ly|en|er|em|st|te|s|e|n|t)$/, '');
}

function newNumbers(text: string, known: string, language: string): readonly string[] {
  const digits = [...text.matchAll(/\d[\d.,]*/g)].map(([number]) => number.replace(/[.,]$/, ''));
  const spelt = [...fold(text).matchAll(/[a-z-]+/g)]
    .map(([word]) => word)
    .filter((word) => numbers[language]?.has(word) === true);
  const had = new Set([
    ...[...known.matchAll(/\d[\d.,]*/g)].map(([number]) => number.replace(/[.,]$/, '')),
    ...known.split(/[^\p{L}-]+/u),
  ]);
  return distinct([...digits, ...spelt].filter((number) => !had.has(number)));
}

const numbers: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'three five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred hundreds thousand thousands dozen dozens decade decades'.split(
      ' ',
    ),
  ),
  de: new Set(
    'drei funf sechs sieben acht neun zehn elf zwolf funfzehn zwanzig dreissig vierzig funfzig hundert hunderte tausend tausende dutzend jahrzehnt jahrzehnte'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'trois cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante cent cents mille dizaine dizaines douzaine decennie'.split(
      ' ',
    ),
  ),
  es: new Set(
    'tres cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta cien cientos mil miles docena decada decadas'.split(
      ' ',
    ),
  ),
};

function newAddresses(text: string, known: string): readonly string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"]+|www\.[^\s<>"]+|[\w.+-]{1,64}@[\w.-]{1,255}/gi)]
    .map(([address]) => address.replace(/[.,;)]{1,10}$/, ''))
    .filter((address) => !known.includes(fold(address)));
}

/** What a letter must never claim unless the draft or the notes do; matched against folded text. */
const newClaims: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  {
    pattern:
      /\b(?:attached|enclosed|attachment|anbei|im anhang|beigefugt|ci-joint|en piece jointe|adjunto|adjunta)\b/,
    why: 'It speaks of an attachment that there is not.',
  },
  {
    pattern:
      /\b(?:as (?:we )?discussed|when we (?:met|spoke|talked)|last time we|nice meeting you|wie besprochen|als wir uns|unser gesprach|comme convenu|lors de notre|como hablamos|cuando nos)\b/,
    why: 'It speaks of a meeting that no note tells of.',
  },
  {
    pattern:
      /\b(?:my (?:cv|resume|application)|mein(?:en)? lebenslauf|meine bewerbung|mon cv|ma candidature|mi curriculum|mi cv|mi candidatura)\b/,
    why: 'It speaks of an application.',
  },
];

function sentence(start: string, items: readonly string[]): readonly string[] {
  return items.length === 0
    ? []
    : [
        `${start}: ${items
          .slice(0, 8)
          .map((item) => `"${item.slice(0, 60)}"`)
          .join(', ')}.`,
      ];
}

function distinct(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}
