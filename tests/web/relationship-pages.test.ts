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
  const { id: newId } = await db.contact.findFirstOrThrow({ where: { email: 'bo@lab.example' } });
  expect(await browser.text(`/contacts/${contactId}`)).toContain(
    `href="/contacts/${newId}">Bo Lund`,
  );
  expect(await browser.text(`/contacts/${newId}`)).toContain('Introduced by');
});

test('what follows a conversation is said as it is: thanks for a fresh one, nothing for an old one', async () => {
  const saidAfter = async (fields: Readonly<Record<string, string>>) => {
    const { browser, contactId } = await withContact();
    const answer = await browser.post(`/contacts/${contactId}/record`, { how: 'held', ...fields });
    return decodeURIComponent(answer.headers.getSetCookie().join('; '));
  };
  expect(await saidAfter({})).toContain('"said":"recorded"');
  expect(await saidAfter({ at: '2020-03-05' })).toContain('"said":"noted"');
});

test('somebody you keep in touch with is written to for a reason, and a check-in without one asks for it', async () => {
  const { contactId, browser, db } = await withContact();
  const here = `/contacts/${contactId}`;
  expect(await browser.text(here)).not.toContain('Write to them now');
  const early = await browser.post(`${here}/check-in`, { reason: 'I start in May.', back: here });
  expect(early.status).toBe(409);
  expect(await early.text()).toContain('not keeping in touch yet');

  await db.draft.deleteMany({});
  await db.contact.update({ where: { id: contactId }, data: { stage: 'keeping_in_touch' } });
  expect(await browser.text(here)).toContain('Write to them now');
  await browser.post(`${here}/check-in`, { reason: ' ', back: here, next: here });
  const held = await browser.text(here);
  expect(held).toContain('Give the reason');
  expect(held).not.toContain('#field-reason');
  const { id } = await db.draft.findFirstOrThrow({ where: { state: 'held' } });
  const inQueue = `/?item=draft:${id}`;
  const answer = await browser.post(`${here}/check-in`, {
    reason: 'I start at a grid operator\nin May.',
    back: inQueue,
    next: '/',
  });
  const waiting = await db.draft.findMany({ where: { state: 'awaiting_approval' } });
  expect(waiting.map(({ text }) => text)).toEqual([
    expect.stringContaining('I start at a grid operator in May.'),
  ]);
  expect(answer.headers.get('location')).toContain(waiting[0]!.id);
});

test('who helped is seen before a new role is told, and nobody is written to unapproved', async () => {
  const { contactId, browser, db } = await withContact();
  await db.contact.update({ where: { id: contactId }, data: { metAt: new Date() } });
  expect((await browser.post('/landed', { role: ' ' })).status).toBe(422);
  const seen = await (await browser.post('/landed', { role: 'grid analyst' })).text();
  expect(seen).toContain('1 person helped');
  expect(seen).toContain('Draft 1 mail');
  expect(await db.draft.count({ where: { purpose: 'landed_role' } })).toBe(0);
  await browser.post('/landed', { role: 'grid analyst', step: 'draft' });
  const [draft] = await db.draft.findMany({ where: { purpose: 'landed_role' } });
  expect(draft).toMatchObject({ contactId, state: 'awaiting_approval' });
});

test('a no-show before any conversation is refused in words', async () => {
  const { contactId, browser } = await withContact();
  const answer = await browser.post(`/contacts/${contactId}/record`, { how: 'no_show' });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('has begun');
});

async function withMeeting() {
  const pages = await withContact();
  await pages.browser.post(`/contacts/${pages.contactId}/meeting/confirm`, {
    at: '2031-03-05T15:00:00.000Z',
  });
  return pages;
}

test('what is agreed stands on the page of the contact, can be moved there, and called off', async () => {
  const { contactId, browser, db } = await withMeeting();
  const page = `/contacts/${contactId}`;
  expect(await browser.text(page)).toContain('5 March 2031');
  const moved = await browser.post(`${page}/meeting/reschedule`, {
    localAt: '2031-03-06T11:00',
    noMail: 'yes',
  });
  expect(moved.headers.get('location')).toBe(page);
  expect(await browser.text(page)).toContain('6 March 2031');
  await browser.post(`${page}/meeting/cancel`, { why: '', noMail: 'yes' });
  expect(await db.meeting.findFirstOrThrow()).toMatchObject({ state: 'cancelled' });
  expect(await browser.text(page)).toContain('was cancelled');
});

test('a time that is none is refused beside the conversation it was meant for', async () => {
  const { contactId, browser, db } = await withMeeting();
  const before = await db.meeting.findFirstOrThrow();
  const answer = await browser.post(`/contacts/${contactId}/meeting/reschedule`, { localAt: '' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('is not a date and time');
  expect((await db.meeting.findFirstOrThrow()).at).toEqual(before.at);
});

test('a journey is stopped while its conversation takes place, when the page is told so', async () => {
  const { contactId, browser, db } = await withMeeting();
  const refused = await browser.post(`/contacts/${contactId}/stop`, {});
  expect(refused.status).toBe(409);
  await browser.post(`/contacts/${contactId}/stop`, { keepMeeting: 'yes' });
  expect(await db.contact.findFirstOrThrow()).toMatchObject({ outcome: 'stopped' });
  expect(await db.meeting.findFirstOrThrow()).toMatchObject({ state: 'confirmed' });
});

test('a line about a person is noted on their page, and an empty one is refused', async () => {
  const { contactId, browser } = await withContact();
  await browser.post(`/contacts/${contactId}/note`, { text: 'Met her at the <fair>.' });
  expect(await browser.text(`/contacts/${contactId}`)).toContain('Met her at the &lt;fair&gt;.');
  expect((await browser.post(`/contacts/${contactId}/note`, { text: ' ' })).status).toBe(422);
});

test('every key for a contact presses something on their page', async () => {
  const { contactId, browser } = await withContact();
  const page = await browser.text(`/contacts/${contactId}`);
  for (const key of ['w', 'n', 'c', 'p', 'z', 'x'])
    expect(page, key).toContain(`data-page-key="${key}"`);
});
