import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noTimeSkipping } from '../support/test-server.ts';
import { day, openTheatre, type Theatre } from './theatre.ts';

describe.skipIf(noTimeSkipping())('a mail that news overtakes', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  /** The attempt to send the first mail died with it in hand. */
  async function inHand() {
    const story = await theatre.begin();
    await story.draftWaits(1);
    story.cast.sending.push({ kind: 'held', retryAt: (await theatre.now()) + 90_000 });
    await story.approve();
    await story.until('it was tried', () => story.cast.attempts.length === 1);
    return story;
  }

  test('and that had left already is not written a second time', async () => {
    const story = await inHand();
    story.cast.withdrawing.push({ kind: 'sent', at: await theatre.now() });
    await story.hear('auto_reply');
    await story.waits();
    expect(story.cast.attempts).toHaveLength(2);
    await theatre.pass(8 * day);
    expect(story.cast.drafted.map(({ purpose }) => purpose)).toEqual(['outreach', 'nudge']);
  });

  test('and of which nobody knows yet whether it left is tried to be settled, not written anew', async () => {
    const story = await inHand();
    story.cast.withdrawing.push({ kind: 'undecided' });
    await story.hear('auto_reply');
    await story.waits();
    expect(story.cast.drafted).toHaveLength(1);
    expect(story.cast.sent).toMatchObject([{ draftId: 'outreach-1' }]);
  });

  test('and that still waited is withdrawn', async () => {
    const story = await inHand();
    await story.hear('auto_reply');
    await story.draftWaits(2);
    expect(story.cast.withdrawn).toEqual(['outreach-1']);
  });
});
