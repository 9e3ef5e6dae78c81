import { domainOf } from './address.ts';
import { isLoopback, type Endpoint } from './account.ts';
import type { OAuthProviderName } from './oauth/providers.ts';

export type ProviderPreset = {
  readonly name: string;
  readonly imap: Endpoint;
  readonly smtp: Endpoint;
  /** Who puts the copy into the Sent folder. */
  readonly sentCopy: 'server' | 'client' | 'unknown';
  /** Where people sign in instead of giving a password, when they have a client id. */
  readonly oauth?: OAuthProviderName;
  /** Plain sentences: which password is needed and where it is made. */
  readonly advice: readonly string[];
};

type Entry = ProviderPreset & {
  readonly domains: RegExp;
  /** Of the domain's MX hosts, where people bring their own domain. */
  readonly mx?: RegExp;
};

/**
 * What is known of the provider behind an address: by its domain, else by the MX hosts of a
 * hosted domain. Hosts and ports are those of Thunderbird's ISPDB.
 */
export function presetFor(
  address: string,
  mxHosts: readonly string[] = [],
): ProviderPreset | undefined {
  const domain = domainOf(address);
  const hosts = mxHosts.map((host) => host.toLowerCase().replace(/\.$/, ''));
  const found =
    PROVIDERS.find(({ domains }) => domains.test(domain)) ??
    PROVIDERS.find(({ mx }) => mx && hosts.some((host) => mx.test(host)));
  if (!found) return undefined;
  const { domains: _, mx: __, ...preset } = found;
  return preset;
}

/** Who keeps the copy in Sent, by the SMTP host that was really used. */
export function sentCopyOf(smtpHost: string): ProviderPreset['sentCopy'] {
  const host = smtpHost.toLowerCase();
  // Proton's Bridge is one of many servers that may run on this machine.
  if (isLoopback(host)) return 'unknown';
  return PROVIDERS.find(({ smtp }) => smtp.host === host)?.sentCopy ?? 'unknown';
}

const tls = (host: string, port: number): Endpoint => ({ host, port, security: 'tls' });
const starttls = (host: string, port: number): Endpoint => ({ host, port, security: 'starttls' });

const appPassword = (where: string): readonly string[] => [
  'Your usual password does not work here: an app password is needed.',
  `Make one at ${where}.`,
];

const imapSwitch = (where: string): string =>
  `Access for mail programs may be switched off; switch it on at ${where}.`;

