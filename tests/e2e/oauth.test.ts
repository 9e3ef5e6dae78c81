import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../db/client.ts';
import { checkMailbox } from '../../mail/check-mailbox.ts';
import type { OAuthProvider } from '../../mail/oauth/providers.ts';
import { sendPlainMail } from '../../mail/smtp/send-plain-mail.ts';
import { freshDatabase } from '../support/database.ts';
import { dovecotMissing, startDovecot, type Dovecot } from '../support/dovecot.ts';
import { startOAuthServer, type OAuthServer } from '../support/oauth-server.ts';
import { contextFor, pagesOn } from '../support/web-application.ts';
import { launch, noChromium } from './chromium.ts';
import { visit } from './serve-pages.ts';

const missing = dovecotMissing();
if (missing !== undefined && process.env.CI === 'true') throw new Error(missing);

const address = 'me@home.test';

describe.skipIf(noChromium() ?? missing)('a mailbox is connected by signing in elsewhere', () => {
  let browser: Browser;
  let server: OAuthServer;
  let dovecot: Dovecot;
  let db: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), startOAuthServer()]);
    dovecot = await startDovecot('tls', server);
    const fresh = await freshDatabase();
    drop = fresh.drop;
    db = openDatabase(fresh.url, { connections: 3 });
  });
  afterAll(async () => {
    await browser?.close();
    await db?.$disconnect();
    await drop?.();
    await dovecot?.stop();
    await server?.stop();
  });
  beforeEach(async () => {
    server.mood.unticks = [];
    await db.mailbox.deleteMany({});
    await db.oauthClient.deleteMany({});
  });

  /** The first page, with both providers on this machine. */
  async function open(width: number): Promise<Page> {
    const { me } = dovecot;
    const here = (provider: OAuthProvider): OAuthProvider => ({
      ...provider,
      servers: { imap: me.imap, smtp: me.smtp },
    });
    const { google, microsoft } = server.providers;
    let pagePort = 0;
    const pages = pagesOn(db, {
      contextFor: (userId) => ({
        ...contextFor(db, userId, []),
        oauth: { google: here(google), microsoft: here(microsoft) },
        pagePort,
        // Nobody types a certificate authority for Google.
        checkMailbox: (account) =>
          checkMailbox({ ...account, ...(me.ca === undefined ? {} : { ca: me.ca }) }),
        sendDirectly: sendPlainMail,
      }),
    });
    const { page } = await visit(browser, pages, '/', { viewport: { width, height: 844 } });
    pagePort = Number(new URL(page.url()).port);
    return page;
  }

  async function begin(
    page: Page,
    label: 'Google' | 'Microsoft',
    { device = false }: { readonly device?: boolean } = {},
  ): Promise<void> {
    const name = label === 'Google' ? 'google' : 'microsoft';
    await page.getByRole('link', { name: `Sign in with ${label}` }).click();
    await page.getByRole('heading', { name: `Sign in with ${label}` }).waitFor();
    await page.getByLabel('Email address').fill(address);
    await page.getByLabel('Client id', { exact: true }).fill(server.clients[name].clientId);
    if (name === 'google')
      await page.getByLabel('Client secret').fill(server.clients.google.clientSecret);
    if (device) await page.getByLabel('Use a code').check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'Now sign in' }).waitFor();
  }

  test('at Google, back to this page with the mailbox connected', async () => {
    const page = await open(1280);
    await begin(page, 'Google');
    await page.getByRole('link', { name: 'Sign in there' }).click();
    await page.getByText('The mailbox is connected').waitFor();
    expect(await db.mailbox.findMany()).toMatchObject([{ address, oauthProvider: 'google' }]);
  });

  test('at Microsoft on a phone, back under another name of this machine', async () => {
    const page = await open(390);
    await begin(page, 'Microsoft');
    await page.getByRole('link', { name: 'Sign in there' }).click();
    await page.getByRole('heading', { name: 'The mailbox is connected' }).waitFor();
    expect(new URL(page.url()).hostname).toBe('localhost');
    expect(await db.mailbox.findMany()).toMatchObject([{ address, oauthProvider: 'microsoft' }]);
  });

  test('by a code that is typed on another device, and only after that', async () => {
    const page = await open(390);
    await begin(page, 'Microsoft', { device: true });
    await page.getByRole('button', { name: 'I have signed in' }).click();
    await page.getByRole('alert').filter({ hasText: 'not finished yet' }).waitFor();
    const there = page.getByRole('link', { name: 'Open the sign-in page' });
    await server.typeCode((await there.getAttribute('href')) ?? '');
    await page.getByRole('button', { name: 'I have signed in' }).click();
    await page.getByText('The mailbox is connected').waitFor();
  });

  test('not without the permission to read mail: the page says which box to leave ticked', async () => {
    server.mood.unticks = ['mail'];
    const page = await open(1280);
    await begin(page, 'Google');
    await page.getByRole('link', { name: 'Sign in there' }).click();
    await page.getByText('leave every box ticked').waitFor();
    expect(await db.mailbox.count()).toBe(0);

    await page.getByRole('heading', { name: 'Sign in with Google' }).waitFor();
    expect(await page.getByLabel('Email address').inputValue()).toBe(address);
  });
});
