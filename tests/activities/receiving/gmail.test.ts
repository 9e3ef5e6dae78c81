import { afterEach, beforeEach, expect, test } from 'vitest';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';

let post: ActivityFixture;
beforeEach(async () => {
  post = await openActivityFixture({ gmail: true });
});
afterEach(() => post.close());

test('on Gmail an answer without ids, from another address, is known by its thread', async () => {
  const { outreach, nudge } = await post.nudging();
  post.reply(outreach, {
    from: 'Ana <ana@private.test>',
    subject: 'Hello',
    headers: [`X-Practice-Thread: ${outreach.messageId}`],
  });

  expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });

  expect(await post.messages()).toMatchObject([
    { direction: 'in', state: 'needs_you', matchRule: 'gmail_thread' },
  ]);
  expect(post.accepted(nudge)).toBe(0);
});

test("on Gmail our own copy in All Mail is not taken for the user's hand", async () => {
  const { nudge } = await post.nudging();
  expect(await post.send(nudge)).toMatchObject({ kind: 'sent' });
  expect(await post.messages()).toEqual([]);
  expect(post.folder('[Gmail]/All Mail').mails).toHaveLength(2);
});
