import { MockActivityEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Drafted } from '../../activities/results.ts';
import type { Contact } from '../../db/generated/client.ts';
import { firstState, journeyId, type Chapter } from '../../domain/journey.ts';
import { hasty, openActivityFixture, type ActivityFixture } from './activity-fixture.ts';

let post: ActivityFixture;
let ana: Contact;
beforeEach(async () => {
  post = await openActivityFixture();
  ana = await post.contact({ policy: hasty });
});
afterEach(() => post.close());

/** News lies in the outbox, as when the process that told it was killed. */
const untold = (kind: string) =>
  post.db.outbox.create({
    data: { contactId: ana.id, target: journeyId(ana.id), kind, payload: { id: kind, at: 1 } },
  });

function drafted(purpose: 'nudge' | 'outreach'): Promise<Drafted> {
  const chapter: Chapter = purpose === 'nudge' ? 'silence' : 'outreach';
  return new MockActivityEnvironment().run(post.activities.draftMail, {
    contactId: ana.id,
    purpose,
    again: undefined,
    state: { ...firstState(hasty), chapter, step: 1 },
  });
}

test.each(['mailBounced', 'wroteByHand', 'optedOut', 'replyReceived'])(
  'no nudge is drafted before the journey has been told of a mail (%s)',
  async (kind) => {
    const entry = await untold(kind);
    expect(await drafted('nudge')).toMatchObject({ kind: 'held' });
    expect(await post.db.draft.count()).toBe(0);
    await post.db.outbox.update({ where: { id: entry.id }, data: { deliveredAt: post.now() } });
    expect(await drafted('nudge')).toMatchObject({ kind: 'drafted' });
  },
);

test('what a person decided meanwhile holds no nudge', async () => {
  await untold('changePolicy');
  expect(await drafted('nudge')).toMatchObject({ kind: 'drafted' });
});

test('a first mail follows nothing, so nothing holds it', async () => {
  await untold('mailBounced');
  expect(await drafted('outreach')).toMatchObject({ kind: 'drafted' });
});
