import type { Endpoint } from '../account.ts';
import { asciiDomain } from '../../domain/email-address.ts';
import type { OAuthProviderName } from '../oauth/providers.ts';
import { isKnownHost, presetFor, presetNamed } from '../providers.ts';
import { forwarder, withoutImap, type NoMailbox } from '../providers/no-mailbox.ts';
import type { ProviderPreset } from '../providers/preset.ts';
import { readAutoconfig, type AutoconfigServers } from './autoconfig.ts';
import type { DiscoveryNetwork } from './network.ts';

/** Where the servers of an address are known from. */
export type DiscoverySource =
  /** Rapport's own table, by the address or by the MX hosts. */
  | 'table'
  | 'mx'
  /** Microsoft 365 or Google behind another company's gateway, by DNS. */
  | 'gateway'
  /** Thunderbird's database of providers. */
  | 'ispdb'
  /** A file that the domain itself publishes. */
  | 'autoconfig'
  /** SRV records (RFC 6186). */
  | 'srv'
  /** Names that many domains use. */
  | 'guess';

export type FoundServers = {
  readonly kind: 'servers';
  readonly name: string;
  readonly imap: Endpoint;
  readonly smtp: Endpoint;
  readonly source: DiscoverySource;
  /** False: a person should look at the hosts before a password goes there. */
  readonly sure: boolean;
  readonly signInName: 'address' | 'local';
  readonly oauth: OAuthProviderName | undefined;
  readonly oauthOnly: boolean;
  readonly advice: readonly string[];
};

export type Discovery = FoundServers | NoMailbox | { readonly kind: 'unknown' };

/** Milliseconds for everything together. */
const timeLimit = 6_000;

/**
 * Finds the mail servers of an address. Everything is asked at once and the first in the order of
 * trust counts; only the domain leaves this machine, never the address. Never throws for what the
 * network does.
 */
export async function discover(address: string, network: DiscoveryNetwork): Promise<Discovery> {
  const domain = asciiDomain(address);
  if (domain === '') return { kind: 'unknown' };
  const none = withoutImap(domain);
  if (none) return none;
  const listed = presetFor(address);
  if (listed) return fromPreset(listed, 'table', true);

  const deadline = AbortSignal.timeout(timeLimit);
  const inTime = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    Promise.race([
      work.catch(() => otherwise),
      new Promise<T>((resolve) =>
        deadline.addEventListener('abort', () => resolve(otherwise), { once: true }),
      ),
    ]);
  const mx = network.mx(domain).catch(() => []);
  const steps = {
    mx: inTime(mx, []),
    spf: inTime(network.txt(domain), []),
    autodiscover: inTime(network.cname(`autodiscover.${domain}`), undefined),
    ispdb: inTime(
      mx.then((hosts) => fromIspdb(domain, hosts, network, deadline)),
      undefined,
    ),
    autoconfig: inTime(fromAutoconfig(domain, network, deadline), undefined),
    srv: inTime(fromSrv(domain, network), undefined),
    guess: inTime(guess(domain, network), undefined),
  };
  const hosts = await steps.mx;
  const passedOn = forwarder(hosts);
  if (passedOn) return passedOn;
  const hosted = presetFor(address, hosts);
  if (hosted) return fromPreset(hosted, 'mx', true);
  const behind = behindGateway(await steps.autodiscover, await steps.spf, hosts);
  if (behind) return fromPreset(behind, 'gateway', true);
  const ispdb = await steps.ispdb;
  if (ispdb) return fromFile(ispdb, 'ispdb', true);
  const own = await steps.autoconfig;
  if (own) return fromFile(own, 'autoconfig', trusts(domain, hosts, own));
  const srv = await steps.srv;
  if (srv) return fromFile(srv, 'srv', trusts(domain, hosts, srv));
  const guessed = await steps.guess;
  if (guessed) return fromFile(guessed, 'guess', false);
  return { kind: 'unknown' };
}

function fromPreset(preset: ProviderPreset, source: DiscoverySource, sure: boolean): FoundServers {
  const { name, imap, smtp, oauth, oauthOnly = false, signInName = 'address', advice } = preset;
  return { kind: 'servers', name, imap, smtp, source, sure, signInName, oauth, oauthOnly, advice };
}

function fromFile(found: AutoconfigServers, source: DiscoverySource, sure: boolean): FoundServers {
  return {
    kind: 'servers',
    ...found,
    source,
    sure,
    oauth: undefined,
    oauthOnly: false,
    advice: [],
  };
}

