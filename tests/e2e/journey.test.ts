import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startInstance, type InstanceUnderTest } from '../support/instance.ts';
import { plainMail, practiceServers, type Practice } from '../support/mail-servers.ts';
import { launch, noChromium, openPage } from './chromium.ts';
import {
  addContactPage,
  connectTo,
  contactPage,
  needsYouPage,
  sendAtAnyHour,
} from './rapport-pages.ts';

/** What happens by itself may take long on a busy machine; how long is not what is tested. */
const soon = { timeout: 60_000 };

describe.skipIf(noChromium())('a journey, in the browser alone', () => {
  let browser: Browser;
  let mail: Practice;
  let instance: InstanceUnderTest;

  beforeAll(async () => {
    mail = await practiceServers();
    [browser, instance] = await Promise.all([launch(), startInstance()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await instance?.remove();
    await mail?.stop();
  }, 60_000);

  test('connect, add, approve; the reply appears by itself, with the time that it names', async () => {
    const { page, complaints } = await openPage(browser);
    page.setDefaultTimeout(60_000);
    const contact = contactPage(page);
    await page.goto(instance.url());
    await connectTo(page, mail);
    await sendAtAnyHour(page);

    await addContactPage(page).open();
    await addContactPage(page).add({
      name: 'Ana Souza',
      email: 'ana@work.test',
      company: 'Northgrid',
      foundThrough: 'the alumni network',
      admire: 'how you moved from research into product',
      topics: ['planning', 'skills to learn'],
    });
    await contact.draft().waitFor();
    expect(await contact.draft().textContent()).toContain('how you moved from research into');
    expect(mail.practice.sent()).toEqual([]);

    await contact
      .draft()
      .getByRole('button', { name: 'Approve the first mail to Ana Souza' })
      .click();
    await contact.sent().filter({ hasText: 'sent' }).waitFor();
    await expect.poll(() => mail.practice.sent().length, soon).toBe(1);
    const [outreach] = mail.practice.sent();
    expect(outreach?.to).toEqual(['ana@work.test']);

    await answer(mail, String(outreach?.raw));
    await contact.received().waitFor();
    expect(await contact.received().textContent()).toContain('Happy to talk');
    await expect.poll(() => contact.stage().textContent(), soon).toContain('In conversation');

    await needsYouPage(page).open();
    const item = page.locator('[data-item]').filter({ hasText: 'Ana Souza' }).first();
    await item.waitFor();
    expect(await item.textContent()).toContain('Would Thursday at 10:00 suit you?');
    expect(mail.practice.sent()).toHaveLength(1);
    expect(complaints).toEqual([]);
  }, 240_000);
});

async function answer({ practice, me, ana }: Practice, outreach: string): Promise<void> {
  const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec(outreach)?.[1] ?? '';
  practice.deliver(
    me.address,
    plainMail({
      from: ana.address,
      to: me.address,
      headers: [`In-Reply-To: ${messageId}`, `References: ${messageId}`],
      text: 'Happy to talk. Would Thursday at 10:00 suit you?\r\n\r\nAna',
    }),
  );
}
