import { randomUUID } from 'node:crypto';
import { Client, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure, type DataConverter } from '@temporalio/common';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { expect, inject } from 'vitest';
import type { Activities } from '../../activities/index.ts';
import type { Drafted, Sending } from '../../activities/results.ts';
import {
  firstState,
  journeyId,
  mailId,
  type Chapter,
  type JourneyPolicy,
  type JourneyState,
  type Outcome,
  type ReplyJudgement,
} from '../../domain/journey.ts';
import type {
  JourneyMessageName,
  JourneyPayloads,
  MailSettled,
} from '../../domain/journey-messages.ts';
import { reopened } from '../../domain/journey/enter-chapter.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { journeyQueue, mailQueue } from '../../domain/task-queues.ts';
import type { Purpose } from '../../domain/purpose.ts';
import { saveHistory } from '../support/histories.ts';
import { historiesOf } from '../support/runs.ts';
import { timeSkipping } from '../support/test-server.ts';

export const day = 86_400_000;

type World = { readonly client: Client; readonly now: () => Promise<number> };
type At<T> = T & { readonly at: number };

/** Everything that one journey had done, and what its activities answer. */
export type JourneyRecord = {
  readonly drafted: At<{
    readonly purpose: Purpose;
    readonly draftId: string;
    readonly again: string | undefined;
  }>[];
  /** Every call of `sendMail`. */
  readonly attempts: At<{ readonly draftId: string }>[];
  readonly sent: At<{ readonly draftId: string }>[];
  readonly stages: {
    readonly stage: string;
    readonly next: { readonly at: number; readonly why: string } | undefined;
    readonly state: JourneyState;
  }[];
  readonly closed: string[];
  readonly withdrawn: string[];
  /** Questions to the user. */
  readonly asked: string[];
  /** When the user was told of the thank-you that waits. */
  readonly owed: number[];
  /** What the person has approved: the fakes' PostgreSQL. */
  readonly approved: Set<string>;
  /** Answers of the next calls; then the usual ones. */
  readonly drafting: (Drafted | (() => Promise<void>))[];
  readonly sending: (Sending | (() => Promise<Sending>))[];
  closing: (() => Promise<void>) | undefined;
  /** What happens while the next stage is stored. */
  recording: (() => Promise<void>) | undefined;
  /** The contact was removed. */
  gone: boolean;
};

export type Harness = Awaited<ReturnType<typeof openHarness>>;
export type Journey = ReturnType<Harness['begin']> extends Promise<infer J> ? J : never;

let quiet = false;

/** A server in which waiting costs no time, and a worker whose activities are fakes that record what they do, or what is given `instead`. */
export async function openHarness(
  instead: Partial<Activities> = {},
  dataConverter: DataConverter = {},
) {
  if (!quiet) Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  quiet = true;
  const environment = await timeSkipping();
  // Its own client skips time whenever it is asked for a result: up to the end of all runs, when nothing is left to do.
  const client = new Client({ connection: environment.connection, dataConverter });
  const world: World = { client, now: () => environment.currentTimeMs() };
  const records = new Map<string, JourneyRecord>();
  const activities = { ...fakes(world, records), ...instead };
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue: journeyQueue,
    identity: 'worker',
    workflowBundle: { codePath: inject('workflowBundle') },
    dataConverter,
    activities,
  });
  const mailWorker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue: mailQueue,
    identity: 'worker',
    dataConverter,
    activities,
  });
  const running = Promise.all([worker.run(), mailWorker.run()]);

  /** Starts a journey as a new contact does, or from a state; without `localStages` as earlier versions did. */
  const begin = async (given: Given = {}, { localStages = true } = {}) => {
    const contactId = randomUUID();
    const did = emptyRecord();
    records.set(contactId, did);
    const state = stateWith(given);
    await client.workflow.start('contactJourney', {
      workflowId: journeyId(contactId),
      taskQueue: journeyQueue,
      args: [{ contactId, state, localStages }],
    });
    return journeyOf(world, { contactId, did, state });
  };

  return {
    environment,
    client,
    now: world.now,
    /** Skips time; whatever falls due on the way happens. */
    pass: (milliseconds: number) => environment.sleep(milliseconds),
    begin,
    /** A journey whose first mail was approved and has left. */
    async begun() {
      const journey = await begin();
      await journey.draftWaits(1);
      await journey.approve();
      await journey.waits();
      return journey;
    },
    async close() {
      worker.shutdown();
      mailWorker.shutdown();
      await running;
      await environment.teardown();
    },
  };
}

