import { activeHold, type StoredHold } from './hold.ts';

/** Why a mail does not leave now. */
export type SendRefusal =
  'not_approved' | 'not_due' | 'paused' | 'suppressed' | 'ended' | 'user_hold' | 'mailbox_stopped';

/**
 * Whether an approval covers a mail: made for this revision of these very words, not taken back, and while nothing has
 * come of the contact since.
 */
export function approvalCounts(
  approval: {
    readonly revision: number;
    readonly digest: string;
    readonly newsSeq: number;
    readonly voidedAt: Date | null;
  },
  now: {
    readonly revision: number;
    /** Of everything that the reader will see. */
    readonly digest: string;
    /** Counts what came of the contact. */
    readonly newsSeq: number;
  },
): boolean {
  return (
    approval.voidedAt === null &&
    approval.revision === now.revision &&
    approval.digest === now.digest &&
    approval.newsSeq === now.newsSeq
  );
}

/** What has been decided that keeps any mail to this contact from leaving, whatever its approval. */
export function standingRefusal(
  contact: {
    readonly stoppedAt: Date | null;
    readonly removedAt: Date | null;
    readonly pausedAt: Date | null;
    readonly snoozedUntil: Date | null;
    readonly user: StoredHold;
    readonly mailbox: { readonly sendingStoppedAt: Date | null; readonly removedAt: Date | null };
  },
  now: Date,
): Exclude<SendRefusal, 'not_approved' | 'not_due' | 'suppressed'> | undefined {
  if (contact.stoppedAt || contact.removedAt) return 'ended';
  if (contact.pausedAt || (contact.snoozedUntil && contact.snoozedUntil > now)) return 'paused';
  if (activeHold(contact.user, now)) return 'user_hold';
  if (contact.mailbox.sendingStoppedAt || contact.mailbox.removedAt) return 'mailbox_stopped';
  return undefined;
}
