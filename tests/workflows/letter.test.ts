import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noTimeSkipping } from '../support/test-server.ts';
import { day, openTheatre, type Theatre } from './theatre.ts';

let letters = 0;

describe.skipIf(noTimeSkipping())('a letter', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  /** Written, and shown for approval: `sendMail` finds no approval yet. */
  async function written() {
    const draft = { draftId: `letter-${++letters}`, revision: 1 };
    const story = await theatre.letter(draft);
    await story.until('it was looked at', () => story.cast.attempts.length === 1);
    return { story, draftId: draft.draftId };
  }

  test('goes once it is approved, and not before', async () => {
    const { story, draftId } = await written();
    await theatre.pass(40 * day);
    expect(story.cast.sent).toEqual([]);
    await story.approve(draftId);
    expect(await story.result()).toBe('sent');
    expect(story.cast.sent).toMatchObject([{ draftId }]);
    await story.save('letter-sent');
  });

  test('that is skipped never goes', async () => {
    const { story, draftId } = await written();
    await story.skip(draftId);
    expect(await story.result()).toBe('skipped');
    expect(story.cast.sent).toEqual([]);
  });

  test('that was changed needs another approval', async () => {
    const { story, draftId } = await written();
    await story.edit(draftId, 2);
    await theatre.pass(day);
    expect(story.cast.attempts).toHaveLength(1);
    await story.approve(draftId, 2);
    expect(await story.result()).toBe('sent');
  });

  test('to a dead address, and one to a person who was removed, end', async () => {
    const dead = await written();
    dead.story.cast.sending.push({ kind: 'refused', deadAddress: true });
    await dead.story.approve(dead.draftId);
    expect(await dead.story.result()).toBe('ended');
    const removed = await written();
    removed.story.cast.gone = true;
    await removed.story.approve(removed.draftId);
    expect(await removed.story.result()).toBe('ended');
  });

  test('that is held for long goes on in a new run', { timeout: 60_000 }, async () => {
    const { story, draftId } = await written();
    const first = await story.handle.describe();
    for (let n = 0; n < 120; n++)
      story.cast.sending.push(async () => ({
        kind: 'held',
        retryAt: (await theatre.now()) + 60_000,
      }));
    await story.approve(draftId);
    expect(await story.result()).toBe('sent');
    expect((await story.handle.describe()).runId).not.toBe(first.runId);
  });
});
