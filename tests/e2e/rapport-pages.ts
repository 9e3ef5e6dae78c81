import type { Locator, Page } from 'playwright-core';

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
    }) => {
      await page.getByLabel('Name', { exact: true }).fill(contact.name);
      await page.getByLabel('Email').fill(contact.email);
      await page.getByLabel('Company or organisation').fill(contact.company ?? '');
      await page.getByLabel('How did you find them?').fill(contact.foundThrough ?? '');
      await page.getByLabel('What stayed with you?').fill(contact.admire ?? '');
      await page.getByLabel('Up to three topics').fill((contact.topics ?? []).join('\n'));
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
