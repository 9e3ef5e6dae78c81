import type { Sending } from '../../activities/results.ts';
import type { DraftReference } from '../../domain/journey.ts';
import { sendMail } from '../activities.ts';
import { interrupted, somethingNew, type Desk } from './inbox.ts';
import { growingPatience, isLongStory } from './backoff.ts';

/** How the way of one draft ended. */
export type Passage =
  | { readonly kind: 'sent'; readonly at: number }
  | { readonly kind: 'skipped' }
  /** They wrote, are away, or the user wrote by hand: the story has to look again. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'bounced' }
  /** It still waits, and this run has had its share of waiting: the next one goes on with the same draft. */
  | { readonly kind: 'long_story' };

/** So often news that overtook a mail is waited for; then it was lost, and the story looks again without it. */
const overtakenTries = 3;

/**
 * Takes one draft through the person's approval and the send step. Nothing here can make a mail go
 * out: `sendMail` asks PostgreSQL for the approval each time.
 */
export async function sendOnceApproved(
  desk: Desk,
  { contactId, draft }: { readonly contactId: string; readonly draft: DraftReference },
): Promise<Passage> {
  let notBefore = 0;
  let overtaken = 0;
  let patience = growingPatience();
  for (;;) {
    const verdict = verdictOn(desk, draft);
    if (verdict === 'skipped') return { kind: 'skipped' };
    if (desk.overtaken || interrupted(desk)) return { kind: 'overtaken' };
    if (isLongStory()) return { kind: 'long_story' };

    const mayGo = verdict === 'approved' && !desk.state.paused;
    const due = mayGo ? Math.max(notBefore, desk.state.snoozedUntil ?? 0) : Infinity;
    const { version } = desk;
    if (Date.now() < due) {
      await somethingNew(desk, due);
    } else {
      const sending = await sendMail({ contactId, draftId: draft.draftId });
      if (sending.kind === 'sent') return sending;
      if (sending.kind === 'skipped') return sending;
      if (sending.kind === 'refused' && sending.deadAddress) return { kind: 'bounced' };
      if (sending.kind === 'overtaken' && ++overtaken > overtakenTries) return sending;
      notBefore = nextTry(sending, patience);
    }
    // Whatever came may be what the mail was waiting for.
    if (desk.version !== version) {
      notBefore = 0;
      patience = growingPatience();
    }
  }
}

function verdictOn(desk: Desk, draft: DraftReference): 'approved' | 'skipped' | 'none' {
  // After a restart the verdict is known to PostgreSQL alone; the first `sendMail` asks it.
  if (desk.verdict?.draftId !== draft.draftId)
    return desk.resumedDraft === draft.draftId ? 'approved' : 'none';
  switch (desk.verdict.verdict) {
    case 'approved':
    case 'settled':
      return 'approved';
    case 'skipped':
      return 'skipped';
    case 'edited':
    case 'taken_back':
      return 'none';
  }
}

/** Epoch milliseconds; Infinity where only a person's word can change anything. */
function nextTry(
  sending: Exclude<Sending, { readonly kind: 'sent' | 'skipped' }>,
  patience: ReturnType<typeof growingPatience>,
): number {
  switch (sending.kind) {
    case 'scheduled':
      return sending.at;
    case 'held':
      return patience.until(sending.retryAt);
    // The news that overtook it is on its way; should it get lost, look again.
    case 'overtaken':
      return Date.now() + 60_000;
    case 'not_approved':
    case 'refused':
    case 'unclear':
      return Infinity;
  }
}
