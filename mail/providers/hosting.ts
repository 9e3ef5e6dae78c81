import { appPassword, domains, plain, starttls, type ProviderEntry } from './preset.ts';

const ofTheMailbox = ['Use the password of the mailbox, not that of the customer account.'];

/** Where people bring a domain of their own: known by its MX hosts. */
export const hostingProviders: readonly ProviderEntry[] = [
  plain('OVH', domains('ovh.net'), {
    imap: 'ssl0.ovh.net',
    smtp: 'ssl0.ovh.net',
    mx: /(^|\.)mx\d?\.(?:mail\.)?ovh\.net$|^mx\d+\.ovh\.net$|\.ovh\.net$/,
    advice: ofTheMailbox,
  }),
  plain('Gandi', domains('gandi.net'), {
    imap: 'mail.gandi.net',
    smtp: 'mail.gandi.net',
    mx: /\.mail\.gandi\.net$/,
    advice: ofTheMailbox,
  }),
  plain('GoDaddy', domains('secureserver.net'), {
    imap: 'imap.secureserver.net',
    smtp: 'smtpout.secureserver.net',
    mx: /\.secureserver\.net$/,
    advice: ofTheMailbox,
  }),
  plain('Rackspace', domains('emailsrvr.com'), {
    imap: 'secure.emailsrvr.com',
    smtp: 'secure.emailsrvr.com',
    mx: /\.emailsrvr\.com$/,
    advice: ofTheMailbox,
  }),
  plain('Strato', domains('strato.de'), {
    imap: 'imap.strato.de',
    smtp: 'smtp.strato.de',
    mx: /\.rzone\.de$/,
    advice: ofTheMailbox,
  }),
  plain('Hetzner', domains('your-server.de'), {
    imap: 'mail.your-server.de',
    smtp: 'mail.your-server.de',
    mx: /\.your-server\.de$/,
    advice: ofTheMailbox,
  }),
  plain('one.com', domains('one.com'), {
    imap: 'imap.one.com',
    smtp: 'send.one.com',
    mx: /\.one\.com$/,
    advice: ofTheMailbox,
  }),
  plain('domainFACTORY', domains('df.eu'), {
    imap: 'sslin.df.eu',
    smtp: 'sslout.df.eu',
    mx: /\.ispgateway\.de$/,
    advice: ofTheMailbox,
  }),
  plain('ACTIVE 24', domains('active24.com'), {
    imap: 'email.active24.com',
    smtp: 'email.active24.com',
    mx: /\.active24\.(?:com|cz)$/,
    advice: ofTheMailbox,
  }),
  plain('WebSupport', domains('websupport.sk'), {
    imap: 'imap.websupport.sk',
    smtp: 'smtp.websupport.sk',
    mx: /\.websupport\.(?:sk|cz|hu|eu)$/,
    advice: ofTheMailbox,
  }),
  plain('IONOS', /^(?:ionos\.[a-z.]+|1und1\.de)$/, {
    imap: 'imap.ionos.com',
    smtp: 'smtp.ionos.com',
    mx: /\.(?:ionos|kundenserver|1and1)\.[a-z.]{2,20}$/,
    advice: ofTheMailbox,
  }),
  plain('1&1', domains('online.de', 'onlinehome.de', 'sofort-start.de'), {
    imap: 'imap.1und1.de',
    smtp: 'smtp.1und1.de',
    advice: ofTheMailbox,
  }),
  plain('Migadu', domains('migadu.com'), {
    imap: 'imap.migadu.com',
    smtp: 'smtp.migadu.com',
    mx: /\.migadu\.com$/,
    advice: ofTheMailbox,
  }),
  plain('Infomaniak', domains('ik.me', 'ikmail.com', 'etik.com', 'infomaniak.com'), {
    imap: 'mail.infomaniak.com',
    smtp: 'mail.infomaniak.com',
    mx: /\.(?:infomaniak\.ch|infomaniak\.com|ikmail\.com)$/,
    advice: ofTheMailbox,
  }),
  plain('Namecheap Private Email', domains('privateemail.com'), {
    imap: 'mail.privateemail.com',
    smtp: 'mail.privateemail.com',
    mx: /\.privateemail\.com$/,
    advice: ofTheMailbox,
  }),
  plain('Hostinger', domains('hostinger.com'), {
    imap: 'imap.hostinger.com',
    smtp: 'smtp.hostinger.com',
    mx: /\.hostinger\.(?:com|in)$/,
    advice: ofTheMailbox,
  }),
  plain('Titan', domains('titan.email'), {
    imap: 'imap.titan.email',
    smtp: 'smtp.titan.email',
    mx: /\.titan\.email$/,
    advice: ['Switch on access for other apps in Titan’s settings first.', ...ofTheMailbox],
  }),
  plain('Aruba', domains('aruba.it', 'technet.it'), {
    imap: 'imaps.aruba.it',
    smtp: 'smtps.aruba.it',
    mx: /\.aruba\.it$/,
    advice: ofTheMailbox,
  }),
  plain('Purelymail', domains('purelymail.com'), {
    imap: 'imap.purelymail.com',
    smtp: 'smtp.purelymail.com',
    mx: /(^|\.)purelymail\.com$/,
    advice: appPassword('https://purelymail.com, Account, when two-factor sign-in is on'),
  }),
  plain('Mailo', domains('mailo.com', 'net-c.com', 'net-c.fr', 'net-c.it', 'net-c.es'), {
    imap: 'mail.mailo.com',
    smtp: 'mail.mailo.com',
    mx: /\.mailo\.com$/,
  }),
  plain('Vivaldi', domains('vivaldi.net'), { imap: 'imap.vivaldi.net', smtp: 'smtp.vivaldi.net' }),
  plain('Riseup', domains('riseup.net'), {
    imap: 'mail.riseup.net',
    smtp: 'mail.riseup.net',
    signInName: 'local',
  }),
  plain('Disroot', domains('disroot.org'), {
    imap: 'disroot.org',
    smtp: starttls('disroot.org', 587),
    signInName: 'local',
  }),
  plain('Pobox', domains('pobox.com'), { imap: 'mail.pobox.com', smtp: 'smtp.pobox.com' }),
  plain('Tencent Exmail', domains('exmail.qq.com'), {
    imap: 'imap.exmail.qq.com',
    smtp: 'smtp.exmail.qq.com',
    mx: /^mxbiz\d*\.qq\.com$/,
    advice: ['A password for mail programs, made in the settings of the mailbox, is needed.'],
  }),
];
