import { ApplicationFailure, continueAsNew } from '@temporalio/workflow';
import type { LetterInput } from '../domain/journey.ts';
import { sendOnceApproved } from './journey/send-when-approved.ts';
import { openDesk } from './journey/inbox.ts';

/** One mail outside of a journey's story, such as an answer written by hand: approved, sent, done. */
export async function letter({
  contactId,
  draft,
}: LetterInput): Promise<'sent' | 'skipped' | 'ended'> {
  const desk = openDesk({
    policy: { nudgeAfter: 'PT0S', maxNudges: 0, giveUpAfter: 'PT0S' },
    chapter: 'conversation',
    nudges: 0,
    quietSince: undefined,
    awayUntil: undefined,
    draft,
    paused: false,
    snoozedUntil: undefined,
    unread: [],
    seen: [],
  });
  try {
    const passage = await sendOnceApproved(desk, { contactId, draft });
    if (passage.kind === 'long_story')
      return await continueAsNew<typeof letter>({ contactId, draft });
    return passage.kind === 'sent' || passage.kind === 'skipped' ? passage.kind : 'ended';
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof ApplicationFailure && cause.type === 'ContactGone') return 'ended';
    throw error;
  }
}
