import {
  ApplicationFailure,
  condition,
  continueAsNew,
  defineSignal,
  setHandler,
} from '@temporalio/workflow';
import { lookAgain } from '../domain/journey-messages.ts';
import { meetingStep } from './activities.ts';
import { shouldContinueAsNew } from './journey/backoff.ts';

/**
 * The clock of one agreed meeting: the brief, a reminder, the end. It speaks to the user alone, so neither a pause nor
 * unread mail stops it. What is due is read from the meeting's row each time; a moved meeting calls it to look again.
 */
export async function meeting({ meetingId }: { readonly meetingId: string }): Promise<void> {
  let calls = 0;
  setHandler(defineSignal(lookAgain), () => void (calls += 1));
  try {
    for (;;) {
      const known = calls;
      const next = await meetingStep({ meetingId });
      const called = (): boolean => calls !== known;
      if (next === undefined) {
        if (called()) continue;
        return;
      }
      await condition(called, Math.max(1, next - Date.now()));
      if (shouldContinueAsNew()) return await continueAsNew<typeof meeting>({ meetingId });
    }
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof ApplicationFailure && cause.type === 'ContactGone') return;
    throw error;
  }
}
