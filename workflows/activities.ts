import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { mailQueue, watchQueue } from '../domain/task-queues.ts';

/** Quick work in PostgreSQL. */
export const { askToGoOn, closeJourney, meetingStep, recordStage, thankYouStep, withdrawDraft } =
  proxyActivities<Activities>({
    startToCloseTimeout: '30s',
    retry: { initialInterval: '500ms', maximumInterval: '30s' },
  });

/** One attempt within the workflow's own task, which ten seconds end. */
export const { recordStage: recordStageAtOnce } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '3s',
  retry: { maximumAttempts: 1 },
});

/** Drafting looks into the mailbox first where a follow-up is concerned. */
export const { draftMail } = proxyActivities<Activities>({
  taskQueue: mailQueue,
  startToCloseTimeout: '3m',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '500ms', maximumInterval: '30s' },
});

/** A conversation with the mail servers; heartbeats tell within seconds when the worker died. */
export const { sendMail, sendReminder } = proxyActivities<Activities>({
  taskQueue: mailQueue,
  startToCloseTimeout: '5m',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});

/** Holds an IDLE connection for hours, on the queue of the watchers. */
export const { watchMailbox } = proxyActivities<Activities>({
  taskQueue: watchQueue,
  startToCloseTimeout: '6h',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 1 },
});

/** Looks through all of PostgreSQL; what it cannot do now it does at its next time. */
export const { pruneOld, sweepStalled } = proxyActivities<Activities>({
  startToCloseTimeout: '4m',
  retry: { initialInterval: '10s', maximumAttempts: 3 },
});
