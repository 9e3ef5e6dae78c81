import {
  ApplicationFailure,
  condition,
  continueAsNew,
  defineSignal,
  setHandler,
} from '@temporalio/workflow';
import type { MailInput } from '../domain/journey.ts';
import { lookAgain } from '../domain/journey-messages.ts';
import { sendMail } from './activities.ts';
import { exponentialBackoff, shouldContinueAsNew } from './journey/backoff.ts';

/** How the way of one mail ended. Everything but `sent` and `skipped` may begin again with another approval. */
export type MailEnding = 'sent' | 'skipped' | 'withdrawn' | 'not_approved' | 'refused' | 'unclear';

/** Events; a mail that is tried for days must not reach the server's limits. */
const manyEvents = 500;

/**
 * One approved mail on its way: begun by the approval, over when the ledger is. Nothing here can make a mail go out:
 * `sendMail` asks PostgreSQL for the approval each time.
 */
export async function mail({ contactId, draftId }: MailInput): Promise<MailEnding> {
  let calls = 0;
  setHandler(defineSignal(lookAgain), () => void (calls += 1));
  let backoff = exponentialBackoff();
  try {
    for (;;) {
      const known = calls;
      const called = (): boolean => calls !== known;
      const sending = await sendMail({ contactId, draftId });
      switch (sending.kind) {
        case 'sent':
        case 'skipped':
          return sending.kind;
        case 'overtaken':
        case 'not_approved':
        case 'refused':
        case 'unclear':
          // A call that came meanwhile may bring another approval.
          if (!called()) return sending.kind === 'overtaken' ? 'withdrawn' : sending.kind;
          break;
        case 'scheduled':
          await condition(called, Math.max(1, sending.at - Date.now()));
          break;
        case 'held':
          await condition(called, Math.max(1, backoff.until(sending.retryAt) - Date.now()));
          break;
      }
      if (called()) backoff = exponentialBackoff();
      if (shouldContinueAsNew(manyEvents))
        return await continueAsNew<typeof mail>({ contactId, draftId });
    }
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof ApplicationFailure && cause.type === 'ContactGone') return 'withdrawn';
    throw error;
  }
}
