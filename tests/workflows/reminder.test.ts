import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { journeyQueue } from '../../domain/task-queues.ts';
import { saveHistory } from '../support/histories.ts';
import { noTimeSkipping } from '../support/test-server.ts';
import { day, openHarness, until, type Harness } from './harness.ts';

describe.skipIf(noTimeSkipping())('a reminder by mail', () => {
  let harness: Harness;
  const answers: ((now: number) => number | undefined)[] = [];
  const tries: number[] = [];
  beforeAll(async () => {
    harness = await openHarness({
      async sendReminder() {
        const now = await harness.now();
        tries.push(now);
        return answers.shift()?.(now);
      },
    });
  });
  afterAll(() => harness.close());

  async function remind(reminderId: string) {
    tries.length = 0;
    const { workflow } = harness.client;
    const handle = await workflow.start('reminder', {
      workflowId: `reminder/${reminderId}`,
      taskQueue: journeyQueue,
      args: [{ reminderId }],
    });
    return handle;
  }

  test('is over when it has left', async () => {
    const handle = await remind('left');
    await handle.result();
    expect(tries).toHaveLength(1);
    saveHistory('reminder-left', await handle.fetchHistory());
  });

  test('that cannot leave is tried again at the time it was told, however far away', async () => {
    answers.push(
      (now) => now + day,
      (now) => now - 1,
    );
    const handle = await remind('put-off');
    await until('it was tried', () => tries.length === 1);
    await harness.pass(day);
    await handle.result();
    const [first = 0, second = 0, ...more] = tries;
    expect(second - first).toBeGreaterThanOrEqual(day);
    expect(more).toHaveLength(1);
    saveHistory('reminder-put-off', await handle.fetchHistory());
  });
});
