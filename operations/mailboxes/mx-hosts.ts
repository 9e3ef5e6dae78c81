import { Resolver } from 'node:dns/promises';

/** The mail servers of an address's domain, the preferred first; none when that cannot be found out quickly. */
export async function mxHosts(address: string): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: 2000, tries: 1 });
  try {
    const records = await resolver.resolveMx(address.slice(address.lastIndexOf('@') + 1));
    return records
      .toSorted((one, other) => one.priority - other.priority)
      .map(({ exchange }) => exchange);
  } catch {
    // No such domain, no network: the servers are then asked for by hand.
    return [];
  }
}
