import { z } from 'zod';
import { anotherTry, sendingGoesOn, wakeSends } from '../../../db/mailbox/state.ts';
import { resolveProblems } from '../../../db/problems.ts';
import type { OauthSignIn } from '../../../db/generated/client.ts';
import { Conflict, InvalidInput, NotFound } from '../../../domain/errors.ts';
import { profileOf } from '../../../domain/profile.ts';
import type { MailAccount } from '../../../mail/account.ts';
import { finishCodeSignIn } from '../../../mail/oauth/code-sign-in.ts';
import { askDeviceSignIn } from '../../../mail/oauth/device-sign-in.ts';
import { readOAuthError } from '../../../mail/oauth/oauth-error.ts';
import type { OAuthProvider } from '../../../mail/oauth/providers.ts';
import { storedClient } from '../../../mail/oauth/stored-client.ts';
import { checkConsent, type Tokens } from '../../../mail/oauth/tokens.ts';
import type { OperationContext } from '../../context.ts';
import { defineOperation } from '../../operation.ts';
import { isUuid } from '../../uuid.ts';
import { accountSettings } from '../account-settings.ts';
import { MailboxRefused } from '../mailbox-refused.ts';
import { providerName } from './set-oauth-client.ts';
import { presentSignIn, signInView, wantedMailbox, type WantedMailbox } from './sign-in-view.ts';
import { stateHash } from './start-sign-in.ts';

export const showSignIn = defineOperation({
  name: 'showSignIn',
  summary: 'How a sign-in at Google or Microsoft stands',
  input: z.object({ signInId: z.string() }),
  output: signInView,
  async run(context, { signInId }) {
    return presentSignIn(await ownSignIn(context, signInId), context.now());
  },
});

export const finishSignIn = defineOperation({
  name: 'finishSignIn',
  summary:
    'Finishes a sign-in by the address that the browser ended at, or asks whether one by code is done',
  input: z.object({ signInId: z.string(), url: z.string().optional() }),
  output: signInView,
  async run(context, { signInId, url }) {
    const row = await ownSignIn(context, signInId);
    if (row.outcome !== null) return presentSignIn(row, context.now());
    if (row.state === null) return finish(context, row, () => askDevice(context, row));
    const answered = readAddress(url ?? '');
    const state = answered.searchParams.get('state') ?? '';
    if (stateHash(state) !== row.state)
      throw new InvalidInput(
        'This address does not belong to this sign-in. Paste the whole address that the browser shows after you have agreed.',
        'url',
      );
    return answerSignIn(context, row, answered);
  },
});

/** What a browser brings back, whoever's browser it is: the state says whose sign-in it answers. */
export async function findSignInByState(
  db: OperationContext['db'],
  state: string,
): Promise<OauthSignIn | undefined> {
  const row = await db.oauthSignIn.findUnique({ where: { state: stateHash(state) } });
  return row ?? undefined;
}

/** Exchanges the code of an answer, once. Throws Conflict when it leads to no mailbox. */
export async function answerSignIn(
  context: OperationContext,
  row: OauthSignIn,
  answered: URL,
): Promise<z.output<typeof signInView>> {
  const { count } = await context.db.oauthSignIn.updateMany({
    where: { id: row.id, usedAt: null, expiresAt: { gt: context.now() } },
    data: { usedAt: context.now() },
  });
  if (count === 0) throw new Conflict('This sign-in was used already, or is too old. Begin again.');
  return finish(context, row, () => exchange(context, row, answered));
}

async function finish(
  context: OperationContext,
  row: OauthSignIn,
  get: () => Promise<Tokens | undefined>,
): Promise<z.output<typeof signInView>> {
  const provider = context.oauth[providerName.parse(row.provider)];
  try {
    const tokens = await get();
    if (tokens === undefined) return presentSignIn(row, context.now());
    const done = await connect(context, provider, row, tokens);
    return presentSignIn(
      await note(context, row, { outcome: 'connected', ...done }),
      context.now(),
    );
  } catch (error) {
    const refusal =
      error instanceof Conflict ? error : new Conflict(readOAuthError(provider, error).say);
    const checks = refusal instanceof MailboxRefused ? refusal.checks : [];
    await note(context, row, { outcome: 'failed', message: refusal.message, checks: [...checks] });
    throw refusal;
  }
}

async function exchange(
  context: OperationContext,
  row: OauthSignIn,
  answered: URL,
): Promise<Tokens> {
  const { provider, client } = await partsOf(context, row);
  const { state, verifier } = codeSecret.parse(JSON.parse(context.secrets.open(row.secret)));
  const ours = new URL(row.redirectUri ?? '');
  // Only the query is another's; where it was sent to is what we asked for.
  ours.search = answered.search;
  return finishCodeSignIn(provider, client, {
    answered: ours,
    state,
    verifier,
    now: context.now(),
  });
}

