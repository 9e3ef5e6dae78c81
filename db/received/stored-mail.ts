import type { Verdict } from '../../domain/classify/verdict.ts';
import type { JourneyEffect } from '../../domain/journey-effects.ts';
import type { ThreadRule } from '../../domain/match-thread.ts';
import type { FolderPosition } from '../folders.ts';

/** A mail with a contact, as the watcher or the gate found it. */
export type StoredMail = {
  readonly contactId: string;
  /** The folder's cursor after this mail. */
  readonly position: FolderPosition;
  readonly dedupeKey: string;
  readonly messageId: string;
  readonly inReplyTo: string | undefined;
  readonly references: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
  readonly gmailThreadId: string | undefined;
};

export type Received = StoredMail & {
  readonly verdict: Verdict;
  readonly rule: ThreadRule;
  /** What it does by itself (domain/journey-effects.ts). */
  readonly effect: JourneyEffect;
  /** Of an auto-reply: the first moment back, capped by the policy. */
  readonly until: Date | undefined;
};

/** The contact of a stored mail, with all the addresses that are known to be theirs. */
export type ContactRef = {
  readonly id: string;
  readonly userId: string;
  readonly email: string;
  readonly addresses: readonly { readonly email: string }[];
};

export function addressesOf(contact: ContactRef): readonly string[] {
  return [contact.email, ...contact.addresses.map(({ email }) => email)];
}
