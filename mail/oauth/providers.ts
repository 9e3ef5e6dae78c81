import type { Endpoint } from '../account.ts';

export type OAuthProviderName = 'google' | 'microsoft';

/** Where people sign in, and what is asked for. Another provider is another row. */
export type OAuthProvider = {
  readonly name: OAuthProviderName;
  readonly label: string;
  /** Of the discovery document; `tenant` is an organisation of Microsoft's. */
  readonly issuer: (tenant: string | undefined) => URL;
  readonly scopes: readonly string[];
  /** Those without which mail programs get nothing. */
  readonly mailScopes: readonly string[];
  /** Beyond what OAuth itself asks for. */
  readonly parameters: Readonly<Record<string, string>>;
  /** As the client is registered: Google knows the address, Microsoft the name. */
  readonly redirectHost: '127.0.0.1' | 'localhost';
  /** Whether a code typed on another device will do (RFC 8628). */
  readonly deviceCode: boolean;
  /** Whether the token endpoint wants a secret from a desktop client too. */
  readonly wantsSecret: boolean;
  /** Where mail is read and sent, unless the address has servers of its own. */
  readonly servers: { readonly imap: Endpoint; readonly smtp: Endpoint };
  /** Several addresses may belong to one account. */
  readonly hasAliases: boolean;
  /** Only for a test's own server on this machine. */
  readonly insecure?: boolean;
};

export type OAuthProviders = Readonly<Record<OAuthProviderName, OAuthProvider>>;

const outlook = [
  'https://outlook.office.com/IMAP.AccessAsUser.All',
  'https://outlook.office.com/SMTP.Send',
];

export const oauthProviders: OAuthProviders = {
  google: {
    name: 'google',
    label: 'Google',
    issuer: () => new URL('https://accounts.google.com'),
    // The only scope that IMAP and SMTP take.
    mailScopes: ['https://mail.google.com/'],
    scopes: ['https://mail.google.com/', 'openid', 'email'],
    // Without both there is no refresh token at the second sign-in.
    parameters: { access_type: 'offline', prompt: 'consent' },
    redirectHost: '127.0.0.1',
    // Google refuses the scopes of Gmail there.
    deviceCode: false,
    wantsSecret: true,
    servers: {
      imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
      smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
    },
    hasAliases: false,
  },
  microsoft: {
    name: 'microsoft',
    label: 'Microsoft',
    issuer: (tenant = 'common') => new URL(`https://login.microsoftonline.com/${tenant}/v2.0`),
    mailScopes: outlook,
    scopes: [...outlook, 'offline_access', 'openid', 'email', 'profile'],
    parameters: {},
    redirectHost: 'localhost',
    deviceCode: true,
    wantsSecret: false,
    servers: {
      imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
      smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
    },
    hasAliases: true,
  },
};
