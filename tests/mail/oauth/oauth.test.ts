import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { checkMailbox } from '../../../mail/check-mailbox.ts';
import { closeImap } from '../../../mail/imap/close-imap.ts';
import { openImap } from '../../../mail/imap/imap.ts';
import { openSmtp } from '../../../mail/smtp/smtp.ts';
import { sendPlainMail } from '../../../mail/smtp/send-plain-mail.ts';
import { accessToken } from '../../../mail/oauth/access-token.ts';
import { storedAccount } from '../../../mail/stored-account.ts';
import type { OperationContext } from '../../../operations/context.ts';
import {
  answerSignIn,
  findSignInByState,
  finishSignIn,
  showSignIn,
} from '../../../operations/mailboxes/oauth/finish-sign-in.ts';
import { startSignIn } from '../../../operations/mailboxes/oauth/start-sign-in.ts';
import { removeMailbox } from '../../../operations/mailboxes/remove-mailbox.ts';
import { connectMailbox } from '../../../operations/mailboxes/connect-mailbox.ts';
import { Conflict } from '../../../domain/errors.ts';
import { openFixture } from '../../operations/fixture.ts';
import { dovecotMissing, startDovecot, type Dovecot } from '../../support/dovecot.ts';
import { startOAuthServer, type OAuthServer } from '../../support/oauth-server.ts';
import { discover } from '../../../mail/discovery/discovery.ts';
import { offline } from '../../support/offline.ts';

const missing = dovecotMissing();
if (missing !== undefined && process.env.CI === 'true') throw new Error(missing);

const minute = 60_000;
const address = 'me@home.test';

