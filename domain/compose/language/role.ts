import type { Person } from './language.ts';

/** How a letter says a role, or how to write it so that it can; `left`: the part in another language that it leaves out. */
export type SaidRole = { readonly text: string; readonly left?: string } | { readonly ask: string };

/** What French and Spanish know of the roles of their people. */
export type RoleWords = {
  /** "Marketing", "Calidad": behind a preposition what else has a capital is a name. */
  readonly field: RegExp;
  readonly masculine: RegExp;
  /** A first name, or a title, that is certainly a woman's. */
  readonly woman: RegExp;
};

/** "Productor Ejecutivo & Co-founder" as "productor ejecutivo": one language, small letters, and the gender of the name. */
export function roleIn(role: string, { name, addressAs }: Person, words: RoleWords): SaidRole {
  const parts = role.split(/ (?:&|\/|\+|y|et|and) /u);
  const own = parts.filter((part) => !english.test(part));
  const left = own.length === 0 ? [] : parts.filter((part) => english.test(part));
  const said = left.length === 0 ? role : own.join(' / ');
  if (words.masculine.test(said) && words.woman.test(addressAs ?? firstNames(name)))
    return { ask: 'write it in the feminine, or the name or the form of address as theirs is' };
  const text = inSmallLetters(said, own.length === 0 ? /./u : words.field);
  return left.length === 0 ? { text } : { text, left: left.join(', ') };
}

/** "Roe, Ana" is "Ana Roe". */
function firstNames(name: string): string {
  return name.replace(/^([^,]+), (.+)$/u, '$2 $1');
}

const english =
  /(?<!\p{L})(?:founder|cofounder|head|manager|owner|lead|leader|officer|engineer|developer|designer|chief|senior|junior|assistant (?:to|manager)|teacher|trustee|volunteer|the|of|for)(?!\p{L})/iu;

/** A role that was typed with a capital on every word is a card's, and not a name's. */
function inSmallLetters(role: string, field: RegExp): string {
  if (!/^\p{Lu}\p{Ll}/u.test(role)) return role;
  let behind = false;
  return role
    .split(' ')
    .map((word) => {
      behind ||= /^(?:de|del|des|du|d'.+|en|para|pour|of|at|à|au|aux|,)$/u.test(word);
      const plain = /^[\p{Lu}][\p{Ll}'-]+[,;]?$/u.test(word);
      return plain && (!behind || field.test(word)) ? word.toLocaleLowerCase() : word;
    })
    .join(' ');
}
