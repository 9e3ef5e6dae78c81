import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noTimeSkipping } from '../support/test-server.ts';
import { day, openHarness, stateWith, type Harness } from './harness.ts';

describe.skipIf(noTimeSkipping())('a reply', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
  });
  afterAll(() => harness.close());

  async function nudging() {
    const journey = await harness.begun();
    await harness.pass(7 * day);
    await journey.draftWaits(2);
    return journey;
  }

  test('while the nudge waits for its approval takes the nudge back', async () => {
    const journey = await nudging();
    await journey.hear('reply');
    await journey.settled('nudge-2', 'withdrawn');
    await journey.converses();
    await harness.pass(30 * day);
    expect(journey.did.drafted).toHaveLength(2);
    await journey.save('answered-while-the-nudge-waits');
  });

  test('that was none brings the nudge back that it had taken, with the same words', async () => {
    const journey = await nudging();
    const news = await journey.hear('reply');
    await journey.settled('nudge-2', 'withdrawn');
    await journey.converses();
    await journey.judge(news, 'not_a_reply');
    await journey.draftWaits(3);
    expect(journey.did.drafted[2]).toMatchObject({ purpose: 'nudge', again: 'nudge-2' });
  });

  test('that was none goes back to the old clock', async () => {
    const journey = await harness.begun();
    const [outreach] = journey.did.sent;
    await harness.pass(5 * day);
    const news = await journey.hear('reply');
    await journey.converses();
    await journey.judge(news, 'not_a_reply');
    await journey.waits(2);
    expect(journey.did.stages.at(-1)?.next?.at).toBe((outreach?.at ?? 0) + 7 * day);
    await harness.pass(2 * day);
    await journey.draftWaits(2);
    await journey.save('not-a-reply-goes-back');
  });

  test('that was none after a long talk about it lets the nudge come at once', async () => {
    const journey = await harness.begun();
    const news = await journey.hear('reply');
    await journey.converses();
    await harness.pass(20 * day);
    expect(journey.did.drafted).toHaveLength(1);
    await journey.judge(news, 'not_a_reply');
    await journey.draftWaits(2);
  });

  test('that was none leaves the other one to be judged', async () => {
    const journey = await harness.begun();
    const [first, second] = [await journey.hear('reply'), await journey.hear('reply')];
    await journey.converses();
    await journey.judge(first, 'not_a_reply');
    await harness.pass(30 * day);
    expect(journey.did.drafted).toHaveLength(1);
    await journey.judge(second, 'not_a_reply');
    await journey.draftWaits(2);
  });

  test.each(['asks', 'proposes_time'] as const)(
    'judged as "%s" stays a conversation',
    async (judgement) => {
      const journey = await harness.begun();
      const news = await journey.hear('reply');
      await journey.converses();
      await journey.judge(news, judgement);
      await harness.pass(60 * day);
      expect(journey.did.drafted).toHaveLength(1);
      expect(journey.did.closed).toEqual([]);
    },
  );

  test('that declines ends the journey', async () => {
    const journey = await harness.begun();
    const news = await journey.hear('reply');
    await journey.converses();
    await journey.judge(news, 'declined');
    await journey.ends('declined');
    expect(journey.did.closed).toEqual(['declined']);
    await journey.save('declined');
  });

  test('that opts out, as the user judges it, ends the journey', async () => {
    const journey = await harness.begun();
    const news = await journey.hear('reply');
    await journey.converses();
    await journey.judge(news, 'opt_out');
    await journey.ends('opted_out');
  });

  test('and its judgement may come in one breath, as after an outage', async () => {
    const journey = await harness.begun();
    const mail = { messageId: 'the-mail', at: await harness.now() };
    await Promise.all([journey.say('replyReceived', mail), journey.judge(mail, 'declined')]);
    await journey.ends('declined');
  });

  test('and a later answer by hand, found together, are a conversation', async () => {
    const journey = await harness.begun();
    const reply = await journey.hear('reply');
    await journey.hear('by_hand', { at: reply.at + 1_000 });
    await journey.until('it was read', async () => (await journey.state()).unread.length === 0);
    expect(await journey.state()).toMatchObject({ chapter: 'agreeing', awaitsThem: true });
  });

  test('that came after a mail by hand, or in the same second, stays unread', async () => {
    const journey = await harness.begun();
    const reply = await journey.hear('reply');
    await journey.hear('by_hand', { at: reply.at });
    await journey.hear('by_hand', { at: reply.at - 1_000 });
    await journey.converses();
    expect((await journey.state()).unread).toHaveLength(1);
  });

  test('delivered twice counts once, also after continue-as-new', async () => {
    const journey = await harness.begun();
    const news = await journey.hear('reply');
    await journey.converses();
    await journey.judge(news, 'not_a_reply');
    await journey.waits(2);
    await journey.say('replyReceived', news);
    await harness.pass(7 * day);
    await journey.draftWaits(2);
    expect(journey.did.stages.filter(({ stage }) => stage === 'in_conversation')).toHaveLength(1);
  });

  test('is carried unread through continue-as-new', async () => {
    const journey = await harness.begun();
    const first = await journey.handle.describe();
    const news = await journey.hear('reply');
    await journey.converses();
    expect((await journey.state()).unread).toMatchObject([{ messageId: news.messageId }]);
    expect((await journey.handle.describe()).runId).not.toBe(first.runId);
  });

  test('before the first mail has gone lets it wait, until the reply says that it is not wanted', async () => {
    const journey = await harness.begin();
    await journey.draftWaits(1);
    const news = await journey.hear('reply');
    await journey.converses();
    expect(journey.did.withdrawn).toEqual([]);
    await journey.judge(news, 'interested');
    await journey.until('the draft is withdrawn', () => journey.did.withdrawn.length === 1);
  });

  test('by calendar is for the user to judge as well', async () => {
    const journey = await harness.begun();
    await journey.hear('calendar');
    await journey.converses();
  });

  test('to a journey that has ended waits for its judgement, which opens it', async () => {
    const journey = await ended();
    await harness.pass(100 * day);
    const state = stateWith({ chapter: 'closed', outcome: 'silent', nudges: 1 });
    const news = await journey.hear('reply', {}, state);
    await journey.ends('silent');
    const unread = [{ messageId: news.messageId, at: news.at }];
    await journey.judge(news, 'interested', { ...state, unread });
    await journey.draftWaits(3);
    expect(journey.did.drafted[2]?.purpose).toBe('proposal');
    await journey.save('answered-after-the-end');
  });

  test('to a journey that they declined writes to nobody when it is no answer', async () => {
    const journey = await harness.begun();
    const refusal = await journey.hear('reply');
    await journey.judge(refusal, 'declined');
    await journey.ends('declined');
    const state = await journey.state();
    const news = await journey.hear('reply', {}, state);
    await journey.ends('declined');
    await journey.judge(news, 'not_a_reply', { ...state, unread: [news] });
    await harness.pass(60 * day);
    await journey.ends('declined');
    expect(journey.did.drafted).toHaveLength(1);
    expect(journey.did.closed).toEqual(['declined']);
  });

  test('that comes while the journey is being closed opens it again', async () => {
    const journey = await harness.begun();
    await harness.pass(7 * day);
    await journey.draftWaits(2);
    journey.did.closing = async () => {
      journey.did.closing = undefined;
      await journey.hear('reply');
    };
    await journey.skip();
    await harness.pass(14 * day);
    await journey.ends('silent');
    expect((await journey.state()).unread).toHaveLength(1);
    expect(journey.did.closed).toEqual(['silent']);
  });

  test('is the only news that can open an ended journey: others leave it closed', async () => {
    const journey = await harness.begin();
    await journey.draftWaits(1);
    await journey.skip();
    await journey.ends('withdrawn');
    const state = stateWith({ chapter: 'closed', outcome: 'withdrawn' });
    for (const kind of ['auto_reply', 'by_hand'] as const) {
      await journey.hear(kind, {}, state);
      await journey.ends('withdrawn');
    }
    await journey.hear('opt_out', {}, state);
    await journey.ends('opted_out');
    expect(journey.did.drafted).toHaveLength(1);
  });

  async function ended() {
    const journey = await harness.begun();
    await harness.pass(7 * day);
    await journey.draftWaits(2);
    await journey.skip();
    await journey.waits(2);
    await harness.pass(14 * day);
    await journey.ends('silent');
    return journey;
  }
});

