import type { WorkflowHandle } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { Activities } from '../activities/index.ts';
import { cacheFolder } from '../config/data-folder.ts';
import { firstState, journeyId, mailId, type JourneyState } from '../domain/journey.ts';
import { defaultPolicy } from '../domain/policy.ts';
import { journeyQueue, mailQueue } from '../domain/task-queues.ts';
import { findTestServer } from '../tests/support/test-server.ts';
import { until } from '../tests/support/until.ts';
import { workflowBundle } from '../tests/support/workflow-bundle.ts';

const day = 86_400_000;
const contactId = 'two-years';
const goal = 500;

/**
 * One journey over two years in a server in which waiting costs no time, its activities played:
 * the history events of all its runs, and of the mails on their way.
 */
export async function measureTwoYears({
  installRuntime,
}: {
  readonly installRuntime: boolean;
}): Promise<readonly string[]> {
  const server = findTestServer(process.env, cacheFolder(process.env));
  const codePath = await workflowBundle();
  if ('missing' in server) return [`Two years of one journey: not measured, ${server.missing}`];
  if (codePath === undefined) return ['Two years of one journey: not measured, no workflows'];
  if (installRuntime) Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: server.path } },
  });
  const stages: string[] = [];
  const activities = play(environment, stages);
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue: journeyQueue,
    workflowBundle: { codePath },
    activities,
  });
  const mailWorker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue: mailQueue,
    activities,
  });
  try {
    return await worker.runUntil(() =>
      mailWorker.runUntil(async () => {
        const told = await live(environment, stages);
        return sumUp(environment, told);
      }),
    );
  } finally {
    await environment.teardown();
  }
}

type Told = {
  /** Ids of the drafts that left. */
  readonly mails: readonly string[];
  readonly replies: number;
  readonly autoReplies: number;
  readonly byHand: number;
};

/** The story: what a person and a contact do who stay in touch. */
async function live(
  environment: TestWorkflowEnvironment,
  stages: readonly string[],
): Promise<Told> {
  const { client } = environment;
  const told = { mails: [] as string[], replies: 0, autoReplies: 0, byHand: 0 };
  let ids = 0;
  const id = () => `two-years-${++ids}`;
  const start = { taskQueue: journeyQueue, workflowId: journeyId(contactId) };
  const journey = client.workflow.getHandle(start.workflowId);
  const say = (name: string, payload: object) =>
    journey.signal(name, { id: id(), generation: 0, ...payload });
  const drafted = async () => {
    const query = () => journey.query<JourneyState>('journeyState');
    return until('a draft waits', async () => (await query()).open?.draftId);
  };
  const send = async (draftId: string) => {
    told.mails.push(draftId);
    const handle = await client.workflow.signalWithStart('mail', {
      taskQueue: journeyQueue,
      workflowId: mailId(draftId),
      args: [{ contactId, draftId }],
      signal: 'lookAgain',
      signalArgs: [],
    });
    // Asking for its result would let time run, for years.
    await until(
      'the mail is sent',
      async () => (await handle.describe()).status.name !== 'RUNNING',
    );
    const at = await environment.currentTimeMs();
    await say('mailSettled', { draftId, purpose: 'reply', how: 'sent', at });
  };
  const approve = async () => {
    await environment.sleep(day);
    await send(await drafted());
  };
  const reached = (stage: string, times: number) =>
    until(`${stage} (${times})`, () =>
      Promise.resolve(stages.filter((known) => known === stage).length >= times),
    );

  const hear = async (name: string, more: object = {}) => {
    const mail = { messageId: id(), at: await environment.currentTimeMs() };
    await say(name, { ...mail, ...more });
    return mail;
  };
  const autoReply = async (daysAway: number) => {
    told.autoReplies += 1;
    await hear('autoReplied', { until: (await environment.currentTimeMs()) + daysAway * day });
  };
  const reply = async () => {
    told.replies += 1;
    const mail = await hear('replyReceived');
    await reached('in_conversation', 2 * told.replies - 1);
    await environment.sleep(day / 2);
    await say('judgeReply', { ...mail, judgement: 'interested' });
  };
  const letter = () => send(`reply-${told.mails.length + 1}`);

  const begun = await environment.currentTimeMs();
  const dayNow = async () => ((await environment.currentTimeMs()) - begun) / day;
  await client.workflow.start('contactJourney', {
    ...start,
    args: [{ contactId, state: firstState(defaultPolicy) }],
  });
  await approve();
  await reached('waiting', 1);
  await environment.sleep(2 * day);
  await autoReply(10);
  await reached('waiting', 2);
  await environment.sleep(10 * day);
  await approve();
  await reached('waiting', 3);
  await environment.sleep(2 * day);
  await autoReply(3);
  await environment.sleep(5 * day);
  await reply();
  // Times are proposed, answered and confirmed; they meet; the thank-you goes out.
  await letter();
  await environment.sleep(2 * day);
  await reply();
  await letter();
  await environment.sleep(7 * day);
  await letter();
  for (let checkIn = 1; (await dayNow()) < 2 * 365 - 90; checkIn += 1) {
    await environment.sleep(85 * day);
    await letter();
    if (checkIn % 2 === 0) await autoReply(7);
    await environment.sleep(4 * day);
    await reply();
    if (checkIn % 3 === 0) {
      told.byHand += 1;
      await hear('wroteByHand');
    }
  }
  await environment.sleep(Math.max(0, 2 * 365 - (await dayNow())) * day);
  return told;
}

