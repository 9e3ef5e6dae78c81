import { expect, test } from 'vitest';
import { openPages, signedIn, aMailbox } from './pages.ts';

async function form() {
  const pages = await openPages();
  await aMailbox(pages.db);
  const browser = await signedIn(pages);
  const preview = async (fields: Readonly<Record<string, string>>): Promise<Response> =>
    browser.post('/contacts/preview', { name: 'Ana Souza', email: '', ...fields });
  return { pages, browser, preview };
}

/** What stands under a field. */
function under(field: string, html: string): string {
  return new RegExp(`id="becomes-${field}"[^>]*>(.*?)</div>`).exec(html)?.[1] ?? '';
}

test('the form shows the sentence that each note becomes, and stores nothing', async () => {
  const { pages, preview } = await form();
  const html = await (
    await preview({ admire: 'how you true a wheel', topics: 'spokes and rims', company: 'Felly' })
  ).text();
  expect(under('admire', html)).toMatch(/<q>[^<]*how you true a wheel\.<\/q>/);
  expect(under('topics', html)).toContain('spokes and rims');
  expect(under('wrote', html)).toBe('');
  expect(await pages.db.contact.count()).toBe(0);
});

test('a note that becomes no sentence says why', async () => {
  const { preview } = await form();
  const html = await (await preview({ admire: 'how you bake', topics: 'salary' })).text();
  expect(under('topics', html)).toContain('pay is better asked when you know each other');
});

test('the name of a field stands out in what is said about it', async () => {
  const { preview } = await form();
  const html = await (await preview({ admire: 'TODO' })).text();
  expect(under('admire', html)).toContain('in <em>What stayed with me</em> reads');
});

test('a half typed field asks nothing of the person who types', async () => {
  const { preview } = await form();
  expect((await preview({ country: 'G' })).status).toBe(204);
});

test('the form asks for the sentences by itself', async () => {
  const { browser } = await form();
  const page = await browser.text('/contacts/new');
  expect(page).toContain('hx-post="/contacts/preview"');
  expect(page).toContain('id="becomes-admire"');
});
