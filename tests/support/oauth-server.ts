import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { oauthProviders, type OAuthProviders } from '../../mail/oauth/providers.ts';
import { PASSWORDS } from './mail-servers.ts';

/** What a test may change while the server runs. */
export type OAuthMood = {
  /** Seconds that an access token lives. */
  accessLife: number;
  rotate: boolean;
  /** The token endpoint answers with a page of HTML and 503. */
  down: boolean;
  /** The token endpoint refuses each refresh with this. */
  refuse: { readonly error: string; readonly error_description?: string } | undefined;
  /** Who signs in, whatever was hinted. */
  signsInAs: string | undefined;
  /** Scopes that the person does not grant. */
  unticks: readonly string[];
};

export type OAuthServer = {
  readonly issuer: string;
  readonly mood: OAuthMood;
  /** How often a refresh token was used. */
  readonly refreshes: () => number;
  /** The table of providers as it would be were both of them this server. */
  readonly providers: OAuthProviders;
  /** Of the client that has a secret, and of the public one. */
  readonly clients: {
    readonly google: { readonly clientId: string; readonly clientSecret: string };
    readonly microsoft: { readonly clientId: string };
  };
  /** For a mail server: whose token it is, undefined when it is dead. */
  readonly introspect: (token: string) => Promise<string | undefined>;
  /** With the client's id and secret in it, as Dovecot wants it. */
  readonly introspectionUrl: string;
  /** As a person does on the provider's security page. */
  readonly revokeAll: () => Promise<void>;
  /** Signs in at an address of this server, as a browser would; returns where it ended. */
  readonly browse: (url: string) => Promise<URL>;
  /** Types a device code and agrees. */
  readonly typeCode: (url: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const introspector = { id: 'mail-server', secret: 'mail-server-secret' };

/** An authorization server as mail providers have them: PKCE, loopback redirects, rotation, device codes. */
export async function startOAuthServer(): Promise<OAuthServer> {
  const mood: OAuthMood = {
    accessLife: 3_600,
    rotate: true,
    down: false,
    refuse: undefined,
    signsInAs: undefined,
    unticks: [],
  };
  let refreshes = 0;
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const grants = new Set<string>();
  const provider = new Provider(issuer, configuration(mood));
  provider.on('grant.success', (ctx) => {
    if (ctx.oidc.params['grant_type'] === 'refresh_token') refreshes += 1;
  });
  const app = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', issuer).pathname;
    if (mood.down && path === '/token') {
      response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Unavailable</h1>');
      return;
    }
    if (path === '/token' && mood.refuse) {
      response
        .writeHead(400, { 'content-type': 'application/json' })
        .end(JSON.stringify(mood.refuse));
      return;
    }
    if (!path.startsWith('/consent/')) {
      void app(request, response);
      return;
    }
    consent(provider, { mood, grants, request, response }).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  return {
    issuer,
    mood,
    refreshes: () => refreshes,
    providers: providersAt(issuer),
    clients: {
      google: { clientId: 'google-desktop', clientSecret: 'not-really-secret' },
      microsoft: { clientId: 'microsoft-desktop' },
    },
    introspect: (token) => introspect(issuer, token),
    introspectionUrl: `http://${introspector.id}:${introspector.secret}@127.0.0.1:${port}/token/introspection`,
    async revokeAll() {
      for (const grant of grants) {
        await provider.RefreshToken.revokeByGrantId(grant);
        await provider.AccessToken.revokeByGrantId(grant);
        await (await provider.Grant.find(grant))?.destroy();
      }
    },
    browse: async (url) => (await walk(url)).url,
    typeCode,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function providersAt(issuer: string): OAuthProviders {
  const here = { issuer: () => new URL(issuer), mailScopes: ['mail'], insecure: true };
  const scopes = ['mail', 'openid', 'email', 'offline_access'];
  return {
    google: {
      ...oauthProviders.google,
      ...here,
      scopes,
      parameters: { prompt: 'consent' },
    },
    microsoft: {
      ...oauthProviders.microsoft,
      ...here,
      scopes,
      parameters: { prompt: 'consent' },
    },
  };
}

function configuration(mood: OAuthMood): object {
  const redirect_uris = ['http://127.0.0.1/mailboxes/oauth', 'http://localhost/mailboxes/oauth'];
  const native = { application_type: 'native', redirect_uris, response_types: ['code'] };
  const device = 'urn:ietf:params:oauth:grant-type:device_code';
  return {
    clients: [
      {
        ...native,
        client_id: 'google-desktop',
        client_secret: 'not-really-secret',
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['authorization_code', 'refresh_token'],
      },
      {
        ...native,
        client_id: 'microsoft-desktop',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token', device],
      },
      {
        client_id: introspector.id,
        client_secret: introspector.secret,
        token_endpoint_auth_method: 'client_secret_basic',
        redirect_uris: [],
        grant_types: [],
        response_types: [],
      },
    ],
    scopes: ['openid', 'offline_access', 'mail'],
    claims: { openid: ['sub'], email: ['email'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      deviceFlow: { enabled: true },
      introspection: { enabled: true, allowedPolicy: async () => true },
      revocation: { enabled: true, allowedPolicy: async () => true },
    },
    findAccount: async (_: unknown, id: string) =>
      id in PASSWORDS ? { accountId: id, claims: async () => ({ sub: id, email: id }) } : undefined,
    issueRefreshToken: async (
      _: unknown,
      client: { grantTypeAllowed: (type: string) => boolean },
    ) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: () => mood.rotate,
    ttl: {
      AccessToken: () => mood.accessLife,
      RefreshToken: () => 14 * 86_400,
      Grant: () => 30 * 86_400,
      Session: () => 86_400,
      Interaction: () => 600,
      AuthorizationCode: () => 60,
      DeviceCode: () => 120,
      IdToken: () => 3_600,
    },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/consent/${uid}` },
    cookies: { keys: ['a-key-for-tests'] },
  };
}

async function consent(
  provider: Provider,
  at: {
    readonly mood: OAuthMood;
    readonly grants: Set<string>;
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
  },
): Promise<void> {
  const { mood, grants, request, response } = at;
  const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    const accountId = mood.signsInAs ?? params['login_hint'] ?? Object.keys(PASSWORDS)[0];
    await provider.interactionFinished(request, response, { login: { accountId } });
    return;
  }
  const grant =
    (grantId ? await provider.Grant.find(grantId) : undefined) ??
    new provider.Grant({ accountId: session.accountId, clientId: params['client_id'] });
  const asked = String(params['scope']).split(' ');
  grant.addOIDCScope(asked.filter((scope) => !mood.unticks.includes(scope)).join(' '));
  for (const scope of mood.unticks) if (asked.includes(scope)) grant.rejectOIDCScope(scope);
  const saved = await grant.save();
  grants.add(saved);
  await provider.interactionFinished(
    request,
    response,
    { consent: { grantId: saved } },
    { mergeWithLastSubmission: true },
  );
}

async function introspect(issuer: string, token: string): Promise<string | undefined> {
  const basic = Buffer.from(`${introspector.id}:${introspector.secret}`).toString('base64');
  const answer = await fetch(`${issuer}/token/introspection`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${basic}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ token }).toString(),
  });
  const found = (await answer.json()) as { active: boolean; sub?: string; scope?: string };
  return found.active && found.scope?.split(' ').includes('mail') ? found.sub : undefined;
}

type Page = { readonly url: URL; readonly text: string; readonly cookies: Map<string, string> };

/** Keeps cookies and follows redirects until one leads to another server, or to a page. */
async function walk(
  from: string | URL,
  options: { readonly body?: URLSearchParams; readonly cookies?: Map<string, string> } = {},
): Promise<Page> {
  const { cookies = new Map<string, string>() } = options;
  let { body } = options;
  let url = new URL(from);
  const { origin } = url;
  for (let hop = 0; hop < 15; hop++) {
    if (url.origin !== origin) return { url, text: '', cookies };
    const answer = await fetch(url, {
      redirect: 'manual',
      method: body ? 'POST' : 'GET',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(body ? { body: body.toString() } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const place = answer.headers.get('location');
    if (place === null) return { url, text: await answer.text(), cookies };
    url = new URL(place, url);
    body = undefined;
  }
  throw new Error('Too many redirects.');
}

async function typeCode(address: string): Promise<void> {
  const page = await walk(address);
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
  const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const body = new URLSearchParams({
    xsrf: field('xsrf'),
    user_code: new URL(address).searchParams.get('user_code') ?? field('user_code'),
    confirm: 'yes',
  });
  await walk(new URL(action, page.url), { body, cookies: page.cookies });
}
