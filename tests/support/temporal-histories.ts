import type { Client } from '@temporalio/client';
import { readEnvironment } from '../../config/env.ts';
import { reachServers } from '../../worker/connect-servers.ts';
import { connectClient } from '../../worker/temporal-client.ts';

/** A client of the Temporal server that runs on a data folder, with the certificate that lies there. */
export async function clientOf(data: string): Promise<Client> {
  const { temporal } = await reachServers(readEnvironment({ RAPPORT_DATA: data }));
  return connectClient(temporal);
}

/** Everything that Temporal keeps of all workflows, as one text: payloads and details decoded. */
export async function allHistories(client: Client): Promise<string> {
  const texts: string[] = [];
  for await (const execution of client.workflow.list()) {
    const { workflowId, runId } = execution;
    texts.push(...textsIn(execution.raw));
    texts.push(...textsIn(await client.workflow.getHandle(workflowId, runId).fetchHistory()));
  }
  return texts.join('\n');
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('utf8')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...textsIn(each)]);
}
