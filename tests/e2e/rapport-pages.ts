import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { MailServers } from '../support/mail-servers.ts';

// What a person sees and does on the pages, in their words; the markup is known only here.

export function needsYouPage(page: Page) {
  const card = (contact: string): Locator =>
    page.locator('[data-item]').filter({ has: page.getByRole('link', { name: contact }) });
  return {
    open: () => page.getByRole('navigation').getByRole('link', { name: 'Needs you' }).click(),
    heading: () => page.getByRole('heading', { level: 1 }),
    card,
    /** The line of the list that is about this person. */
    line: (contact: string) =>
      page.locator('[data-row]').filter({ hasText: contact }).getByRole('link'),
    approve: (contact: string) =>
      card(contact)
        .getByRole('button', { name: new RegExp(`^Approve the .* to ${contact}$`) })
        .click(),
    edit: async (contact: string, text: string) => {
      await card(contact).locator('summary', { hasText: 'Edit' }).click();
      await card(contact).getByLabel('Text').fill(text);
      await card(contact).getByRole('button', { name: 'Save and approve' }).click();
    },
    /** Opens the item about this person whose line says `about`, once there is one. */
    openItem: async (contact: string, about: string) => {
      await page.goto(new URL('/', page.url()).href);
      await page
        .locator('[data-row]')
        .filter({ hasText: contact })
        .filter({ hasText: about })
        .getByRole('link')
        .click();
      await card(contact).waitFor();
    },
    /** Agrees on the one time that they named. */
    chooseTime: (contact: string) =>
      card(contact)
        .getByRole('group', { name: 'Agree on this time?' })
        .getByRole('button', { name: /\d\d:\d\d/ })
        .click(),
    judge: (contact: string, judgement: string) =>
      card(contact).getByRole('button', { name: judgement }).click(),
  };
}

export function addContactPage(page: Page) {
  return {
    open: () => page.getByRole('banner').getByRole('link', { name: 'Add a contact' }).click(),
    add: async (contact: {
      readonly name: string;
      readonly email: string;
      readonly company?: string;
      readonly foundThrough?: string;
      readonly admire?: string;
      readonly topics?: readonly string[];
      readonly timeZone?: string;
    }) => {
      await page.getByLabel('Name', { exact: true }).fill(contact.name);
      await page.getByLabel('Email').fill(contact.email);
      await page.getByLabel('Company or organisation').fill(contact.company ?? '');
      await page.getByLabel('How did you find them?').fill(contact.foundThrough ?? '');
      await page.getByLabel('What stayed with you?').fill(contact.admire ?? '');
      await page.getByLabel('Up to three topics').fill((contact.topics ?? []).join('\n'));
      if (contact.timeZone !== undefined) {
        await page.locator('summary', { hasText: 'Practical' }).click();
        await page.getByLabel('Time zone').fill(contact.timeZone);
      }
      await page.getByRole('button', { name: 'Add and draft the mail' }).click();
    },
  };
}

export function contactPage(page: Page) {
  return {
    stage: () => page.locator('#standing .stage'),
    next: () => page.locator('#standing .next'),
    draft: () => page.locator('#drafts [data-item]'),
    received: () => page.locator('#conversation .message.in'),
    sent: () => page.locator('#conversation .message.out'),
    timeline: () => page.locator('#timeline'),
    /** The meeting to come. */
    agreed: () => page.locator('#meetings .agreed'),
    openBrief: () => page.locator('#meetings').getByRole('link', { name: 'Brief' }).click(),
    /** To a time on the user's clock, as a field of a form has it, without a mail. */
    moveTo: async (localAt: string) => {
      await page.locator('summary', { hasText: 'Move, or say where' }).click();
      const form = page.locator('form', { hasText: 'New time' });
      await form.getByLabel('New time').fill(localAt);
      await form.getByLabel('They know already').check();
      await form.getByRole('button').click();
      await page.getByText('is moved').waitFor();
    },
    writeNow: async (reason: string) => {
      const why = page.locator('#contact-actions').getByLabel('Why do you write');
      // News of the journey may put a fresh button under the finger between pressing and letting go.
      await expect
        .poll(
          async () => {
            if (!(await why.isVisible()))
              await page
                .locator('#contact-actions summary', { hasText: 'Write to them now' })
                .click();
            return why.isVisible();
          },
          { timeout: 20_000 },
        )
        .toBe(true);
      await why.fill(reason);
      await page
        .locator('#contact-actions')
        .getByRole('button', { name: 'Draft the mail' })
        .click();
      await page.locator('#drafts [data-item]').waitFor();
    },
  };
}

export function peoplePage(page: Page) {
  return {
    /** The page of one of them. */
    open: async (contact: string) => {
      await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
      await page.getByRole('table').waitFor();
      await page.getByRole('main').getByRole('link', { name: contact }).click();
      await page.getByRole('heading', { level: 1, name: contact }).waitFor();
    },
  };
}

export function recordPage(page: Page) {
  return {
    open: () => page.getByRole('link', { name: 'How did it go?' }).click(),
    record: async (talk: {
      readonly takeaway: string;
      readonly advice: string;
      readonly person: string;
    }) => {
      await page.getByLabel('What stays with you').fill(talk.takeaway);
      await page.getByLabel('Advice you were given').fill(talk.advice);
      await page.getByLabel('People they pointed you to').fill(talk.person);
      await page.getByRole('button', { name: 'It took place' }).click();
      await page.locator('#drafts [data-item]').waitFor();
    },
  };
}

export function firstRun(page: Page) {
  return {
    practise: () => page.getByRole('button', { name: 'Start practising' }).click(),
    connect: async (mailbox: {
      readonly address: string;
      readonly password: string;
      readonly imap: string;
      readonly smtp: string;
      readonly security?: string;
      readonly ca?: string;
    }) => {
      await page.getByLabel('Email address').fill(mailbox.address);
      await page.getByLabel('App password').fill(mailbox.password);
      await page.getByText('Server and sign-in name').click();
      await page.getByLabel('IMAP server').fill(mailbox.imap);
      await page.getByLabel('SMTP server').fill(mailbox.smtp);
      await page.getByLabel('Encryption').selectOption(mailbox.security ?? '');
      await page.getByLabel('Certificate authority').fill(mailbox.ca ?? '');
      await page.getByRole('button', { name: 'Check and connect' }).click();
    },
    introduce: async (profile: { readonly name: string; readonly affiliation: string }) => {
      await page.getByLabel('Your name').fill(profile.name);
      await page.getByLabel('Affiliation').fill(profile.affiliation);
      await page.getByRole('button', { name: 'Save and go on' }).click();
    },
  };
}

/** Connects the first mailbox and says who is writing. */
export async function connectTo(page: Page, { me }: MailServers): Promise<void> {
  const at = ({ host, port }: { readonly host: string; readonly port: number }): string =>
    `${host}:${port}`;
  const { address, password, imap, smtp } = me;
  await firstRun(page).connect({
    address,
    password,
    imap: at(imap),
    smtp: at(smtp),
    security: imap.security,
  });
  await firstRun(page).introduce({ name: 'Max Muster', affiliation: 'TU Berlin' });
  await page.getByText('Add the first person').waitFor();
}

/** A test must not depend on the hour at which it runs. */
export async function sendAtAnyHour(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('Working hours').fill('always');
  await page.getByLabel('Public holidays').fill('off');
  await page.getByLabel('Space between mails').fill('PT0S');
  await page.getByRole('button', { name: 'Save the cadence' }).click();
  await page.getByText('Saved.').waitFor();
}
