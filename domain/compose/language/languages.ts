import { german } from './de/german.ts';
import { english } from './en/english.ts';
import { spanish } from './es/spanish.ts';
import { french } from './fr/french.ts';
import type { Language } from './language.ts';

export type Formality = 'formal' | 'informal';

/** The language that letters are written in for a BCP 47 tag; undefined where there are no sentences of ours. */
export function languageFor(tag: string, formality: Formality): Language | undefined {
  const base = tag.split('-')[0]?.toLowerCase();
  if (base === 'en') return english;
  if (base === 'de') return german(formality === 'informal');
  if (base === 'fr') return french(formality === 'informal');
  if (base === 'es') return spanish(formality === 'informal');
  return undefined;
}
