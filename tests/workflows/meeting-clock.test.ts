import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meetingId } from '../../domain/journey.ts';
import { journeyQueue } from '../../domain/task-queues.ts';
import { saveHistory } from '../support/histories.ts';
import { noTimeSkipping } from '../support/test-server.ts';
import { day, openHarness, until, type Harness } from './harness.ts';

describe.skipIf(noTimeSkipping())('the clock of a meeting', () => {
  let harness: Harness;
  /** What PostgreSQL says at each look: when the next thing is due. */
  let row: (now: number) => number | undefined | Promise<number | undefined> = () => undefined;
  const looks: number[] = [];
  beforeAll(async () => {
    harness = await openHarness({
      async meetingStep() {
        const now = await harness.now();
        looks.push(now);
        return row(now);
      },
    });
  });
  afterAll(() => harness.close());

  async function begin(id: string, says: typeof row) {
    looks.length = 0;
    row = says;
    return harness.client.workflow.start('meeting', {
      workflowId: meetingId(id),
      taskQueue: journeyQueue,
      args: [{ meetingId: id }],
    });
  }

  /** A day after each look, until there were so many. */
  async function daysPass(most: number) {
    for (let count = 1; count <= most; count += 1) {
      await until(`look ${count}`, () => looks.length >= count);
      if (count < most) await harness.pass(day);
    }
  }

  test('looks again whenever something is due, and ends after the last', async () => {
    const handle = await begin('kept', (now) => (looks.length < 4 ? now + day : undefined));
    await daysPass(4);
    await handle.result();
    expect(looks).toHaveLength(4);
    for (const [index, at] of looks.entries())
      expect(at - looks[0]!).toBeGreaterThanOrEqual(index * day);
    saveHistory('meeting-clock-kept', await handle.fetchHistory());
  });

  test('looks at once when the meeting was moved, and goes by its new time', async () => {
    const handle = await begin('moved', (now) => now + 30 * day);
    await until('it has looked', () => looks.length === 1);
    row = (now) => (looks.length === 2 ? now + day : undefined);
    await handle.signal('lookAgain');
    await until('it looks again', () => looks.length === 2);
    await harness.pass(day);
    await handle.result();
    expect(looks[2]! - looks[1]!).toBeLessThan(2 * day);
    saveHistory('meeting-clock-moved', await handle.fetchHistory());
  });

  test('hears a move that comes while it looks for the last time', async () => {
    const handle = await begin('late-move', async () => {
      if (looks.length === 1) await handle.signal('lookAgain');
      return undefined;
    });
    await handle.result();
    expect(looks).toHaveLength(2);
  });

  test('ends when the person was removed', async () => {
    const handle = await begin('gone', () => {
      throw ApplicationFailure.nonRetryable('Contact removed.', 'ContactGone');
    });
    await handle.result();
    expect(looks).toHaveLength(1);
  });

  test('of a meeting that is moved time and again keeps its runs short', async () => {
    const handle = await begin('often-moved', (now) => (looks.length < 20 ? now + day : undefined));
    await daysPass(20);
    await handle.result();
    expect(looks).toHaveLength(20);
    const { events } = await handle.fetchHistory();
    expect(events?.length).toBeLessThan(40);
  });
});
