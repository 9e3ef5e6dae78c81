import type { OpenDraft, SettledDraft } from '../../domain/journey.ts';
import type { JourneyPurpose } from '../../domain/purpose.ts';
import { draftMail } from '../activities.ts';
import { exponentialBackoff } from './backoff.ts';
import { leaveOffIfInterrupted, nextMessage, stateToSave, type JourneyInbox } from './inbox.ts';
import { untilNotOnHold } from './wait.ts';
import { stageOf } from './show.ts';

/**
 * Drafts a mail of this chapter and waits until it has left, was skipped or was withdrawn. Sending is not the journey's
 * work: the approval begins `mail/<draftId>`, and the ledger tells how it ended. Throws Interrupted.
 */
export async function settledDraft(
  inbox: JourneyInbox,
  purpose: JourneyPurpose,
  /** What is to be said while it waits; returns when there is more (epoch milliseconds), or undefined. */
  meanwhile?: (draftId: string) => Promise<number | undefined>,
): Promise<SettledDraft> {
  const { draftId } = await openDraft(inbox, purpose);
  let next = meanwhile ? 0 : undefined;
  for (;;) {
    const settled = inbox.state.settled.find((draft) => draft.draftId === draftId);
    if (settled) {
      inbox.state = { ...inbox.state, open: undefined, step: inbox.state.step + 1 };
      return settled;
    }
    if (meanwhile && next !== undefined && Date.now() >= next) {
      next = await meanwhile(draftId);
      leaveOffIfInterrupted(inbox);
      continue;
    }
    await nextMessage(inbox, next ?? Infinity);
  }
}

async function openDraft(inbox: JourneyInbox, purpose: JourneyPurpose): Promise<OpenDraft> {
  const backoff = exponentialBackoff();
  for (;;) {
    const { open, redraft, chapter } = inbox.state;
    if (open) return open;
    await untilNotOnHold(inbox, chapter === 'closed' ? 'waiting' : stageOf(chapter));
    const result = await draftMail({
      contactId: inbox.contactId,
      purpose,
      again: redraft?.purpose === purpose ? redraft.draftId : undefined,
      state: stateToSave(inbox),
    });
    if (result.kind === 'drafted') {
      const { draft, settled } = result;
      inbox.state = {
        ...inbox.state,
        open: draft,
        redraft: undefined,
        settled: settled ? [...inbox.state.settled, settled] : inbox.state.settled,
      };
      leaveOffIfInterrupted(inbox);
    } else {
      await nextMessage(inbox, backoff.until(result.retryAt));
    }
  }
}
