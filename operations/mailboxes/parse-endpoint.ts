import { InvalidInput } from '../../domain/errors.ts';
import { checkEndpoint, type Endpoint, type Security } from '../../mail/account.ts';

/** Reads `HOST:PORT`, an IPv6 address in brackets; without a port the usual one for TLS. Throws InvalidInput; `field` is `imap` or `smtp`. */
export function parseEndpoint(
  text: string,
  field: string,
  security: Security | undefined,
): Endpoint {
  const parts = /^\s*(?:\[([0-9a-f:.]+)\]|([^:\s[\]]+))(?::(\d{1,5}))?\s*$/i.exec(text);
  const host = parts?.[1] ?? parts?.[2];
  if (host === undefined)
    throw new InvalidInput(`Could not read "${text.slice(0, 60)}": write HOST:PORT.`, field);
  const port = Number(parts?.[3] ?? usualPort(field, security));
  return checkEndpoint({ host, port, security: security ?? usualSecurity(port) }, field);
}

function usualPort(field: string, security: Security | undefined): number {
  if (field === 'smtp') return security === 'starttls' ? 587 : 465;
  return security === 'starttls' ? 143 : 993;
}

/** RFC 8314 section 3 wants TLS from the first byte; 143 and 587 begin in the clear (RFC 9051, RFC 6409). */
function usualSecurity(port: number): Security {
  return port === 143 || port === 587 ? 'starttls' : 'tls';
}
