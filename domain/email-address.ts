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

function aLabel(domain: string): string {
  if (/^[ -~]*$/.test(domain)) return domain;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    // Not a domain that IDNA allows: it only equals itself.
    return domain;
  }
}
