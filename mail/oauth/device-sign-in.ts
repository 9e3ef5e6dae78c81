import { configure, loadOAuth, type OAuthClient } from './client.ts';
import { oauthErrorParts } from './oauth-error.ts';
import type { OAuthProvider } from './providers.ts';
import { readTokens, type Tokens } from './tokens.ts';

export type DeviceSignIn = {
  readonly deviceCode: string;
  /** What the person types at `url`, on any device. */
  readonly userCode: string;
  readonly url: string;
  /** Seconds between two questions (RFC 8628 section 3.5). */
  readonly interval: number;
  readonly expiresAt: Date;
};

/** Begins a sign-in on another device. Throws what readOAuthError reads. */
export async function beginDeviceSignIn(
  provider: OAuthProvider,
  client: OAuthClient,
  now: Date,
): Promise<DeviceSignIn> {
  const oauth = await loadOAuth();
  const configuration = await configure(provider, client);
  const scope = provider.scopes.join(' ');
  const begun = await oauth.initiateDeviceAuthorization(configuration, { scope });
  return {
    deviceCode: begun.device_code,
    userCode: begun.user_code,
    url: begun.verification_uri_complete ?? begun.verification_uri,
    interval: begun.interval ?? 5,
    expiresAt: new Date(now.getTime() + begun.expires_in * 1_000),
  };
}

/** Asks once; undefined while the person has not signed in yet. */
export async function askDeviceSignIn(
  provider: OAuthProvider,
  client: OAuthClient,
  begun: { readonly deviceCode: string; readonly now: Date },
): Promise<Tokens | undefined> {
  const oauth = await loadOAuth();
  const configuration = await configure(provider, client);
  try {
    const answer = await oauth.genericGrantRequest(
      configuration,
      'urn:ietf:params:oauth:grant-type:device_code',
      { device_code: begun.deviceCode },
    );
    return readTokens(answer, begun.now);
  } catch (error) {
    const { error: code } = oauthErrorParts(error);
    const waits = code === 'authorization_pending' || code === 'slow_down';
    if (waits) return undefined;
    throw error;
  }
}
