import { describe, expect, test } from 'vitest';
import { readAutoconfig } from '../../mail/discovery/autoconfig.ts';
import { discover } from '../../mail/discovery/discovery.ts';
import { isPublic, realNetwork, type DiscoveryNetwork } from '../../mail/discovery/network.ts';
import { offline } from '../support/offline.ts';

const file = (
  options: { readonly imap?: string; readonly smtp?: string } = {},
) => `<?xml version="1.0"?>
<clientConfig version="1.1">
  <emailProvider id="uni.example">
    <domain>uni.example</domain>
    <displayName>University Mail</displayName>
    <incomingServer type="pop3"><hostname>pop.uni.example</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
    <incomingServer type="imap">
      <hostname>${options.imap ?? 'imap.uni.example'}</hostname><port>993</port><socketType>SSL</socketType>
      <username>%EMAILLOCALPART%</username><authentication>password-cleartext</authentication>
    </incomingServer>
    <outgoingServer type="smtp">
      <hostname>${options.smtp ?? 'smtp.%EMAILDOMAIN%'}</hostname><port>587</port><socketType>STARTTLS</socketType>
      <username>%EMAILLOCALPART%</username>
    </outgoingServer>
  </emailProvider>
</clientConfig>`;

describe('discovery', () => {
  test('asks nobody about a provider of the table', async () => {
    const network = { ...offline, mx: () => Promise.reject(new Error('It was asked.')) };
    expect(await discover('kim@gmail.com', network)).toMatchObject({
      kind: 'servers',
      source: 'table',
      sure: true,
      oauth: 'google',
    });
  });

  test('finds a hosted domain by its MX', async () => {
    const network = { ...offline, mx: async () => ['aspmx.l.google.com'] };
    expect(await discover('me@ana.dev', network)).toMatchObject({
      source: 'mx',
      imap: { host: 'imap.gmail.com' },
    });
  });

  test.each([
    ['autodiscover', { cname: async () => 'autodiscover.outlook.com' }],
    [
      'SPF',
      {
        txt: async () => ['v=spf1 include:spf.protection.outlook.com include:pphosted.com -all'],
      },
    ],
  ])('finds Microsoft 365 behind a filter by %s', async (_, answers) => {
    const network = { ...offline, mx: async () => ['mx1.uni.pphosted.com'], ...answers };
    expect(await discover('kim@uni.example', network)).toMatchObject({
      source: 'gateway',
      name: 'Microsoft 365',
      oauthOnly: true,
    });
  });

  test('does not take an SPF record alone for the mailbox', async () => {
    const network = {
      ...offline,
      mx: async () => ['mail.own.example'],
      txt: async () => ['v=spf1 include:spf.protection.outlook.com -all'],
    };
    expect(await discover('kim@own.example', network)).toEqual({ kind: 'unknown' });
  });

  test('says of a forwarder and of a provider without IMAP what they are', async () => {
    const network = { ...offline, mx: async () => ['route1.mx.cloudflare.net'] };
    expect((await discover('me@ana.dev', network)).kind).toBe('forwarder');
    expect((await discover('kim@tuta.io', offline)).kind).toBe('no_imap');
  });

  test('reads the domain’s own file, over https', async () => {
    const asked: string[] = [];
    const network = {
      ...offline,
      fetchText: async (url: string) => {
        asked.push(url);
        return url.includes('autoconfig.uni.example') ? file() : undefined;
      },
    };
    expect(await discover('kim@uni.example', network)).toMatchObject({
      source: 'autoconfig',
      sure: true,
      name: 'University Mail',
      imap: { host: 'imap.uni.example', port: 993, security: 'tls' },
      smtp: { host: 'smtp.uni.example', port: 587, security: 'starttls' },
      signInName: 'local',
    });
    expect(asked.every((url) => url.startsWith('https://') && !url.includes('kim'))).toBe(true);
  });

  test('wants a person to look at a host that has nothing to do with the domain', async () => {
    const network = {
      ...offline,
      fetchText: async (url: string) =>
        url.includes('autoconfig.uni.example') ? file({ imap: 'imap.elsewhere.test' }) : undefined,
    };
    expect(await discover('kim@uni.example', network)).toMatchObject({ sure: false });
  });

  test('reads SRV records; "." says that there is none', async () => {
    const srv = async (name: string) => {
      if (name.startsWith('_imaps.')) return { name: 'mail.uni.example', port: 993 };
      // Published as the plain service, on a port that speaks TLS from the first byte.
      if (name.startsWith('_submission.')) return { name: 'mail.uni.example', port: 465 };
      return { name: '.', port: 0 };
    };
    expect(await discover('kim@uni.example', { ...offline, srv })).toMatchObject({
      source: 'srv',
      imap: { port: 993, security: 'tls' },
      smtp: { port: 465, security: 'tls' },
    });
  });

  test('shows a guess as a guess', async () => {
    const exists = async (name: string) => name === 'mail.uni.example';
    expect(await discover('kim@uni.example', { ...offline, exists })).toMatchObject({
      source: 'guess',
      sure: false,
      imap: { host: 'mail.uni.example' },
    });
  });

  test('ends in time when nobody answers', async () => {
    const never = () => new Promise<never>(() => {});
    const silent: DiscoveryNetwork = {
      mx: never,
      txt: never,
      cname: never,
      srv: never,
      exists: never,
      fetchText: never,
    };
    expect(await discover('kim@uni.example', silent)).toEqual({ kind: 'unknown' });
  });
});

describe('a configuration file', () => {
  test.each([
    ['with entities', `<!DOCTYPE x [<!ENTITY a "b">]>${file()}`],
    ['that is too long', file() + ' '.repeat(65 * 1024)],
    ['that is no XML', '<clientConfig'],
    ['of HTML', '<html><body>Not found</body></html>'],
    ['that points at this machine', file({ imap: '127.0.0.1' })],
    ['with a host that is none', file({ smtp: 'a b\r\nc' })],
  ])('%s is not read', (_, text) => {
    expect(readAutoconfig(text, 'uni.example')).toBeUndefined();
  });
});

test.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.20.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['[::1]', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:10.0.0.1', false],
  ['93.184.216.34', true],
  ['2606:2800:220:1::1', true],
  ['not an address', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected);
});

test.each([
  'http://example.org/x',
  'https://127.0.0.1/x',
  'https://[::1]/x',
  'https://localhost/x',
])('nothing is fetched from %s', async (url) => {
  const fetching = realNetwork().fetchText(url, AbortSignal.timeout(5_000));
  expect(await fetching.catch(() => undefined)).toBeUndefined();
});
