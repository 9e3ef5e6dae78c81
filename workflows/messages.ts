import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type {
  Command,
  DraftVerdict,
  JourneyPolicy,
  JourneyState,
  Judgement,
  News,
} from '../domain/journey.ts';

// News: nobody waits for an answer.
export const replyReceived = defineSignal<[News]>('replyReceived');
export const mailBounced = defineSignal<[News]>('mailBounced');
export const autoReplied = defineSignal<[News]>('autoReplied');
export const optedOut = defineSignal<[News]>('optedOut');
export const wroteByHand = defineSignal<[News]>('wroteByHand');
export const calendarAnswered = defineSignal<[News]>('calendarAnswered');

// A person waits for yes or no.
export const reviewDraft = defineUpdate<void, [DraftVerdict]>('reviewDraft');
export const judgeReply = defineUpdate<void, [Judgement]>('judgeReply');
export const snooze = defineUpdate<void, [Command & { readonly until: number }]>('snooze');
export const pause = defineUpdate<void, [Command]>('pause');
export const resume = defineUpdate<void, [Command]>('resume');
export const stop = defineUpdate<void, [Command]>('stop');
/** Go on from the beginning, as after a corrected address. */
export const reopen = defineUpdate<void, [Command]>('reopen');
/** New rules for a running journey (`settings apply`). */
export const changePolicy = defineUpdate<void, [Command & { readonly policy: JourneyPolicy }]>(
  'changePolicy',
);
/** PostgreSQL has changed in a way that a waiting send cares about (panic stop lifted, company free). */
export const lookAgain = defineSignal<[Command]>('lookAgain');

export const journeyState = defineQuery<JourneyState>('journeyState');
