import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sending } from '../../activities/results.ts';
import { saveHistory } from '../support/histories.ts';
import { noTimeSkipping } from '../support/test-server.ts';
import { day, openHarness, type Harness } from './harness.ts';

const minute = 60_000;

describe.skipIf(noTimeSkipping())('a mail on its way', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
  });
  afterAll(() => harness.close());

  /** A journey whose first mail is about to be approved; `answers` are those of the send step. */
  async function drafted(...answers: (Sending | (() => Promise<Sending>))[]) {
    const journey = await harness.begin();
    await journey.draftWaits(1);
    journey.did.sending.push(...answers);
    return journey;
  }

  test('goes when it is approved, and its journey hears of it', async () => {
    const journey = await drafted();
    await journey.approve();
    expect(await journey.mail().result()).toBe('sent');
    await journey.waits();
    saveHistory('mail-sent', await journey.mail().fetchHistory());
  });

  test('goes at its time, and not before', async () => {
    const at = (await harness.now()) + 3 * day;
    const journey = await drafted({ kind: 'scheduled', at });
    await journey.approve();
    await journey.until('it is scheduled', () => journey.did.attempts.length === 1);
    await harness.pass(3 * day - minute);
    expect(journey.did.attempts).toHaveLength(1);
    await harness.pass(minute);
    await journey.waits();
    expect(journey.did.sent[0]?.at).toBeGreaterThanOrEqual(at);
    saveHistory('mail-scheduled', await journey.mail().fetchHistory());
  });

  test('that is held looks again when it is called', async () => {
    const later = (await harness.now()) + 90 * day;
    const journey = await drafted({ kind: 'held', retryAt: later });
    await journey.approve();
    await journey.until('it is held', () => journey.did.attempts.length === 1);
    await journey.wake('outreach-1');
    await journey.waits();
    expect(await harness.now()).toBeLessThan(later);
  });

  test('that is held again and again is tried less and less often, and goes in the end', async () => {
    const journey = await drafted(
      ...Array.from({ length: 20 }, () => async (): Promise<Sending> => ({
        kind: 'held',
        retryAt: (await harness.now()) + minute,
      })),
    );
    await journey.approve();
    await harness.pass(day);
    await journey.waits();
    const times = journey.did.attempts.map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(minute);
    expect(Math.max(...gaps)).toBeLessThan(12 * minute);
    expect(gaps.at(-1)).toBeGreaterThan(5 * minute);
  });

  test('that is held for days goes on in a new run', { timeout: 60_000 }, async () => {
    const journey = await drafted(
      ...Array.from({ length: 150 }, () => async (): Promise<Sending> => ({
        kind: 'held',
        retryAt: (await harness.now()) + minute,
      })),
    );
    await journey.approve();
    const first = await journey.mail().describe();
    await harness.pass(3 * day);
    await journey.waits();
    expect((await journey.mail().describe()).runId).not.toBe(first.runId);
    expect((await journey.mail().describe()).historyLength).toBeLessThan(600);
  });

  test.each(['not_approved', 'overtaken', 'unclear'] as const)(
    'that is %s ends, and begins again with another approval',
    async (kind) => {
      const journey = await drafted({ kind });
      await journey.approve();
      expect(await journey.mail().result()).toBe(kind === 'overtaken' ? 'withdrawn' : kind);
      await harness.pass(60 * day);
      expect(journey.did.attempts).toHaveLength(1);
      await journey.approve();
      await journey.waits();
      expect(journey.did.sent).toHaveLength(1);
    },
  );

  test('that is called while it finds no approval looks again', async () => {
    const journey = await drafted();
    journey.did.sending.push(async () => {
      await journey.approve();
      return { kind: 'not_approved' };
    });
    await journey.wake('outreach-1');
    await journey.waits();
    expect(journey.did.attempts).toHaveLength(2);
  });

  test('whose person was removed ends', async () => {
    const journey = await drafted();
    journey.did.gone = true;
    await journey.wake('outreach-1');
    expect(await journey.mail().result()).toBe('withdrawn');
  });

  test('is no way to send: a call without an approval sends nothing', async () => {
    const journey = await drafted();
    await journey.wake('outreach-1');
    expect(await journey.mail().result()).toBe('not_approved');
    expect(journey.did.sent).toEqual([]);
  });
});
