import { oneLine } from '../template.ts';
import { asSpoken } from './as-spoken.ts';
import {
  behindTitle,
  isParticle,
  joining,
  letters,
  nobility,
  offices,
  particles,
  suffixes,
  titles,
} from './name-words.ts';

/** A person's name taken apart as far as a greeting needs it. */
export type NameParts = {
  /** As written before the name: "Dr.", "Prof. Dr.", "Ms"; undefined when there is none. */
  readonly title: string | undefined;
  /** The whole name without title and suffixes, in speaking order. */
  readonly plain: string;
  /** Undefined when only one name, or only an initial, is known. */
  readonly first: string | undefined;
  readonly last: string;
};

/** "Prof. Dr. Ana de Souza, PhD" is title "Prof. Dr.", first "Ana", last "de Souza". */
export function nameParts(name: string): NameParts {
  const words = asSpoken(titleFirst(oneLine(name)).replace(/ h\. c\.(?= )/g, ' h.c.')).split(' ');
  const titleEnd = words.findIndex(
    (word, at) =>
      !isTitle(word, words[at - 1]) &&
      // "Justice Okafor" may be somebody's first name.
      !(
        words.length > 2 &&
        (at === 0 ? offices : behindTitle).has(word.toLowerCase()) &&
        (at === 0 || isTitle(words[at - 1] ?? '', words[at - 2]))
      ),
  );
  const title = titleEnd > 0 ? words.slice(0, titleEnd).join(' ') : undefined;
  const whole = withoutSuffixes(words.slice(Math.max(0, titleEnd)));
  // "Gaëtan L.": nobody is addressed by a letter.
  const names =
    whole.length > 1 && /^\p{Lu}\.$/u.test(whole.at(-1) ?? '') ? whole.slice(0, -1) : whole;
  const plain = names.join(' ');
  // "von Lohberg" and "Gräfin von Lohberg" behind a title: no first name is known.
  const isSurname =
    title !== undefined &&
    (particles.has(names[0] ?? '') ||
      (nobility.has(names[0] ?? '') && particles.has(names[1] ?? '')));
  const start = surnameStart(names);
  const last = isSurname
    ? plain
    : names.slice(start > 0 && start < names.length - 1 ? start : -1).join(' ');
  const first = isSurname ? '' : (names[0] ?? '');
  return {
    title,
    plain,
    first: names.length > 1 && first !== '' && !isInitial(first) ? first : undefined,
    last: last === '' ? plain : last,
  };
}

/** Where the surname begins that a particle leads, or -1. */
function surnameStart(names: readonly string[]): number {
  const at = names.findIndex(
    (word, index) => index > 0 && (isParticle(names, index) || nobility.has(word)),
  );
  return at > 1 && joining.has(names[at] ?? '') ? at - 1 : at;
}

/** "Bruce McKinnon (Mr)" is "Mr Bruce McKinnon". */
function titleFirst(given: string): string {
  const name = given.trim().replace(/^the (?=\S+ \S+ \S)/i, '');
  const [, plain, title] = /^([^()]{2,120}) \(([\p{L}.]{2,6})\)$/u.exec(name) ?? [];
  return plain !== undefined && title !== undefined && titles.has(title.toLowerCase())
    ? `${title} ${plain}`
    : name;
}

/** "Dipl.-Psych." and "B.A." by their form, "rer nat." behind "Dr" alone. */
function isTitle(word: string, before: string | undefined): boolean {
  return (
    titles.has(word.toLowerCase()) ||
    // In small letters it is Italian, and no Diplomingenieur.
    word === 'DI' ||
    /^dipl\.?-\p{L}+\.?$/iu.test(word) ||
    (word.includes('.') && letters.test(word)) ||
    (/^(?:dr|rer|prof)\.?$/i.test(before ?? '') &&
      /^(?:rer|nat|oec|pol|techn|theol|med|habil)\.?$/i.test(word))
  );
}

function withoutSuffixes(names: readonly string[]): readonly string[] {
  let end = names.length;
  while (end > 1 && suffixes.has((names[end - 1] ?? '').toLowerCase())) end--;
  return names.slice(0, end);
}

function isInitial(word: string): boolean {
  return /^\p{L}\.?$/u.test(word) || /^(\p{L}\.){2,}$/u.test(word);
}
