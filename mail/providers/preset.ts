import type { Endpoint } from '../account.ts';
import type { OAuthProviderName } from '../oauth/providers.ts';

export type ProviderPreset = {
  readonly name: string;
  readonly imap: Endpoint;
  readonly smtp: Endpoint;
  /** Who puts the copy into the Sent folder. */
  readonly sentCopy: 'server' | 'client' | 'unknown';
  /** Where people sign in instead of giving a password, when they have a client id. */
  readonly oauth?: OAuthProviderName;
  /** Passwords of mail programs are refused: signing in is the only way. */
  readonly oauthOnly?: boolean;
  /** `local` where the name to sign in with is the part before the @. */
  readonly signInName?: 'local';
  /** Plain sentences: which password is needed and where it is made. */
  readonly advice: readonly string[];
};

export type ProviderEntry = ProviderPreset & {
  /** Of the addresses. */
  readonly domains: RegExp;
  /** Of the domain's MX hosts, where people bring their own domain. */
  readonly mx?: RegExp;
};

export const tls = (host: string, port: number): Endpoint => ({ host, port, security: 'tls' });
export const starttls = (host: string, port: number): Endpoint => ({
  host,
  port,
  security: 'starttls',
});

export const appPassword = (where: string): readonly string[] => [
  'Your usual password does not work here: an app password is needed.',
  `Make one at ${where}.`,
];

export const imapSwitch = (where: string): string =>
  `Access for mail programs may be switched off; switch it on at ${where}.`;

export const usualPassword = 'Your usual password works.';

/** An ordinary provider: TLS on the usual ports, the usual password. */
export function plain(
  name: string,
  domains: RegExp,
  servers: {
    readonly imap: string | Endpoint;
    readonly smtp: string | Endpoint;
    readonly mx?: RegExp;
    readonly signInName?: 'local';
    readonly advice?: readonly string[];
  },
): ProviderEntry {
  const { imap, smtp, mx, signInName, advice = [usualPassword] } = servers;
  return {
    name,
    domains,
    imap: typeof imap === 'string' ? tls(imap, 993) : imap,
    smtp: typeof smtp === 'string' ? tls(smtp, 465) : smtp,
    sentCopy: 'unknown',
    advice,
    ...(mx === undefined ? {} : { mx }),
    ...(signInName === undefined ? {} : { signInName }),
  };
}

/** Matches exactly these domains. */
export function domains(...names: readonly string[]): RegExp {
  return new RegExp(`^(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})$`);
}

/** Matches a name with each of the endings, such as `hotmail` with `de` and `co.uk`. */
export function endings(names: string, ends: string): RegExp {
  const either = (words: string) =>
    words
      .split(' ')
      .map((word) => word.replaceAll('.', '\\.'))
      .join('|');
  return new RegExp(`^(?:${either(names)})\\.(?:${either(ends)})$`);
}