/** Universities and companies put a filter in front of Microsoft 365 or Google, which MX alone does not show. */
function behindGateway(
  autodiscover: string | undefined,
  txt: readonly string[],
  mxHosts: readonly string[],
): ProviderPreset | undefined {
  if (/(?:^|\.)autodiscover\.outlook\.com$/.test(autodiscover ?? ''))
    return presetNamed('Microsoft 365');
  if (!mxHosts.some((host) => gateways.test(host))) return undefined;
  const spf = txt.find((record) => /^v=spf1\b/i.test(record)) ?? '';
  if (/\binclude:spf\.protection\.outlook\.com\b/i.test(spf)) return presetNamed('Microsoft 365');
  return /\binclude:_spf\.google\.com\b/i.test(spf) ? presetNamed('Gmail') : undefined;
}

const gateways =
  /\.(?:pphosted\.com|ppe-hosted\.com|gpphosted\.com|mimecast(?:-offshore)?\.com|iphmx\.com|barracudanetworks\.com|hornetsecurity\.com|antispameurope\.com|messagelabs\.com|trendmicro\.(?:com|eu)|sophos\.com|fireeyecloud\.com|mailcontrol\.com|spamhero\.com|retarus\.com|nospamproxy\.com)$/;

async function fromIspdb(
  domain: string,
  mxHosts: readonly string[],
  network: DiscoveryNetwork,
  signal: AbortSignal,
): Promise<AutoconfigServers | undefined> {
  const names = [domain, ...mxHosts.slice(0, 1).map(baseOf)].filter(
    (name, index, all) => name !== '' && all.indexOf(name) === index,
  );
  const found = await Promise.all(
    names.map((name) =>
      network
        .fetchText(`https://autoconfig.thunderbird.net/v1.1/${encodeURIComponent(name)}`, signal)
        .then((text) => text && readAutoconfig(text, domain))
        .catch(() => undefined),
    ),
  );
  return found.find((servers): servers is AutoconfigServers => Boolean(servers));
}

async function fromAutoconfig(
  domain: string,
  network: DiscoveryNetwork,
  signal: AbortSignal,
): Promise<AutoconfigServers | undefined> {
  const places = [
    `https://autoconfig.${domain}/mail/config-v1.1.xml`,
    `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
  ];
  const found = await Promise.all(
    places.map((place) =>
      network
        .fetchText(place, signal)
        .then((text) => text && readAutoconfig(text, domain))
        .catch(() => undefined),
    ),
  );
  return found.find((servers): servers is AutoconfigServers => Boolean(servers));
}

/** RFC 6186 and RFC 8314; a target of "." says that a service is not offered. */
async function fromSrv(
  domain: string,
  network: DiscoveryNetwork,
): Promise<AutoconfigServers | undefined> {
  const [imaps, imap, submissions, submission] = await Promise.all(
    ['_imaps', '_imap', '_submissions', '_submission'].map((service) =>
      network.srv(`${service}._tcp.${domain}`).catch(() => undefined),
    ),
  );
  const read = endpointOf(imaps, 'tls') ?? endpointOf(imap, 'starttls');
  const send = endpointOf(submissions, 'tls') ?? endpointOf(submission, 'starttls');
  if (!read || !send) return undefined;
  return { name: domain, imap: read, smtp: send, signInName: 'address' };
}

function endpointOf(
  target: { readonly name: string; readonly port: number } | undefined,
  security: 'tls' | 'starttls',
): Endpoint | undefined {
  if (!target || target.name === '' || target.name === '.') return undefined;
  // Some publish the plain service for a port that speaks TLS from the first byte.
  const implicit = target.port === 465 || target.port === 993;
  return { host: target.name, port: target.port, security: implicit ? 'tls' : security };
}

async function guess(
  domain: string,
  network: DiscoveryNetwork,
): Promise<AutoconfigServers | undefined> {
  const exists = (name: string) => network.exists(`${name}.${domain}`).catch(() => false);
  const [imap, mail, smtp] = await Promise.all([exists('imap'), exists('mail'), exists('smtp')]);
  const read = imap ? `imap.${domain}` : mail ? `mail.${domain}` : undefined;
  const send = smtp ? `smtp.${domain}` : mail ? `mail.${domain}` : undefined;
  if (read === undefined || send === undefined) return undefined;
  return {
    name: domain,
    imap: { host: read, port: 993, security: 'tls' },
    smtp: { host: send, port: 465, security: 'tls' },
    signInName: 'address',
  };
}

/** A host that belongs to the domain, to whoever takes its mail, or to a provider that is known. */
function trusts(domain: string, mxHosts: readonly string[], found: AutoconfigServers): boolean {
  return [found.imap.host, found.smtp.host].every((host) => {
    const name = host.toLowerCase();
    if (name === domain || name.endsWith(`.${domain}`) || isKnownHost(name)) return true;
    return mxHosts.some((mx) => baseOf(mx) === baseOf(name));
  });
}

/** The last two labels, three where the second-last is short as in co.uk: good enough to compare two hosts. */
function baseOf(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  const short = (labels.at(-2) ?? '').length <= 3 && (labels.at(-1) ?? '').length === 2;
  return labels.slice(short ? -3 : -2).join('.');
}
