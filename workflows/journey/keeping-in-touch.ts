import { milliseconds } from '../../domain/timing/duration.ts';
import { askToGoOn } from '../activities.ts';
import type { ChapterResult } from './chapter.ts';
import { nextMessage, type JourneyInbox } from './inbox.ts';
import { untilDue } from './wait.ts';
import { settledDraft } from './settled-draft.ts';
import { show } from './show.ts';

/** Once a quarter a mail that names a reason, for as long as they answer now and then. */
export async function keepingInTouch(inbox: JourneyInbox): Promise<ChapterResult> {
  const { policy, open } = inbox.state;
  if (open === undefined) {
    if (policy.checkInEvery === 'never') return { end: 'met' };
    await untilDue(inbox, {
      stage: 'keeping_in_touch',
      due: (state) => state.askAgainAt ?? nextCheckIn(state),
      why: 'a check-in is drafted',
    });
    if (inbox.state.policy.checkInEvery === 'never') return { end: 'met' };
    if (inbox.state.unansweredCheckIns >= policy.maxUnansweredCheckIns) return goOn(inbox);
  }
  const checkIn = await settledDraft(inbox, 'check_in');
  const { state } = inbox;
  inbox.state = {
    ...state,
    // One that a mail of theirs took back leaves the date that this mail has set.
    askAgainAt: checkIn.how === 'withdrawn' ? state.askAgainAt : undefined,
    unansweredCheckIns: state.unansweredCheckIns + (checkIn.how === 'sent' ? 1 : 0),
    // A skipped one restarts the clock as one that left.
    quietSince:
      checkIn.how === 'withdrawn' ? state.quietSince : Math.max(state.quietSince ?? 0, checkIn.at),
  };
  return { next: 'keeping_in_touch' };
}

function nextCheckIn({ policy, quietSince }: JourneyInbox['state']): number {
  // While it runs, a person may choose "never": then the wait is over, and the chapter looks again.
  if (policy.checkInEvery === 'never') return 0;
  return (quietSince ?? 0) + milliseconds(policy.checkInEvery);
}

/** Several check-ins in a row found no answer: the user decides whether there are any more. */
async function goOn(inbox: JourneyInbox): Promise<ChapterResult> {
  await askToGoOn({ contactId: inbox.contactId });
  await show(inbox, {
    stage: 'keeping_in_touch',
    waitingFor: 'you, to say whether to go on',
  });
  for (;;) await nextMessage(inbox, Infinity);
}
