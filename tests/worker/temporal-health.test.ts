import { expect, test } from 'vitest';
import type { Client } from '../../config/temporal-sdk.ts';
import { askTemporal } from '../../worker/temporal-health.ts';

const notFound = Object.assign(new Error('workflow not found'), { code: 5 });
const noHosts = Object.assign(new Error('Not enough hosts to serve the request'), { code: 14 });

/** A client of a Temporal whose services answer so; it has only what the question needs, hence the cast. */
function clientOf(services: { readonly history?: Error; readonly matching?: Error }) {
  const deadlines: number[] = [];
  const answer = (error: Error | undefined) => () =>
    error === undefined ? Promise.resolve({}) : Promise.reject(error);
  const client = {
    connection: {
      withDeadline: (deadline: number, work: () => Promise<void>) => {
        deadlines.push(deadline);
        return work();
      },
    },
    workflowService: {
      describeWorkflowExecution: answer(services.history),
      describeTaskQueue: answer(services.matching),
    },
  };
  return { client: client as unknown as Client, deadlines };
}

test('Temporal is well when both services answer, also that there is no such workflow', async () => {
  const before = Date.now();
  const { client, deadlines } = clientOf({ history: notFound });
  await expect(askTemporal(client, 'default')).resolves.toBeUndefined();
  expect(deadlines).toHaveLength(1);
  expect(deadlines[0]! - before).toBeGreaterThan(0);
  expect(deadlines[0]! - Date.now()).toBeLessThanOrEqual(2_000);
});

test.each([
  ['history', { history: noHosts }],
  ['matching', { matching: noHosts, history: notFound }],
])('Temporal is not well when its %s service cannot be reached', async (_, services) => {
  const { client } = clientOf(services);
  await expect(askTemporal(client, 'default')).rejects.toThrow('Not enough hosts');
});
