import { BlockList, isIP, isIPv4 } from 'node:net';

/** What is not the public Internet (RFC 6890), and so may be a machine that only we can reach. */
const blocked = new BlockList();
const ranges: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
for (const [network, prefix] of ranges) blocked.addSubnet(network, prefix, 'ipv4');

/** Only global unicast (2000::/3) is public, without what stands for an IPv4 address or for documentation. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
const special = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, prefix, 'ipv6');

/** True for an IP address that anybody on the Internet could connect to. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !blocked.check(address, 'ipv4');
  if (isIP(address) !== 6) return false;
  // ::ffff:127.0.0.1 and its like are outside of 2000::/3.
  return globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** True for an IP address of this machine alone. */
export function isLoopbackAddress(address: string): boolean {
  return isIPv4(address) ? address.startsWith('127.') : address === '::1';
}
