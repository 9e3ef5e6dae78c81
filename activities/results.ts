import type { DraftReference } from '../domain/journey.ts';

// What activities tell the story: ids and moments, never a mail's text.

export type Drafted =
  | { readonly kind: 'drafted'; readonly draft: DraftReference }
  /** The mailbox could not be read up to now, so nobody knows whether they have answered. */
  | { readonly kind: 'held'; readonly retryAt: number };

export type Sending =
  /** `at` is when the server accepted it. All times are epoch milliseconds. */
  | { readonly kind: 'sent'; readonly at: number }
  /** Reserved for later. */
  | { readonly kind: 'scheduled'; readonly at: number }
  /** It may not, or could not, go now; try again at `retryAt`. */
  | { readonly kind: 'held'; readonly retryAt: number }
  /** No approval covers it: wait for the person. */
  | { readonly kind: 'not_approved' }
  /** Something came from them, or from the user's own hand, since it was approved. */
  | { readonly kind: 'overtaken' }
  /** A person skipped it, and the story has not heard of that. */
  | { readonly kind: 'skipped' }
  /** The server refused it for good; `deadAddress` when the address does not exist. */
  | { readonly kind: 'refused'; readonly deadAddress: boolean }
  /** Only the person can say whether it went out. */
  | { readonly kind: 'unclear' };

/** What has become of a draft that the story moved on from. */
export type Withdrawal =
  | { readonly kind: 'withdrawn' }
  /** It had left already: the story has to count it. */
  | { readonly kind: 'sent'; readonly at: number }
  /** An attempt holds it, or died with it in hand; the ledger is not settled yet. */
  | { readonly kind: 'undecided' };
