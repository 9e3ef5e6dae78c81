import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noTimeSkipping } from '../support/test-server.ts';
import { day, openHarness, type Harness, type Journey } from './harness.ts';

const minute = 60_000;

describe.skipIf(noTimeSkipping())('from the first yes on', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
  });
  afterAll(() => harness.close());

  const purposes = (journey: Journey) => journey.did.drafted.map(({ purpose }) => purpose);
  const shows = (journey: Journey, stage: string) =>
    journey.until(`it shows ${stage}`, () => journey.did.stages.at(-1)?.stage === stage);

  /** A proposal waits for the user's yes. */
  async function proposing() {
    const journey = await harness.begun();
    const yes = await journey.hear('reply');
    await journey.converses();
    await journey.judge(yes, 'interested');
    await journey.draftWaits(2);
    return journey;
  }

  /** A conversation is agreed that begins in an hour. */
  async function agreed(given: Parameters<Harness['begin']>[0] = {}) {
    const now = await harness.now();
    const journey = await harness.begin({ chapter: 'agreeing', quietSince: now, ...given });
    await shows(journey, 'in_conversation');
    const at = now + 60 * minute;
    await journey.say('meetingChanged', {
      meetingId: 'm',
      how: 'agreed',
      at,
      end: at + 20 * minute,
    });
    await shows(journey, 'meeting');
    return journey;
  }

  async function keepingInTouch(given: Parameters<Harness['begin']>[0] = {}) {
    const quietSince = await harness.now();
    const journey = await harness.begin({
      chapter: 'keeping_in_touch',
      met: true,
      quietSince,
      ...given,
    });
    return journey;
  }

  test('times are proposed, and their answer is waited for', async () => {
    const journey = await proposing();
    expect(purposes(journey)).toEqual(['outreach', 'proposal']);
    await journey.approve();
    await journey.until(
      'it waits for their answer',
      async () => (await journey.state()).awaitsThem,
    );
    const answer = await journey.hear('reply');
    await journey.judge(answer, 'accepts_time');
    await harness.pass(60 * day);
    expect(purposes(journey)).toEqual(['outreach', 'proposal']);
    await journey.save('agreeing-answered');
  });

  test('a proposal without an answer is followed by one nudge, and then by the end', async () => {
    const journey = await proposing();
    await journey.approve();
    await journey.until('it waits', () => (journey.did.stages.at(-1)?.next?.at ?? 0) > 0);
    await harness.pass(7 * day + minute);
    await journey.draftWaits(3);
    expect(purposes(journey).at(-1)).toBe('nudge');
    await journey.approve();
    await harness.pass(15 * day);
    await journey.closes('silent');
    expect(journey.did.drafted).toHaveLength(3);
    await journey.save('agreeing-without-an-answer');
  });

  test('a proposal is followed up a day before the first of its times, where that is sooner', async () => {
    const now = await harness.now();
    const quiet = { chapter: 'agreeing', quietSince: now, awaitsThem: true } as const;
    const soon = await harness.begin({ ...quiet, firstSlot: now + 4 * day });
    await journeyShows(soon, now + 3 * day);
    const atOnce = await harness.begin({ ...quiet, firstSlot: now + day / 2 });
    await journeyShows(atOnce, now + day);
    const far = await harness.begin({ ...quiet, firstSlot: now + 30 * day });
    await journeyShows(far, now + 7 * day);
  });

  const journeyShows = (journey: Journey, at: number) =>
    journey.until(`it waits until ${at}`, () => journey.did.stages.at(-1)?.next?.at === at);

  test('a skipped proposal leaves the answer to the user, for as long as it takes', async () => {
    const journey = await proposing();
    await journey.skip();
    await journey.until(
      'the user is asked to answer',
      () => journey.did.stages.at(-1)?.next === undefined,
    );
    await harness.pass(90 * day);
    expect(journey.did.drafted).toHaveLength(2);
    expect(journey.did.closed).toEqual([]);
  });

  test('a conversation that took place is thanked for at its end', async () => {
    const journey = await agreed();
    await harness.pass(60 * minute);
    expect(journey.did.drafted).toEqual([]);
    await harness.pass(21 * minute);
    await journey.draftWaits(1);
    expect(purposes(journey)).toEqual(['thank_you']);
    await journey.approve();
    await shows(journey, 'keeping_in_touch');
    expect(await journey.state()).toMatchObject({ met: true, chapter: 'keeping_in_touch' });
    await journey.save('met-and-thanked');
  });

  test('the user is told of a thank-you that waits, each time more is due, and not after it left', async () => {
    const journey = await agreed();
    await harness.pass(81 * minute);
    await journey.draftWaits(1);
    await harness.pass(3 * day);
    const [first = 0, second = 0] = journey.did.owed;
    expect(second - first).toBeGreaterThanOrEqual(day / 2);
    await journey.approve();
    await shows(journey, 'keeping_in_touch');
    const said = journey.did.owed.length;
    await harness.pass(3 * day);
    expect(journey.did.owed).toHaveLength(said);
  });

  test('a conversation that was moved waits for its new time', async () => {
    const journey = await agreed();
    const at = (await harness.now()) + 3 * day;
    await journey.say('meetingChanged', {
      meetingId: 'm',
      how: 'moved',
      at,
      end: at + 20 * minute,
    });
    await journey.until('it shows the new time', () => journey.did.stages.at(-1)?.next?.at === at);
    await harness.pass(2 * day);
    expect(journey.did.drafted).toEqual([]);
    await harness.pass(day + 21 * minute);
    await journey.draftWaits(1);
  });

  test('nobody who came is met with new times, without a thank-you', async () => {
    const journey = await agreed();
    await harness.pass(81 * minute);
    await journey.draftWaits(1);
    const now = await harness.now();
    await journey.say('meetingChanged', { meetingId: 'm', how: 'no_show', at: now, end: now });
    await journey.draftWaits(2);
    expect(purposes(journey)).toEqual(['thank_you', 'proposal']);
    expect(journey.did.withdrawn).toEqual(['thank_you-1']);
  });

  test('unread mail at the end keeps the thank-you waiting for its judgement', async () => {
    const journey = await agreed();
    const mail = await journey.hear('reply');
    await harness.pass(day);
    expect(journey.did.drafted).toEqual([]);
    await journey.judge(mail, 'not_a_reply');
    await journey.draftWaits(1);
    expect(purposes(journey)).toEqual(['thank_you']);
  });

  test('a thank-you by hand is one', async () => {
    const journey = await agreed();
    await harness.pass(81 * minute);
    await journey.draftWaits(1);
    await journey.hear('by_hand');
    await shows(journey, 'keeping_in_touch');
    expect(journey.did.withdrawn).toEqual(['thank_you-1']);
  });

  test('a talk of long ago gets no thank-you', async () => {
    const journey = await harness.begin({ chapter: 'silence' });
    await journey.say('metWithout', { at: (await harness.now()) - 30 * day });
    await shows(journey, 'keeping_in_touch');
    expect(purposes(journey)).not.toContain('thank_you');
  });

  test('a check-in is drafted a quarter after the last exchange, whoever wrote', async () => {
    const journey = await keepingInTouch();
    await shows(journey, 'keeping_in_touch');
    await harness.pass(60 * day);
    const mail = await journey.hear('reply');
    await journey.judge(mail, 'asks');
    await journey.until(
      'the clock restarted',
      async () => (await journey.state()).quietSince === mail.at,
    );
    await harness.pass(89 * day);
    expect(journey.did.drafted).toEqual([]);
    await harness.pass(2 * day);
    await journey.draftWaits(1);
    expect(purposes(journey)).toEqual(['check_in']);
    await journey.skip();
    await journey.until('it is not counted', async () => (await journey.state()).step === 1);
    expect((await journey.state()).unansweredCheckIns).toBe(0);
    await journey.save('checked-in');
  });

  test('after check-ins that found no answer the user is asked, when the next would be due', async () => {
    const journey = await keepingInTouch({ unansweredCheckIns: 2 });
    await harness.pass(89 * day);
    expect(journey.did.asked).toEqual([]);
    await harness.pass(2 * day);
    await journey.until('the user is asked', () => journey.did.asked.length > 0);
    await harness.pass(200 * day);
    expect(journey.did.drafted).toEqual([]);
    await journey.say('goTo', { chapter: 'closed', outcome: 'met', at: await harness.now() });
    await journey.closes('met');
  });

  test('whoever wants no check-ins closes as met', async () => {
    const journey = await keepingInTouch({ policy: { checkInEvery: 'never' } });
    await journey.closes('met');
    expect(journey.did.drafted).toEqual([]);
  });

  test('check-ins that are switched off while one is waited for end the journey as met', async () => {
    const journey = await keepingInTouch();
    await shows(journey, 'keeping_in_touch');
    await journey.changePolicy({ checkInEvery: 'never' });
    await journey.closes('met');
    expect(journey.did.drafted).toEqual([]);
  });

  test('no nudge follows a cancellation of one’s own', async () => {
    const journey = await agreed();
    const now = await harness.now();
    await journey.say('meetingChanged', { meetingId: 'm', how: 'cancelled', at: now, end: now });
    await journey.say('mailSettled', {
      draftId: 'c',
      purpose: 'cancellation',
      how: 'sent',
      at: now + minute,
    });
    await harness.pass(30 * day);
    expect(journey.did.drafted).toEqual([]);
    expect(await journey.state()).toMatchObject({ chapter: 'agreeing', awaitsThem: false });
  });
});