describe.skipIf(noTimeSkipping())('a judgement', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
  });
  afterAll(() => harness.close());

  test('"interested" is not undone by a later mail that is no answer', async () => {
    const journey = await harness.begun();
    const first = await journey.hear('reply');
    await journey.judge(first, 'interested');
    const second = await journey.hear('reply');
    await journey.judge(second, 'not_a_reply');
    await harness.pass(8 * day);
    expect((await journey.state()).chapter).toBe('agreeing');
    expect(journey.did.drafted.map(({ purpose }) => purpose)).toEqual(['outreach', 'proposal']);
  });

  test('that is corrected to "declined" ends the journey', async () => {
    const journey = await harness.begun();
    const reply = await journey.hear('reply');
    await journey.converses();
    await journey.judge(reply, 'not_a_reply');
    await journey.waits(2);
    await journey.judge(reply, 'declined');
    await journey.ends('declined');
    expect(journey.did.drafted).toHaveLength(1);
  });

  test('that is corrected from "declined" opens the journey where it was', async () => {
    const journey = await harness.begun();
    const reply = await journey.hear('reply');
    await journey.judge(reply, 'declined');
    await journey.ends('declined');
    await journey.judge(reply, 'not_a_reply', await journey.state());
    await journey.waits(2);
    await harness.pass(7 * day);
    await journey.draftWaits(2);
    expect(journey.did.drafted[1]?.purpose).toBe('nudge');
  });

  test('does not answer for a later mail', async () => {
    const journey = await harness.begun();
    const reply = await journey.hear('reply');
    await journey.converses();
    await journey.judge(reply, 'not_a_reply');
    await journey.waits(2);
    const later = await journey.hear('reply', { at: reply.at + 1_000 });
    await journey.converses(2);
    await journey.judge(later, 'interested');
    await journey.judge(reply, 'declined');
    await harness.pass(day);
    expect(journey.did.closed).toEqual([]);
    expect((await journey.state()).chapter).toBe('agreeing');
  });

  test('"write no more" of a mail that asked for nothing ends the journey', async () => {
    const journey = await harness.begun();
    const away = await journey.hear('auto_reply');
    await journey.judge(away, 'opt_out');
    await journey.ends('opted_out');
    expect(journey.did.drafted).toHaveLength(1);
  });
});