const PROVIDERS: readonly Entry[] = [
  {
    name: 'Gmail',
    oauth: 'google',
    domains: /^(gmail|googlemail)\.com$/,
    mx: /(^|\.)(google|googlemail)\.com$/,
    imap: tls('imap.gmail.com', 993),
    smtp: tls('smtp.gmail.com', 465),
    sentCopy: 'server',
    advice: [
      ...appPassword('https://myaccount.google.com/apppasswords'),
      'Google offers app passwords only after two-step verification is switched on.',
    ],
  },
  {
    name: 'Outlook.com',
    oauth: 'microsoft',
    domains: /^(outlook|hotmail|live|msn|passport)\.[a-z.]+$/,
    imap: tls('outlook.office365.com', 993),
    smtp: starttls('smtp-mail.outlook.com', 587),
    sentCopy: 'server',
    advice: [
      'Outlook.com has accepted neither passwords nor app passwords since September 2024.',
      'It can only be used by signing in with Microsoft (OAuth).',
    ],
  },
  {
    name: 'Microsoft 365',
    oauth: 'microsoft',
    domains: /\.onmicrosoft\.com$/,
    mx: /\.mail\.protection\.(outlook\.com|office365\.us)$|\.mx\.microsoft$/,
    imap: tls('outlook.office365.com', 993),
    smtp: starttls('smtp.office365.com', 587),
    sentCopy: 'server',
    advice: [
      'Microsoft 365 reads mail only after signing in with Microsoft (OAuth).',
      'Your administrator must allow authenticated SMTP for your mailbox.',
    ],
  },
  {
    name: 'iCloud Mail',
    domains: /^(icloud|me|mac)\.com$/,
    mx: /\.mail\.icloud\.com$/,
    imap: tls('imap.mail.me.com', 993),
    smtp: starttls('smtp.mail.me.com', 587),
    sentCopy: 'unknown',
    advice: appPassword('https://account.apple.com under Sign-In and Security'),
  },
  {
    name: 'Yahoo Mail',
    domains: /^(yahoo\.[a-z.]+|ymail\.com|rocketmail\.com)$/,
    mx: /\.yahoodns\.net$/,
    imap: tls('imap.mail.yahoo.com', 993),
    smtp: tls('smtp.mail.yahoo.com', 465),
    sentCopy: 'unknown',
    advice: appPassword('https://login.yahoo.com/account/security'),
  },
  {
    name: 'AOL Mail',
    domains: /^(aol\.[a-z.]+|aim\.com)$/,
    imap: tls('imap.aol.com', 993),
    smtp: tls('smtp.aol.com', 465),
    sentCopy: 'unknown',
    advice: appPassword('https://login.aol.com/account/security'),
  },
  {
    name: 'Fastmail',
    domains: /^fastmail\.[a-z.]+$/,
    mx: /\.messagingengine\.com$/,
    imap: tls('imap.fastmail.com', 993),
    smtp: tls('smtp.fastmail.com', 465),
    sentCopy: 'unknown',
    advice: appPassword('Settings, Privacy & Security, Manage app passwords'),
  },
  {
    name: 'Zoho Mail',
    domains: /^(zoho|zohomail)\.com$/,
    mx: /\.zoho\.com$/,
    imap: tls('imap.zoho.com', 993),
    smtp: tls('smtp.zoho.com', 465),
    sentCopy: 'server',
    advice: [
      imapSwitch('Settings, Mail Accounts, IMAP'),
      'With two-factor sign-in an app password is needed; make one at https://accounts.zoho.com.',
    ],
  },
  {
    name: 'GMX',
    domains: /^gmx\.(de|at|ch|net)$/,
    imap: tls('imap.gmx.net', 993),
    smtp: tls('mail.gmx.net', 465),
    sentCopy: 'unknown',
    advice: [imapSwitch('Settings, POP3 & IMAP'), 'Your usual password works.'],
  },
  {
    name: 'GMX',
    domains: /^gmx\.(com|us|fr|es|co\.uk)$/,
    imap: tls('imap.gmx.com', 993),
    smtp: tls('mail.gmx.com', 465),
    sentCopy: 'unknown',
    advice: [imapSwitch('Settings, POP3 & IMAP'), 'Your usual password works.'],
  },
  {
    name: 'WEB.DE',
    domains: /^web\.de$/,
    imap: tls('imap.web.de', 993),
    smtp: starttls('smtp.web.de', 587),
    sentCopy: 'unknown',
    advice: [imapSwitch('Einstellungen, POP3/IMAP'), 'Your usual password works.'],
  },
  {
    name: 'T-Online',
    domains: /^(t-online|magenta)\.de$/,
    imap: tls('secureimap.t-online.de', 993),
    smtp: tls('securesmtp.t-online.de', 465),
    sentCopy: 'unknown',
    advice: [
      'A separate e-mail password is needed, not the one of your Telekom login.',
      'Make one in the Telekom customer centre under Passwords.',
    ],
  },
  {
    name: 'mailbox.org',
    domains: /^mailbox\.org$/,
    mx: /\.mailbox\.org$/,
    imap: tls('imap.mailbox.org', 993),
    smtp: tls('smtp.mailbox.org', 465),
    sentCopy: 'client',
    advice: ['Your usual password works; with two-factor sign-in make an app password.'],
  },
  {
    name: 'Posteo',
    domains: /^posteo\.[a-z]+$/,
    imap: tls('posteo.de', 993),
    smtp: tls('posteo.de', 465),
    sentCopy: 'client',
    advice: ['Your usual password works.'],
  },
  {
    name: 'Proton Mail',
    domains: /^(proton\.me|protonmail\.(com|ch)|pm\.me)$/,
    mx: /\.protonmail\.ch$/,
    imap: starttls('127.0.0.1', 1143),
    smtp: starttls('127.0.0.1', 1025),
    sentCopy: 'server',
    advice: [
      'Proton Mail needs its Bridge program on this machine, running all the time.',
      'Use the user name and password that Bridge shows, and the certificate it exports.',
    ],
  },
  {
    name: 'Yandex Mail',
    domains: /^(yandex\.[a-z.]+|ya\.ru)$/,
    mx: /\.yandex\.(net|ru)$/,
    imap: tls('imap.yandex.com', 993),
    smtp: tls('smtp.yandex.com', 465),
    sentCopy: 'unknown',
    advice: [
      imapSwitch('All settings, Email clients'),
      ...appPassword('https://id.yandex.com/security/app-passwords'),
    ],
  },
  {
    name: 'Mail.ru',
    domains: /^(mail|inbox|list|bk|internet)\.ru$/,
    imap: tls('imap.mail.ru', 993),
    smtp: tls('smtp.mail.ru', 465),
    sentCopy: 'unknown',
    advice: appPassword('https://account.mail.ru under Security'),
  },
  {
    name: 'NetEase 163',
    domains: /^163\.com$/,
    imap: tls('imap.163.com', 993),
    smtp: tls('smtp.163.com', 465),
    sentCopy: 'unknown',
    advice: [
      imapSwitch('Settings, POP3/SMTP/IMAP'),
      'An authorisation code, shown there once, is used instead of the password.',
    ],
  },
  {
    name: 'NetEase 126',
    domains: /^126\.com$/,
    imap: tls('imap.126.com', 993),
    smtp: tls('smtp.126.com', 465),
    sentCopy: 'unknown',
    advice: [
      imapSwitch('Settings, POP3/SMTP/IMAP'),
      'An authorisation code, shown there once, is used instead of the password.',
    ],
  },
  {
    name: 'QQ Mail',
    domains: /^(qq|foxmail)\.com$/,
    mx: /\.qq\.com$/,
    imap: tls('imap.qq.com', 993),
    smtp: tls('smtp.qq.com', 465),
    sentCopy: 'unknown',
    advice: [
      imapSwitch('Settings, Account'),
      'An authorisation code, shown there once, is used instead of the password.',
    ],
  },
  {
    name: 'Freenet',
    domains: /^freenet\.de$/,
    imap: tls('mx.freenet.de', 993),
    smtp: tls('mx.freenet.de', 465),
    sentCopy: 'unknown',
    advice: [imapSwitch('Settings, POP3/IMAP'), 'Your usual password works.'],
  },
  {
    name: 'IONOS',
    domains: /^(ionos\.[a-z.]+|1und1\.de|online\.de)$/,
    mx: /\.(ionos|kundenserver|1and1)\.[a-z.]+$/,
    imap: tls('imap.ionos.com', 993),
    smtp: tls('smtp.ionos.com', 465),
    sentCopy: 'unknown',
    advice: ['Use the password of the mailbox, not that of the customer account.'],
  },
];
