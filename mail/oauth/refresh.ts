import { configure, loadOAuth, type OAuthClient } from './client.ts';
import type { OAuthProvider } from './providers.ts';
import { readTokens, type Tokens } from './tokens.ts';

/** Gets a new access token. Throws what readOAuthError reads. */
export async function refreshTokens(
  provider: OAuthProvider,
  client: OAuthClient,
  given: { readonly refresh: string; readonly now: Date },
): Promise<Tokens> {
  const oauth = await loadOAuth();
  const configuration = await configure(provider, client);
  return readTokens(await oauth.refreshTokenGrant(configuration, given.refresh), given.now);
}

/** Withdraws the access at the provider, where it offers that (RFC 7009). */
export async function revokeTokens(
  provider: OAuthProvider,
  client: OAuthClient,
  refresh: string,
): Promise<void> {
  const oauth = await loadOAuth();
  const configuration = await configure(provider, client);
  if (configuration.serverMetadata().revocation_endpoint === undefined) return;
  await oauth.tokenRevocation(configuration, refresh, { token_type_hint: 'refresh_token' });
}
