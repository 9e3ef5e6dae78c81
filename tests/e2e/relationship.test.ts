import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simulatePeople, type Behaving } from '../../practice/people/simulate-people.ts';
import { practicePeople, strangerAt, type PracticePerson } from '../../practice/people/people.ts';
import { field, parseMime } from '../../practice/server/mime.ts';
import { startInstance, type InstanceUnderTest } from '../support/instance.ts';
import { practiceServers, type Practice } from '../support/mail-servers.ts';
import { launch, noChromium, openPage } from './chromium.ts';
import {
  addContactPage,
  connectTo,
  contactPage,
  needsYouPage,
  peoplePage,
  recordPage,
  sendAtAnyHour,
} from './rapport-pages.ts';

const [ana, pia] = ['Ana Souza', 'Pia Keller'].map((name) =>
  practicePeople.find((person) => person.name === name)!,
) as [PracticePerson, PracticePerson];
const lea = strangerAt('lea.brunner@verlag.test');

/** What happens by itself may take long on a busy machine; how long is not what is tested. */
const soon = { timeout: 60_000 };

describe.skipIf(noChromium())('a relationship, in the browser alone', () => {
  let browser: Browser;
  let mail: Practice;
  let instance: InstanceUnderTest;
  let behaving: Behaving;

  beforeAll(async () => {
    mail = await practiceServers();
    behaving = simulatePeople(mail.practice, {
      you: mail.me.address,
      people: [ana, lea],
      day: 100,
    });
    [browser, instance] = await Promise.all([launch(), startInstance()]);
    const { page, context } = await openAt(1280);
    await connectTo(page, mail);
    await sendAtAnyHour(page);
    await context.close();
  }, 120_000);
  afterAll(async () => {
    behaving?.stop();
    await browser?.close();
    await instance?.remove();
    await mail?.stop();
  }, 60_000);

  const idsTo = ({ email }: PracticePerson): readonly string[] =>
    mail.practice
      .sent()
      .filter(({ to }) => to.includes(email))
      .map(({ raw }) => field(parseMime(raw), 'message-id') ?? '');

  async function openAt(width: number): ReturnType<typeof openPage> {
    const opened = await openPage(browser, {
      viewport: { width, height: 844 },
      timezoneId: 'UTC',
    });
    opened.page.setDefaultTimeout(soon.timeout);
    await opened.page.goto(instance.url());
    return opened;
  }

  /** From the first mail to a confirmed meeting: four mails to approve or judge, and one time to choose. */
  async function agree(page: Page, person: PracticePerson): Promise<void> {
    const { name, email, timeZone } = person;
    const queue = needsYouPage(page);
    const contact = contactPage(page);
    await addContactPage(page).open();
    await addContactPage(page).add({
      name,
      email,
      timeZone,
      foundThrough: 'the alumni network',
      admire: 'how you moved from research into product',
    });
    await contact
      .draft()
      .getByRole('button', { name: `Approve the first mail to ${name}` })
      .click();

    await queue.openItem(name, 'answered');
    expect(await queue.card(name).textContent()).toContain('I would be happy to talk');
    await queue.judge(name, 'Interested');
    await queue.openItem(name, 'Times to meet');
    await queue.approve(name);
    await queue.openItem(name, 'named a time');
    await queue.chooseTime(name);
    await queue.approve(name);
    await expect.poll(() => idsTo(person).length, soon).toBe(3);

    await peoplePage(page).open(name);
    await expect.poll(() => contact.agreed().textContent(), soon).toContain('They accepted');
    expect(await contact.stage().textContent()).toBe('Meeting');
  }

  test('from the first mail to a confirmed meeting at a desk', async () => {
    const { page, complaints } = await openAt(1280);
    await agree(page, lea);
    expect(complaints).toEqual([]);
  }, 180_000);

  test('from the first mail to keeping in touch on a phone: brief, talk, thanks, referral, check-in', async () => {
    const { page, complaints } = await openAt(390);
    const contact = contactPage(page);
    await agree(page, ana);
    await contact.openBrief();
    await page.getByRole('heading', { name: 'Questions' }).waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: '?' }).count()).toBeGreaterThan(5);
    await page.goBack();

    await contact.moveTo(new Date().toISOString().slice(0, 16));
    await recordPage(page).open();
    await recordPage(page).record({
      takeaway: 'an ordinary week is mostly listening',
      advice: 'read the annual report first',
      person: `${pia.name} <${pia.email}>: knows the figures`,
    });
    expect(await contact.draft().textContent()).toContain('an ordinary week is mostly listening');
    await contact.draft().getByRole('button', { name: 'Approve the thank-you' }).click();
    await expect.poll(() => contact.stage().textContent(), soon).toBe('Keeping in touch');

    await contact.writeNow('I start at a grid operator in May.');
    expect(await contact.draft().textContent()).toContain('I start at a grid operator in May.');
    await contact.draft().getByRole('button', { name: 'Approve the check-in' }).click();
    await expect.poll(() => idsTo(ana).length, soon).toBe(5);

    await page.getByRole('link', { name: 'Learnt' }).click();
    await page.getByText('an ordinary week is mostly listening').waitFor();
    await page.getByRole('button', { name: 'I took it: read the annual report first' }).click();
    await page.getByText('Taken.').waitFor();
    await page.getByRole('button', { name: `Write to ${pia.name}, naming ${ana.name}` }).click();
    await page.getByText(`${pia.name} is added`).waitFor();
    await peoplePage(page).open(pia.name);
    await expect.poll(() => contact.draft().textContent(), soon).toContain(ana.name);

    expect(new Set(idsTo(ana)).size).toBe(5);
    expect(idsTo(pia)).toEqual([]);
    expect(complaints).toEqual([]);
  }, 240_000);
});
