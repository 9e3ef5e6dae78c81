import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noTimeSkipping } from '../support/test-server.ts';
import { day, openTheatre, type Theatre } from './theatre.ts';

describe.skipIf(noTimeSkipping())('a journey', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  test('drafts the first mail and sends nothing before the approval', async () => {
    const story = await theatre.begin();
    await story.draftWaits(1);
    await theatre.pass(60 * day);
    expect(story.cast.drafted).toMatchObject([{ purpose: 'outreach' }]);
    expect(story.cast.sent).toEqual([]);
    await story.approve();
    await story.waits();
    expect(story.cast.sent).toMatchObject([{ draftId: 'outreach-1' }]);
    await story.save('outreach-waits-two-months-for-its-approval');
  });

  test('nudges after a week of silence, and not before', async () => {
    const story = await theatre.begun();
    await theatre.pass(7 * day - 60_000);
    expect(story.cast.drafted).toHaveLength(1);
    await theatre.pass(60_000);
    await story.draftWaits(2);
    const [first] = story.cast.sent;
    const nudge = story.cast.drafted[1];
    expect(nudge?.purpose).toBe('nudge');
    expect(nudge?.at).toBeGreaterThanOrEqual((first?.at ?? 0) + 7 * day);
  });

  test('does not nudge when an answer comes within the week', async () => {
    const story = await theatre.begun();
    await theatre.pass(6 * day);
    await story.hear('reply');
    await story.converses();
    await theatre.pass(30 * day);
    expect(story.cast.drafted).toHaveLength(1);
    expect(story.cast.closed).toEqual([]);
    await story.save('answered-within-the-week');
  });

  test('gives up two weeks after the nudge', async () => {
    const story = await theatre.begun();
    await theatre.pass(7 * day);
    await story.draftWaits(2);
    await theatre.pass(3 * day);
    await story.approve();
    await story.waits(2);
    await theatre.pass(14 * day - 60_000);
    expect(story.cast.closed).toEqual([]);
    expect(await story.result()).toBe('silent');
    expect(story.cast.closed).toEqual(['silent']);
    const nudge = story.cast.sent[1];
    expect(await theatre.now()).toBeGreaterThanOrEqual((nudge?.at ?? 0) + 14 * day);
    await story.save('silent-after-a-nudge');
  });

  test('an answer to the nudge ends the waiting', async () => {
    const story = await theatre.begun();
    await theatre.pass(7 * day);
    await story.draftWaits(2);
    await story.approve();
    await story.waits(2);
    await theatre.pass(13 * day);
    await story.hear('reply');
    await story.converses();
    await theatre.pass(5 * day);
    expect(story.cast.closed).toEqual([]);
    await story.save('answered-after-the-nudge');
  });

  test('a skipped first mail withdraws the journey', async () => {
    const story = await theatre.begin();
    await story.draftWaits(1);
    await story.skip();
    expect(await story.result()).toBe('withdrawn');
    expect(story.cast.attempts).toEqual([]);
    await story.save('outreach-skipped');
  });

  test('a skipped nudge counts as the last one: two weeks later the journey ends', async () => {
    const story = await theatre.begun();
    await theatre.pass(7 * day);
    await story.draftWaits(2);
    await theatre.pass(4 * day);
    const skipped = await theatre.now();
    await story.skip();
    await story.waits(2);
    await theatre.pass(14 * day - 60_000);
    expect(story.cast.closed).toEqual([]);
    expect(await story.result()).toBe('silent');
    expect(await theatre.now()).toBeGreaterThanOrEqual(skipped + 14 * day);
    expect(story.cast.drafted).toHaveLength(2);
    await story.save('nudge-skipped');
  });

  test('nudges as often as its policy says, or never', async () => {
    const policy = { nudgeAfter: 'P3D', giveUpAfter: 'P5D' };
    const twice = await theatre.begin({ policy: { ...policy, maxNudges: 2 } });
    const never = await theatre.begin({ policy: { ...policy, maxNudges: 0 } });
    for (const story of [twice, never]) {
      await story.draftWaits(1);
      await story.approve();
      await story.waits();
    }
    await theatre.pass(3 * day);
    await twice.draftWaits(2);
    await twice.approve();
    await twice.waits(2);
    await theatre.pass(3 * day);
    await twice.draftWaits(3);
    await twice.approve();
    expect(await twice.result()).toBe('silent');
    expect(await never.result()).toBe('silent');
    expect(twice.cast.drafted.map(({ purpose }) => purpose)).toEqual([
      'outreach',
      'nudge',
      'nudge',
    ]);
    expect(never.cast.drafted).toHaveLength(1);
  });

  test('new rules bind a running journey', async () => {
    const story = await theatre.begun();
    await story.changePolicy({ nudgeAfter: 'P2D', maxNudges: 1, giveUpAfter: 'P1D' });
    await story.waits(2);
    await theatre.pass(2 * day);
    await story.draftWaits(2);
    await story.approve();
    expect(await story.result()).toBe('silent');
  });

  test('an absence with a return date moves the nudge to after it', async () => {
    const story = await theatre.begun();
    await theatre.pass(day);
    const back = (await theatre.now()) + 19 * day;
    await story.hear('auto_reply', { until: back });
    await story.waits(2);
    expect(story.cast.stages.at(-1)?.next).toMatchObject({
      at: back,
      why: expect.stringContaining('away') as string,
    });
    await theatre.pass(19 * day - 60_000);
    expect(story.cast.drafted).toHaveLength(1);
    await theatre.pass(61_000);
    await story.draftWaits(2);
    await story.save('away-until-a-date');
  });

  test('an automatic reply without a date changes no clock', async () => {
    const story = await theatre.begun();
    await theatre.pass(6 * day);
    await story.hear('auto_reply');
    await theatre.pass(day);
    await story.draftWaits(2);
  });

  test('an absence that begins while the nudge waits for its approval takes the nudge back', async () => {
    const story = await theatre.begun();
    await theatre.pass(7 * day);
    await story.draftWaits(2);
    await story.hear('auto_reply', { until: (await theatre.now()) + 10 * day });
    await story.until('the nudge is withdrawn', () => story.cast.withdrawn.length === 1);
    await theatre.pass(10 * day);
    await story.draftWaits(3);
    expect(story.cast.withdrawn).toEqual(['nudge-2']);
    expect(story.cast.drafted[2]).toMatchObject({ purpose: 'nudge' });
  });

  test("the user's own mail restarts the clock", async () => {
    const story = await theatre.begun();
    await theatre.pass(5 * day);
    await story.hear('by_hand');
    await story.waits(2);
    await theatre.pass(7 * day - 60_000);
    expect(story.cast.drafted).toHaveLength(1);
    await theatre.pass(61_000);
    await story.draftWaits(2);
    await story.save('written-by-hand');
  });

  test("the user's own mail takes back the nudge that waits, and restarts the clock", async () => {
    const story = await theatre.begun();
    await theatre.pass(7 * day);
    await story.draftWaits(2);
    await theatre.pass(day);
    await story.hear('by_hand');
    await story.until('the nudge is withdrawn', () => story.cast.withdrawn.length === 1);
    await story.waits(2);
    await theatre.pass(6 * day);
    expect(story.cast.drafted).toHaveLength(2);
    await theatre.pass(day + 60_000);
    await story.draftWaits(3);
    expect(story.cast.attempts).toHaveLength(1);
  });

  test('a mail that was written by hand instead of the first draft begins the silence', async () => {
    const story = await theatre.begin();
    await story.draftWaits(1);
    await story.hear('by_hand');
    await story.waits();
    expect(story.cast.withdrawn).toEqual(['outreach-1']);
    await theatre.pass(7 * day);
    await story.draftWaits(2);
    expect(story.cast.drafted[1]?.purpose).toBe('nudge');
  });

  test('a permanent bounce closes the journey; a temporary one changes nothing', async () => {
    const dead = await theatre.begun();
    await dead.hear('bounce', { deadAddress: true });
    expect(await dead.result()).toBe('bounced');
    await dead.save('bounced');
    const late = await theatre.begun();
    await late.hear('bounce');
    await theatre.pass(7 * day);
    await late.draftWaits(2);
  });

  test('an address that the server refuses closes the journey', async () => {
    const story = await theatre.begin();
    await story.draftWaits(1);
    story.cast.sending.push({ kind: 'refused', deadAddress: true });
    await story.approve();
    expect(await story.result()).toBe('bounced');
    expect(story.cast.closed).toEqual(['bounced']);
  });

  test('an opt-out ends the journey in any chapter', async () => {
    const drafting = await theatre.begin();
    await drafting.draftWaits(1);
    const silent = await theatre.begun();
    const nudging = await theatre.begun();
    await theatre.pass(7 * day);
    await nudging.draftWaits(2);
    await silent.draftWaits(2);
    const talking = await theatre.begun();
    await talking.hear('reply');
    await talking.converses();
    for (const story of [drafting, silent, nudging, talking]) {
      await story.hear('opt_out');
      expect(await story.result()).toBe('opted_out');
      expect(story.cast.closed).toEqual(['opted_out']);
      const sent = story.cast.sent.length;
      await theatre.pass(30 * day);
      expect(story.cast.sent).toHaveLength(sent);
    }
    await talking.save('opted-out-in-a-conversation');
  });

  test('the removal of the contact ends the journey at its next step', async () => {
    const story = await theatre.begun();
    story.cast.gone = true;
    expect(await story.result()).toBe('withdrawn');
  });

  test('a journey that is started anew from PostgreSQL goes on where it was', async () => {
    const now = await theatre.now();
    const silent = await theatre.begin({ chapter: 'silence', quietSince: now - 5 * day });
    await silent.waits();
    expect(silent.cast.stages[0]?.next?.at).toBe(now + 2 * day);
    const draft = { draftId: 'nudge-1', revision: 1 };
    const nudging = await theatre.begin({ chapter: 'silence', quietSince: now - 9 * day, draft });
    nudging.cast.approved.add('nudge-1');
    await nudging.waits();
    expect(nudging.cast.drafted).toEqual([]);
    expect(nudging.cast.sent).toMatchObject([{ draftId: 'nudge-1' }]);
    expect(nudging.cast.stages[0]?.state).toMatchObject({
      chapter: 'silence',
      nudges: 1,
      quietSince: nudging.cast.sent[0]?.at,
    });
  });
});
