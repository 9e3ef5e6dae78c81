import { Resolver } from 'node:dns/promises';
import { lookup as systemLookup } from 'node:dns';
import { request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { largestFile } from './autoconfig.ts';

/** What discovery asks the world; a test brings its own. */
export type DiscoveryNetwork = {
  /** The preferred first, lower-case. */
  readonly mx: (domain: string) => Promise<readonly string[]>;
  readonly txt: (domain: string) => Promise<readonly string[]>;
  readonly cname: (name: string) => Promise<string | undefined>;
  readonly srv: (
    name: string,
  ) => Promise<{ readonly name: string; readonly port: number } | undefined>;
  readonly exists: (name: string) => Promise<boolean>;
  /** The text of a file over https from a public host; undefined for anything else. */
  readonly fetchText: (url: string, signal: AbortSignal) => Promise<string | undefined>;
};

export function realNetwork(): DiscoveryNetwork {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  return {
    async mx(domain) {
      const records = await resolver.resolveMx(domain);
      return records
        .toSorted((one, other) => one.priority - other.priority)
        .map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, ''));
    },
    txt: async (domain) => (await resolver.resolveTxt(domain)).map((parts) => parts.join('')),
    cname: async (name) => (await resolver.resolveCname(name))[0]?.toLowerCase(),
    async srv(name) {
      const records = await resolver.resolveSrv(name);
      return records.toSorted((one, other) => one.priority - other.priority)[0];
    },
    exists: async (name) =>
      (await resolver.resolve4(name).catch(() => [])).some(isPublic) ||
      (await resolver.resolve6(name).catch(() => [])).some(isPublic),
    fetchText: (url, signal) => fetchText(url, signal, 2),
  };
}

/**
 * Only https, only to public addresses, at most 64 KiB, a few redirects. The addresses are checked
 * where the connection is made, so that a name cannot point elsewhere in between.
 */
async function fetchText(
  url: string,
  signal: AbortSignal,
  redirects: number,
): Promise<string | undefined> {
  const target = new URL(url);
  if (target.protocol !== 'https:' || (isIP(bare(target.hostname)) && !isPublic(target.hostname)))
    return undefined;
  const answer = await get(target, signal);
  if (answer.location === undefined) return answer.text;
  const next = new URL(answer.location, target);
  return redirects > 0 ? fetchText(next.href, signal, redirects - 1) : undefined;
}

function get(
  url: URL,
  signal: AbortSignal,
): Promise<{ readonly text?: string; readonly location?: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { signal, lookup: publicOnly, timeout: 5_000, agent: false });
    asked.on('timeout', () => asked.destroy(new Error('No answer in time.')));
    asked.on('error', reject);
    asked.on('response', (response) => {
      const { statusCode = 0, headers } = response;
      const moved = statusCode >= 300 && statusCode < 400 && headers.location !== undefined;
      if (moved || statusCode !== 200) {
        response.destroy();
        resolve(moved ? { location: headers.location ?? '' } : {});
        return;
      }
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > largestFile) asked.destroy(new Error('The file is too large.'));
      });
      response.on('end', () => resolve({ text }));
      response.on('error', reject);
    });
    asked.end();
  });
}

const publicOnly: LookupFunction = (hostname, options, callback) => {
  systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const allowed = addresses.filter(({ address }) => isPublic(address));
    const [first] = allowed;
    if (!first) {
      return callback(new Error(`${hostname} is not on the public internet.`), '', 0);
    }
    if (options.all) return callback(null, allowed as never, 0);
    return callback(null, first.address, first.family);
  });
};

// Apart: a list that has mapped addresses in it takes every IPv4 address for one.
const reserved = { 4: new BlockList(), 6: new BlockList() };
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  reserved[4].addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  reserved[6].addSubnet(net, bits, 'ipv6');

/** Neither this machine nor its own network (RFC 6890). */
export function isPublic(address: string): boolean {
  const ip = bare(address);
  const version = isIP(ip);
  if (version === 4) return !reserved[4].check(ip, 'ipv4');
  return version === 6 && !reserved[6].check(ip, 'ipv6');
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
