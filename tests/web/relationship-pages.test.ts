import { expect, test } from 'vitest';
import { aDraft, openPages, signedIn } from './pages.ts';

async function withContact() {
  const pages = await openPages();
  const { contactId } = await aDraft(pages.db);
  return { ...pages, contactId, browser: await signedIn(pages) };
}

test('the brief is a page whose questions can be changed', async () => {
  const { contactId, browser, db } = await withContact();
  expect(await browser.text(`/contacts/${contactId}/brief`)).toContain('My story in a minute');
  await browser.post(`/contacts/${contactId}/brief`, {
    questions: 'What is a bad day?',
    notes: '',
  });
  expect(await browser.text(`/contacts/${contactId}/brief`)).toContain('What is a bad day?');
  expect(await db.briefNotes.count()).toBe(1);
});

test('one line says how a conversation went, and is found again under what was learnt', async () => {
  const { contactId, browser } = await withContact();
  await browser.post(`/contacts/${contactId}/record`, {
    how: 'held',
    takeaways: 'that grids fail slowly',
    people: 'Bo Lund: knows grids',
  });
  const learnt = await browser.text('/learned');
  expect(learnt).toContain('that grids fail slowly');
  expect(learnt).toContain('Bo Lund');
});

test('a referral without an address says what is missing, and with one becomes a contact', async () => {
  const { contactId, browser, db } = await withContact();
  await browser.post(`/contacts/${contactId}/record`, { how: 'held', people: 'Bo Lund' });
  const { id } = await db.referral.findFirstOrThrow();
  const refused = await browser.post(`/referrals/${id}/accept`, {});
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('no address is known');
  await browser.post(`/referrals/${id}/accept`, { email: 'bo@lab.example' });
  expect(await db.contact.count({ where: { email: 'bo@lab.example' } })).toBe(1);
});

test('a no-show before any conversation is refused in words', async () => {
  const { contactId, browser } = await withContact();
  const answer = await browser.post(`/contacts/${contactId}/record`, { how: 'no_show' });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('has begun');
});
