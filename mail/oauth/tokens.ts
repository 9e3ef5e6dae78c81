import type { TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import { Conflict } from '../../domain/errors.ts';
import { canonicalAddress } from '../../domain/email-address.ts';
import type { OAuthProvider } from './providers.ts';

export type Tokens = {
  readonly access: string;
  /** A refresh may bring none: then the old one stays. */
  readonly refresh: string | undefined;
  readonly expiresAt: Date;
  readonly scopes: readonly string[];
  /** Whose account signed in, where the provider says so. */
  readonly account: string | undefined;
};

/** RFC 6749 section 5.1 lets a server leave out how long a token lives. */
const usualLife = 60 * 60;

export function readTokens(
  answer: TokenEndpointResponse & TokenEndpointResponseHelpers,
  now: Date,
): Tokens {
  const claims = answer.claims();
  const account = [claims?.['email'], claims?.['preferred_username']].find(
    (name): name is string => typeof name === 'string' && name.includes('@'),
  );
  return {
    access: answer.access_token,
    refresh: answer.refresh_token,
    expiresAt: new Date(now.getTime() + (answer.expiresIn() ?? usualLife) * 1_000),
    scopes: answer.scope?.split(' ') ?? [],
    account,
  };
}

/**
 * What was granted is what was asked for, by the account that was meant. Throws Conflict with what
 * to do: without this look the mail server says no more than AUTHENTICATIONFAILED.
 */
export function checkConsent(
  provider: OAuthProvider,
  tokens: Tokens,
  wanted: { readonly address: string; readonly anyAccount: boolean },
): void {
  const granted = new Set(tokens.scopes.map((scope) => scope.toLowerCase()));
  const missing = provider.mailScopes.filter((scope) => !granted.has(scope.toLowerCase()));
  // A server that grants exactly what was asked for may leave the list out (RFC 6749 section 5.1).
  if (tokens.scopes.length > 0 && missing.length > 0)
    throw new Conflict(
      `${provider.label} did not grant access to the mail. Sign in again and leave every box ticked.`,
    );
  if (tokens.refresh === undefined)
    throw new Conflict(
      `${provider.label} granted access for an hour only. Sign in again; if that does not help, check that the client may ask for offline access.`,
    );
  const { account } = tokens;
  if (account === undefined || wanted.anyAccount) return;
  if (canonicalAddress(account) === canonicalAddress(wanted.address)) return;
  throw new Conflict(
    provider.hasAliases
      ? `You signed in as ${account}, and the mailbox is to be ${wanted.address}. If both are names of one mailbox, say so and sign in again; otherwise sign in with the other account.`
      : `You signed in as ${account}, but the mailbox is ${wanted.address}. Sign in with that account.`,
  );
}
