import { type Client, WorkflowNotFoundError } from '../config/temporal-sdk.ts';
import { journeyQueue } from '../domain/task-queues.ts';

const deadlineMs = 2_000;
/** NOT_FOUND of gRPC. */
const notFound = 5;

/**
 * Asks Temporal for what a journey needs, and throws when it does not answer: the history service holds
 * workflows, the matching service hands their tasks out. The namespace alone would come from a cache of the frontend.
 */
export async function askTemporal(client: Client, namespace: string): Promise<void> {
  await client.connection.withDeadline(Date.now() + deadlineMs, async () => {
    const { workflowService } = client;
    await Promise.all([
      workflowService
        .describeWorkflowExecution({ namespace, execution: { workflowId: 'health' } })
        .catch(unlessMissing),
      workflowService.describeTaskQueue({ namespace, taskQueue: { name: journeyQueue } }),
    ]);
  });
}

/** Whether there is an open run under this id. */
export async function isRunning(client: Client, workflowId: string): Promise<boolean> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** That there is no such workflow is an answer of the history service. */
function unlessMissing(error: unknown): void {
  if ((error as { readonly code?: number }).code !== notFound) throw error;
}
