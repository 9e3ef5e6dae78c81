import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lookNow } from '../../../activities/receiving/read-mailbox-now.ts';
import { listNeedsYou } from '../../../operations/needs-you/list-needs-you.ts';
import { openActivityFixture, type ActivityFixture } from '../activity-fixture.ts';

let post: ActivityFixture;
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(() => post.close());

const look = async () => lookNow(post.dependencies, await post.mailbox());
const needsYou = async () =>
  (await listNeedsYou.run(post.context, {}))
    .filter(({ type }) => type === 'problem')
    .map(({ why }) => why);

/** Mails whose header and text are never handed over; everything else is. */
function withhold(uids: readonly number[]): void {
  const bad = new Set(uids);
  const inbox = post.folder('INBOX');
  post.practice.faults.imap = ({ at, command, line, nth }) => {
    if (at !== 'item' || command !== 'UID FETCH' || !/BODY/.test(line)) return undefined;
    const [set = ''] = line.split(' ');
    const asked = inbox.mails.map(({ uid }) => uid).filter((uid) => names(set, uid));
    return bad.has(asked[nth - 1] ?? 0) ? 'withhold' : undefined;
  };
}

function names(set: string, uid: number): boolean {
  return set.split(',').some((part) => {
    const [low = '', high = low] = part.split(':');
    return Number(low) <= uid && (high === '*' || uid <= Number(high));
  });
}

describe('a mail of which the server hands over nothing', () => {
  test('names itself at once, and holds what would be sent', async () => {
    const { outreach, nudge } = await post.nudging();
    expect(await look()).toBe(true);
    post.reply(outreach);
    withhold([1]);
    expect(await look()).toBe(false);
    expect(await needsYou()).toEqual([expect.stringContaining('in INBOX')]);
    expect(await post.send(nudge)).toMatchObject({ kind: 'held' });

    post.practice.faults.imap = undefined;
    expect(await look()).toBe(true);
    expect(await post.messages()).toMatchObject([{ direction: 'in', state: 'needs_you' }]);
    expect(await needsYou()).toEqual([]);
  });

  test('is given up after a number of tries, is a problem, and lets sending go on', async () => {
    const { nudge } = await post.nudging();
    const ben = await post.nudging({ email: 'ben@work.test', name: 'Ben' });
    expect(await look()).toBe(true);
    post.reply(nudge, { text: 'This one is withheld.' });
    withhold([1]);
    for (let tries = 1; tries <= 4; tries++) {
      expect(await look()).toBe(false);
      post.clock.ahead += 3 * 60_000;
    }
    post.reply(ben.outreach, { text: 'Gladly.', from: 'ben@work.test' });
    expect(await look()).toBe(true);

    expect(await needsYou()).toEqual([
      expect.stringMatching(/^Could not read a mail that came on .* in the folder INBOX/),
    ]);
    expect(await post.messages()).toMatchObject([{ text: expect.stringContaining('Gladly.') }]);
    expect(await post.send(nudge)).toMatchObject({ kind: 'sent' });
    expect(await look()).toBe(true);
    expect(await needsYou()).toHaveLength(1);
  });

  test('is asked for again after a pause of the program, however long that was', async () => {
    await post.nudging();
    expect(await look()).toBe(true);
    post.practice.deliver('me@home.test', 'From: ana@work.test\r\n\r\nHello\r\n');
    withhold([1]);
    expect(await look()).toBe(false);
    post.clock.ahead += 24 * 60 * 60_000;
    expect(await look()).toBe(false);
  });

  test('is not given up while the server keeps back everything', async () => {
    await post.nudging();
    expect(await look()).toBe(true);
    const many = Array.from({ length: 25 }, (_, n) => n + 1);
    for (const n of many)
      post.practice.deliver('me@home.test', `From: eve${n}@evil.test\r\n\r\nHello\r\n`);
    withhold(many);
    for (let tries = 1; tries <= 6; tries++) {
      expect(await look()).toBe(false);
      post.clock.ahead += 5 * 60_000;
    }
    expect(await needsYou()).toEqual([expect.stringContaining('25 mails')]);
  });
});
