import { isIP } from 'node:net';
import { InvalidInput } from '../domain/errors.ts';

/** Gives an access token; `refused` is one that the mail server did not take. Throws MailboxFailure. */
export type TokenSource = (refused?: string) => Promise<string>;

export type Security = 'tls' | 'starttls' | 'none';

export type Endpoint = {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
};

export type MailAccount = {
  /** The bare address that mail is sent from. */
  readonly address: string;
  readonly name?: string;
  /** In From, where it is another address of the same mailbox. */
  readonly from?: string;
  /** Folders that a person chose; others are found by their use and name. */
  readonly folders?: { readonly junk?: string; readonly sent?: string };
  readonly user: string;
  /** '' where a token signs in. */
  readonly password: string;
  /** Signs in with OAuth 2 instead of the password. */
  readonly token?: TokenSource;
  readonly imap: Endpoint;
  readonly smtp: Endpoint;
  /** A private certificate authority, PEM; trusted in addition to the usual ones. */
  readonly ca?: string;
};

/**
 * Throws InvalidInput when the endpoint could not be used, or when it would send the password
 * unencrypted to another machine. `field` is the input's name, such as `imap`.
 */
export function checkEndpoint(endpoint: Endpoint, field: string): Endpoint {
  const { host, port, security } = endpoint;
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}.])?$/u.test(host) && isIP(host) === 0)
    throw new InvalidInput(
      `"${printable(host)}" is not a host name. Write it as HOST:PORT.`,
      field,
    );
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new InvalidInput(`The port of ${host} must be between 1 and 65535.`, field);
  if (security === 'none' && !isLoopback(host))
    throw new InvalidInput(
      `An unencrypted connection is only allowed to this machine, and ${host} is another one. ` +
        'Choose tls (usually port 993 or 465) or starttls (usually port 143 or 587).',
      field,
    );
  return endpoint;
}

/** Only names and addresses that can never leave this machine (RFC 6761 6.3, RFC 5735 3). */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name === 'localhost' || name === '::1') return true;
  return isIP(name) === 4 && name.startsWith('127.');
}

/** `host:port` as people write it, an IPv6 address in brackets. */
export function hostAndPort({ host, port }: Endpoint): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function printable(text: string): string {
  return text.replace(/\p{C}/gu, ' ').slice(0, 100);
}
