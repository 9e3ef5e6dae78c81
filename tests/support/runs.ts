import type { Client, WorkflowHandle } from '@temporalio/client';

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

/** The history of every run of a workflow that was continued, the oldest first. */
export async function historiesOf(client: Client, workflowId: string): Promise<readonly History[]> {
  const runs = [await client.workflow.getHandle(workflowId).fetchHistory()];
  for (let before = runBefore(runs[0]); before; before = runBefore(runs[0]))
    runs.unshift(await client.workflow.getHandle(workflowId, before).fetchHistory());
  return runs;
}

/** The run that this one was continued from. */
const runBefore = (history: History | undefined): string | undefined =>
  history?.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ||
  undefined;
