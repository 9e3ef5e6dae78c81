import type { JourneyState } from '../../domain/journey.ts';
import { milliseconds } from '../../domain/timing/duration.ts';
import type { ChapterResult } from './chapter.ts';
import { nextMessage, type JourneyInbox } from './inbox.ts';
import { untilDue } from './wait.ts';
import { settledDraft } from './settled-draft.ts';
import { show } from './show.ts';
import { countNudge } from './silence.ts';

/**
 * They are interested: times are proposed where nobody has named any, one nudge follows in the thread, and once they
 * have met, silence only ends the talk about another meeting.
 */
export async function agreeing(inbox: JourneyInbox): Promise<ChapterResult> {
  const { proposing, open } = inbox.state;
  if (proposing !== undefined || open?.purpose === 'proposal') {
    await settledDraft(inbox, 'proposal');
    inbox.state = { ...inbox.state, proposing: undefined };
    return { next: 'agreeing' };
  }
  if (open?.purpose === 'nudge') return nudge(inbox);
  if (!inbox.state.awaitsThem) await untilOneOfOursLeft(inbox);
  if (inbox.state.nudges > 0) {
    await untilDue(inbox, {
      stage: 'in_conversation',
      due: (state) => (state.quietSince ?? 0) + milliseconds(state.policy.giveUpAfter),
      why: 'the journey goes no further if there is no answer',
    });
    return inbox.state.met ? { next: 'keeping_in_touch' } : { end: 'silent' };
  }
  await untilDue(inbox, {
    stage: 'in_conversation',
    due: nudgeDue,
    why: 'a nudge is drafted if there is no answer',
  });
  return nudge(inbox);
}

/** A day before the first of the times offered, or the usual while after the mail; never sooner than a day after it. */
function nudgeDue({ quietSince = 0, firstSlot, policy }: JourneyState): number {
  const patience = milliseconds(policy.nudgeAfter);
  const day = milliseconds('P1D');
  const usual = quietSince + patience;
  if (firstSlot === undefined) return usual;
  return Math.max(quietSince + Math.min(patience, day), Math.min(usual, firstSlot - day));
}

async function nudge(inbox: JourneyInbox): Promise<ChapterResult> {
  const { how, at } = await settledDraft(inbox, 'nudge');
  if (how !== 'withdrawn') countNudge(inbox, at);
  return { next: 'agreeing' };
}

/** The user answers them, or proposes times: nothing is due before something of theirs has left. */
async function untilOneOfOursLeft(inbox: JourneyInbox): Promise<void> {
  await show(inbox, { stage: 'in_conversation', waitingFor: 'you, to answer' });
  while (!inbox.state.awaitsThem) await nextMessage(inbox, Infinity);
}