describe.skipIf(missing !== undefined)(`a mailbox by OAuth 2 ${missing ?? ''}`, () => {
  let server: OAuthServer;
  let dovecot: Dovecot;
  let db: Database;
  let fixture: Awaited<ReturnType<typeof openFixture>>;
  let context: OperationContext;
  const clock = { ahead: 0 };
  beforeAll(async () => {
    server = await startOAuthServer();
    dovecot = await startDovecot('tls', server);
    fixture = await openFixture();
    const user = await fixture.addUser({ name: 'Kim' });
    db = user.db;
    context = {
      ...user,
      now: () => new Date(Date.now() + clock.ahead),
      oauth: server.providers,
      pagePort: 4567,
      discover: (address) => discover(address, offline),
      checkMailbox,
      sendDirectly: sendPlainMail,
    };
  });
  afterAll(async () => {
    await fixture?.close();
    await dovecot?.stop();
    await server?.stop();
  });
  beforeEach(async () => {
    clock.ahead = 0;
    Object.assign(server.mood, {
      accessLife: 3_600,
      rotate: true,
      down: false,
      refuse: undefined,
      signsInAs: undefined,
      unticks: [],
    });
    await db.mailbox.deleteMany({});
    await db.oauthSignIn.deleteMany({});
  });

  const hostPort = ({ host, port }: { host: string; port: number }) => `${host}:${port}`;
  const begin = (more: object = {}) =>
    startSignIn.run(context, {
      provider: 'google',
      address,
      imap: hostPort(dovecot.me.imap),
      smtp: hostPort(dovecot.me.smtp),
      security: 'tls',
      ca: dovecot.me.ca,
      ...server.clients.google,
      ...more,
    });
  const byMicrosoft = (more: object = {}) =>
    begin({
      provider: 'microsoft',
      clientId: server.clients.microsoft.clientId,
      clientSecret: undefined,
      ...more,
    });
  const answer = async (answered: URL) => {
    const row = await findSignInByState(db, answered.searchParams.get('state') ?? '');
    if (!row) throw new Error('No sign-in has this state.');
    return answerSignIn(context, row, answered);
  };
  const connect = async (more: object = {}) => answer(await server.browse((await begin(more)).url));
  const stored = async () => db.mailbox.findFirstOrThrow({ where: { address } });
  const token = async (refused?: string) => accessToken(context, (await stored()).id, refused);
  const tokenRow = () => db.oauthToken.findFirstOrThrow({});

  describe('signing in', () => {
    test('connects it: reads by OAUTHBEARER, sends by XOAUTH2, and keeps no token readable', async () => {
      const begun = await begin();
      const asked = new URL(begun.url).searchParams;
      expect(asked.get('code_challenge_method')).toBe('S256');
      expect(asked.get('redirect_uri')).toBe('http://127.0.0.1:4567/mailboxes/oauth');
      const done = await answer(await server.browse(begun.url));
      expect(done).toMatchObject({ state: 'connected', address });
      expect(await showSignIn.run(context, { signInId: begun.signInId })).toEqual(done);
      const row = await stored();
      expect(row).toMatchObject({ oauthProvider: 'google', secret: '' });
      const account = await storedAccount(context, row);
      await closeImap(await openImap(account));
      await sendPlainMail(account, { to: address, subject: 'By token', text: 'Hello' });
      const everything = JSON.stringify([await tokenRow(), await db.oauthSignIn.findMany({})]);
      expect(everything).not.toContain(await token());
    });

    test('comes back to the public address behind a proxy with TLS, and to loopback behind one without', async () => {
      const redirectOf = async (publicUrl: string) => {
        const behind = { ...context, publicUrl: new URL(publicUrl) };
        const { url } = await startSignIn.run(behind, {
          provider: 'google',
          address,
          ...server.clients.google,
        });
        return new URL(url).searchParams.get('redirect_uri');
      };
      expect(await redirectOf('https://rapport.example.org')).toBe(
        'https://rapport.example.org/mailboxes/oauth',
      );
      expect(await redirectOf('http://rapport.lan')).toBe('http://127.0.0.1:4567/mailboxes/oauth');
    });

    test('with Microsoft needs no secret, comes back to localhost, and prepares the administrator’s mail', async () => {
      const begun = await byMicrosoft();
      expect(begun.adminRequest).toContain(server.clients.microsoft.clientId);
      const answered = await server.browse(begun.url);
      expect(answered.hostname).toBe('localhost');
      expect((await answer(answered)).state).toBe('connected');
    });

    test('works by pasting the address where the browser is elsewhere', async () => {
      const { signInId, url } = await begin();
      const answered = await server.browse(url);
      const done = await finishSignIn.run(context, { signInId, url: ` ${answered.href}\n` });
      expect(done.state).toBe('connected');
    });

    test('works by a code that is typed elsewhere', async () => {
      const begun = await byMicrosoft({ device: true });
      expect(begun.userCode).toMatch(/\w/);
      const ask = () => finishSignIn.run(context, { signInId: begun.signInId });
      expect((await ask()).state).toBe('open');
      await server.typeCode(begun.url);
      expect((await ask()).state).toBe('connected');
      await expect(begin({ device: true })).rejects.toMatchObject({ field: 'device' });
    });

    test('works once for each state, and not for another sign-in', async () => {
      const first = await begin();
      const second = await begin();
      const answered = await server.browse(first.url);
      const { signInId } = second;
      await expect(
        finishSignIn.run(context, { signInId, url: answered.href }),
      ).rejects.toMatchObject({ field: 'url' });
      await answer(answered);
      await expect(answer(answered)).rejects.toThrow('used already');
    });

    test('is refused when it is too old', async () => {
      const answered = await server.browse((await begin()).url);
      clock.ahead = 11 * minute;
      await expect(answer(answered)).rejects.toThrow('too old');
      expect(await db.mailbox.count()).toBe(0);
    });

    test('is refused with the reason when the person said no', async () => {
      const { url, signInId } = await begin();
      const asked = new URL(url).searchParams;
      const no = new URL(asked.get('redirect_uri') ?? '');
      no.search = new URLSearchParams({
        error: 'access_denied',
        state: asked.get('state') ?? '',
        iss: server.issuer,
      }).toString();
      await expect(answer(no)).rejects.toThrow('Nothing was granted');
      const shown = await showSignIn.run(context, { signInId });
      expect(shown).toMatchObject({ state: 'failed', message: expect.stringContaining('agree') });
    });

    test('is refused when the mail permission was unticked', async () => {
      server.mood.unticks = ['mail'];
      await expect(connect()).rejects.toThrow('leave every box ticked');
      expect(await db.mailbox.count()).toBe(0);
    });

    test('is refused for another account than the mailbox, unless it has several names', async () => {
      server.mood.signsInAs = 'ana@work.test';
      await expect(connect()).rejects.toThrow('You signed in as ana@work.test');
      await expect(answer(await server.browse((await byMicrosoft()).url))).rejects.toThrow(
        'If both are names of one mailbox',
      );
      const other = await byMicrosoft({ anyAccount: true });
      expect((await answer(await server.browse(other.url))).state).toBe('connected');
      expect((await stored()).login).toBe('ana@work.test');
    });

    test('says that the client is wrong, not the person', async () => {
      const { url } = await begin({ clientSecret: 'another' });
      await expect(answer(await server.browse(url))).rejects.toThrow('client id and secret');
    });

    test('again keeps the mailbox, and ends a refused sign-in', async () => {
      await connect();
      const { id } = await stored();
      await db.mailbox.update({
        where: { id },
        data: { state: 'sign_in_failed', refusal: 'consent', signInAfter: new Date() },
      });
      await db.oauthToken.updateMany({ data: { ended: 'Sign in again.' } });
      const { url } = await startSignIn.run(context, { mailboxId: id });
      await answer(await server.browse(url));
      expect(await stored()).toMatchObject({ id, state: 'connecting', signInAfter: null });
      expect((await tokenRow()).ended).toBeNull();
    });
  });

  describe('a token', () => {
    test('that is about to end is refreshed once, however many ask', async () => {
      await connect();
      const before = server.refreshes();
      clock.ahead = 58 * minute;
      const all = await Promise.all(Array.from({ length: 8 }, () => token()));
      expect(new Set(all).size).toBe(1);
      expect(server.refreshes() - before).toBe(1);
    });

    test('goes on being refreshed where the refresh token never changes', async () => {
      server.mood.rotate = false;
      await connect();
      const first = await tokenRow();
      clock.ahead = 58 * minute;
      await token();
      clock.ahead = 116 * minute;
      await token();
      expect(context.secrets.open((await tokenRow()).refresh)).toBe(
        context.secrets.open(first.refresh),
      );
    });

    test('that the mail server does not take is renewed, once', async () => {
      await connect();
      await db.oauthToken.updateMany({ data: { access: context.secrets.seal('withdrawn') } });
      const before = server.refreshes();
      const account = await storedAccount(context, await stored());
      await closeImap(await openImap(account));
      expect(server.refreshes() - before).toBe(1);
      (await openSmtp(account)).close();
      expect(server.refreshes() - before).toBe(1);
    });

    test('lives on while the sign-in service is down', async () => {
      await connect();
      const first = await token();
      server.mood.down = true;
      clock.ahead = 58 * minute;
      expect(await token()).toBe(first);
      clock.ahead = 61 * minute;
      await expect(token()).rejects.toMatchObject({ reason: 'unreachable' });
      server.mood.down = false;
      clock.ahead = 65 * minute;
      expect(await token()).not.toBe(first);
      expect((await tokenRow()).ended).toBeNull();
    });

    test('that was withdrawn ends the access only after several refusals', async () => {
      await connect();
      await server.revokeAll();
      for (const ahead of [61, 63, 67]) {
        clock.ahead = ahead * minute;
        await expect(token()).rejects.toMatchObject({ reason: 'unreachable' });
      }
      clock.ahead = 80 * minute;
      await expect(token()).rejects.toMatchObject({ reason: 'sign_in', refusal: 'consent' });
      const account = await storedAccount(context, await stored());
      await expect(openSmtp(account)).rejects.toMatchObject({
        stage: 'sign_in',
        stopsMailbox: true,
        refusal: 'consent',
      });
    });

    test.each([
      ['invalid_grant', 'AADSTS70043: expired', 'consent', 'every so often'],
      ['interaction_required', 'AADSTS53003: blocked', 'consent', 'managed devices'],
      ['invalid_grant', 'AADSTS65001: not consented', 'person', 'must allow'],
      ['invalid_client', 'AADSTS7000222: expired', 'person', 'secret has expired'],
    ] as const)(
      'that is refused with %s %s ends at once',
      async (error, description, refusal, says) => {
        await connect();
        server.mood.refuse = { error, error_description: description };
        clock.ahead = 61 * minute;
        const asking = token();
        await expect(asking).rejects.toMatchObject({ reason: 'sign_in', refusal });
        await expect(asking).rejects.toThrow(says);
        expect((await tokenRow()).error).not.toContain('expired');
      },
    );

    test('is withdrawn at the provider when the mailbox is removed', async () => {
      await connect();
      const access = await token();
      await removeMailbox.run(context, { mailboxId: address });
      expect(await db.oauthToken.count()).toBe(0);
      expect(await server.introspect(access)).toBeUndefined();
    });
  });

  test('a password takes its place, and no token stays', async () => {
    await connect();
    await connectMailbox.run(context, {
      address,
      password: dovecot.me.password,
      imap: hostPort(dovecot.me.imap),
      smtp: hostPort(dovecot.me.smtp),
      security: 'tls',
      ca: dovecot.me.ca,
    });
    expect((await stored()).oauthProvider).toBeNull();
    expect(await db.oauthToken.count()).toBe(0);
  });

  test('without a client id nothing begins', async () => {
    await db.oauthClient.deleteMany({});
    const { clientId: _, clientSecret: __, ...rest } = server.clients.google;
    expect(rest).toEqual({});
    await expect(startSignIn.run(context, { provider: 'google', address })).rejects.toBeInstanceOf(
      Conflict,
    );
  });
});
