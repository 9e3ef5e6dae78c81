import { configure, loadOAuth, type OAuthClient } from './client.ts';
import type { OAuthProvider } from './providers.ts';
import { readTokens, type Tokens } from './tokens.ts';

export type CodeSignIn = {
  /** Where the person signs in. */
  readonly url: string;
  /** Comes back with the answer, and names this sign-in. */
  readonly state: string;
  /** Proves that the answer's code is ours (PKCE, RFC 7636). */
  readonly verifier: string;
};

/** Begins a sign-in in the person's browser. Throws what readOAuthError reads. */
export async function beginCodeSignIn(
  provider: OAuthProvider,
  client: OAuthClient,
  wanted: { readonly address: string; readonly redirectUri: string },
): Promise<CodeSignIn> {
  const oauth = await loadOAuth();
  const configuration = await configure(provider, client);
  const verifier = oauth.randomPKCECodeVerifier();
  const state = oauth.randomState();
  const url = oauth.buildAuthorizationUrl(configuration, {
    redirect_uri: wanted.redirectUri,
    scope: provider.scopes.join(' '),
    state,
    login_hint: wanted.address,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...provider.parameters,
  });
  return { url: url.href, state, verifier };
}

/** Exchanges what came back. `answered` is the whole address the browser was sent to. */
export async function finishCodeSignIn(
  provider: OAuthProvider,
  client: OAuthClient,
  begun: {
    readonly answered: URL;
    readonly state: string;
    readonly verifier: string;
    readonly now: Date;
  },
): Promise<Tokens> {
  const oauth = await loadOAuth();
  const configuration = await configure(provider, client);
  const answer = await oauth.authorizationCodeGrant(configuration, begun.answered, {
    pkceCodeVerifier: begun.verifier,
    expectedState: begun.state,
  });
  return readTokens(answer, begun.now);
}
