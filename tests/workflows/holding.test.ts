import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noTimeSkipping } from '../support/test-server.ts';
import { day, openHarness, type Harness, type Journey } from './harness.ts';

const minute = 60_000;

describe.skipIf(noTimeSkipping())('a person', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
  });
  afterAll(() => harness.close());

  /** A journey at each of its waits. */
  const waits: readonly (readonly [string, () => Promise<Journey>])[] = [
    [
      'the approval of the first mail',
      async () => {
        const journey = await harness.begin();
        await journey.draftWaits(1);
        return journey;
      },
    ],
    ['the first week of silence', () => harness.begun()],
    [
      'the approval of the nudge',
      async () => {
        const journey = await harness.begun();
        await harness.pass(7 * day);
        await journey.draftWaits(2);
        return journey;
      },
    ],
    [
      'the last weeks of silence',
      async () => {
        const journey = await harness.begun();
        await harness.pass(7 * day);
        await journey.draftWaits(2);
        await journey.approve();
        await journey.waits(2);
        return journey;
      },
    ],
    [
      'the judgement of a reply',
      async () => {
        const journey = await harness.begun();
        await journey.hear('reply');
        await journey.converses();
        return journey;
      },
    ],
  ];

  test.each(waits)('may stop the journey while it waits for %s', async (_, wait) => {
    const journey = await wait();
    const sent = journey.did.sent.length;
    await journey.stop();
    await journey.ends('stopped');
    await harness.pass(40 * day);
    expect(journey.did.closed).toEqual(['stopped']);
    expect(journey.did.sent).toHaveLength(sent);
  });

  test('is heard also while the journey stores that a reply came', async () => {
    const journey = await harness.begun();
    journey.did.recording = () => journey.stop();
    await journey.hear('reply');
    await journey.ends('stopped');
  });

  test('is heard also while the journey stores that it is paused', async () => {
    const journey = await harness.begin();
    await journey.draftWaits(1);
    await journey.pause();
    journey.did.recording = () => journey.resume();
    await journey.settled('outreach-1', 'withdrawn');
    await journey.draftWaits(2);
  });

  test('may pause before a nudge is due: it is drafted when the journey is resumed', async () => {
    const journey = await harness.begun();
    await journey.pause();
    await journey.until('it says so', () => journey.did.stages.at(-1)?.next === undefined);
    await harness.pass(60 * day);
    expect(journey.did.drafted).toHaveLength(1);
    expect(journey.did.closed).toEqual([]);
    await journey.save('paused');
    await journey.resume();
    await journey.draftWaits(2);
  });

  test('may pause while the end is due: the journey ends when it is resumed', async () => {
    const journey = await harness.begun();
    await harness.pass(7 * day);
    await journey.draftWaits(2);
    await journey.skip();
    await journey.waits(2);
    await journey.pause();
    await harness.pass(60 * day);
    expect(journey.did.closed).toEqual([]);
    await journey.resume();
    await journey.ends('silent');
  });

  test('may put a journey off: the nudge comes after that date', async () => {
    const journey = await harness.begun();
    const until = (await harness.now()) + 30 * day;
    await journey.snooze(until);
    await journey.waits(2);
    expect(journey.did.stages.at(-1)?.next?.at).toBe(until);
    await harness.pass(30 * day - minute);
    expect(journey.did.drafted).toHaveLength(1);
    await harness.pass(minute);
    await journey.draftWaits(2);
    await journey.save('put-off-for-a-month');
  });

  test('is not obeyed twice for the same command', async () => {
    const journey = await harness.begun();
    await journey.say('pause', { id: 'the-same' });
    await journey.resume();
    await journey.say('pause', { id: 'the-same' });
    expect((await journey.state()).paused).toBe(false);
  });

  test('begins a journey that never sent a mail with a first mail', async () => {
    const journey = await harness.begin();
    await journey.draftWaits(1);
    await journey.stop();
    await journey.ends('stopped');
    await journey.reopen('outreach', { chapter: 'closed', outcome: 'stopped' });
    await journey.draftWaits(2);
    expect(journey.did.drafted.map(({ purpose }) => purpose)).toEqual(['outreach', 'outreach']);
    await journey.save('begun-anew');
  });

  test('goes on with one that has sent a first mail by a follow-up at once', async () => {
    const journey = await harness.begun();
    await journey.stop();
    await journey.ends('stopped');
    const quietSince = journey.did.sent[0]?.at;
    await journey.reopen('silence', { chapter: 'closed', outcome: 'stopped', quietSince });
    await journey.draftWaits(2);
    expect(journey.did.drafted[1]?.purpose).toBe('nudge');
    await journey.skip();
    await harness.pass(14 * day);
    await journey.closes('silent');
  });

  test('begins a journey anew while it is being stopped', async () => {
    const journey = await harness.begun();
    await journey.pause();
    journey.did.closing = async () => {
      journey.did.closing = undefined;
      await journey.reopen();
    };
    await journey.stop();
    await journey.draftWaits(2);
    expect(journey.did.drafted[1]?.purpose).toBe('outreach');
    expect((await journey.state()).paused).toBe(false);
  });

  test('who reopens a journey while an activity runs loses nothing that comes after', async () => {
    const journey = await harness.begun();
    await harness.pass(7 * day - minute);
    journey.did.drafting.push(async () => {
      await journey.reopen('silence');
      await journey.pause();
      await journey.hear('reply');
    });
    await harness.pass(minute);
    await journey.converses();
    expect(await journey.state()).toMatchObject({ paused: true, generation: 1 });
    expect((await journey.state()).unread).toHaveLength(1);
  });

  test('is not stopped again by a stop of before the reopening that is told twice', async () => {
    const journey = await harness.begun();
    await journey.say('stop', { id: 'outbox-old' });
    await journey.ends('stopped');
    const { heard } = await journey.state();
    await journey.reopen('outreach', { chapter: 'closed', outcome: 'stopped', heard });
    await journey.draftWaits(2);
    await journey.say('stop', { id: 'outbox-old' });
    await journey.say('stop', { id: 'outbox-older' });
    await harness.pass(day);
    expect(journey.did.closed).toEqual(['stopped']);
  });

  test('whose mailbox cannot be read gets no nudge until it can', async () => {
    const journey = await harness.begun();
    const now = await harness.now();
    for (let n = 1; n <= 3; n++)
      journey.did.drafting.push({ kind: 'held', retryAt: now + 7 * day + n * minute });
    await harness.pass(7 * day);
    expect(journey.did.drafted).toHaveLength(1);
    await harness.pass(day);
    await journey.draftWaits(2);
  });
});

