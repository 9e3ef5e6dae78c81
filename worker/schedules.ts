import { type Client, ScheduleAlreadyRunning } from '../config/temporal-sdk.ts';
import { journeyQueue } from '../domain/task-queues.ts';

/** What Temporal begins by itself, for all processes together. */
const schedules = [
  { id: 'sweep', every: '5m' },
  { id: 'cleanUp', every: '1d' },
] as const;

/** Sees to it that the Schedules are there; those that are stay as an operator may have changed them. */
export async function ensureSchedules(client: Client): Promise<void> {
  for (const { id, every } of schedules) {
    try {
      await client.schedule.create({
        scheduleId: id,
        spec: { intervals: [{ every }] },
        action: {
          type: 'startWorkflow',
          workflowType: id,
          workflowId: id,
          taskQueue: journeyQueue,
        },
        policies: { overlap: 'SKIP', catchupWindow: '1m' },
      });
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    }
  }
}
