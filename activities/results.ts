import type { OpenDraft, SettledDraft } from '../domain/journey.ts';

// What activities tell the story: ids and moments, never a mail's text.

export type Drafted =
  /** `settled`: it had come to its end before this was asked. */
  | {
      readonly kind: 'drafted';
      readonly draft: OpenDraft;
      readonly settled: SettledDraft | undefined;
    }
  /** Nothing can be drafted now: the mailbox cannot be read, so nobody knows whether they have answered; or they have. */
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
