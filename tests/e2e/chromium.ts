import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Why no browser can be used here, or undefined when one can: `describe.skipIf(noChromium())`.
 * With `CI=true` that is an error, so that nothing is skipped unseen.
 */
export function noChromium(): string | undefined {
  if (path() !== undefined) return undefined;
  const why = `no Chromium at ${places.join(', ')} or RAPPORT_CHROMIUM`;
  if (process.env['CI'] === 'true') throw new Error(why);
  return why;
}

export function launch(): Promise<Browser> {
  const executablePath = path();
  if (executablePath === undefined) throw new Error(noChromium());
  // Chromium's sandbox does not work for root, as whom containers run.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

/** A page, and everything that went wrong in it: script errors, refused loads, failed requests. */
export async function openPage(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
}> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // A preview of a letter may arrive when its form has gone: then it has no place, and needs none.
    if (!message.text().startsWith('htmx:oobErrorNoTarget')) complaints.push(message.text());
  });
  return { page, context, complaints };
}

function path(): string | undefined {
  return [process.env['RAPPORT_CHROMIUM'], ...places].find(
    (place) => place !== undefined && existsSync(place),
  );
}
