import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPeople } from '../support/people.ts';
import { aDraft, aMailbox, aReply, openPages } from '../web/pages.ts';
import { launch, noChromium, type openPage } from './chromium.ts';
import { faintTexts } from './contrast.ts';
import { contactPage, needsYouPage } from './rapport-pages.ts';
import { visit } from './serve-pages.ts';

/** A busy machine is slow; how long it takes is not what is tested. */
const soon = { timeout: 20_000 };

describe.skipIf(noChromium())('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  test('the keyboard alone goes through the queue, approves and opens a contact', async () => {
    const pages = await openPages();
    await aDraft(pages.db);
    const { page, complaints } = await visit(browser, pages);
    const queue = needsYouPage(page);
    await page.keyboard.press('j');
    await expect.poll(() => focused(page), soon).toBe('pane');
    await page.keyboard.press('?');
    await expect.poll(() => page.locator('dialog[open]').count(), soon).toBe(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await expect.poll(() => queue.heading().textContent(), soon).toBe('Nothing needs you');
    expect(await pages.db.approval.count()).toBe(1);
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.waitForURL('**/board');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/contacts/*');
    expect(await contactPage(page).sent().textContent()).toContain('would you have 20 minutes?');
    expect(complaints).toEqual([]);
  });

  test('an edited draft is saved and approved in place, and a refused one keeps its text', async () => {
    const pages = await openPages();
    const { draftId } = await aDraft(pages.db);
    const { page, complaints } = await visit(browser, pages);
    const queue = needsYouPage(page);
    await queue.edit('Ana Ferreira', 'Dear [name], one more word');
    await page.getByRole('alert').waitFor();
    expect(await queue.card('Ana Ferreira').getByLabel('Text').inputValue()).toContain('one more');
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await pages.db.approval.count()).toBe(0);
    const draft = await pages.db.draft.findUniqueOrThrow({ where: { id: draftId } });
    expect(draft).toMatchObject({ revision: 2, state: 'held' });
    pages.changed();
    await page.waitForResponse((answer) => new URL(answer.url()).pathname === '/');
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(complaints.filter((text) => !text.includes('409'))).toEqual([]);
  });

  test('a reply appears by itself, while what is being typed stays', async () => {
    const pages = await openPages();
    const { contactId } = await aDraft(pages.db);
    const { page, complaints } = await visit(browser, pages, `/contacts/${contactId}`);
    const contact = contactPage(page);
    await page.getByText('Write to Ana Ferreira').click();
    const writing = page.locator('#write').getByLabel('Text');
    await writing.fill('Half a sentence');
    await contact.draft().locator('summary', { hasText: 'Edit' }).click();
    await contact.draft().getByLabel('Text').fill('A better text');
    await aReply(pages.db, contactId, { text: 'Gladly, on Thursday.' });
    pages.changed();
    await expect.poll(() => contact.received().allTextContents(), soon).toHaveLength(1);
    expect(await contact.received().textContent()).toContain('Gladly, on Thursday.');
    expect(await writing.inputValue()).toBe('Half a sentence');
    expect(await contact.draft().getByLabel('Text').inputValue()).toBe('A better text');
    await expect.poll(() => page.locator('#announce').textContent(), soon).toContain('Reply');
    expect(complaints).toEqual([]);
  });

  test('a draft that is withdrawn while somebody edits it is kept, and says so', async () => {
    const pages = await openPages();
    const { contactId, draftId } = await aDraft(pages.db);
    const { page } = await visit(browser, pages, `/contacts/${contactId}`);
    const draft = contactPage(page).draft();
    await draft.locator('summary', { hasText: 'Edit' }).click();
    await draft.getByLabel('Text').fill('A better text');
    await pages.db.draft.update({ where: { id: draftId }, data: { state: 'withdrawn' } });
    pages.changed();
    await page.getByText('This was settled meanwhile').waitFor();
    expect(await draft.getByLabel('Text').inputValue()).toBe('A better text');
  });

  test.each([
    { width: 1280, scheme: 'light' },
    { width: 390, scheme: 'dark' },
  ] as const)(
    'nothing is wider than $width px, with long words too, and no text is faint ($scheme)',
    async ({ width, scheme }) => {
      const pages = await openPages();
      const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter'.repeat(3);
      const { contactId } = await aDraft(pages.db, { name: long, subject: long, text: long });
      await aReply(pages.db, contactId, { subject: long, text: long });
      const { page } = await visit(browser, pages, '/', {
        viewport: { width, height: 844 },
        colorScheme: scheme,
      });
      const contact = `/contacts/${contactId}`;
      for (const path of ['/', contact, '/contacts', '/board', '/contacts/new', '/settings']) {
        await page.goto(new URL(path, page.url()).href);
        const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(beyond, path).toBeLessThanOrEqual(0);
        expect(await faintTexts(page), path).toEqual([]);
      }
    },
  );

  test('everybody in the table is chosen with one tick, and paused', async () => {
    const pages = await openPages();
    await addPeople(pages.db, await aMailbox(pages.db), 12);
    const { page } = await visit(browser, pages, '/contacts');
    const steps = page.getByRole('group', { name: 'With those that are ticked' });
    const one = page.locator('.people [name^="pick-"]').first();
    expect(await steps.isVisible()).toBe(false);
    await one.check();
    expect(await steps.isVisible()).toBe(true);
    await page.getByLabel('Choose everybody shown').check();
    await one.uncheck();
    expect(await page.getByLabel('Choose everybody shown').isChecked()).toBe(false);
    await page.getByLabel('Choose everybody shown').check();
    await steps.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('alert').getByText('Not for the other').waitFor();
    const open = { stage: { not: 'closed' } };
    expect(await pages.db.contact.count({ where: { ...open, pausedAt: null } })).toBe(0);
  });

  test('the board of a phone begins with its stages and shows a few people at each', async () => {
    const pages = await openPages();
    await addPeople(pages.db, await aMailbox(pages.db), 60);
    const { page } = await visit(browser, pages, '/board', {
      viewport: { width: 390, height: 844 },
    });
    const column = page.getByRole('region', { name: 'To approve' });
    expect(await column.getByRole('listitem').count()).toBe(5);
    await page.getByRole('navigation', { name: 'Stages' }).getByText('Keeping in touch').click();
    await page.waitForURL('**/board#column-keeping_in_touch');
    await column.getByRole('link', { name: 'Show all' }).click();
    await page.waitForURL('**/board?stage=awaiting_approval');
    await expect.poll(() => column.getByRole('listitem').count(), soon).toBeGreaterThan(5);
  });

  test('every action works with JavaScript switched off', async () => {
    const pages = await openPages();
    const { contactId } = await aDraft(pages.db);
    await aReply(pages.db, contactId);
    const { page } = await visit(browser, pages, '/', { javaScriptEnabled: false });
    const queue = needsYouPage(page);
    await queue.judge('Ana Ferreira', 'Proposes a time');
    await queue.approve('Ana Ferreira');
    expect(await queue.heading().textContent()).toBe('Nothing needs you');
    await page.goto(new URL(`/contacts/${contactId}`, page.url()).href);
    await page.getByRole('button', { name: 'Take the approval back' }).first().click();
    expect(await contactPage(page).draft().count()).toBe(1);
  });

  test('a step that does not reach the server is said, and nothing that was typed is lost', async () => {
    const pages = await openPages();
    await aDraft(pages.db);
    const { page, context } = await visit(browser, pages);
    const queue = needsYouPage(page);
    await queue.card('Ana Ferreira').locator('summary', { hasText: 'Edit' }).click();
    await queue.card('Ana Ferreira').getByLabel('Text').fill('A better text');
    await context.setOffline(true);
    await queue.card('Ana Ferreira').getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('#connection:not([hidden])').waitFor();
    expect(await page.locator('#connection').textContent()).toContain('offline');
    expect(await queue.card('Ana Ferreira').getByLabel('Text').inputValue()).toBe('A better text');
    await context.setOffline(false);
    await queue.card('Ana Ferreira').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved').first().waitFor();
    expect(await page.locator('#connection').isHidden()).toBe(true);
  });

  test('the time zone of the browser is taken at the first visit, and offered where it differs later', async () => {
    const pages = await openPages();
    const { userId } = await aMailbox(pages.db);
    await pages.db.user.update({ where: { id: userId }, data: { profile: {} } });
    const { page } = await visit(browser, pages, '/', { timezoneId: 'America/New_York' });
    await page.getByRole('heading', { name: 'Who is writing?' }).waitFor();
    const zone = page.getByLabel('Time zone');
    await expect.poll(() => zone.inputValue(), soon).toBe('America/New_York');
    await page.getByLabel('Your name').fill('Kim');
    await zone.fill('Europe/Berlin');
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await page.waitForURL('**/');
    await page.goto(new URL('/settings', page.url()).href);
    expect(await zone.inputValue()).toBe('Europe/Berlin');
    await page.getByRole('button', { name: 'Use that zone' }).click();
    expect(await zone.inputValue()).toBe('America/New_York');
  });

  test('the first mailbox is asked for before anything else', async () => {
    const pages = await openPages();
    const { page } = await visit(browser, pages);
    await page.getByRole('heading', { name: 'Connect your mailbox' }).waitFor();
    await page.getByRole('heading', { name: 'Practise first' }).waitFor();
    await aMailbox(pages.db);
    await page.reload();
    await page.getByRole('heading', { name: 'Who is writing?' }).waitFor();
  });
});

type Opened = Awaited<ReturnType<typeof openPage>>['page'];

function focused(page: Opened): Promise<unknown> {
  return page.evaluate('document.activeElement.id');
}
