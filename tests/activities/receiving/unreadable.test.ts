import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lookNow } from '../../../activities/receiving/read-mailbox-now.ts';
import { readerHere } from '../../../mail/reader/read-and-judge.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';

/** Gives up on the mails that say so, as the reader's thread does on those that exceed its limits. */
const reader: typeof readerHere = {
  ...readerHere,
  read: async (source, options) =>
    Buffer.from(source).includes('endless')
      ? { unreadable: 'Could not read the mail: it takes longer than 10 seconds.' }
      : readerHere.read(source, options),
};

let post: ActivityFixture;
beforeEach(async () => {
  post = await openActivityFixture({ reader });
});
afterEach(() => post.close());

const look = async () => lookNow(post.dependencies, await post.mailbox());

describe('a mail that cannot be read', () => {
  test('of a contact waits for a person, and those behind it are read', async () => {
    const { outreach } = await post.nudging();
    post.reply(outreach, { text: 'endless', messageId: '<first@work.test>' });
    post.reply(outreach, { text: 'Gladly.', messageId: '<second@work.test>' });
    for (let n = 0; n < 2; n++) expect(await look()).toBe(true);

    expect(await post.messages()).toMatchObject([
      {
        messageId: '<first@work.test>',
        state: 'needs_you',
        subkind: 'unreadable',
        matchRule: 'reply_id',
        subject: 'Re: Quick question',
        text: '',
        reasons: [
          'Could not read the mail: it takes longer than 10 seconds. Look at it yourself, in your mailbox.',
        ],
      },
      { messageId: '<second@work.test>', text: expect.stringContaining('Gladly.') },
    ]);
  });

  test('is news to a mail that was about to go', async () => {
    const { outreach, nudge } = await post.nudging();
    post.reply(outreach, { text: 'endless' });
    expect(await post.send(nudge)).toEqual({ kind: 'overtaken' });
    expect(post.accepted(nudge)).toBe(0);
  });

  test('of a stranger is passed over', async () => {
    await post.nudging();
    post.practice.deliver(
      'me@home.test',
      'From: eve@evil.test\r\nX-Failed-Recipients: bob@nobody.test\r\n\r\nendless\r\n',
    );
    expect(await look()).toBe(true);
    expect(await post.messages()).toEqual([]);
  });
});
