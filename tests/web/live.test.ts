import { expect, test } from 'vitest';
import { aMailbox, openPages, signedIn } from './pages.ts';

test('an open page is told that something changed', async () => {
  const pages = await openPages();
  await aMailbox(pages.db);
  const browser = await signedIn(pages);
  const answer = await browser.get('/live');
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toContain('event: hello');
  pages.changed();
  pages.changed();
  expect((await reader.read()).value).toContain('event: change');
  await reader.cancel();
});
