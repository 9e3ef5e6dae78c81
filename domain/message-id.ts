/**
 * The Message-ID of a mail from `address`, with angle brackets and the address's own domain as
 * A-labels (RFC 5322 section 3.6.4). `unique` must be unguessable: replies are matched by it.
 */
export function messageIdFor(unique: string, address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return `<${unique}@${new URL(`http://${domain}`).hostname}>`;
}
