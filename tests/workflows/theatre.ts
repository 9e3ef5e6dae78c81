import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { inject } from 'vitest';
import type { Activities } from '../../activities/index.ts';
import type { Drafted, Sending, Withdrawal } from '../../activities/results.ts';
import {
  journeyId,
  type DraftReference,
  type JourneyState,
  type Judgement,
  type News,
} from '../../domain/journey.ts';
import { saveHistory } from '../support/histories.ts';
import { timeSkipping } from '../support/test-server.ts';

export const day = 86_400_000;

/** Everything that one journey had done, and what its activities answer. */
export type Cast = {
  readonly drafted: { readonly purpose: string; readonly draftId: string; readonly at: number }[];
  /** Every call of `sendMail`. */
  readonly attempts: { readonly draftId: string; readonly at: number }[];
  readonly sent: { readonly draftId: string; readonly at: number }[];
  readonly stages: {
    readonly stage: string;
    readonly next: { readonly at: number; readonly why: string } | undefined;
    readonly state: JourneyState;
  }[];
  readonly closed: string[];
  readonly withdrawn: string[];
  /** What had become of drafts when they were withdrawn; then: they waited. */
  readonly withdrawing: Withdrawal[];
  /** What the person has approved: the fakes' PostgreSQL. */
  readonly approved: Set<string>;
  /** Answers of the next calls; then the usual ones. */
  readonly drafting: Drafted[];
  readonly sending: (Sending | (() => Promise<Sending>))[];
  closing: (() => Promise<void>) | undefined;
  /** The contact was removed. */
  gone: boolean;
};

export type Theatre = Awaited<ReturnType<typeof openTheatre>>;
export type Story = ReturnType<Theatre['begin']> extends Promise<infer S> ? S : never;

let quiet = false;

/** A server in which waiting costs no time, and a worker whose activities are played by casts. */
export async function openTheatre() {
  if (!quiet) Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  quiet = true;
  const environment = await timeSkipping();
  const casts = new Map<string, Cast>();
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue: 'journeys',
    identity: 'worker',
    workflowBundle: { codePath: inject('workflowBundle') },
    activities: play(environment, casts),
  });
  const running = worker.run();

  const castOf = (contactId: string): Cast => {
    const cast: Cast = {
      drafted: [],
      attempts: [],
      sent: [],
      stages: [],
      closed: [],
      withdrawn: [],
      withdrawing: [],
      approved: new Set(),
      drafting: [],
      sending: [],
      closing: undefined,
      gone: false,
    };
    casts.set(contactId, cast);
    return cast;
  };

  /** Starts a journey as a new contact does, or from a state. */
  const begin = async (given: Partial<JourneyState> = {}) => {
    const contactId = randomUUID();
    const cast = castOf(contactId);
    const handle = await environment.client.workflow.start('contactJourney', {
      workflowId: journeyId(contactId),
      taskQueue: 'journeys',
      args: [{ contactId, state: stateWith(given) }],
    });
    return storyOf(environment, { contactId, cast, handle });
  };

  return {
    environment,
    now: () => environment.currentTimeMs(),
    /** Skips time; whatever falls due on the way happens. */
    pass: (milliseconds: number) => environment.sleep(milliseconds),
    begin,
    /** A journey whose first mail was approved and has left. */
    async begun() {
      const story = await begin();
      await story.draftWaits(1);
      await story.approve();
      await story.waits();
      return story;
    },
    async letter(draft: DraftReference) {
      const contactId = randomUUID();
      const cast = castOf(contactId);
      const handle = await environment.client.workflow.start('letter', {
        workflowId: `letter/${draft.draftId}`,
        taskQueue: 'journeys',
        args: [{ contactId, draft }],
      });
      return storyOf(environment, { contactId, cast, handle });
    },
    async close() {
      worker.shutdown();
      await running;
      await environment.teardown();
    },
  };
}

export function stateWith(given: Partial<JourneyState> = {}): JourneyState {
  return {
    policy: { nudgeAfter: 'P7D', maxNudges: 1, giveUpAfter: 'P14D' },
    chapter: 'outreach',
    nudges: 0,
    quietSince: undefined,
    awayUntil: undefined,
    draft: undefined,
    paused: false,
    snoozedUntil: undefined,
    unread: [],
    seen: [],
    ...given,
  };
}

function play(environment: TestWorkflowEnvironment, casts: ReadonlyMap<string, Cast>) {
  const cast = (contactId: string): Cast => {
    const found = casts.get(contactId);
    if (!found) throw new Error(`No cast for ${contactId}.`);
    if (found.gone) throw ApplicationFailure.nonRetryable('Contact removed.', 'ContactGone');
    return found;
  };
  const now = () => environment.currentTimeMs();
  const activities: Omit<Activities, 'watchMailbox'> = {
    async draftMail({ contactId, purpose }) {
      const { drafted, drafting } = cast(contactId);
      const scripted = drafting.shift();
      if (scripted) return scripted;
      const draft = { draftId: `${purpose}-${drafted.length + 1}`, revision: 1 };
      drafted.push({ purpose, draftId: draft.draftId, at: await now() });
      return { kind: 'drafted', draft };
    },
    async sendMail({ contactId, draftId }) {
      const { attempts, sent, sending, approved } = cast(contactId);
      const at = await now();
      attempts.push({ draftId, at });
      const scripted = sending.shift();
      const result =
        typeof scripted === 'function'
          ? await scripted()
          : (scripted ?? (approved.has(draftId) ? { kind: 'sent', at } : { kind: 'not_approved' }));
      if (result.kind === 'sent') sent.push({ draftId, at: result.at });
      return result;
    },
    async recordStage({ contactId, stage, next, state }) {
      cast(contactId).stages.push({ stage, next, state });
    },
    async closeJourney({ contactId, outcome }) {
      const { closed, closing } = cast(contactId);
      await closing?.();
      closed.push(outcome);
    },
    async withdrawDraft({ contactId, draftId }) {
      const { withdrawn, withdrawing } = cast(contactId);
      const scripted = withdrawing.shift();
      if (scripted) return scripted;
      withdrawn.push(draftId);
      return { kind: 'withdrawn' };
    },
  };
  return activities;
}

