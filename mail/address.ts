import { domainToASCII } from 'node:url';

/**
 * The form in which addresses compare: lower-case, the domain as A-labels (RFC 5890). Local parts
 * are case-sensitive by RFC 5321 2.4, but no provider treats them so.
 */
export function comparable(address: string): string {
  const trimmed = address.trim().toLowerCase();
  const at = trimmed.lastIndexOf('@');
  if (at < 0) return trimmed;
  const domain = trimmed.slice(at + 1);
  return `${trimmed.slice(0, at)}@${domainToASCII(domain) || domain}`;
}

export function domainOf(address: string): string {
  return comparable(address).slice(comparable(address).lastIndexOf('@') + 1);
}
