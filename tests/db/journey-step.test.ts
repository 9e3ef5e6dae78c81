import { afterEach, beforeEach, expect, test } from 'vitest';
import { openActivityFixture, type ActivityFixture } from '../activities/activity-fixture.ts';

let post: ActivityFixture;
beforeEach(async () => {
  post = await openActivityFixture();
});
afterEach(() => post.close());

test('every change of a stage is recorded, with what is waited for or how it ended', async () => {
  const { id } = await post.contact();
  const change = (data: object) => post.db.contact.update({ where: { id }, data });
  await change({ stage: 'awaiting_approval', nextWhy: 'your approval' });
  await change({ nextWhy: 'your approval of the new text' });
  await change({ stage: 'closed', outcome: 'declined', nextWhy: null });
  const steps = await post.db.journeyStep.findMany({ orderBy: { id: 'asc' } });
  expect(steps).toMatchObject([
    { contactId: id, from: 'drafting', to: 'awaiting_approval', cause: 'your approval' },
    { contactId: id, from: 'awaiting_approval', to: 'closed', cause: 'declined' },
  ]);
});

test('the steps of a contact go with it', async () => {
  const { id } = await post.contact();
  await post.db.contact.update({ where: { id }, data: { stage: 'paused' } });
  await post.db.contact.delete({ where: { id } });
  expect(await post.db.journeyStep.count()).toBe(0);
});
