import { patched } from '@temporalio/workflow';
import { thankYouStep } from '../activities.ts';
import type { ChapterResult } from './chapter.ts';
import type { JourneyInbox } from './inbox.ts';
import { settledDraft } from './settled-draft.ts';

/** Milliseconds. A talk that is told of so late gets no thank-you any more. */
const tooLate = 7 * 24 * 60 * 60_000;

/**
 * A thank-you is drafted at once, and the user is told how much time is left for it; when it has left, was skipped or
 * was written by hand, the years begin.
 */
export async function thanks(inbox: JourneyInbox): Promise<ChapterResult> {
  const { meeting, open } = inbox.state;
  if (open === undefined && Date.now() - (meeting?.end ?? 0) > tooLate) return after(inbox);
  const { contactId } = inbox;
  const tellDue = patched('2026-11-27 thank-you is due')
    ? (draftId: string) => thankYouStep({ contactId, draftId })
    : undefined;
  const { how } = await settledDraft(inbox, 'thank_you', tellDue);
  if (how === 'withdrawn') return { next: 'thanks' };
  if (how === 'sent') inbox.state = { ...inbox.state, met: true };
  return after(inbox);
}

function after(inbox: JourneyInbox): ChapterResult {
  const { agreeingNext, met, meeting, quietSince } = inbox.state;
  inbox.state = {
    ...inbox.state,
    agreeingNext: false,
    // Skipping the thank-you says nothing about the talk; nobody said that it did not take place.
    met: met || meeting !== undefined,
    quietSince: Math.max(quietSince ?? 0, meeting?.end ?? 0),
  };
  return { next: agreeingNext ? 'agreeing' : 'keeping_in_touch' };
}
