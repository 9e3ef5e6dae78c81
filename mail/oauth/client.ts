import type { Configuration } from 'openid-client';
import type { OAuthProvider } from './providers.ts';

/** The user's own registration at a provider. */
export type OAuthClient = {
  readonly id: string;
  readonly secret: string | undefined;
  /** Microsoft only: the organisation where the client was registered for it alone. */
  readonly tenant: string | undefined;
};

const keptFor = 60 * 60_000;
const known = new Map<string, { readonly at: number; readonly found: Configuration }>();

/** Read with the first sign-in, not with the program: a start has nothing to ask it. */
export function loadOAuth() {
  return import('openid-client');
}

/**
 * What openid-client needs to speak with a provider; its discovery document is kept for an hour.
 * Throws what openid-client does (see readOAuthError).
 */
export async function configure(
  provider: OAuthProvider,
  client: OAuthClient,
): Promise<Configuration> {
  const issuer = provider.issuer(client.tenant);
  const key = JSON.stringify([issuer.href, client.id, client.secret]);
  const kept = known.get(key);
  if (kept && Date.now() - kept.at < keptFor) return kept.found;
  const oauth = await loadOAuth();
  const found = await oauth.discovery(
    issuer,
    client.id,
    undefined,
    client.secret === undefined ? oauth.None() : oauth.ClientSecretPost(client.secret),
    // Seconds.
    { timeout: 10, ...(provider.insecure ? { execute: [oauth.allowInsecureRequests] } : {}) },
  );
  known.set(key, { at: Date.now(), found });
  return found;
}
