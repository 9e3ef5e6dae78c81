import type { Database, Transaction } from '../../db/client.ts';
import type { OauthToken } from '../../db/generated/client.ts';
import { Conflict } from '../../domain/errors.ts';
import type { SignInRefusal } from '../../domain/mailbox/sign-in.ts';
import { MailboxFailure } from '../errors.ts';
import { readOAuthError, type OAuthError } from './oauth-error.ts';
import type { OAuthProvider, OAuthProviderName, OAuthProviders } from './providers.ts';
import { refreshTokens } from './refresh.ts';
import { storedClient } from './stored-client.ts';

export type TokenContext = {
  readonly db: Database;
  readonly secrets: { readonly seal: (text: string) => string; open: (sealed: string) => string };
  readonly now: () => Date;
  readonly oauth: OAuthProviders;
};

const minute = 60_000;
/** A connection that is opened now should not end at once. */
const minimumLife = 5 * minute;
/** One refresh may wait for another, and for a slow token server. */
const lockTimes = { timeout: 45_000, maxWait: 15_000 };

/**
 * An access token of a mailbox that lives for five minutes at least. One process at a time refreshes
 * it, under a lock of its row, reading again what is stored: where refresh tokens rotate, two
 * refreshes at once lose both. `refused` is a token that a mail server did not take. Throws
 * MailboxFailure.
 */
export async function accessToken(
  context: TokenContext,
  mailboxId: string,
  refused?: string,
): Promise<string> {
  const { db } = context;
  const row = await db.oauthToken.findUnique({ where: { mailboxId } });
  const usable = row && usableToken(context, row, refused);
  if (usable !== undefined && usable !== null) return usable;
  const outcome = await db.$transaction(
    (tx) => refreshUnderLock(tx, context, { mailboxId, refused }),
    lockTimes,
  );
  if (outcome.kind === 'token') return outcome.token;
  throw outcome.failure;
}

function usableToken(
  { secrets, now }: TokenContext,
  row: OauthToken,
  refused: string | undefined,
): string | undefined {
  if (row.ended !== null || row.expiresAt.getTime() - now().getTime() < minimumLife)
    return undefined;
  const token = secrets.open(row.access);
  return token === refused ? undefined : token;
}

/** Failures are returned, as throwing would undo what is noted about them. */
type Outcome =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'failed'; readonly failure: MailboxFailure };

async function refreshUnderLock(
  tx: Transaction,
  context: TokenContext,
  wanted: { readonly mailboxId: string; readonly refused: string | undefined },
): Promise<Outcome> {
  const { secrets, now, oauth } = context;
  const { mailboxId, refused } = wanted;
  await tx.$queryRaw`SELECT 1 FROM oauth_token WHERE mailbox_id = ${mailboxId}::uuid FOR UPDATE`;
  const row = await tx.oauthToken.findUnique({ where: { mailboxId } });
  if (!row) return failed('consent', 'The mailbox is not signed in. Sign in again.');
  if (row.ended !== null) return failed(endedAs(row), row.ended);
  const usable = usableToken(context, row, refused);
  if (usable !== undefined) return { kind: 'token', token: usable };
  // The column holds only names of the table.
  const provider = oauth[row.provider as OAuthProviderName];
  if (row.retryAfter && row.retryAfter > now()) return stillAlive(context, row, refused, provider);
  try {
    const client = await storedClient(tx, secrets, provider);
    const tokens = await refreshTokens(provider, client, {
      refresh: secrets.open(row.refresh),
      now: now(),
    });
    await tx.oauthToken.update({
      where: { mailboxId },
      data: {
        access: secrets.seal(tokens.access),
        ...(tokens.refresh === undefined ? {} : { refresh: secrets.seal(tokens.refresh) }),
        expiresAt: tokens.expiresAt,
        refusals: 0,
        refusedSince: null,
        retryAfter: null,
        error: null,
      },
    });
    return { kind: 'token', token: tokens.access };
  } catch (error) {
    if (error instanceof Conflict) return failed('person', error.message);
    const read = readOAuthError(provider, error);
    await noteError(tx, context, row, read);
    if (isEnd(read, row, now())) return failed(refusalOf(read), read.say);
    return stillAlive(context, row, refused, provider);
  }
}

/** Milliseconds after the first doubtful answer; the fourth is the end. */
const suspectTries = [minute, 5 * minute, 15 * minute];

async function noteError(
  tx: Transaction,
  { now }: TokenContext,
  row: OauthToken,
  error: OAuthError,
): Promise<void> {
  const { mailboxId } = row;
  const at = now();
  if (isEnd(error, row, at)) {
    await tx.oauthToken.update({
      where: { mailboxId },
      data: { ended: error.say, endedAs: refusalOf(error), error: error.facts },
    });
    return;
  }
  const since = row.refusedSince ?? at;
  const suspect = error.kind === 'suspect';
  const wait = suspect ? (suspectTries[row.refusals] ?? 15 * minute) : minute;
  await tx.oauthToken.update({
    where: { mailboxId },
    data: {
      error: error.facts,
      retryAfter: new Date(Math.max(since.getTime() + wait, at.getTime() + 30_000)),
      ...(suspect ? { refusals: row.refusals + 1, refusedSince: since } : {}),
    },
  });
}

/** Microsoft says `invalid_grant` also when it is in trouble: three times within twenty minutes are none yet. */
function isEnd(error: OAuthError, row: OauthToken, now: Date): boolean {
  if (error.kind === 'passes') return false;
  if (error.kind !== 'suspect') return true;
  const since = row.refusedSince?.getTime() ?? now.getTime();
  return row.refusals + 1 >= 3 && now.getTime() - since >= 15 * minute;
}

function refusalOf({ kind }: OAuthError): SignInRefusal {
  return kind === 'not_allowed' || kind === 'client' ? 'person' : 'consent';
}

/** While the sign-in service is away the token goes on as long as it lives. */
function stillAlive(
  { secrets, now }: TokenContext,
  row: OauthToken,
  refused: string | undefined,
  provider: OAuthProvider,
): Outcome {
  const token = secrets.open(row.access);
  if (token !== refused && row.expiresAt.getTime() - now().getTime() > 10_000)
    return { kind: 'token', token };
  const message = `${provider.label}’s sign-in service gave no new access. It is tried again.`;
  return { kind: 'failed', failure: new MailboxFailure('unreachable', message) };
}

function endedAs(row: OauthToken): SignInRefusal {
  return row.endedAs === 'person' ? 'person' : 'consent';
}

function failed(refusal: SignInRefusal, message: string): Outcome {
  return { kind: 'failed', failure: new MailboxFailure('sign_in', message, { refusal }) };
}
