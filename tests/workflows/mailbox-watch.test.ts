import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailboxWatchId } from '../../domain/journey.ts';
import { saveHistory } from '../support/histories.ts';
import { noTimeSkipping } from '../support/test-server.ts';
import { openHarness, type Harness } from './harness.ts';

describe.skipIf(noTimeSkipping())('the watch of a mailbox', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
  });
  afterAll(() => harness.close());

  async function watch(watchMailbox: () => Promise<'removed' | 'again'>) {
    const { environment } = harness;
    const watcher = await Worker.create({
      connection: environment.nativeConnection,
      taskQueue: 'mailboxes',
      activities: { watchMailbox },
    });
    const mailboxId = randomUUID();
    const handle = await watcher.runUntil(async () => {
      const started = await environment.client.workflow.start('mailboxWatch', {
        workflowId: mailboxWatchId(mailboxId),
        taskQueue: 'journeys',
        args: [{ mailboxId }],
      });
      await started.result();
      return environment.client.workflow.getHandle(started.workflowId);
    });
    return handle;
  }

  test('goes on for as long as the mailbox is connected, and ends when it is removed', async () => {
    const answers = ['again', 'again', 'removed'] as const;
    let watched = 0;
    const handle = await watch(() => Promise.resolve(answers[watched++] ?? 'removed'));
    expect(watched).toBe(3);
    saveHistory('mailbox-removed', await handle.fetchHistory());
  });

  test('is taken up again after a failure', async () => {
    let watched = 0;
    await watch(async () => {
      if (++watched < 3) throw new Error('PostgreSQL is away.');
      return 'removed';
    });
    expect(watched).toBe(3);
  });
});