async function askDevice(context: OperationContext, row: OauthSignIn): Promise<Tokens | undefined> {
  if (row.expiresAt <= context.now())
    throw new Conflict('The code was not used in time. Begin again.');
  const { provider, client } = await partsOf(context, row);
  const { deviceCode } = deviceSecret.parse(JSON.parse(context.secrets.open(row.secret)));
  return askDeviceSignIn(provider, client, { deviceCode, now: context.now() });
}

const codeSecret = z.object({ state: z.string(), verifier: z.string() });
const deviceSecret = z.object({ deviceCode: z.string() });

async function partsOf(context: OperationContext, row: OauthSignIn) {
  const provider = context.oauth[providerName.parse(row.provider)];
  return { provider, client: await storedClient(context.db, context.secrets, provider) };
}

/** Checks the mailbox with the token and stores both; an address that was connected before keeps its id. */
async function connect(
  context: OperationContext,
  provider: OAuthProvider,
  row: OauthSignIn,
  tokens: Tokens,
) {
  const wanted = wantedMailbox.parse(row.mailbox);
  checkConsent(provider, tokens, wanted);
  const account = await accountOf(context, provider, wanted, tokens);
  const found = await context.checkMailbox(account);
  const checks = found.map(({ check, ok, detail }) => ({ check, ok, detail }));
  if (found.some(({ ok, needed }) => needed && !ok))
    throw new MailboxRefused(account.address, checks, []);
  const mailboxId = await store(context, provider, account, tokens);
  context.deliverSoon();
  await context.watchMailbox(mailboxId);
  return { mailboxId, checks };
}

async function accountOf(
  context: OperationContext,
  provider: OAuthProvider,
  wanted: WantedMailbox,
  tokens: Tokens,
): Promise<MailAccount> {
  const owner = await context.db.user.findUniqueOrThrow({ where: { id: context.userId } });
  const { name } = profileOf(owner);
  // The mail server wants the account's own name, whatever else it answers to.
  const known = provider.hasAliases ? tokens.account : undefined;
  return {
    address: wanted.address,
    user: wanted.user ?? known ?? wanted.address,
    password: '',
    token: () => Promise.resolve(tokens.access),
    imap: wanted.imap,
    smtp: wanted.smtp,
    ...(name === undefined ? {} : { name }),
    ...(wanted.ca === undefined ? {} : { ca: wanted.ca }),
  };
}

async function store(
  context: OperationContext,
  provider: OAuthProvider,
  account: MailAccount,
  tokens: Tokens,
): Promise<string> {
  const { db, userId, secrets, now } = context;
  const settings = {
    ...accountSettings(context, account),
    ...anotherTry,
    ...sendingGoesOn,
    oauthProvider: provider.name,
    removedAt: null,
  };
  const token = {
    provider: provider.name,
    access: secrets.seal(tokens.access),
    refresh: secrets.seal(tokens.refresh ?? ''),
    expiresAt: tokens.expiresAt,
    consentedAt: now(),
    refusals: 0,
    refusedSince: null,
    retryAfter: null,
    ended: null,
    endedAs: null,
    error: null,
  };
  return db.$transaction(async (tx) => {
    const { id: mailboxId } = await tx.mailbox.upsert({
      where: { userId_address: { userId, address: account.address } },
      create: { userId, address: account.address, ...settings },
      update: settings,
    });
    await tx.oauthToken.upsert({
      where: { mailboxId },
      create: { mailboxId, ...token },
      update: token,
    });
    await resolveProblems(tx, { kind: 'mailbox', mailboxId });
    await wakeSends(tx, mailboxId);
    return mailboxId;
  });
}

function note(
  { db }: OperationContext,
  { id }: OauthSignIn,
  data: {
    readonly outcome: 'connected' | 'failed';
    readonly message?: string;
    readonly mailboxId?: string;
    readonly checks: readonly { check: string; ok: boolean; detail: string }[];
  },
): Promise<OauthSignIn> {
  return db.oauthSignIn.update({
    where: { id },
    data: { ...data, checks: [...data.checks], secret: '' },
  });
}

async function ownSignIn({ db, userId }: OperationContext, signInId: string): Promise<OauthSignIn> {
  const row = isUuid(signInId)
    ? await db.oauthSignIn.findFirst({ where: { id: signInId, userId } })
    : null;
  if (!row) throw new NotFound('There is no such sign-in. Begin again.');
  return row;
}

function readAddress(text: string): URL {
  const address = text.trim();
  if (address.length <= 8_000 && URL.canParse(address)) return new URL(address);
  throw new InvalidInput(
    'Paste the whole address from the browser’s address bar; it begins with http://.',
    'url',
  );
}
