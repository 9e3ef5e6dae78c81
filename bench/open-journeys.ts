import { journeyId } from '../domain/journey.ts';
import { nextFreePort } from '../embedded/ports.ts';
import { until } from '../tests/support/until.ts';
import { connectClient } from '../worker/temporal-client.ts';
import { startWeb } from '../worker/http-server.ts';
import { addPeople } from './many-journeys.ts';
import { median, type Ratio } from './ratio.ts';
import { unwatchedMailbox, type Stage } from './stage.ts';
import { cpuEach, memory, usageOf } from './usage.ts';

/**
 * Many open journeys at once: the memory of the processes, the time to open the board, and what one
 * more reply costs then against with none.
 */
export async function measureOpenJourneys(
  stage: Stage,
  journeys: number,
): Promise<{ readonly lines: readonly string[]; readonly ratio: Ratio }> {
  const mailboxId = await unwatchedMailbox(stage);
  const few = await openJourneys(stage, { mailboxId, journeys: replies, prefix: 'few' });
  const withNone = await costOfReplies(stage, few);
  const before = usageOf(stage.folder);
  const begin = performance.now();
  const open = await openJourneys(stage, { mailboxId, journeys, prefix: 'open' });
  const took = (performance.now() - begin) / 1000;
  const after = usageOf(stage.folder);
  const boards = (await timeBoard(stage)).toSorted((a, b) => a - b);
  const p95 = boards[Math.ceil(boards.length * 0.95) - 1] ?? Number.NaN;
  // All over the list: most of them the worker has long put out of its memory.
  const picked = Array.from(
    { length: replies },
    (_, index) => open[Math.floor((index * open.length) / replies)] ?? '',
  );
  const withMany = await costOfReplies(stage, picked);
  return {
    lines: [
      `${journeys} open journeys, begun in ${took.toFixed(0)} s`,
      `    memory: ${memory(before, after)}`,
      `    CPU time of a reply: ${withMany.cpu}`,
      `    of one with none open: ${withNone.cpu}`,
      `    the board's page opens in ${median(boards).toFixed(1)} ms (median), ${p95.toFixed(1)} ms (p95 of ${boards.length}; goal at most 100: ${p95 <= 100 ? 'met' : 'MISSED'})`,
    ],
    ratio: {
      name: `One reply with ${journeys} open journeys`,
      ours: {
        what: 'told → the board shows the conversation, with them (median)',
        value: withMany.ms,
      },
      limit: { what: 'the same with none (median)', value: withNone.ms },
      unit: 'ms',
      goal: { kind: 'at most', ratio: 1.2 },
    },
  };
}

const replies = 31;

async function openJourneys(
  stage: Stage,
  people: { readonly mailboxId: string; readonly journeys: number; readonly prefix: string },
): Promise<readonly string[]> {
  const { db } = stage.context;
  const waiting = () => db.contact.count({ where: { stage: 'awaiting_approval' } });
  const before = await waiting();
  const ids = await addPeople(stage, people);
  await until('all wait', async () => (await waiting()) >= before + people.journeys, 1_800_000);
  return ids;
}

/**
 * From a reply's signal until the board can show the conversation: what does not depend on the mail
 * server. The first reply is not counted.
 */
async function costOfReplies(
  stage: Stage,
  contactIds: readonly string[],
): Promise<{ readonly ms: number; readonly cpu: string }> {
  const { context, application, servers } = stage;
  const client = await connectClient(servers.temporal);
  const took: number[] = [];
  const before = usageOf(stage.folder);
  for (const contactId of contactIds) {
    const handle = client.workflow.getHandle(journeyId(contactId));
    // A reply ends the run, and the server lets no run follow another within a second of its start.
    await until('the run is old enough', async () => {
      const { startTime } = await handle.describe();
      return Date.now() - startTime.getTime() > 1_500;
    });
    const reacted = new Promise<void>((resolve) => {
      const end = application.onChange(() => {
        const where = { id: contactId, stage: 'in_conversation' };
        void context.db.contact.count({ where }).then((count) => {
          if (count === 0) return;
          end();
          resolve();
        });
      });
    });
    const begin = performance.now();
    await handle.signal('replyReceived', {
      id: `bench-${contactId}`,
      kind: 'reply',
      messageId: '',
      at: Date.now(),
    });
    await reacted;
    took.push(performance.now() - begin);
  }
  const cpu = cpuEach(before, usageOf(stage.folder), contactIds.length);
  await client.connection.close();
  return { ms: median(took.slice(1)), cpu };
}

/** Milliseconds of each opening, over HTTP as a browser does it, after one that is not counted. */
async function timeBoard({ application }: Stage): Promise<readonly number[]> {
  const host = '127.0.0.1';
  const port = await nextFreePort(3_000, host);
  const url = `http://${host}:${port}`;
  const web = await startWeb({
    application,
    host,
    port,
    url,
    signInToken: 'bench',
    password: undefined,
    publicUrl: undefined,
    practice: { start: () => Promise.resolve() },
    report: (error) => {
      throw error;
    },
  });
  try {
    const signedIn = await fetch(`${url}/?token=bench`, { redirect: 'manual' });
    const cookie = signedIn.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const took: number[] = [];
    for (let round = 0; round < 101; round += 1) {
      const begin = performance.now();
      const answer = await fetch(`${url}/board`, { headers: { cookie } });
      const page = await answer.text();
      took.push(performance.now() - begin);
      if (!answer.ok || !page.includes('Person')) throw new Error(`/board: ${answer.status}`);
    }
    return took.slice(1);
  } finally {
    await web.stop();
  }
}
