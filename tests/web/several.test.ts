import { expect, test } from 'vitest';
import { addPeople } from '../support/people.ts';
import { aMailbox, openPages, signedIn } from './pages.ts';

async function tableWith(stages: readonly string[]) {
  const pages = await openPages();
  await addPeople(pages.db, await aMailbox(pages.db), stages.length);
  const contacts = await pages.db.contact.findMany({ orderBy: { id: 'asc' } });
  for (const [at, { id }] of contacts.entries())
    await pages.db.contact.update({ where: { id }, data: { stage: stages[at] ?? 'waiting' } });
  const picks = Object.fromEntries(contacts.map(({ id }) => [`pick-${id}`, 'on']));
  return { db: pages.db, browser: await signedIn(pages), picks };
}

test('one who cannot be paused does not keep the others waiting, and is told of', async () => {
  const { db, browser, picks } = await tableWith(['closed', 'waiting', 'meeting']);
  const answer = await browser.post('/contacts/several', { ...picks, verb: 'pause' });
  expect(answer.status).toBe(409);
  const page = await answer.text();
  const chosen = Object.keys(picks).length;
  const paused = await db.contact.count({ where: { pausedAt: { not: null } } });
  expect(paused).toBe(await db.contact.count({ where: { stage: { not: 'closed' } } }));
  expect(page).toContain(`Done for ${paused} of ${chosen}. Not for the other ${chosen - paused}:`);
});

test('several that can all be paused are paused, and the table comes back as it was', async () => {
  const { db, browser, picks } = await tableWith(['waiting', 'meeting']);
  const back = '/contacts?q=a&sort=name';
  const answer = await browser.post('/contacts/several', { ...picks, verb: 'pause', back });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toContain('/contacts?q=a');
  expect(await db.contact.count({ where: { pausedAt: null, stage: { not: 'closed' } } })).toBe(0);
});

test('nothing is done where nobody is ticked', async () => {
  const { db, browser } = await tableWith(['waiting']);
  const answer = await browser.post('/contacts/several', { verb: 'stop' });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('Tick the box beside a name');
  expect(await db.outbox.count()).toBe(0);
});