function emptyRecord(): JourneyRecord {
  return {
    drafted: [],
    attempts: [],
    sent: [],
    stages: [],
    closed: [],
    withdrawn: [],
    asked: [],
    owed: [],
    approved: new Set(),
    drafting: [],
    sending: [],
    closing: undefined,
    recording: undefined,
    gone: false,
  };
}

type Given = Omit<Partial<JourneyState>, 'policy'> & { readonly policy?: Partial<JourneyPolicy> };

export function stateWith(given: Given = {}): JourneyState {
  return {
    ...firstState(defaultPolicy),
    ...given,
    policy: firstState({ ...defaultPolicy, ...given.policy }).policy,
  };
}

let told = 0;
const nextId = (): string => `outbox-${++told}`;

/** What the outbox does: begins the journey from PostgreSQL where no run of it is. */
async function tell<Name extends JourneyMessageName>(
  { client }: World,
  message: {
    readonly contactId: string;
    readonly name: Name;
    readonly payload: JourneyPayloads[Name] & {
      readonly id?: string;
      readonly generation?: number;
    };
    readonly state?: JourneyState;
  },
): Promise<void> {
  const { contactId, name, payload } = message;
  await client.workflow.signalWithStart('contactJourney', {
    workflowId: journeyId(contactId),
    taskQueue: journeyQueue,
    args: [
      {
        contactId,
        state: message.state ?? stateWith({ chapter: 'closed', outcome: 'silent' }),
        localStages: true,
      },
    ],
    signal: name,
    signalArgs: [{ id: nextId(), generation: 0, ...payload }],
  });
}

function fakes(world: World, records: ReadonlyMap<string, JourneyRecord>) {
  const recordOf = (contactId: string): JourneyRecord => {
    const found = records.get(contactId);
    if (!found) throw new Error(`No record for ${contactId}.`);
    if (found.gone) throw ApplicationFailure.nonRetryable('Contact removed.', 'ContactGone');
    return found;
  };
  const { now } = world;
  const settled = async (contactId: string, payload: MailSettled) =>
    tell(world, { contactId, name: 'mailSettled', payload });
  const activities: Omit<Activities, 'watchMailbox' | 'sweepStalled' | 'pruneOld'> = {
    async draftMail({ contactId, purpose, again, state }) {
      const { drafted, drafting } = recordOf(contactId);
      const scripted = drafting.shift();
      if (typeof scripted === 'function') await scripted();
      else if (scripted) return scripted;
      const draftId = `${purpose}-${drafted.length + 1}`;
      drafted.push({ purpose, draftId, again, at: await now() });
      void state;
      return { kind: 'drafted', draft: { draftId, purpose }, settled: undefined };
    },
    async sendMail({ contactId, draftId }) {
      const { attempts, sent, sending, approved } = recordOf(contactId);
      const at = await now();
      attempts.push({ draftId, at });
      const scripted = sending.shift();
      const result =
        typeof scripted === 'function'
          ? await scripted()
          : (scripted ?? (approved.has(draftId) ? { kind: 'sent', at } : { kind: 'not_approved' }));
      const purpose = draftId.split('-')[0] as Purpose;
      if (result.kind === 'sent') {
        sent.push({ draftId, at: result.at });
        await settled(contactId, { draftId, purpose, how: 'sent', at: result.at });
      }
      return result;
    },
    async recordStage({ contactId, stage, next, state }) {
      const record = recordOf(contactId);
      record.stages.push({ stage, next, state });
      const { recording } = record;
      record.recording = undefined;
      await recording?.();
    },
    async closeJourney({ contactId, outcome }) {
      const { closed, closing } = recordOf(contactId);
      await closing?.();
      if (closed.at(-1) !== outcome) closed.push(outcome);
    },
    async meetingStep() {
      return undefined;
    },
    async thankYouStep({ contactId }) {
      const { owed } = recordOf(contactId);
      owed.push(await now());
      return owed.length < 3 ? (await now()) + day / 2 : undefined;
    },
    async sendReminder() {
      return undefined;
    },
    async askToGoOn({ contactId }) {
      recordOf(contactId).asked.push('go_on');
    },
    async withdrawDraft({ contactId, draftId }) {
      recordOf(contactId).withdrawn.push(draftId);
    },
  };
  return activities;
}

const signalOf = {
  reply: 'replyReceived',
  calendar: 'calendarAnswered',
  auto_reply: 'autoReplied',
  opt_out: 'optedOut',
  by_hand: 'wroteByHand',
} as const;
type Mail = keyof typeof signalOf;

