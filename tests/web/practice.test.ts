import { expect, test } from 'vitest';
import { aDraft, aMailbox, aReply, openPages, signedIn } from './pages.ts';

const person = {
  name: 'Bea Lindqvist',
  email: 'bea@practice.example',
  company: 'Nordlys Press',
  role: 'Editor',
  admire: 'how you edit',
  topics: ['editing'],
  hint: 'answers the nudge',
};

const open = () => openPages({ practice: { start: () => Promise.resolve(), people: [person] } });

/** Ana waits with a first mail, in a mailbox that is not yet one to practise with. */
async function withAna() {
  const pages = await open();
  const ana = await aDraft(pages.db);
  const practise = () => pages.db.mailbox.updateMany({ data: { practice: true } });
  return { ...pages, ...ana, practise, browser: await signedIn(pages) };
}

const guideOf = (page: string): string | undefined => /step (\d) of 4: ([^.<]+)/.exec(page)?.[0];

test('practising is marked on every page, and real use is not', async () => {
  const { practise, browser } = await withAna();
  expect(await browser.text('/settings')).not.toContain('class="badge"');
  expect(guideOf(await browser.text('/'))).toBeUndefined();
  await practise();
  for (const path of ['/', '/contacts', '/board', '/settings', '/contacts/new'])
    expect(await browser.text(path), path).toContain('class="badge"');
});

test('the guided task goes from choosing somebody to the first answer, and ends on a page of its own', async () => {
  const { db, browser, contactId, draftId, practise } = await withAna();
  await practise();
  await db.contact.update({ where: { id: contactId }, data: { removedAt: new Date() } });
  expect(guideOf(await browser.text('/'))).toBe('step 1 of 4: Choose somebody to write to');
  expect((await browser.get('/practice/done')).headers.get('location')).toBe('/');

  await db.contact.update({ where: { id: contactId }, data: { removedAt: null } });
  expect(guideOf(await browser.text('/'))).toBe('step 2 of 4: Read the mail and approve it');

  await browser.post(`/drafts/${draftId}/approve`, { revision: '1', back: '/' });
  expect(guideOf(await browser.text('/'))).toBe('step 3 of 4: Wait for the answer');

  const messageId = await aReply(db, contactId);
  expect(guideOf(await browser.text('/'))).toBe('step 4 of 4: Say what the answer means');

  const judged = await browser.post(`/messages/${messageId}/judge`, { judgement: 'interested' });
  expect(judged.headers.get('location')).toBe('/practice/done');
  const done = await browser.text('/practice/done');
  expect(done).toContain('You have had your first answer');
  expect(done).toContain('You read a mail to Ana Ferreira');
  expect(guideOf(await browser.text('/'))).toBeUndefined();
});

test('a judgement outside the practice mailbox goes on with the list', async () => {
  const { db, browser, contactId } = await withAna();
  const messageId = await aReply(db, contactId);
  const judged = await browser.post(`/messages/${messageId}/judge`, {
    judgement: 'interested',
    back: '/',
  });
  expect(judged.headers.get('location')).toBe('/');
});

test('whoever is added to the practice mailbox has its cadence, unless another was chosen', async () => {
  const pages = await open();
  const { db } = pages;
  await aMailbox(db);
  await db.mailbox.updateMany({ data: { practice: true } });
  const browser = await signedIn(pages);
  await browser.post('/contacts', { name: 'Jo Miller', email: 'jo@anywhere.example' });
  await browser.post('/settings', { nudgeAfter: '5 minutes' });
  await browser.post('/contacts', { name: 'Sam Ode', email: 'sam@anywhere.example' });
  const [first, second] = await db.contact.findMany({ orderBy: { createdAt: 'asc' } });
  expect(first?.policy).toMatchObject({ nudgeAfter: 'PT2M', workingHours: 'always' });
  expect(second?.policy).toMatchObject({ nudgeAfter: 'PT5M', workingHours: 'always' });
});

test('the first page says what Rapport is and for whom, and shows a letter', async () => {
  const browser = await signedIn(await open());
  const page = await browser.text('/');
  expect(page).toContain('informational interviews');
  expect(page).toContain('For graduates');
  expect(page).toContain('Would you have 20 minutes');
});
