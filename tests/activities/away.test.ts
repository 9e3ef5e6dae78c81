import { MockActivityEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Drafted } from '../../activities/results.ts';
import type { Contact } from '../../db/generated/client.ts';
import { enqueue } from '../../db/outbox.ts';
import { firstState, type Chapter } from '../../domain/journey.ts';
import { hasty, openActivityFixture, type ActivityFixture } from './activity-fixture.ts';

const day = 24 * 3_600_000;

let post: ActivityFixture;
let ana: Contact;
beforeEach(async () => {
  post = await openActivityFixture();
  ana = await post.contact({ policy: hasty });
});
afterEach(() => post.close());

/** The journey is told of an automatic reply of `at`. */
async function autoReplied(at: Date, until: Date): Promise<void> {
  await post.db.$transaction((tx) =>
    enqueue(tx, {
      contactId: ana.id,
      target: `journey/${ana.id}`,
      kind: 'autoReplied',
      payload: { id: 'away', messageId: 'away', at: at.getTime(), until: until.getTime() },
    }),
  );
}

function drafted(purpose: 'nudge' | 'outreach'): Promise<Drafted> {
  const chapter: Chapter = purpose === 'nudge' ? 'silence' : 'outreach';
  return new MockActivityEnvironment().run(post.activities.draftMail, {
    contactId: ana.id,
    purpose,
    again: undefined,
    state: { ...firstState(hasty), chapter, step: 1 },
  });
}

const inDays = (days: number): Date => new Date(post.now().getTime() + days * day);

test('a nudge is not drafted while they are away, also when that became known just now', async () => {
  const until = inDays(3);
  await autoReplied(inDays(-1), until);
  expect(await drafted('nudge')).toEqual({ kind: 'held', retryAt: until.getTime() });
  expect(await post.db.draft.count()).toBe(0);
  // The board says until when, and the sweep does not take it for stalled.
  expect(await post.db.contact.findUniqueOrThrow({ where: { id: ana.id } })).toMatchObject({
    nextAt: until,
    nextWhy: expect.stringContaining('away until then') as string,
  });
});

test('it is drafted once they are back', async () => {
  await autoReplied(inDays(-9), inDays(-1));
  expect(await drafted('nudge')).toMatchObject({ kind: 'drafted' });
});

test('it is drafted when they have written since, whatever the automatic reply said', async () => {
  await autoReplied(inDays(-3), inDays(3));
  const { id, address } = await post.mailbox();
  await post.db.message.create({
    data: {
      mailboxId: id,
      contactId: ana.id,
      direction: 'in',
      kind: 'human_reply',
      state: 'handled',
      at: inDays(-1),
      messageId: '<back@work.test>',
      references: [],
      fromAddress: ana.email,
      toAddress: address,
      subject: 'Back early',
      text: 'I am back.',
      visibleText: 'I am back.',
      dedupeKey: '<back@work.test>',
      reasons: [],
      certain: true,
      byHand: false,
    },
  });
  expect(await drafted('nudge')).toMatchObject({ kind: 'drafted' });
});

test('a first mail waits for nobody who is away', async () => {
  await autoReplied(inDays(-1), inDays(3));
  expect(await drafted('outreach')).toMatchObject({ kind: 'drafted' });
});
