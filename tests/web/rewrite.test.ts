import { expect, test } from 'vitest';
import { aDraft, openPages, signedIn } from './pages.ts';

const text =
  'Dear Ana,\n\nI am writing because of your talk on bread.\n\nCould we talk for 20 minutes?\n\nKim';
const answer = 'Your brilliant talk on bread is why I am writing.\n\nCould we talk for 20 minutes?';

async function pagesWith(reply: string) {
  const asked: string[] = [];
  const rewriting = {
    host: 'model.example',
    ask: ({ user }: { readonly user: string }) => {
      asked.push(user);
      return Promise.resolve(reply);
    },
  };
  const pages = await openPages({ rewriting });
  const { draftId, contactId } = await aDraft(pages.db, { text });
  return { pages, asked, draftId, contactId, browser: await signedIn(pages) };
}

test('the page says where the letter goes before anything is sent', async () => {
  const { browser, asked, draftId, contactId } = await pagesWith(answer);
  expect(await browser.text(`/contacts/${contactId}`)).toContain('Other words…');
  expect(await browser.text(`/drafts/${draftId}/rewrite`)).toContain('model.example');
  expect(asked).toEqual([]);
});

test('what is new is underlined, and taking the words is an edit that needs an approval', async () => {
  const { pages, browser, draftId } = await pagesWith(answer);
  const page = await (await browser.post(`/drafts/${draftId}/rewrite`, {})).text();
  expect(page).toContain('<u>brilliant</u>');
  expect((await pages.db.draft.findUniqueOrThrow({ where: { id: draftId } })).text).toBe(text);
  const field = (name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  await browser.post(`/drafts/${draftId}/edit`, {
    subject: field('subject'),
    text: field('text'),
    revision: field('revision'),
  });
  const draft = await pages.db.draft.findUniqueOrThrow({ where: { id: draftId } });
  expect(draft.text).toContain('Your brilliant talk on bread');
  expect(draft).toMatchObject({ edited: true, revision: 2, state: 'awaiting_approval' });
});

test('words that invent are not offered, and the page says why', async () => {
  const { browser, draftId } = await pagesWith(`${answer} I loved your shop in Porto.`);
  const page = await (await browser.post(`/drafts/${draftId}/rewrite`, {})).text();
  expect(page).toContain('Porto');
  expect(page).not.toContain('Take these words');
});

test('without a model no page offers other words', async () => {
  const pages = await openPages();
  const { contactId, draftId } = await aDraft(pages.db, { text });
  const browser = await signedIn(pages);
  expect(await browser.text(`/contacts/${contactId}`)).not.toContain('Other words');
  expect(await browser.text(`/drafts/${draftId}/rewrite`)).toContain('No language model is set up');
});
