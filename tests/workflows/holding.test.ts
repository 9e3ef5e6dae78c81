import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sending } from '../../activities/results.ts';
import { pause } from '../../workflows/messages.ts';
import { noTimeSkipping } from '../support/test-server.ts';
import { day, openTheatre, type Story, type Theatre } from './theatre.ts';

const minute = 60_000;

describe.skipIf(noTimeSkipping())('a person', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  /** A journey at each of its waits. */
  const waits: readonly (readonly [string, () => Promise<Story>])[] = [
    [
      'the approval of the first mail',
      async () => {
        const story = await theatre.begin();
        await story.draftWaits(1);
        return story;
      },
    ],
    [
      'the time of an approved mail',
      async () => {
        const story = await theatre.begin();
        await story.draftWaits(1);
        story.cast.sending.push({ kind: 'scheduled', at: (await theatre.now()) + 3 * day });
        await story.approve();
        await story.until('it is scheduled', () => story.cast.attempts.length === 1);
        return story;
      },
    ],
    ['the first week of silence', () => theatre.begun()],
    [
      'the approval of the nudge',
      async () => {
        const story = await theatre.begun();
        await theatre.pass(7 * day);
        await story.draftWaits(2);
        return story;
      },
    ],
    [
      'the last weeks of silence',
      async () => {
        const story = await theatre.begun();
        await theatre.pass(7 * day);
        await story.draftWaits(2);
        await story.approve();
        await story.waits(2);
        return story;
      },
    ],
    [
      'the judgement of a reply',
      async () => {
        const story = await theatre.begun();
        await story.hear('reply');
        await story.converses();
        return story;
      },
    ],
  ];

  test.each(waits)('may stop the journey while it waits for %s', async (_, wait) => {
    const story = await wait();
    const sent = story.cast.sent.length;
    await story.stop();
    expect(await story.result()).toBe('stopped');
    await theatre.pass(40 * day);
    expect(story.cast.closed).toEqual(['stopped']);
    expect(story.cast.sent).toHaveLength(sent);
  });

  test.each(waits.slice(0, 5))('may pause while it waits for %s', async (_, wait) => {
    const story = await wait();
    const { drafted, attempts, closed } = story.cast;
    const before = { drafted: drafted.length, attempts: attempts.length };
    await story.pause();
    await story.approve();
    await theatre.pass(60 * day);
    expect({ drafted: drafted.length, attempts: attempts.length }).toEqual(before);
    expect(closed).toEqual([]);
    await story.resume();
    await story.until(
      'it goes on',
      () =>
        drafted.length > before.drafted || attempts.length > before.attempts || closed.length > 0,
    );
  });

  test('may put a journey off: the nudge comes after that date, or at once when resumed', async () => {
    const [put, called] = [await theatre.begun(), await theatre.begun()];
    const until = (await theatre.now()) + 30 * day;
    for (const story of [put, called]) {
      await story.snooze(until);
      await story.waits(2);
      expect(story.cast.stages.at(-1)?.next?.at).toBe(until);
    }
    await theatre.pass(20 * day);
    expect(put.cast.drafted).toHaveLength(1);
    await called.resume();
    await called.draftWaits(2);
    await theatre.pass(10 * day);
    await put.draftWaits(2);
    await put.save('put-off-for-a-month');
  });

  test('may put an approved mail off', async () => {
    const story = await theatre.begin();
    await story.draftWaits(1);
    const until = (await theatre.now()) + 5 * day;
    await story.snooze(until);
    await story.approve();
    await theatre.pass(4 * day);
    expect(story.cast.attempts).toEqual([]);
    await theatre.pass(day + minute);
    await story.waits();
    expect(story.cast.sent[0]?.at).toBeGreaterThanOrEqual(until);
  });

  test('may take an approval back until the mail has gone, and give it again', async () => {
    const story = await theatre.begin();
    await story.draftWaits(1);
    story.cast.sending.push({ kind: 'scheduled', at: (await theatre.now()) + day });
    await story.approve();
    await story.until('it is scheduled', () => story.cast.attempts.length === 1);
    await story.takeBack();
    await theatre.pass(3 * day);
    expect(story.cast.attempts).toHaveLength(1);
    await story.approve();
    await story.waits();
    expect(story.cast.sent).toHaveLength(1);
    await story.save('approval-taken-back-and-given-again');
  });

  test('may edit an approved draft, and has to approve it again', async () => {
    const story = await theatre.begin();
    await story.draftWaits(1);
    story.cast.sending.push({ kind: 'scheduled', at: (await theatre.now()) + day });
    await story.approve();
    await story.until('it is scheduled', () => story.cast.attempts.length === 1);
    await story.edit();
    await theatre.pass(3 * day);
    expect(story.cast.sent).toEqual([]);
    await expect(story.approve('outreach-1', 1)).rejects.toMatchObject({
      cause: { message: 'The draft was changed since.' },
    });
    await story.approve('outreach-1', 2);
    await story.waits();
  });

  test('cannot approve a draft that is no longer the one that waits', async () => {
    const story = await theatre.begun();
    await theatre.pass(7 * day);
    await story.draftWaits(2);
    await expect(story.approve('outreach-1')).rejects.toMatchObject({
      cause: { message: 'This draft is no longer the one that waits.' },
    });
  });

  test('is not asked twice by the same command', async () => {
    const story = await theatre.begun();
    const command = { id: 'the-same' };
    await story.handle.executeUpdate(pause, { args: [command] });
    await story.resume();
    await story.handle.executeUpdate(pause, { args: [command] });
    expect((await story.state()).paused).toBe(false);
  });

  test('begins a closed journey anew, with one draft', async () => {
    const story = await theatre.begun();
    await story.stop();
    expect(await story.result()).toBe('stopped');
    await story.reopenEnded();
    await story.draftWaits(2);
    await story.approve();
    await story.waits(2);
    expect(story.cast.drafted.map(({ purpose }) => purpose)).toEqual(['outreach', 'outreach']);
    expect(story.cast.withdrawn).toEqual([]);
    await story.save('begun-anew');
  });

  test('begins a journey anew while it is being stopped', async () => {
    const story = await theatre.begun();
    await story.pause();
    story.cast.closing = async () => {
      story.cast.closing = undefined;
      await story.reopen();
    };
    await story.stop();
    await story.draftWaits(2);
    expect(story.cast.drafted[1]?.purpose).toBe('outreach');
    expect((await story.state()).paused).toBe(false);
  });

  describe('while a mail cannot go', () => {
    const heldFor = (times: number, sending: (now: number) => Sending) => async (story: Story) => {
      for (let n = 0; n < times; n++)
        story.cast.sending.push(async () => sending(await theatre.now()));
    };
    const held = (now: number): Sending => ({ kind: 'held', retryAt: now + minute });

    test('sees it tried again until it goes', async () => {
      const story = await theatre.begin();
      await story.draftWaits(1);
      await heldFor(5, held)(story);
      await story.approve();
      await theatre.pass(day);
      await story.waits();
      expect(story.cast.attempts).toHaveLength(6);
      expect(story.cast.sent).toHaveLength(1);
      await story.save('held-and-tried-again');
    });

    test('may pause meanwhile', async () => {
      const story = await theatre.begin();
      await story.draftWaits(1);
      await heldFor(50, held)(story);
      await story.approve();
      await story.until('it is held', () => story.cast.attempts.length > 0);
      await story.pause();
      const tried = story.cast.attempts.length;
      await theatre.pass(30 * day);
      expect(story.cast.attempts.length).toBeLessThanOrEqual(tried + 1);
      story.cast.sending.splice(0);
      await story.resume();
      await story.waits();
      expect(story.cast.sent).toHaveLength(1);
    });

    test('may lose months without the story growing too long', { timeout: 60_000 }, async () => {
      const story = await theatre.begin();
      await story.draftWaits(1);
      await heldFor(250, held)(story);
      const first = await story.handle.describe();
      await story.approve();
      await theatre.pass(3 * day);
      await story.waits();
      expect(story.cast.sent).toHaveLength(1);
      expect(story.cast.drafted).toHaveLength(1);
      expect(story.cast.attempts).toHaveLength(251);
      const now = await story.handle.describe();
      expect(now.runId).not.toBe(first.runId);
      expect(now.historyLength).toBeLessThan(2_000);
    });

    test('a call to look again is heard at once', async () => {
      const story = await theatre.begin();
      await story.draftWaits(1);
      const later = (await theatre.now()) + 90 * day;
      story.cast.sending.push({ kind: 'held', retryAt: later });
      await story.approve();
      await story.until('it is held', () => story.cast.attempts.length === 1);
      await story.lookAgain();
      await story.waits();
      expect(await theatre.now()).toBeLessThan(later);
    });

    test('a scheduled mail goes at its time, and not before', async () => {
      const story = await theatre.begin();
      await story.draftWaits(1);
      const at = (await theatre.now()) + 3 * day;
      story.cast.sending.push({ kind: 'scheduled', at });
      await story.approve();
      await story.until('it is scheduled', () => story.cast.attempts.length === 1);
      await theatre.pass(3 * day - minute);
      expect(story.cast.attempts).toHaveLength(1);
      await theatre.pass(minute);
      await story.waits();
      expect(story.cast.sent[0]?.at).toBeGreaterThanOrEqual(at);
    });

    test('a mail of which nobody knows whether it went waits for the answer', async () => {
      const story = await theatre.begin();
      await story.draftWaits(1);
      story.cast.sending.push({ kind: 'unclear' });
      await story.approve();
      await story.until('it is unclear', () => story.cast.attempts.length === 1);
      await theatre.pass(60 * day);
      expect(story.cast.attempts).toHaveLength(1);
      await story.settle();
      await story.waits();
      expect(story.cast.attempts).toHaveLength(2);
      await story.save('unclear-until-settled');
    });

    test('a refused mail waits for another approval', async () => {
      const story = await theatre.begin();
      await story.draftWaits(1);
      story.cast.sending.push({ kind: 'refused', deadAddress: false });
      await story.approve();
      await story.until('it is refused', () => story.cast.attempts.length === 1);
      await theatre.pass(60 * day);
      expect(story.cast.attempts).toHaveLength(1);
      expect(story.cast.closed).toEqual([]);
      await story.approve();
      await story.waits();
    });

    test('news that overtook it and never arrive do not hold the story for ever', async () => {
      const story = await theatre.begun();
      await theatre.pass(7 * day);
      await story.draftWaits(2);
      for (let n = 0; n < 4; n++) story.cast.sending.push({ kind: 'overtaken' });
      await story.approve();
      await theatre.pass(day);
      await story.draftWaits(3);
      expect(story.cast.withdrawn).toEqual(['nudge-2']);
    });

    test('a mail that was skipped without the story knowing ends it as any skip does', async () => {
      const draft = { draftId: 'outreach-9', revision: 1 };
      const story = await theatre.begin({ draft });
      story.cast.sending.push({ kind: 'skipped' });
      expect(await story.until('it ends', () => story.cast.closed.length === 1)).toBeUndefined();
      expect(story.cast.closed).toEqual(['withdrawn']);
    });

    test('the nudge is not drafted as long as the mailbox cannot be read', async () => {
      const story = await theatre.begun();
      const now = await theatre.now();
      for (let n = 1; n <= 3; n++)
        story.cast.drafting.push({ kind: 'held', retryAt: now + 7 * day + n * minute });
      await theatre.pass(7 * day);
      expect(story.cast.drafted).toHaveLength(1);
      await theatre.pass(day);
      await story.draftWaits(2);
    });
  });
});
