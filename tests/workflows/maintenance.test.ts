import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { journeyQueue } from '../../domain/task-queues.ts';
import { saveHistory } from '../support/histories.ts';
import { noTimeSkipping } from '../support/test-server.ts';
import { openHarness, type Harness } from './harness.ts';

describe.skipIf(noTimeSkipping())('maintenance', () => {
  let harness: Harness;
  const did: string[] = [];
  let failures = 0;
  beforeAll(async () => {
    const work = (what: string) => async () => {
      did.push(what);
      if (failures-- > 0) throw new Error('PostgreSQL is away.');
    };
    harness = await openHarness({ sweepStalled: work('sweep'), pruneOld: work('prune') });
  });
  afterAll(() => harness.close());

  async function run(type: 'sweep' | 'cleanUp') {
    did.length = 0;
    const { workflow } = harness.client;
    const started = { workflowId: `${type}-test`, taskQueue: journeyQueue, args: [] };
    const handle = await workflow.start(type, started);
    await handle.result();
    return handle;
  }

  test.each([
    ['sweep', 'sweep'],
    ['cleanUp', 'prune'],
  ] as const)('%s does its work once', async (type, what) => {
    const handle = await run(type);
    expect(did).toEqual([what]);
    saveHistory(`maintenance-${what}`, await handle.fetchHistory());
  });

  test('is tried again while PostgreSQL is away, and leaves the rest to its next time', async () => {
    failures = 2;
    await run('sweep');
    expect(did).toHaveLength(3);
    failures = 3;
    await expect(run('cleanUp')).rejects.toThrow();
    expect(did).toHaveLength(3);
  });
});
