import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * The form in which addresses are stored and compared: lower case, without "mailto:", the domain in Unicode.
 * Local parts are case-sensitive by RFC 5321 2.4, but no provider treats them so.
 */
export function canonicalAddress(address: string): string {
  const lower = address
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '');
  const { local, domain } = split(lower.replace(/\.$/, ''));
  if (domain === '') return lower;
  // Spares nearly all addresses two conversions, which show when 20,000 mails are waiting.
  if (/^[a-z0-9.-]+$/.test(domain) && !domain.includes('xn--')) return `${local}@${domain}`;
  const ascii = domainToASCII(domain);
  // A domain that IDNA does not allow only equals itself.
  return `${local}@${ascii === '' ? domain : domainToUnicode(ascii)}`;
}

/**
 * The mailbox that an address leads to: without a tag ("ana+talks@") and, for Gmail, without dots and under one of its
 * two names. The function `mailbox_address` of the database computes the same of canonical addresses.
 */
export function mailboxAddress(address: string): string {
  const canonical = canonicalAddress(address);
  const { local: whole, domain } = split(canonical);
  if (domain === '') return canonical;
  const tag = whole.indexOf('+');
  const local = tag > 0 ? whole.slice(0, tag) : whole;
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${local}@${domain}`;
  return `${local.replaceAll('.', '')}@gmail.com`;
}

/** The address with its domain as A-labels (RFC 5890), which every server understands. */
export function asciiAddress(address: string): string {
  const { local, domain } = split(address.trim());
  return domain === '' ? local : `${local}@${domainToASCII(domain) || domain}`;
}

/** The domain of {@link mailboxAddress}; '' when it has none. */
export function mailboxDomain(address: string): string {
  return split(mailboxAddress(address)).domain;
}

/** The domain of an address as A-labels, lower case; '' when it has none. */
export function asciiDomain(address: string): string {
  return split(asciiAddress(address).toLowerCase()).domain;
}

function split(address: string): { readonly local: string; readonly domain: string } {
  const at = address.lastIndexOf('@');
  if (at < 0) return { local: address, domain: '' };
  return { local: address.slice(0, at), domain: address.slice(at + 1) };
}
