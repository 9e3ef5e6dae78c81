import { expect, test } from 'vitest';
import { userOfToken } from '../../db/access-tokens.ts';
import { openPages, signedIn } from './pages.ts';

test('a token is made on the page, shown once, and ended again', async () => {
  const pages = await openPages();
  const browser = await signedIn(pages);
  const made = await (await browser.post('/access', { label: 'phone' })).text();
  const token = /<code>([\w-]{20,})<\/code>/.exec(made)?.[1] ?? '';
  expect(await userOfToken(pages.db, token)).toBeDefined();
  const page = await browser.text('/access');
  expect(page).toContain('phone');
  expect(page).not.toContain(token);
  const { id } = await pages.db.accessToken.findFirstOrThrow({ where: { label: 'phone' } });
  expect((await browser.post(`/access/${id}/remove`, {})).status).toBe(303);
  expect(await userOfToken(pages.db, token)).toBeUndefined();
});

test('a token without a label is refused beside its field', async () => {
  const pages = await openPages();
  const browser = await signedIn(pages);
  const answer = await browser.post('/access', { label: '' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Say who or what is to use the token.');
  expect(await pages.db.accessToken.count()).toBe(0);
});
