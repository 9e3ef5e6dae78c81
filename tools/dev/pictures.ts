import { serve } from '@hono/node-server';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launch } from '../../tests/e2e/chromium.ts';
import { filledPages } from '../../tests/support/filled-pages.ts';
import { pageAddresses, widths } from '../../tests/support/page-addresses.ts';
import { token } from '../../tests/support/web-application.ts';

// Takes pictures of the pages with made-up people: `npx tsx tools/dev/pictures.ts` those of the README;
// with --every, each page at each width, light and dark: what a change of the pages is to be looked at with.
const { values } = parseArgs({
  options: {
    every: { type: 'boolean', default: false },
    items: { type: 'string', default: '30' },
    to: { type: 'string', default: join(import.meta.dirname, '..', '..', 'docs', 'images') },
    only: { type: 'string', multiple: true },
  },
});

const { pages, contactId, stop } = await filledPages(Number(values.items));
const browser = await launch();
mkdirSync(values.to, { recursive: true });
try {
  const server = serve({ fetch: pages.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((done) => server.once('listening', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await (values.every ? takeEvery(base) : takeFour(base));
  server.close();
} finally {
  await browser.close();
  await stop();
}
process.exit(0);

async function takeFour(base: string): Promise<void> {
  const desk = await signedIn(base, { width: 1280, height: 800, dark: false });
  await take(desk, `${base}/`, 'needs-you');
  await take(desk, `${base}/board`, 'board');
  await take(desk, `${base}/contacts/${contactId}`, 'contact');
  const phone = await signedIn(base, { width: 390, height: 844, dark: false });
  await phone.goto(`${base}/`);
  await phone.locator('[data-row] > a').first().click();
  await phone.waitForURL('**/?*item=*');
  await take(phone, phone.url(), 'phone');
}

async function takeEvery(base: string): Promise<void> {
  for (const dark of [false, true]) {
    for (const width of widths) {
      const page = await signedIn(base, { width, height: 844, dark });
      for (const [name, path] of Object.entries(pageAddresses(contactId))) {
        if (values.only !== undefined && !values.only.includes(name)) continue;
        await take(page, base + path, `${name}-${width}-${dark ? 'dark' : 'light'}`, true);
      }
      await page.context().close();
    }
  }
}

type View = { readonly width: number; readonly height: number; readonly dark: boolean };

async function signedIn(base: string, view: View): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${base}/?token=${token}`);
  return page;
}

async function take(page: Page, address: string, name: string, fullPage = false): Promise<void> {
  await page.goto(address);
  await page.screenshot({ path: join(values.to, `${name}.png`), fullPage });
}
