import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noTimeSkipping, timeSkipping } from '../support/test-server.ts';

const day = 86_400_000;

describe.skipIf(noTimeSkipping())('a journey that a new version tells otherwise', () => {
  let environment: TestWorkflowEnvironment;
  beforeAll(async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
    environment = await timeSkipping();
  });
  afterAll(() => environment.teardown());

  const bundle = async (version: string) => {
    const { code } = await bundleWorkflowCode({
      workflowsPath: join(import.meta.dirname, '..', 'support', 'patched', `${version}.ts`),
      logger: new DefaultLogger('ERROR'),
    });
    return { code };
  };
  const under = async <T>(version: string, work: () => Promise<T>): Promise<T> => {
    const worker = await Worker.create({
      connection: environment.nativeConnection,
      taskQueue: 'errands',
      workflowBundle: await bundle(version),
      // Nothing is kept for the worker that is gone.
      maxCachedWorkflows: 0,
    });
    return worker.runUntil(work);
  };
  const begin = () =>
    environment.client.workflow.start('errand', {
      workflowId: randomUUID(),
      taskQueue: 'errands',
      workflowTaskTimeout: '2s',
    });

  test('ends as it began for those who began before, and as changed for the others', async () => {
    const old = await under('first', async () => {
      const handle = await begin();
      await environment.sleep(2 * day);
      return handle;
    });
    await under('second', async () => {
      const young = await begin();
      expect(await old.result()).toBe('done');
      expect(await young.result()).toBe('done and rested');
    });
    const history = await old.fetchHistory();
    await Worker.runReplayHistory({ workflowBundle: await bundle('second') }, history);
    await expect(
      Worker.runReplayHistory({ workflowBundle: await bundle('careless') }, history),
    ).rejects.toMatchObject({ name: 'DeterminismViolationError' });
  });
});
