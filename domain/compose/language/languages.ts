import { german } from './de/german.ts';
import { english } from './en/english.ts';
import type { Language } from './language.ts';

export type Formality = 'formal' | 'informal';

/** The language that letters are written in for a BCP 47 tag; undefined where there are no sentences of ours. */
export function languageFor(tag: string, formality: Formality): Language | undefined {
  const base = tag.split('-')[0]?.toLowerCase();
  if (base === 'en') return english;
  if (base === 'de') return german(formality === 'informal');
  return undefined;
}
