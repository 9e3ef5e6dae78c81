import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noTimeSkipping } from '../support/test-server.ts';
import { day, openHarness, type Harness } from './harness.ts';

describe.skipIf(noTimeSkipping())('a journey', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
  });
  afterAll(() => harness.close());

  test('drafts the first mail and sends nothing before the approval', async () => {
    const journey = await harness.begin();
    await journey.draftWaits(1);
    await harness.pass(60 * day);
    expect(journey.did.drafted).toMatchObject([{ purpose: 'outreach' }]);
    expect(journey.did.sent).toEqual([]);
    await journey.approve();
    await journey.waits();
    expect(journey.did.sent).toMatchObject([{ draftId: 'outreach-1' }]);
    await journey.save('outreach-waits-two-months-for-its-approval');
  });

  test('nudges after a week of silence, and not before', async () => {
    const journey = await harness.begun();
    await harness.pass(7 * day - 60_000);
    expect(journey.did.drafted).toHaveLength(1);
    await harness.pass(60_000);
    await journey.draftWaits(2);
    const [first] = journey.did.sent;
    const nudge = journey.did.drafted[1];
    expect(nudge?.purpose).toBe('nudge');
    expect(nudge?.at).toBeGreaterThanOrEqual((first?.at ?? 0) + 7 * day);
  });

  test('does not nudge when an answer comes within the week', async () => {
    const journey = await harness.begun();
    await harness.pass(6 * day);
    await journey.hear('reply');
    await journey.converses();
    await harness.pass(30 * day);
    expect(journey.did.drafted).toHaveLength(1);
    expect(journey.did.closed).toEqual([]);
    await journey.save('answered-within-the-week');
  });

  test('gives up two weeks after the nudge', async () => {
    const journey = await harness.begun();
    await harness.pass(7 * day);
    await journey.draftWaits(2);
    await harness.pass(3 * day);
    await journey.approve();
    await journey.waits(2);
    await harness.pass(14 * day - 60_000);
    expect(journey.did.closed).toEqual([]);
    await harness.pass(60_000);
    await journey.ends('silent');
    expect(journey.did.closed).toEqual(['silent']);
    const nudge = journey.did.sent[1];
    expect(await harness.now()).toBeGreaterThanOrEqual((nudge?.at ?? 0) + 14 * day);
    await journey.save('silent-after-a-nudge');
  });

  test('an answer to the nudge ends the waiting', async () => {
    const journey = await harness.begun();
    await harness.pass(7 * day);
    await journey.draftWaits(2);
    await journey.approve();
    await journey.waits(2);
    await harness.pass(13 * day);
    await journey.hear('reply');
    await journey.converses();
    await harness.pass(5 * day);
    expect(journey.did.closed).toEqual([]);
    await journey.save('answered-after-the-nudge');
  });

  test('a skipped first mail withdraws the journey', async () => {
    const journey = await harness.begin();
    await journey.draftWaits(1);
    await journey.skip();
    await journey.ends('withdrawn');
    expect(journey.did.attempts).toEqual([]);
    await journey.save('outreach-skipped');
  });

  test('a skipped nudge counts as the last one: two weeks later the journey ends', async () => {
    const journey = await harness.begun();
    await harness.pass(7 * day);
    await journey.draftWaits(2);
    await harness.pass(4 * day);
    const skipped = await harness.now();
    await journey.skip();
    await journey.waits(2);
    await harness.pass(14 * day - 60_000);
    expect(journey.did.closed).toEqual([]);
    await harness.pass(60_000);
    await journey.ends('silent');
    expect(await harness.now()).toBeGreaterThanOrEqual(skipped + 14 * day);
    expect(journey.did.drafted).toHaveLength(2);
    await journey.save('nudge-skipped');
  });

  test('nudges as often as its policy says, or never', async () => {
    const policy = { nudgeAfter: 'P3D', giveUpAfter: 'P5D' };
    const twice = await harness.begin({ policy: { ...policy, maxNudges: 2 } });
    const never = await harness.begin({ policy: { ...policy, maxNudges: 0 } });
    for (const journey of [twice, never]) {
      await journey.draftWaits(1);
      await journey.approve();
      await journey.waits();
    }
    await harness.pass(3 * day);
    await twice.draftWaits(2);
    await twice.approve();
    await twice.waits(2);
    await harness.pass(3 * day);
    await twice.draftWaits(3);
    await twice.approve();
    await twice.waits(3);
    await harness.pass(5 * day);
    await twice.ends('silent');
    await never.ends('silent');
    expect(twice.did.drafted.map(({ purpose }) => purpose)).toEqual(['outreach', 'nudge', 'nudge']);
    expect(never.did.drafted).toHaveLength(1);
  });

  test('new rules bind a running journey', async () => {
    const journey = await harness.begun();
    await journey.changePolicy({ nudgeAfter: 'P2D', maxNudges: 1, giveUpAfter: 'P1D' });
    await journey.waits(2);
    await harness.pass(2 * day);
    await journey.draftWaits(2);
    await journey.approve();
    await journey.waits(3);
    await harness.pass(day);
    await journey.ends('silent');
  });

  test('an absence with a return date moves the nudge to after it', async () => {
    const journey = await harness.begun();
    await harness.pass(day);
    const back = (await harness.now()) + 19 * day;
    await journey.hear('auto_reply', { until: back });
    await journey.waits(2);
    expect(journey.did.stages.at(-1)?.next).toMatchObject({
      at: back,
      why: expect.stringContaining('away') as string,
    });
    await harness.pass(19 * day - 60_000);
    expect(journey.did.drafted).toHaveLength(1);
    await harness.pass(61_000);
    await journey.draftWaits(2);
    await journey.save('away-until-a-date');
  });

  test('an automatic reply without a date changes no clock', async () => {
    const journey = await harness.begun();
    await harness.pass(6 * day);
    await journey.hear('auto_reply');
    await harness.pass(day);
    await journey.draftWaits(2);
  });

  test('an absence that begins while the nudge waits for its approval takes the nudge back', async () => {
    const journey = await harness.begun();
    await harness.pass(7 * day);
    await journey.draftWaits(2);
    await journey.hear('auto_reply', { until: (await harness.now()) + 10 * day });
    await journey.settled('nudge-2', 'withdrawn');
    await journey.waits(2);
    await harness.pass(10 * day);
    await journey.draftWaits(3);
    expect(journey.did.drafted[2]).toMatchObject({ purpose: 'nudge', again: undefined });
  });

  test("the user's own mail restarts the clock", async () => {
    const journey = await harness.begun();
    await harness.pass(5 * day);
    await journey.hear('by_hand');
    await journey.waits(2);
    await harness.pass(7 * day - 60_000);
    expect(journey.did.drafted).toHaveLength(1);
    await harness.pass(61_000);
    await journey.draftWaits(2);
    await journey.save('written-by-hand');
  });

  test("the user's own mail takes back the nudge that waits, and restarts the clock", async () => {
    const journey = await harness.begun();
    await harness.pass(7 * day);
    await journey.draftWaits(2);
    await harness.pass(day);
    await journey.hear('by_hand');
    await journey.settled('nudge-2', 'withdrawn');
    await journey.waits(2);
    await harness.pass(6 * day);
    expect(journey.did.drafted).toHaveLength(2);
    await harness.pass(day + 60_000);
    await journey.draftWaits(3);
    expect(journey.did.attempts).toHaveLength(1);
  });

  test('a mail that was written by hand instead of the first draft begins the silence', async () => {
    const journey = await harness.begin();
    await journey.draftWaits(1);
    await journey.hear('by_hand');
    await journey.waits();
    await journey.until('the draft is withdrawn', () =>
      journey.did.withdrawn.includes('outreach-1'),
    );
    await harness.pass(7 * day);
    await journey.draftWaits(2);
    expect(journey.did.drafted[1]?.purpose).toBe('nudge');
  });

  test('a permanent bounce closes the journey; a temporary one changes nothing', async () => {
    const dead = await harness.begun();
    await dead.bounce(true);
    await dead.ends('bounced');
    await dead.save('bounced');
    const late = await harness.begun();
    await late.bounce(false);
    await harness.pass(7 * day);
    await late.draftWaits(2);
  });

  test('an address that the server refuses closes the journey', async () => {
    const journey = await harness.begin();
    await journey.draftWaits(1);
    // The ledger tells both: the address is dead, and the mail is withdrawn.
    await journey.bounce(true);
    await journey.settled('outreach-1', 'withdrawn');
    await journey.ends('bounced');
    expect(journey.did.closed).toEqual(['bounced']);
  });

  test('an opt-out ends the journey in any chapter', async () => {
    const drafting = await harness.begin();
    await drafting.draftWaits(1);
    const silent = await harness.begun();
    const nudging = await harness.begun();
    await harness.pass(7 * day);
    await nudging.draftWaits(2);
    await silent.draftWaits(2);
    const talking = await harness.begun();
    await talking.hear('reply');
    await talking.converses();
    for (const journey of [drafting, silent, nudging, talking]) {
      await journey.hear('opt_out');
      await journey.ends('opted_out');
      expect(journey.did.closed).toEqual(['opted_out']);
      const sent = journey.did.sent.length;
      await harness.pass(30 * day);
      expect(journey.did.sent).toHaveLength(sent);
    }
    await talking.save('opted-out-in-a-conversation');
  });

  test('the removal of the contact ends the journey at its next step', async () => {
    const journey = await harness.begun();
    journey.did.gone = true;
    await harness.pass(7 * day);
    expect(await journey.result()).toBe('withdrawn');
  });

  test('a journey that is started anew from PostgreSQL goes on where it was', async () => {
    const now = await harness.now();
    const silent = await harness.begin({ chapter: 'silence', quietSince: now - 5 * day });
    await silent.waits();
    expect(silent.did.stages[0]?.next?.at).toBe(now + 2 * day);
    const open = { draftId: 'nudge-1', purpose: 'nudge' } as const;
    const nudging = await harness.begin({ chapter: 'silence', quietSince: now - 9 * day, open });
    await nudging.approve('nudge-1');
    await nudging.waits();
    expect(nudging.did.drafted).toEqual([]);
    expect(nudging.did.stages[0]?.state).toMatchObject({
      chapter: 'silence',
      nudges: 1,
      quietSince: nudging.did.sent[0]?.at,
    });
  });

  test('a journey that is started anew after its mail had left goes on behind it', async () => {
    const at = (await harness.now()) - day;
    const journey = await harness.begin({
      open: { draftId: 'outreach-1', purpose: 'outreach' },
      settled: [{ draftId: 'outreach-1', how: 'sent', at }],
      quietSince: at,
    });
    await journey.waits();
    expect(journey.did.drafted).toEqual([]);
    expect(journey.did.stages[0]?.next?.at).toBe(at + 7 * day);
  });

  test('a mail that nobody could judge for long goes on when the ledger settles it', async () => {
    const journey = await harness.begin();
    await journey.draftWaits(1);
    journey.did.sending.push({ kind: 'unclear' });
    await journey.approve();
    await journey.settled('outreach-1', 'unclear');
    await harness.pass(60 * day);
    expect(journey.did.closed).toEqual([]);
    await journey.settled('outreach-1', 'sent');
    await journey.waits();
    await journey.save('settled-by-the-ledger');
  });

  test('a mail that the server refused waits for another approval', async () => {
    const journey = await harness.begin();
    await journey.draftWaits(1);
    await journey.settled('outreach-1', 'refused');
    await harness.pass(60 * day);
    expect(journey.did.drafted).toHaveLength(1);
    await journey.approve();
    await journey.waits();
  });

  test('a mail written through Rapport restarts the clock', async () => {
    const journey = await harness.begun();
    await harness.pass(5 * day);
    await journey.settled('reply-9', 'sent');
    await journey.waits(2);
    await harness.pass(7 * day - 60_000);
    expect(journey.did.drafted).toHaveLength(1);
    await harness.pass(61_000);
    await journey.draftWaits(2);
  });
});
