import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * The form in which addresses compare, as in domain/contact.ts: lower-case, the domain in Unicode.
 * Local parts are case-sensitive by RFC 5321 2.4, but no provider treats them so.
 */
export function comparable(address: string): string {
  const { local, domain } = split(address.trim().toLowerCase());
  if (domain === '') return local;
  // Spares nearly all addresses two conversions, which show when 20,000 mails are waiting.
  if (/^[a-z0-9.-]+$/.test(domain) && !domain.includes('xn--')) return `${local}@${domain}`;
  const ascii = domainToASCII(domain);
  return `${local}@${ascii === '' ? domain : domainToUnicode(ascii)}`;
}

/** The address with its domain as A-labels (RFC 5890), which every server understands. */
export function transportable(address: string): string {
  const { local, domain } = split(address.trim());
  return domain === '' ? local : `${local}@${domainToASCII(domain) || domain}`;
}

/** The domain of an address as A-labels, lower-case; '' when it has none. */
export function domainOf(address: string): string {
  return split(transportable(address).toLowerCase()).domain;
}

function split(address: string): { readonly local: string; readonly domain: string } {
  const at = address.lastIndexOf('@');
  if (at < 0) return { local: address, domain: '' };
  return { local: address.slice(0, at), domain: address.slice(at + 1) };
}
