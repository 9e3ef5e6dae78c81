import { MockActivityEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Drafted } from '../../activities/results.ts';
import { holdSlots } from '../../db/slot-offers.ts';
import type { Contact } from '../../db/generated/client.ts';
import { firstState, type Chapter } from '../../domain/journey.ts';
import { hasty, openActivityFixture, type ActivityFixture } from './activity-fixture.ts';

const hour = 3_600_000;

let post: ActivityFixture;
let ana: Contact;
beforeEach(async () => {
  post = await openActivityFixture();
  ana = await post.contact({ policy: { ...hasty, meetingNotice: 'PT0S', meetingHours: 'always' } });
});
afterEach(() => post.close());

/** A proposal whose times begin so many hours from now. */
async function offered(...hours: readonly number[]) {
  const draft = await post.draft(ana, 'proposal');
  await post.db.draft.update({ where: { id: draft.id }, data: { state: 'sent' } });
  const slots = hours.map((each) => ({
    at: new Date(post.now().getTime() + each * hour),
    minutes: 20,
  }));
  const { userId } = post;
  await post.db.$transaction((tx) =>
    holdSlots(tx, { userId, contactId: ana.id, draftId: draft.id, slots }),
  );
  return draft;
}

async function nudge(chapter: Chapter) {
  const drafted: Drafted = await new MockActivityEnvironment().run(post.activities.draftMail, {
    contactId: ana.id,
    purpose: 'nudge' as const,
    again: undefined,
    state: { ...firstState(hasty), chapter, step: 1 },
  });
  if (drafted.kind !== 'drafted') throw new Error(`The nudge is ${drafted.kind}.`);
  return post.db.draft.findUniqueOrThrow({
    where: { id: drafted.draft.draftId },
    include: { slots: true },
  });
}

test('a nudge offers fresh times where fewer than two of the first ones are left, and lets those go', async () => {
  const proposal = await offered(-2, 5);
  const { slots, text, state } = await nudge('agreeing');
  expect(state).toBe('awaiting_approval');
  expect(slots).toHaveLength(3);
  expect(text.split('\n').filter((line) => /\d{1,2}:\d{2}/.test(line))).toHaveLength(3);
  const old = await post.db.slotOffer.findMany({ where: { draftId: proposal.id } });
  expect(old.every(({ releasedAt }) => releasedAt !== null)).toBe(true);
});

test('it offers none while two of them are still to come, nor where no times were the matter', async () => {
  await offered(5, 30);
  expect((await nudge('agreeing')).slots).toEqual([]);
  expect((await nudge('silence')).slots).toEqual([]);
});
