import { isParticle, particles, suffixes, titles, upper } from './name-words.ts';

/** A name as people write it: "priya raman" and "SMITH, John" get their usual capitals. */
export function withCapitals(name: string): string {
  const words = surnameLast(name.split(' '));
  return words
    .map((word, at) => {
      // "Ana Souza, FRCR": letters after the name.
      if (/\p{Ll},$/u.test(words[at - 1] ?? '') && /^\p{Lu}{2,6}$/u.test(word)) return word;
      if (/^(?:DR|PROF|MR|MRS|MS|LIC|ING|MAG)\.?$/.test(word))
        return `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`;
      if (/^(?:prof|dr)\.?$/.test(word)) return word.slice(0, 1).toUpperCase() + word.slice(1);
      // "marcus t.", "ana osei-tutu"
      if (/^\p{Ll}\.$/u.test(word) && at > 0) return word.toUpperCase();
      if (/^\p{Ll}{2,}(?:-\p{Ll}{2,})+$/u.test(word))
        return word.replace(/(?<!\p{L})\p{Ll}/gu, (first) => first.toUpperCase());
      // "ANA PAZ DE LEÓN": these are small in any name; "Yann LE GOFF" has his own way.
      if (
        at > 0 &&
        at < words.length - 1 &&
        /^(?:DEL?|DER|DEN|VON|VAN|DOS?|DAS?|TER|TEN|ZU|Y)$/.test(word)
      )
        return word.toLowerCase();
      if (/^\p{Lu}{2,3}$/u.test(word) && at > 0 && particles.has(word.toLowerCase()))
        return /^\p{Lu}{2}/u.test(words[at + 1] ?? '') ? upper(word) : word;
      if (at > 0 && isParticle(words, at)) return word;
      // "o'shea"
      if (/^[odn]['’]\p{Ll}{2,},?$/u.test(word))
        return word.slice(0, 2).toUpperCase() + upper(word.slice(2));
      if (/^\p{Ll}+$/u.test(word) && (at === 0 || !particles.has(word)) && !titles.has(word))
        return word.slice(0, 1).toUpperCase() + word.slice(1);
      if (
        /^(?:[ODN]')?\p{Lu}{3,}[,-]?/u.test(word) &&
        /^[\p{Lu}',-]+$/u.test(word) &&
        !suffixes.has(word.toLowerCase())
      )
        return (
          word
            .split('-')
            .map((part) => part.slice(0, 1) + part.slice(1).toLowerCase())
            .join('-')
            // "O'DOWD", "D'ANGELO"
            .replace(
              /^([ODN]')(\p{Ll})/u,
              (_whole, start: string, next: string) => start + next.toUpperCase(),
            )
        );
      return word;
    })
    .join(' ');
}

/** "ROUSSELOT Maëlle": a surname in capitals stands first in French and in lists. */
function surnameLast(all: readonly string[]): readonly string[] {
  const start = titles.has((all[0] ?? '').toLowerCase()) ? 1 : 0;
  const words = all.slice(start);
  const [surname = '', ...given] = words;
  const isFirst =
    /^\p{Lu}{4,}$/u.test(surname) &&
    given.length > 0 &&
    given.length < 3 &&
    given.every(
      (word) => /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*$/u.test(word) && !titles.has(word.toLowerCase()),
    );
  return isFirst ? [...all.slice(0, start), ...given, surname] : all;
}
