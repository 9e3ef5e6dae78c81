/** A name for a greeting: no emoji, no credentials behind a comma, "Last, First" the other way round; null when nothing is left. */
export function cleanName(text: string): string | null {
  const plain = tidy(text);
  const [first = '', ...rest] = plain.split(/[,，]/).map((part) => part.trim());
  if (rest.length === 0) return nameOrNull(withoutBrackets(plain));
  const parts = rest.filter((part) => part !== '' && !isCredential(part));
  if (parts.length === 0) return nameOrNull(first);
  if (parts.length === 1 && rest.length <= 2 && wordsOf(first) <= 4 && wordsOf(parts[0]!) <= 3)
    return isFirm(parts[0]!) ? nameOrNull(plain) : nameOrNull(`${parts[0]} ${first}`);
  return nameOrNull(plain);
}

/** Parts of a name in the order in which people read it; family names come first in Chinese, Japanese and Korean. */
export function joinName(given: readonly string[], family: string): string | null {
  const [first = '', ...others] = given;
  // "Ruiz," and "Carla": an address book cut "Ruiz, Carla" at the space.
  const cut = /^(.+)[,，]\s*$/s.exec(first.slice(0, 200))?.[1];
  if (cut !== undefined && family.trim() !== '') return joinName([...others, family], cut);
  const before = given.map(withoutCredentials).filter(Boolean);
  const after = withoutCredentials(family);
  const eastern = [...before, after].every((part) =>
    /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}ー]*$/u.test(part),
  );
  if (eastern && after !== '') return nameOrNull(`${after}${before.join('')}`);
  return nameOrNull([...before, after].join(' '));
}

function withoutCredentials(text: string): string {
  const [first = '', ...rest] = tidy(text)
    .split(',')
    .map((part) => part.trim());
  return rest.every((part) => part === '' || isCredential(part)) ? first : tidy(text);
}

function tidy(text: string): string {
  return text
    .replace(
      /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Cf}\ufe0f]/gu,
      '',
    )
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

function withoutBrackets(name: string): string {
  const less = name.replace(/\s*\((?:she|he|they|her|him|them|sie|er)[^()]{0,30}\)/i, '');
  return less.trim() || name;
}

const credentials =
  /^(?:jr|sr|i{2,3}|iv|ph\.?\s?d|dr|m\.?d|mba|m\.?sc|b\.?sc|m\.?a|b\.?a|m\.?eng|b\.?eng|ll\.?m|j\.?d|esq|pmp|cpa|cfa|csm|cissp|rn|pe|shrm-?s?cp|phr|sphr|dds|mph|msw|lcsw|aicp|aia|leed|mag|dipl\.?-?ing|he\/him|she\/her|they\/them)\.?$/i;

function isCredential(text: string): boolean {
  return (
    credentials.test(text) || /^[A-Z][A-Z0-9®-]{1,7}(?:\s[A-Z][A-Z0-9®-]{0,7}){0,2}$/.test(text)
  );
}

function isFirm(text: string): boolean {
  return /^(?:inc|ltd|llc|llp|gmbh|ag|kg|s\.?a|s\.?r\.?l|plc|corp|co|bv|b\.v|oy|ab)\.?$/i.test(
    text,
  );
}

function wordsOf(text: string): number {
  return text.split(' ').length;
}

function nameOrNull(text: string): string | null {
  const name = text.trim();
  // Address books put the address where they have no name.
  if (/^\S{1,200}@\S{1,200}$/.test(name)) return null;
  return /[\p{L}\p{N}]/u.test(name) ? name.slice(0, 200) : null;
}
