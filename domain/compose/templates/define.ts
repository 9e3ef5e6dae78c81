import type { Purpose } from '../../purpose.ts';
import type { Template } from '../template.ts';

/** A built-in template: its id is the purpose and the language. */
export function builtIn(
  purpose: Purpose,
  language: string,
  words: Pick<Template, 'version' | 'subject' | 'text'>,
): Template {
  return { id: `${purpose}-${language}`, purpose, language, ...words };
}
