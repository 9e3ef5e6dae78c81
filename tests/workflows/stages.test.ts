import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historiesOf } from '../support/runs.ts';
import { noTimeSkipping } from '../support/test-server.ts';
import { day, openHarness, until, type Harness, type Journey } from './harness.ts';

describe.skipIf(noTimeSkipping())('where a journey stands', () => {
  let harness: Harness;
  /** Whether PostgreSQL answers within the workflow's own task. */
  let slow = false;
  /** Whether the person was removed. */
  let gone = false;
  const stored: string[] = [];
  beforeAll(async () => {
    harness = await openHarness({
      recordStage({ stage }) {
        if (slow && Context.current().info.isLocal)
          return Promise.reject(new Error('PostgreSQL is away'));
        if (gone)
          return Promise.reject(ApplicationFailure.nonRetryable('Contact removed.', 'ContactGone'));
        stored.push(stage);
        return Promise.resolve();
      },
    });
  });
  afterAll(() => harness.close());

  /** Of all runs of a journey: the names of its activities, and how many were local. */
  async function activitiesOf({ handle }: Journey) {
    const events = (await historiesOf(harness.client, handle.workflowId)).flatMap(
      (run) => run.events ?? [],
    );
    const names = events.flatMap(
      (event) => event.activityTaskScheduledEventAttributes?.activityType?.name ?? [],
    );
    return { names, local: events.filter((event) => event.markerRecordedEventAttributes).length };
  }

  async function waiting(given: { readonly localStages?: boolean } = {}): Promise<Journey> {
    stored.length = 0;
    const quietSince = await harness.now();
    const journey = await harness.begin({ chapter: 'silence', quietSince }, given);
    await until('its stage is stored', () => stored.includes('waiting'));
    return journey;
  }

  test('is stored within the workflow’s own task', async () => {
    slow = false;
    const journey = await waiting();
    await harness.pass(8 * day);
    await journey.draftWaits(1);
    expect(await activitiesOf(journey)).toEqual({ names: ['draftMail'], local: 1 });
    await journey.save('stage-stored-at-once');
  });

  test('is stored by an activity, which tries on, when that does not succeed', async () => {
    slow = true;
    const journey = await waiting();
    await harness.pass(8 * day);
    await journey.draftWaits(1);
    expect(await activitiesOf(journey)).toEqual({ names: ['recordStage', 'draftMail'], local: 1 });
    await journey.save('stage-stored-later');
  });

  test('of a person who was removed is stored nowhere, and the journey ends', async () => {
    slow = false;
    gone = true;
    const journey = await harness.begin({ chapter: 'silence', quietSince: await harness.now() });
    expect(await journey.result()).toBe('withdrawn');
    gone = false;
  });

  test('is stored by an activity in a run that an earlier version began, and the next run differs', async () => {
    slow = false;
    const journey = await waiting({ localStages: false });
    expect(await activitiesOf(journey)).toEqual({ names: ['recordStage'], local: 0 });
    await journey.hear('reply');
    await until(
      'the next run has stored one',
      async () => (await activitiesOf(journey)).local === 1,
    );
    expect(await activitiesOf(journey)).toEqual({ names: ['recordStage'], local: 1 });
  });
});
