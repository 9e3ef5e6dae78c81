import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { token, type Pages } from '../web/pages.ts';
import { openPage } from './chromium.ts';

/** Serves the pages on a port of their own and signs a browser in. */
export async function visit(
  browser: Browser,
  pages: Pages,
  path = '/',
  options: Parameters<typeof openPage>[1] = {},
): ReturnType<typeof openPage> {
  const server = serve({ fetch: pages.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  const opened = await openPage(browser, options);
  onTestFinished(async () => {
    await opened.context.close();
    await new Promise((done) => server.close(done));
  });
  await opened.page.goto(`http://127.0.0.1:${port}${path}?token=${token}`);
  return opened;
}