let told = 0;

/** What a test does with one journey, as PostgreSQL and its outbox would. */
function storyOf(
  environment: TestWorkflowEnvironment,
  what: { readonly contactId: string; readonly cast: Cast; readonly handle: WorkflowHandle },
) {
  const { contactId, cast } = what;
  const handle = latest(environment, what.handle);
  const id = () => `outbox-${++told}`;
  const tell = (update: string, more: object = {}) =>
    handle.executeUpdate(update, { args: [{ id: id(), ...more }] });
  const lastDraft = () => cast.drafted.at(-1)?.draftId ?? 'none';
  const signalOf = {
    reply: 'replyReceived',
    bounce: 'mailBounced',
    auto_reply: 'autoReplied',
    opt_out: 'optedOut',
    by_hand: 'wroteByHand',
    calendar: 'calendarAnswered',
  } as const;
  const newsOf = async (kind: News['kind'], more: Partial<News> = {}): Promise<News> => {
    const news = randomUUID();
    return { id: news, messageId: news, kind, at: await environment.currentTimeMs(), ...more };
  };
  return {
    contactId,
    cast,
    handle,
    /** Waits, in real time, for something the journey does. */
    until: (what_: string, holds: () => boolean | Promise<boolean>) => until(what_, holds),
    draftWaits: (count: number) =>
      until(`draft ${count} waits`, async () => {
        if (cast.drafted.length < count) return false;
        return (await stateOf(handle)).draft?.draftId === cast.drafted[count - 1]?.draftId;
      }),
    waits: (count = 1) =>
      until(
        `it waits for an answer (${count})`,
        () => cast.stages.filter(({ stage }) => stage === 'waiting').length >= count,
      ),
    converses: (count = 1) =>
      until(
        `it is a conversation (${count})`,
        () => cast.stages.filter(({ stage }) => stage === 'in_conversation').length >= count,
      ),
    state: () => stateOf(handle),
    async approve(draftId = lastDraft(), revision = 1) {
      cast.approved.add(draftId);
      await tell('reviewDraft', { draftId, revision, verdict: 'approved' });
    },
    async takeBack(draftId = lastDraft()) {
      cast.approved.delete(draftId);
      await tell('reviewDraft', { draftId, revision: 1, verdict: 'taken_back' });
    },
    async edit(draftId = lastDraft(), revision = 2) {
      cast.approved.delete(draftId);
      await tell('reviewDraft', { draftId, revision, verdict: 'edited' });
    },
    skip: (draftId = lastDraft()) =>
      tell('reviewDraft', { draftId, revision: 1, verdict: 'skipped' }),
    settle: (draftId = lastDraft()) =>
      tell('reviewDraft', { draftId, revision: 1, verdict: 'settled' }),
    pause: () => tell('pause'),
    resume: () => tell('resume'),
    snooze: (until_: number) => tell('snooze', { until: until_ }),
    stop: () => tell('stop'),
    reopen: () => tell('reopen'),
    /** Reopens an ended journey as the outbox does: the row holds the first state again. */
    reopenEnded: () =>
      environment.client.workflow.executeUpdateWithStart('reopen', {
        startWorkflowOperation: new WithStartWorkflowOperation('contactJourney', {
          workflowId: handle.workflowId,
          taskQueue: 'journeys',
          args: [{ contactId, state: stateWith() }],
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
        args: [{ id: id() }],
      }),
    changePolicy: (policy: JourneyState['policy']) => tell('changePolicy', { policy }),
    lookAgain: () => handle.signal('lookAgain', { id: id() }),
    judge: (messageId: string, judgement: Judgement['judgement']) =>
      tell('judgeReply', { messageId, judgement }),
    newsOf,
    /** A mail came, or was found in Sent: what the outbox says of it. Starts the journey again where it has ended. */
    async hear(kind: News['kind'], more: Partial<News> = {}, state?: JourneyState) {
      const news = await newsOf(kind, more);
      await environment.client.workflow.signalWithStart('contactJourney', {
        workflowId: handle.workflowId,
        taskQueue: 'journeys',
        args: [{ contactId, state: state ?? stateWith({ chapter: 'closed' }) }],
        signal: signalOf[kind],
        signalArgs: [news],
      });
      return news;
    },
    /** The story up to now, run by run. */
    async save(name: string) {
      const runs = [await handle.fetchHistory()];
      for (let before = runBefore(runs[0]); before; before = runBefore(runs[0])) {
        const { workflowId } = handle;
        runs.unshift(
          await environment.client.workflow.getHandle(workflowId, before).fetchHistory(),
        );
      }
      for (const [index, run] of runs.entries())
        saveHistory(runs.length === 1 ? name : `${name}-${index + 1}`, run);
    },
    result: () => handle.result(),
  };
}

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

/** The run that this one was continued from. */
const runBefore = (history: History | undefined): string | undefined =>
  history?.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ||
  undefined;

/** Without a run id: whatever run is the newest. */
const latest = (environment: TestWorkflowEnvironment, handle: WorkflowHandle): WorkflowHandle =>
  environment.client.workflow.getHandle(handle.workflowId);

const stateOf = (handle: WorkflowHandle): Promise<JourneyState> =>
  handle.query<JourneyState>('journeyState');

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It never came to this: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