describe.skipIf(noTimeSkipping())('a person who cuts a wait short', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await openHarness();
  });
  afterEach(() => harness.close());

  test('by resuming what was put off gets what is due at once', async () => {
    const journey = await harness.begun();
    await journey.snooze((await harness.now()) + 30 * day);
    await journey.waits(2);
    await harness.pass(20 * day);
    expect(journey.did.drafted).toHaveLength(1);
    await journey.resume();
    await journey.draftWaits(2);
  });

  test('by taking an approval back may give it again', async () => {
    const journey = await harness.begin();
    await journey.draftWaits(1);
    journey.did.sending.push({ kind: 'scheduled', at: (await harness.now()) + day });
    await journey.approve();
    await journey.until('it is scheduled', () => journey.did.attempts.length === 1);
    await journey.takeBack();
    expect(await journey.mail().result()).toBe('not_approved');
    expect(journey.did.sent).toEqual([]);
    await journey.approve();
    await journey.waits();
    expect(journey.did.sent).toHaveLength(1);
  });

  test('again and again makes no run long', async () => {
    const journey = await harness.begun();
    const first = await journey.handle.describe();
    for (let n = 0; n < 50; n++) {
      await journey.pause();
      await journey.resume();
    }
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect((await journey.state()).heard).toHaveLength(101);
    const now = await journey.handle.describe();
    expect(now.runId).not.toBe(first.runId);
    expect(now.historyLength).toBeLessThan(300);
  });
});

describe.skipIf(noTimeSkipping())('between two runs', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
  });
  afterAll(() => harness.close());

  test('no message is lost, and none is heard twice', { timeout: 60_000 }, async () => {
    const journey = await harness.begin();
    await journey.draftWaits(1);
    const ids: string[] = [];
    const say = async (id: string, name: 'lookAgain' | 'pause' | 'resume') => {
      ids.push(id);
      await journey.say(name, { id, generation: 99 });
    };
    const seams = (async () => {
      for (let n = 1; n <= 12; n++) {
        ids.push(`reopen-${n}`);
        const at = await harness.now();
        await journey.say('reopen', { chapter: 'outreach', at, id: `reopen-${n}`, generation: n });
      }
    })();
    await Promise.all([
      seams,
      ...Array.from({ length: 60 }, (_, n) => say(`look-${n}`, 'lookAgain')),
      ...Array.from({ length: 60 }, (_, n) => say(`hold-${n}`, n % 2 ? 'pause' : 'resume')),
    ]);
    // A query that meets a run at its end would stop the test server's clock: asked once, when all is quiet.
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    const { heard } = await journey.state();
    expect(ids.filter((id) => !heard.includes(id))).toEqual([]);
    expect(new Set(heard).size).toBe(heard.length);
  });
});
