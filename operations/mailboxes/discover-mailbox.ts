import { z } from 'zod';
import { hostAndPort } from '../../mail/account.ts';
import type { Discovery } from '../../mail/discovery/discovery.ts';
import { defineOperation } from '../operation.ts';
import { parseAddress } from './parse-address.ts';

export const discoveryView = z.object({
  address: z.string(),
  /** `no_imap` and `forwarder`: it cannot be connected as it is, and `advice` says why. */
  kind: z.enum(['servers', 'no_imap', 'forwarder', 'unknown']),
  /** The provider's. */
  name: z.string().nullable(),
  /** `HOST:PORT`. */
  imap: z.string().nullable(),
  smtp: z.string().nullable(),
  user: z.string().nullable(),
  /** A sentence: where this is known from. */
  source: z.string().nullable(),
  /** False: a person should look at the hosts before a password goes there. */
  sure: z.boolean(),
  /** Where people can sign in instead of giving a password. */
  oauth: z.enum(['google', 'microsoft']).nullable(),
  /** Passwords are refused there. */
  oauthOnly: z.boolean(),
  advice: z.array(z.string()),
});
export type DiscoveryView = z.infer<typeof discoveryView>;

export const discoverMailbox = defineOperation({
  name: 'discoverMailbox',
  summary: 'What Rapport knows of the mail servers of an address, and where from',
  input: z.object({ address: z.string() }),
  output: discoveryView,
  async run(context, input) {
    const address = parseAddress(input.address);
    return presentDiscovery(address, await context.discover(address));
  },
});

export function presentDiscovery(address: string, found: Discovery): DiscoveryView {
  const nothing = {
    address,
    kind: found.kind,
    name: null,
    imap: null,
    smtp: null,
    user: null,
    source: null,
    sure: false,
    oauth: null,
    oauthOnly: false,
    advice: [],
  };
  switch (found.kind) {
    case 'unknown':
      return {
        ...nothing,
        advice: [
          'The mail servers of this address are not known. Give both by hand; your mail provider’s help says which.',
        ],
      };
    case 'no_imap':
    case 'forwarder':
      return { ...nothing, name: found.name, advice: [found.say] };
    case 'servers':
      return {
        ...nothing,
        name: found.name,
        imap: hostAndPort(found.imap),
        smtp: hostAndPort(found.smtp),
        user: userOf(address, found.signInName),
        source: sources[found.source],
        sure: found.sure,
        oauth: found.oauth ?? null,
        oauthOnly: found.oauthOnly,
        advice: [...found.advice],
      };
  }
}

/** The name to sign in with, where nothing else was given. */
export function userOf(address: string, signInName: 'address' | 'local'): string {
  return signInName === 'local' ? address.slice(0, address.lastIndexOf('@')) : address;
}

const sources = {
  table: 'Rapport knows this provider.',
  mx: 'The domain’s mail is received by this provider (MX).',
  gateway: 'The domain’s DNS shows this provider behind a mail filter.',
  ispdb: 'Thunderbird’s database of providers has it.',
  autoconfig: 'The domain publishes it for mail programs.',
  srv: 'The domain’s DNS says so (SRV).',
  guess: 'This is a guess from the usual names. Compare it with your provider’s help.',
} as const;
