import { readFileSync } from 'node:fs';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { savedHistories, textsIn } from '../support/histories.ts';

beforeAll(() => Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] }));

const histories = savedHistories();
const bundle = () => ({ codePath: inject('workflowBundle') });

describe('a journey that an earlier version began', () => {
  test.each(histories)('goes on under this one: $name', async ({ history }) => {
    await Worker.runReplayHistory({ workflowBundle: bundle() }, history);
  });

  test('is of each kind', () => {
    const kinds = [
      'silent',
      'answered',
      'declined',
      'bounced',
      'opted-out',
      'away',
      'mail',
      'agreeing',
      'met',
      'paused',
      'mailbox',
      'meeting-clock',
      'thanked',
      'checked-in',
      'reminder',
      'maintenance',
    ];
    const names = histories.map(({ name }) => name);
    for (const kind of kinds)
      expect(names, kind).toContainEqual(expect.stringContaining(kind) as string);
  });

  test('would not, had the journey lost a step', async () => {
    const code = readFileSync(bundle().codePath, 'utf8');
    const mutated = code.replace(
      /async function silence\(/,
      'async function silence() { return { end: "silent" }; }\nasync function silence_(',
    );
    expect(mutated).not.toBe(code);
    const [silent] = histories.filter(({ name }) => name.endsWith('silent-after-a-nudge/2'));
    await expect(
      Worker.runReplayHistory({ workflowBundle: { code: mutated } }, silent?.history),
    ).rejects.toMatchObject({ name: 'DeterminismViolationError' });
  });

  test('tells of nobody: the histories hold ids, and no address or word of a mail', () => {
    const addresses = histories.flatMap(({ history }) =>
      textsIn(history).filter(
        (text) => /[\w.]+@[\w-]+\.\w+/.test(text) && !text.startsWith('@temporalio'),
      ),
    );
    expect(addresses).toEqual([]);
  });
});
