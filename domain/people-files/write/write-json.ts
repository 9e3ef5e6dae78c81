import type { ExportedPerson } from './exported-person.ts';

/** Says what the document is, to whoever finds it, and to an import (../own-export.ts). */
export const mark = 'rapport-people';

export function documentOf(people: readonly ExportedPerson[]): object {
  return { format: mark, version: 1, people };
}
