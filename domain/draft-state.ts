/** Where a draft stands; `held` has findings that keep it from being approved. The names are those of `drafts --json`. */
export const draftStates = [
  'awaiting_approval',
  'held',
  'approved',
  'sent',
  'skipped',
  'withdrawn',
] as const;

export type DraftState = (typeof draftStates)[number];

/** A person decides next. */
export const undecidedStates: DraftState[] = ['awaiting_approval', 'held'];

/** Nothing has left yet, and a person, or a mail, can still stop it. */
export const unsentStates: DraftState[] = [...undecidedStates, 'approved'];

export function isUndecided({ state }: { readonly state: string }): boolean {
  return undecidedStates.some((each) => each === state);
}

export function isUnsent({ state }: { readonly state: string }): boolean {
  return unsentStates.some((each) => each === state);
}
