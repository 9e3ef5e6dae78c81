/** Why an address cannot be connected as it is, and what to do instead. */
export type NoMailbox = {
  readonly kind: 'no_imap' | 'forwarder';
  readonly name: string;
  readonly say: string;
};

/** By the domain of the address. */
export function withoutImap(domain: string): NoMailbox | undefined {
  const found = withoutImapList.find(({ domains }) => domains.test(domain));
  return found && { kind: 'no_imap', name: found.name, say: found.say };
}

/** By the domain's MX hosts: its mail is only passed on. */
export function forwarder(mxHosts: readonly string[]): NoMailbox | undefined {
  const found = forwarders.find(({ mx }) => mxHosts.some((host) => mx.test(host)));
  if (!found) return undefined;
  const { name } = found;
  const say = `${name} only passes mail on: there is no mailbox behind this address. Connect the mailbox that the mail ends up in, and set this address as its From address if that mailbox may send from it.`;
  return { kind: 'forwarder', name, say };
}

const elsewhere = 'Use an address at another provider, or forward its mail to one.';

const withoutImapList = [
  {
    name: 'Tuta',
    domains: /^(?:tuta\.(?:com|io)|tutanota\.(?:com|de)|tutamail\.com|keemail\.me)$/,
    say: `Tuta has no access for mail programs (IMAP). ${elsewhere}`,
  },
  {
    name: 'HEY',
    domains: /^hey\.com$/,
    say: `HEY has no access for mail programs (IMAP). ${elsewhere}`,
  },
  {
    name: 'Yahoo! JAPAN',
    domains: /^(?:yahoo|ybb\.ne)\.co\.jp$|^ymail\.ne\.jp$/,
    say: `Yahoo! JAPAN offers mail programs no IMAP that Rapport knows of. ${elsewhere}`,
  },
  {
    name: 'Rediffmail',
    domains: /^rediff(?:mail)?\.com$/,
    say: `Rediffmail offers mail programs POP only, in which a reply cannot be found safely. ${elsewhere}`,
  },
  {
    name: 'OCN',
    domains: /(?:^|\.)ocn\.ne\.jp$/,
    say: `OCN offers mail programs POP only, in which a reply cannot be found safely. ${elsewhere}`,
  },
  {
    name: '@nifty',
    domains: /^nifty\.(?:com|ne\.jp)$/,
    say: `@nifty offers mail programs POP only, in which a reply cannot be found safely. ${elsewhere}`,
  },
] as const;

const forwarders = [
  { name: 'Cloudflare Email Routing', mx: /\.mx\.cloudflare\.net$/ },
  { name: 'ImprovMX', mx: /\.improvmx\.com$/ },
  { name: 'Forward Email', mx: /\.forwardemail\.net$/ },
  { name: 'SimpleLogin', mx: /\.simplelogin\.co$/ },
  { name: 'addy.io', mx: /\.(?:anonaddy\.me|addy\.io)$/ },
] as const;
