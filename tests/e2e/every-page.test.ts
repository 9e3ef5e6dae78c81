import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addKnownPerson } from '../support/known-person.ts';
import { pageAddresses, widths } from '../support/page-addresses.ts';
import { addPeople } from '../support/people.ts';
import { practicePeople } from '../../practice/people/people.ts';
import { aDraft, aMailbox, aReply, openPages } from '../web/pages.ts';
import { launch, noChromium } from './chromium.ts';
import { visit } from './serve-pages.ts';

/** As many as there are kinds of things that may need a person. */
const items = 11;

describe.skipIf(noChromium())('every page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  test('is free of what axe finds, and no wider than the screen, folded and unfolded, light and dark', async () => {
    const { page, paths } = await filled();
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(new URL(path, page.url()).href);
      const faults = [
        ...(await tooWide(page)),
        ...(await faultsOf(page, { width: 1280, colorScheme: 'light' })),
      ];
      await page.evaluate(
        'for (const details of document.querySelectorAll("details")) details.open = true',
      );
      faults.push(
        ...(await tooWide(page)),
        ...(await faultsOf(page, { width: 390, colorScheme: 'dark' })),
        ...(await faultsOf(page, { width: 320, colorScheme: 'light' })),
      );
      found.push(...faults.map((fault) => `${path} ${fault}`));
    }
    expect(found).toEqual([]);
  }, 180_000);

  test('its dialogs are free of it too', async () => {
    const { page } = await filled();
    await page.goto(new URL('/', page.url()).href);
    for (const [key, dialog] of [
      ['?', 'keys'],
      ['Control+k', 'palette'],
    ] as const) {
      await page.keyboard.press(key);
      await page.locator(`#${dialog}[open]`).waitFor();
      for (const colorScheme of ['light', 'dark'] as const)
        expect(await faultsOf(page, { width: 320, colorScheme })).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  test('the guided task is free of it, from the first page to its end', async () => {
    const pages = await openPages({
      practice: { start: () => Promise.resolve(), people: practicePeople },
    });
    const { page } = await visit(browser, pages, '/', { reducedMotion: 'reduce' });
    await page.addInitScript({ content: axe.source });
    const found: string[] = [];
    const look = async (path: string): Promise<void> => {
      await page.goto(new URL(path, page.url()).href);
      found.push(
        ...(await tooWide(page)),
        ...(await faultsOf(page, { width: 1280, colorScheme: 'light' })),
        ...(await faultsOf(page, { width: 320, colorScheme: 'dark' })),
      );
    };
    await look('/');
    await pages.db.user.updateMany({ data: { profile: { name: 'Mira Hofmann' } } });
    const { contactId } = await aDraft(pages.db);
    await pages.db.mailbox.updateMany({ data: { practice: true } });
    await look('/');
    expect(await page.getByText('step 2 of 4').count()).toBe(1);
    const messageId = await aReply(pages.db, contactId);
    await pages.db.message.update({
      where: { id: messageId },
      data: { state: 'handled', judgement: 'interested' },
    });
    await look('/practice/done');
    await page.getByRole('heading', { name: 'You have had your first answer' }).waitFor();
    expect(found).toEqual([]);
  });

  async function filled(): Promise<{ readonly page: Page; readonly paths: readonly string[] }> {
    const pages = await openPages();
    const of = await aMailbox(pages.db);
    await addPeople(pages.db, of, items);
    const contactId = await addKnownPerson(pages.db, of);
    const { page } = await visit(browser, pages, '/', { reducedMotion: 'reduce' });
    await page.addInitScript({ content: axe.source });
    const open = await page.locator('[data-row]').evaluateAll(idsOf);
    expect(open).toHaveLength(items);
    const queue = (open as readonly string[]).map((id) => `/?item=${id}`);
    return { page, paths: [...Object.values(pageAddresses(contactId)), ...queue] };
  }
});

/** Runs in the browser. */
function idsOf(rows: readonly any[]): readonly string[] {
  return rows.map((row) => row.dataset.row);
}

/** What makes the page scroll sideways, at each width. */
async function tooWide(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    if (Number(beyond) > 0) found.push(`is ${Number(beyond)} px too wide at ${width} px`);
  }
  return found;
}

async function faultsOf(
  page: Page,
  { width, colorScheme }: { readonly width: number; readonly colorScheme: 'light' | 'dark' },
): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 844 });
  await page.emulateMedia({ colorScheme });
  const { violations } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] })',
  )) as axe.AxeResults;
  return violations.map(
    ({ id, nodes }) =>
      `${id} at ${width} px, ${colorScheme}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}
