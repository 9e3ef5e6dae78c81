import type { Chapter } from './journey.ts';

/** By what operators find workflows in Temporal: ids and the chapter, never a name or an address. All are keywords. */
export const searchAttributeNames = ['RapportUser', 'RapportChapter', 'RapportMailbox'] as const;

export type SearchAttribute = {
  readonly key: {
    readonly name: (typeof searchAttributeNames)[number];
    readonly type: 'KEYWORD';
  };
  readonly value: string;
};

export const chapterKey = { name: 'RapportChapter', type: 'KEYWORD' } as const;

/** Of a workflow that belongs to a contact; `chapter` is of a journey alone. */
export function searchAttributesOf(
  contact: { readonly userId: string; readonly mailboxId: string },
  chapter?: Chapter,
): SearchAttribute[] {
  return [
    { key: { name: 'RapportUser', type: 'KEYWORD' }, value: contact.userId },
    { key: { name: 'RapportMailbox', type: 'KEYWORD' }, value: contact.mailboxId },
    ...(chapter === undefined ? [] : [{ key: chapterKey, value: chapter }]),
  ];
}
