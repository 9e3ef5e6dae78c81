import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPeople } from '../support/people.ts';
import { aMailbox, openPages } from '../web/pages.ts';
import { launch, noChromium } from './chromium.ts';
import { needsYouPage } from './rapport-pages.ts';
import { visit } from './serve-pages.ts';

/** A busy machine is slow; how long it takes is not what is tested. */
const soon = { timeout: 20_000 };

const items = 30;

describe.skipIf(noChromium())('by the keyboard alone, with thirty things to decide', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  test('a person goes on and back, approves, takes it back, skips, and goes elsewhere by name', async () => {
    const pages = await openPages();
    await addPeople(pages.db, await aMailbox(pages.db), items);
    const { page, complaints } = await visit(browser, pages);
    const { keyboard } = page;
    /** The item that is open and has the focus. */
    const opened = (): Promise<unknown> =>
      page.evaluate(
        'document.activeElement.id === "pane" && document.activeElement.dataset.itemId',
      );
    const heading = () => needsYouPage(page).heading().textContent();
    const ids: readonly string[] = await page
      .locator('[data-row]')
      .evaluateAll((rows: readonly any[]) => rows.map((row) => row.dataset.row));
    expect(ids).toHaveLength(items);

    const open = async (id: string): Promise<void> => {
      await expect.poll(opened, soon).toBe(id);
      await mayDecide(page);
    };
    const firstDraft = ids.findIndex((id) => id.startsWith('draft:'));
    await keyboard.press('j');
    await open(ids[0]!);
    for (const id of ids.slice(1, firstDraft + 2)) {
      await keyboard.press('j');
      await open(id);
    }
    await keyboard.press('k');
    await open(ids[firstDraft]!);
    // Faster than the items come.
    for (const key of ['j', 'j', 'j', 'k', 'k', 'j', 'k']) await keyboard.press(key);
    await open(ids[firstDraft + 1]!);
    await keyboard.press('k');
    await open(ids[firstDraft]!);

    await keyboard.press('a');
    await expect.poll(heading, soon).toBe(`${items - 1} things need you`);
    await open(ids[firstDraft + 1]!);
    expect(await pages.db.approval.count({ where: { voidedAt: null } })).toBe(1);
    await keyboard.press('u');
    await expect.poll(heading, soon).toBe(`${items} things need you`);
    expect(await pages.db.approval.count({ where: { voidedAt: null } })).toBe(0);
    await expect.poll(opened, soon).toMatch(/^draft:/);
    await mayDecide(page);

    const before = await opened();
    await keyboard.press('s');
    await keyboard.press('Enter');
    await expect.poll(heading, soon).toBe(`${items - 1} things need you`);
    const skipped = await pages.db.draft.findMany({ where: { state: 'skipped' } });
    expect(skipped.map(({ id }) => `draft:${id}`)).toEqual([before]);

    await keyboard.press('Control+k');
    await keyboard.type('learnt');
    await keyboard.press('Enter');
    await page.waitForURL('**/learned');
    await keyboard.press('g');
    await keyboard.press('n');
    await page.waitForURL((url) => url.pathname === '/');
    expect(complaints.filter((line) => !isGivenUp(line))).toEqual([]);
  });

  test('what has just come, and the focus with it, is decided about without loading the page anew', async () => {
    const pages = await openPages();
    await addPeople(pages.db, await aMailbox(pages.db), items);
    const { page } = await visit(browser, pages);
    const drafts = page.locator('[data-row^="draft:"] a');
    await drafts.nth(0).click();
    await page.locator('#pane:focus [data-key="a"]').waitFor();
    // The next one is approved in the first task after it has the focus: no hand is as quick, a busy machine is.
    await page.evaluate(`
      window.isFirst = true;
      document.addEventListener('focusin', (event) => {
        if (event.target.id !== 'pane' || window.pressed) return;
        window.pressed = true;
        setTimeout(() => document.querySelector('#pane [data-key="a"]').click());
      });`);
    await page.keyboard.press('j');
    await expect
      .poll(() => needsYouPage(page).heading().textContent(), soon)
      .toBe(`${items - 1} things need you`);
    expect(await page.evaluate('window.isFirst')).toBe(true);
  });

  test('the focus goes on to the next item also when something else is asked for meanwhile', async () => {
    const pages = await openPages();
    await addPeople(pages.db, await aMailbox(pages.db), items);
    const { page } = await visit(browser, pages);
    const drafts = page.locator('[data-row^="draft:"]');
    const next = await drafts.nth(1).getAttribute('data-row');
    await drafts.nth(0).locator('a').click();
    await page.locator('#pane:focus [data-key="a"]').waitFor();
    // As the note of the last step does, to say when its mail goes out.
    await page.evaluate(`document.addEventListener('htmx:beforeSend', (event) => {
      if (event.detail.elt.matches('form')) htmx.ajax('GET', '/healthz', { swap: 'none' });
    });`);
    await page.locator('#pane [data-key="a"]').click();
    await expect
      .poll(() => page.evaluate('document.activeElement.dataset.itemId'), soon)
      .toBe(next);
  });

  test('going back to a page before any decision puts no error into the console', async () => {
    const pages = await openPages();
    await addPeople(pages.db, await aMailbox(pages.db), items);
    const { page, complaints } = await visit(browser, pages);
    await page.locator('.top a[href="/board"]').click();
    await page.waitForURL('**/board');
    await page.goBack();
    await needsYouPage(page).heading().waitFor();
    await page.locator('[data-row]').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

/** htmx logs a request that a later one replaced as two errors; one that failed has a third, `sendError`. */
function isGivenUp(complaint: string): boolean {
  return /^htmx:(?:afterRequest|sendAbort),/.test(complaint);
}

/** For a moment after an item has come no key decides about it; its buttons are faint as long. */
async function mayDecide(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate('document.getAnimations().every((each) => each.playState === "finished")'),
      soon,
    )
    .toBe(true);
}
