import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { journeyId } from '../domain/journey.ts';
import { pause } from '../operations/journeys/pause-contact.ts';
import { resume } from '../operations/journeys/resume-contact.ts';
import { startCluster } from '../tests/crash/cluster.ts';
import { historiesOf } from '../tests/support/runs.ts';
import { until } from '../tests/support/until.ts';
import { startApplication } from '../worker/application.ts';
import { connectClient } from '../worker/temporal-client.ts';
import { drafted } from './many-journeys.ts';
import { hastyUser, type Stage } from './stage.ts';

const most = 3;
/** Not counted: opening connections and compiling code happens once. */
const uncounted = 50;

/**
 * Journeys drafted per second with one, two and three worker processes on one server, and how often the entries of the
 * outbox were delivered, which all of these processes do side by side.
 */
export async function measureWorkers(journeys: number): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-workers-'));
  // Four busy processes of Rapport and Temporal on one PostgreSQL.
  const cluster = await startCluster(folder, { sessions: 200 });
  const application = await startApplication({
    databaseUrl: cluster.databaseUrl,
    temporal: cluster.temporal,
    dataRoot: join(folder, 'bench'),
    secretKey: cluster.secretKey,
    log: () => undefined,
  });
  const client = await connectClient(cluster.temporal);
  try {
    const userId = await hastyUser(application);
    const stage = { context: application.contextFor(userId), userId };
    const rates: number[] = [];
    for (let workers = 1; workers <= most; workers += 1) {
      await cluster.start('worker', `worker-${workers}`);
      await drafted(stage, uncounted);
      rates.push(await drafted(stage, journeys));
    }
    const { entries, deliveries, often } = await countDeliveries(stage, client);
    const [one = Number.NaN] = rates;
    return [
      `Journeys drafted per second, ${journeys} at once, by workers on one machine:`,
      ...rates.map(
        (rate, index) =>
          `    ${index + 1} of them: ${rate.toFixed(1)} (${(rate / one).toFixed(2)} of one)`,
      ),
      `Deliveries of an entry of the outbox, by ${most + 1} processes: ${(deliveries / entries).toFixed(3)} (goal exactly 1: ${often === 1 && deliveries === entries ? 'met' : 'MISSED'})`,
      `    ${entries} entries were delivered ${deliveries} times, none more than ${often} times`,
    ];
  } finally {
    await client.connection.close();
    await application.stop();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Pauses and resumes every journey, and counts the signals that arrived: each carries the id of its entry. */
async function countDeliveries({ context }: Pick<Stage, 'context'>, client: Client) {
  const { db } = context;
  const contacts = await db.contact.findMany({ select: { id: true } });
  for (const operation of [pause, resume])
    for (const { id } of contacts) await operation.run(context, { ref: id });
  const waiting = { deliveredAt: null };
  await until(
    'all is delivered',
    async () => (await db.outbox.count({ where: waiting })) === 0,
    600_000,
  );
  const entries = await db.outbox.findMany({ where: { kind: { in: ['pause', 'resume'] } } });
  const times = new Map(entries.map(({ id }) => [`outbox-${id}`, 0]));
  for (const { id } of contacts)
    for (const entry of await signalsOf(client, journeyId(id)))
      if (times.has(entry)) times.set(entry, times.get(entry)! + 1);
  const counts = [...times.values()];
  return {
    entries: entries.length,
    deliveries: counts.reduce((sum, count) => sum + count, 0),
    often: Math.max(...counts),
  };
}

/** The ids that the signals of a journey carry, over all its runs. */
async function signalsOf(client: Client, workflowId: string): Promise<readonly string[]> {
  const runs = await historiesOf(client, workflowId);
  return runs
    .flatMap(({ events }) => events ?? [])
    .flatMap(({ workflowExecutionSignaledEventAttributes: signal }) => {
      const data = signal?.input?.payloads?.[0]?.data;
      return data ? [(JSON.parse(Buffer.from(data).toString()) as { id: string }).id] : [];
    });
}
