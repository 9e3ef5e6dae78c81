import { domainToUnicode } from 'node:url';

/** An address for comparison: without regard to case, its domain as A-label (RFC 5890). */
export function comparableAddress(address: string): string {
  const lower = address
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '');
  const at = lower.lastIndexOf('@');
  if (at < 0) return lower;
  return `${lower.slice(0, at)}@${aLabel(lower.slice(at + 1).replace(/\.$/, ''))}`;
}

/**
 * The mailbox that an address leads to: without a tag ("ana+talks@") and, for Gmail, without dots
 * and under one of its two names. Its domain is in Unicode, as PostgreSQL stores addresses. The
 * function `mailbox_address` of the database computes the same.
 */
export function mailboxAddress(address: string): string {
  const comparable = comparableAddress(address);
  const at = comparable.lastIndexOf('@');
  if (at < 0) return comparable;
  const tag = comparable.indexOf('+');
  const local = comparable.slice(0, tag > 0 && tag < at ? tag : at);
  const domain = unicode(comparable.slice(at + 1));
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${local}@${domain}`;
  return `${local.replaceAll('.', '')}@gmail.com`;
}

/** The part behind the last `@`, in the form of {@link mailboxAddress}; '' when there is none. */
export function domainOfAddress(address: string): string {
  const mailbox = mailboxAddress(address);
  const at = mailbox.lastIndexOf('@');
  return at < 0 ? '' : mailbox.slice(at + 1);
}

function unicode(domain: string): string {
  return domain.includes('xn--') ? domainToUnicode(domain) || domain : domain;
}

function aLabel(domain: string): string {
  if (/^[ -~]*$/.test(domain)) return domain;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    // Not a domain that IDNA allows: it only equals itself.
    return domain;
  }
}
