import { expect, test } from 'vitest';
import { aDraft, openPages, signedIn } from './pages.ts';

async function asked() {
  const pages = await openPages();
  const { contactId } = await aDraft(pages.db);
  await pages.db.contact.update({
    where: { id: contactId },
    data: {
      timeZone: 'Asia/Tokyo',
      stage: 'in_conversation',
      policy: { workingHours: 'always', meetingHours: 'always', holidays: 'off' },
    },
  });
  await pages.db.user.updateMany({
    data: { profile: { name: 'Kim Lee', timeZone: 'UTC' } },
  });
  return { pages, contactId, browser: await signedIn(pages) };
}

test('free times are boxes by day on both clocks, and those ticked are offered', async () => {
  const { pages, contactId, browser } = await asked();
  const page = await browser.text(`/contacts/${contactId}/times`);
  expect(page).toMatch(/\d\d:\d\d \([^)]*\d\d:\d\d in Tokyo\)/);
  const times = [...page.matchAll(/name="slot-([^"]+)"/g)].map(([, at]) => at!);
  expect(times.length).toBeGreaterThan(10);
  const [first, second] = times;
  const answer = await browser.post(`/contacts/${contactId}/times`, {
    [`slot-${second}`]: 'yes',
    [`slot-${first}`]: 'yes',
  });
  const draft = await pages.db.draft.findFirstOrThrow({ where: { purpose: 'proposal' } });
  expect(answer.headers.get('location')).toBe(`/?item=draft:${draft.id}`);
  const offers = await pages.db.slotOffer.findMany({ orderBy: { at: 'asc' } });
  expect(offers.map(({ at }) => at.toISOString())).toEqual([first, second]);
});

test('a time of one’s own is offered, on one’s own clock', async () => {
  const { pages, contactId, browser } = await asked();
  const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await browser.post(`/contacts/${contactId}/times`, { 'own-1': `${day}T22:15` });
  expect(await pages.db.slotOffer.findMany()).toMatchObject([
    { at: new Date(`${day}T22:15:00.000Z`) },
  ]);
});

test('without a choice nothing is drafted, and what was typed stays', async () => {
  const { pages, contactId, browser } = await asked();
  const answer = await browser.post(`/contacts/${contactId}/times`, {});
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('Choose a time first');
  expect(await pages.db.slotOffer.count()).toBe(0);
  const past = await browser.post(`/contacts/${contactId}/times`, { 'own-1': '2020-01-01T10:00' });
  expect(past.status).toBe(422);
  expect(await past.text()).toContain('value="2020-01-01T10:00"');
});