async function sumUp(environment: TestWorkflowEnvironment, told: Told): Promise<readonly string[]> {
  const runs = await eventsOf(environment, journeyId(contactId));
  const sum = runs.flat().length;
  const mails = await Promise.all(told.mails.map((id) => eventsOf(environment, mailId(id))));
  const inMails = mails.flat(2).length;
  const all = sum + inMails;
  const kinds = ['workflowTask', 'activityTask', 'update', 'signaled', 'timer'];
  const byKind = kinds.map((kind) => {
    const count = runs.flat().filter((name) => name.toLowerCase().includes(kind.toLowerCase()));
    return `${count.length} ${kind}`;
  });
  return [
    `Two years of one journey and its mails: ${all} history events (goal at most ${goal}: ${all <= goal ? 'met' : 'MISSED'})`,
    `    in ${runs.length} runs, the longest of ${Math.max(...runs.map((run) => run.length))} (${byKind.join(', ')})`,
    `    of the first mail, a nudge, ${told.replies} replies judged, ${told.autoReplies} automatic replies and ${told.byHand} mails by hand`,
    `    ${sum} of them in the journey, ${inMails} in ${told.mails.length} mails, each a workflow that ends with it`,
  ];
}

/** The names of the events of every run, the newest run first. */
async function eventsOf(
  { client }: TestWorkflowEnvironment,
  workflowId: string,
): Promise<readonly (readonly string[])[]> {
  const runs: string[][] = [];
  for (let runId: string | undefined = ''; runId !== undefined;) {
    const run: WorkflowHandle = client.workflow.getHandle(workflowId, runId || undefined);
    const events = (await run.fetchHistory()).events ?? [];
    runs.push(
      events.map((event) => Object.keys(event).find((key) => key.endsWith('Attributes')) ?? ''),
    );
    const first = events[0]?.workflowExecutionStartedEventAttributes;
    runId = first?.continuedExecutionRunId || undefined;
  }
  return runs;
}

/** Every mail that is asked for goes out at once. */
function play(environment: TestWorkflowEnvironment, stages: string[]) {
  const activities: Omit<Activities, 'watchMailbox' | 'sweepStalled' | 'pruneOld'> = {
    draftMail: ({ purpose, state }) =>
      Promise.resolve({
        kind: 'drafted',
        draft: { draftId: `${purpose}-${state.step}`, purpose },
        settled: undefined,
      }),
    sendMail: async () => ({ kind: 'sent', at: await environment.currentTimeMs() }),
    recordStage: ({ stage }) => Promise.resolve(void stages.push(stage)),
    closeJourney: ({ outcome }) => Promise.resolve(void stages.push(outcome)),
    withdrawDraft: () => Promise.resolve(),
    meetingStep: () => Promise.resolve(undefined),
    thankYouStep: () => Promise.resolve(undefined),
    sendReminder: () => Promise.resolve(undefined),
    askToGoOn: () => Promise.resolve(),
  };
  return activities;
}