/** What a test does with one journey, as PostgreSQL and its outbox would. */
function journeyOf(
  world: World,
  what: { readonly contactId: string; readonly did: JourneyRecord; readonly state: JourneyState },
) {
  const { contactId, did } = what;
  // Without a run id: whatever run is the newest.
  const { client, now } = world;
  const handle = client.workflow.getHandle(journeyId(contactId));
  // As the row has it when the outbox entry is written.
  let generation = 0;
  const say = <Name extends JourneyMessageName>(
    name: Name,
    payload: JourneyPayloads[Name] & { readonly id?: string; readonly generation?: number },
    state?: JourneyState,
  ) =>
    tell(world, {
      contactId,
      name,
      payload: { generation, ...payload },
      ...(state ? { state } : {}),
    });
  const lastDraft = () => did.drafted.at(-1)?.draftId ?? 'none';
  const settled = async (draftId: string, how: MailSettled['how']) =>
    say('mailSettled', {
      draftId,
      purpose: draftId.split('-')[0] as Purpose,
      how,
      at: await now(),
    });
  const wake = (draftId: string) =>
    client.workflow.signalWithStart('mail', {
      workflowId: mailId(`${contactId}:${draftId}`),
      taskQueue: journeyQueue,
      args: [{ contactId, draftId }],
      signal: 'lookAgain',
      signalArgs: [],
    });
  const count = (stage: string) => did.stages.filter((each) => each.stage === stage).length;
  return {
    contactId,
    did,
    handle,
    until,
    draftWaits: (n: number) => until(`draft ${n} waits`, () => did.drafted.length >= n),
    waits: (n = 1) => until(`it waits for an answer (${n})`, () => count('waiting') >= n),
    converses: (n = 1) => until(`it is a conversation (${n})`, () => count('in_conversation') >= n),
    closes: (outcome: string) => until(`it ends ${outcome}`, () => did.closed.includes(outcome)),
    state: () => stateOf(handle),
    say,
    async approve(draftId = lastDraft()) {
      did.approved.add(draftId);
      await wake(draftId);
    },
    async takeBack(draftId = lastDraft()) {
      did.approved.delete(draftId);
      await wake(draftId);
      await settled(draftId, 'taken_back');
    },
    skip: (draftId = lastDraft()) => settled(draftId, 'skipped'),
    /** The ledger's word. */
    settled,
    mail: (draftId = lastDraft()) => client.workflow.getHandle(mailId(`${contactId}:${draftId}`)),
    wake,
    pause: () => say('pause', {}),
    resume: () => say('resume', {}),
    snooze: (until_: number) => say('snooze', { until: until_ }),
    stop: () => say('stop', {}),
    /** As the operation does: the row holds the new generation before the journey hears of it. */
    async reopen(chapter: Chapter = 'outreach', from: Given = {}) {
      generation += 1;
      const at = await now();
      const state = reopened(stateWith(from), { chapter, generation, at });
      await say('reopen', { chapter, at, generation }, state);
    },
    changePolicy: (policy: Partial<JourneyPolicy>) =>
      say('changePolicy', { policy: stateWith({ policy }).policy }),
    lookAgain: () => say('lookAgain', {}),
    async bounce(deadAddress: boolean) {
      await say('mailBounced', { at: await now(), deadAddress });
    },
    judge: async (
      mail: { readonly messageId: string; readonly at: number },
      judgement: ReplyJudgement,
      state?: JourneyState,
    ) =>
      say('judgeReply', { messageId: mail.messageId, at: mail.at, judgement, generation }, state),
    /** A mail came, or was found in Sent. Begins the journey again where it has ended. */
    async hear(
      kind: Mail,
      more: { readonly until?: number; readonly at?: number } = {},
      state?: JourneyState,
    ) {
      const messageId = randomUUID();
      const news = { id: messageId, messageId, at: await now(), generation, ...more };
      await say(signalOf[kind], news, state);
      return news;
    },
    /** The journey up to now, run by run. */
    async save(name: string) {
      const runs = await historiesOf(client, handle.workflowId);
      for (const [index, run] of runs.entries())
        saveHistory(runs.length === 1 ? name : `${name}/${index + 1}`, run);
    },
    result: () => handle.result(),
    /** Ends so without a wait. */
    async ends(outcome: Outcome) {
      await until(`it ends ${outcome}`, () => did.closed.includes(outcome));
      expect(await handle.result()).toBe(outcome);
    },
  };
}

/** The test server skips no more time after a query that meets a run at its end: asked when the run has come to rest. */
async function stateOf(handle: WorkflowHandle): Promise<JourneyState> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  return handle.query<JourneyState>('journeyState');
}

/** Waits, in real time, for something the journey does. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It never came to this: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
