import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noTimeSkipping } from '../support/test-server.ts';
import { day, openTheatre, stateWith, type Theatre } from './theatre.ts';

describe.skipIf(noTimeSkipping())('a reply', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  async function nudging() {
    const story = await theatre.begun();
    await theatre.pass(7 * day);
    await story.draftWaits(2);
    return story;
  }

  test('while the nudge waits for its approval takes the nudge back and begins a conversation', async () => {
    const story = await nudging();
    await story.hear('reply');
    await story.converses();
    expect(story.cast.withdrawn).toEqual(['nudge-2']);
    await story.approve('nudge-2');
    await theatre.pass(30 * day);
    expect(story.cast.attempts).toHaveLength(1);
    await story.save('answered-while-the-nudge-waits');
  });

  test('while an approved nudge waits for its time keeps it from going', async () => {
    const story = await nudging();
    story.cast.sending.push({ kind: 'scheduled', at: (await theatre.now()) + 2 * day });
    await story.approve();
    await story.until('it is scheduled', () => story.cast.attempts.length === 2);
    await theatre.pass(day);
    await story.hear('reply');
    await story.converses();
    await theatre.pass(30 * day);
    expect(story.cast.attempts).toHaveLength(2);
    expect(story.cast.sent).toHaveLength(1);
  });

  test('that was none goes back to the old clock', async () => {
    const story = await theatre.begun();
    const [outreach] = story.cast.sent;
    await theatre.pass(5 * day);
    const news = await story.hear('reply');
    await story.converses();
    await story.judge(news.messageId, 'not_a_reply');
    await story.waits(2);
    expect(story.cast.stages.at(-1)?.next?.at).toBe((outreach?.at ?? 0) + 7 * day);
    await theatre.pass(2 * day);
    await story.draftWaits(2);
    await story.save('not-a-reply-goes-back');
  });

  test('that was none after a long talk about it lets the nudge come at once', async () => {
    const story = await theatre.begun();
    const news = await story.hear('reply');
    await story.converses();
    await theatre.pass(20 * day);
    expect(story.cast.drafted).toHaveLength(1);
    await story.judge(news.messageId, 'not_a_reply');
    await story.draftWaits(2);
  });

  test('that was none leaves the other one to be judged', async () => {
    const story = await theatre.begun();
    const [first, second] = [await story.hear('reply'), await story.hear('reply')];
    await story.converses();
    await story.judge(first.messageId, 'not_a_reply');
    await theatre.pass(30 * day);
    expect(story.cast.drafted).toHaveLength(1);
    await story.judge(second.messageId, 'not_a_reply');
    await story.draftWaits(2);
  });

  test.each(['interested', 'asks', 'proposes_time'] as const)(
    'judged as "%s" stays a conversation',
    async (judgement) => {
      const story = await theatre.begun();
      const news = await story.hear('reply');
      await story.converses();
      await story.judge(news.messageId, judgement);
      await theatre.pass(60 * day);
      expect(story.cast.drafted).toHaveLength(1);
      expect(story.cast.closed).toEqual([]);
    },
  );

  test('that declines ends the journey', async () => {
    const story = await theatre.begun();
    const news = await story.hear('reply');
    await story.converses();
    await story.judge(news.messageId, 'declined');
    expect(await story.result()).toBe('declined');
    expect(story.cast.closed).toEqual(['declined']);
    await story.save('declined');
  });

  test('that opts out, as the user judges it, ends the journey', async () => {
    const story = await theatre.begun();
    const news = await story.hear('reply');
    await story.converses();
    await story.judge(news.messageId, 'opt_out');
    expect(await story.result()).toBe('opted_out');
  });

  test('and its judgement may come in one breath, as after an outage', async () => {
    const story = await theatre.begun();
    const news = await story.newsOf('reply');
    await Promise.all([
      story.handle.signal('replyReceived', news),
      story.judge(news.messageId, 'declined'),
    ]);
    expect(await story.result()).toBe('declined');
  });

  test('and the own answer to it, found together, are a conversation', async () => {
    const story = await theatre.begun();
    const [reply, own] = [await story.newsOf('reply'), await story.newsOf('by_hand')];
    await Promise.all([
      story.handle.signal('replyReceived', reply),
      story.handle.signal('wroteByHand', own),
    ]);
    await story.converses();
    await theatre.pass(60 * day);
    expect(story.cast.drafted).toHaveLength(1);
  });

  test('delivered twice counts once, also after continue-as-new', async () => {
    const story = await theatre.begun();
    const news = await story.hear('reply');
    await story.converses();
    await story.judge(news.messageId, 'not_a_reply');
    await story.waits(2);
    await story.handle.signal('replyReceived', news);
    await theatre.pass(7 * day);
    await story.draftWaits(2);
    expect(story.cast.stages.filter(({ stage }) => stage === 'in_conversation')).toHaveLength(1);
  });

  test('is carried unread through continue-as-new', async () => {
    const story = await theatre.begun();
    const first = await story.handle.describe();
    const news = await story.hear('reply');
    await story.converses();
    expect((await story.state()).unread).toEqual([news]);
    expect((await story.handle.describe()).runId).not.toBe(first.runId);
  });

  test('before the first mail has gone stops the first mail', async () => {
    const story = await theatre.begin();
    await story.draftWaits(1);
    await story.hear('reply');
    await story.converses();
    expect(story.cast.withdrawn).toEqual(['outreach-1']);
    await story.approve('outreach-1');
    await theatre.pass(day);
    expect(story.cast.attempts).toEqual([]);
  });

  test('by calendar is for the user to judge as well', async () => {
    const story = await theatre.begun();
    await story.hear('calendar');
    await story.converses();
  });

  test('reopens a journey that has ended', async () => {
    const story = await theatre.begun();
    await theatre.pass(7 * day);
    await story.draftWaits(2);
    await story.skip();
    expect(await story.result()).toBe('silent');
    await theatre.pass(100 * day);
    const state = stateWith({ chapter: 'closed', nudges: 1 });
    await story.hear('reply', {}, state);
    await story.converses();
    await theatre.pass(60 * day);
    expect(story.cast.drafted).toHaveLength(2);
    await story.save('answered-after-the-end');
  });

  test('that comes while the journey is being closed opens it again', async () => {
    const story = await theatre.begun();
    await theatre.pass(7 * day);
    await story.draftWaits(2);
    story.cast.closing = async () => {
      story.cast.closing = undefined;
      await story.hear('reply');
    };
    await story.skip();
    await theatre.pass(14 * day);
    await story.converses();
    expect(story.cast.closed).toEqual(['silent']);
  });

  test('is the only news that opens an ended journey: others leave it closed', async () => {
    const story = await theatre.begin();
    await story.draftWaits(1);
    await story.skip();
    expect(await story.result()).toBe('withdrawn');
    for (const kind of ['auto_reply', 'by_hand'] as const) {
      await story.hear(kind);
      expect(await story.result()).toBe('nothing');
    }
    await story.hear('opt_out');
    expect(await story.result()).toBe('opted_out');
    expect(story.cast.drafted).toHaveLength(1);
  });
});
