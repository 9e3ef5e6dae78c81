import {
  appPassword,
  domains,
  endings,
  imapSwitch,
  starttls,
  tls,
  type ProviderEntry,
} from './preset.ts';

const outlookDomains = new RegExp(
  [
    endings(
      'hotmail',
      'com be ca cl cz de dk es fi fr gr hu it lt lv my nl no ph rs se sg sk co.id co.il co.in co.jp co.kr co.th co.uk co.za com.ar com.au com.br com.hk com.tr com.tw com.vn',
    ),
    endings(
      'live',
      'com at be ca cl cn de dk fi fr hk ie in it jp nl no ru se co.jp co.kr co.uk co.za com.ar com.au com.mx com.my com.ph com.pt com.sg',
    ),
    endings(
      'outlook',
      'com at be cl cz de dk es fr hu ie in it jp kr lv my ph pt sa sg sk co.id co.il co.th com.ar com.au com.br com.gr com.tr com.vn',
    ),
    domains('msn.com', 'passport.com', 'windowslive.com', 'livemail.tw'),
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** Not yahoo.co.jp, which is another company. */
const yahooDomains = new RegExp(
  [
    endings(
      'yahoo',
      'com ca de es fr it se ie gr no dk fi nl be at ch pl ro hu cz co.in co.nz co.uk co.id co.za com.ar com.au com.br com.mx com.ph com.sg com.hk com.tw com.vn com.my com.tr com.co com.pe',
    ),
    domains('ymail.com', 'rocketmail.com', 'myyahoo.com', 'cox.net'),
  ]
    .map(({ source }) => source)
    .join('|'),
);

const mailComDomains = domains(
  'mail.com',
  'email.com',
  'usa.com',
  'europe.com',
  'asia.com',
  'consultant.com',
  'engineer.com',
  'dr.com',
  'doctor.com',
  'lawyer.com',
  'journalist.com',
  'writeme.com',
  'post.com',
  'myself.com',
  'workmail.com',
  'techie.com',
  'accountant.com',
  'alumni.com',
  'graduate.org',
  'london.com',
  'berlin.com',
  'iname.com',
  'musician.org',
  'artlover.com',
  'contractor.net',
  'execs.com',
  'financier.com',
  'linuxmail.org',
);

const gmxPassword =
  'Your usual password works; with two-factor sign-in make an app password, and switch the access on again.';

/** Each data centre of Zoho has servers of its own. */
const zoho: readonly ProviderEntry[] = (
  [
    ['com', /^(?:zoho|zohomail)\.com$/, /(?:^|\.)zoho\.com$/],
    ['eu', /^(?:zoho|zohomail)\.eu$/, /(?:^|\.)zoho\.eu$/],
    ['in', /^(?:zoho|zohomail)\.in$/, /(?:^|\.)zoho\.in$/],
    ['com.au', /^(?:zoho|zohomail)\.com\.au$/, /(?:^|\.)zoho\.com\.au$/],
    ['jp', /^(?:zoho|zohomail)\.jp$/, /(?:^|\.)zoho\.jp$/],
  ] as const
).map(([end, named, mx]) => ({
  name: 'Zoho Mail',
  domains: named,
  mx,
  imap: tls(`imap.zoho.${end}`, 993),
  smtp: tls(`smtp.zoho.${end}`, 465),
  sentCopy: 'server',
  advice: [
    imapSwitch('Settings, Mail Accounts, IMAP'),
    `With two-factor sign-in an app password is needed; make one at https://accounts.zoho.${end}.`,
    'Zoho’s free plan has no access for mail programs.',
  ],
}));

/** Providers that people everywhere use, as their help pages describe them. */
export const globalProviders: readonly ProviderEntry[] = [
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
    // By name, as universities have hosts such as live.unibo.it.
    domains: outlookDomains,
    mx: /\.olc\.protection\.outlook\.com$/,
    oauthOnly: true,
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
    oauthOnly: true,
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
    advice: [
      ...appPassword('https://account.apple.com under Sign-In and Security'),
      'With a domain of your own, the name to sign in with is your @icloud.com address.',
    ],
  },
  {
    name: 'Yahoo Mail',
    domains: yahooDomains,
    mx: /\.yahoodns\.net$/,
    imap: tls('imap.mail.yahoo.com', 993),
    smtp: tls('smtp.mail.yahoo.com', 465),
    sentCopy: 'unknown',
    advice: appPassword('https://login.yahoo.com/account/security'),
  },
  {
    name: 'AOL Mail',
    domains:
      /^(?:aol\.[a-z.]+|aim\.com|verizon\.net|netscape\.(?:com|net)|compuserve\.com|cs\.com|wmconnect\.com)$/,
    imap: tls('imap.aol.com', 993),
    smtp: tls('smtp.aol.com', 465),
    sentCopy: 'unknown',
    advice: appPassword('https://login.aol.com/account/security'),
  },
  {
    name: 'Fastmail',
    domains: /^(?:fastmail\.[a-z.]+|fmail\.co\.uk|sent\.com|imap\.cc|messagingengine\.com)$/,
    mx: /\.messagingengine\.com$/,
    imap: tls('imap.fastmail.com', 993),
    smtp: tls('smtp.fastmail.com', 465),
    sentCopy: 'unknown',
    advice: appPassword('Settings, Privacy & Security, Manage app passwords'),
  },
  ...zoho,
  {
    name: 'GMX',
    domains: /^gmx\.(?:de|at|ch|net|eu|info|org|biz)$/,
    imap: tls('imap.gmx.net', 993),
    smtp: tls('mail.gmx.net', 465),
    sentCopy: 'unknown',
    advice: [imapSwitch('Settings, POP3 & IMAP'), gmxPassword],
  },
  {
    name: 'GMX',
    domains: /^gmx\.(?:com|us|fr|es|it|pt|se|ie|ca|hk|li|co\.uk|co\.in|com\.br|com\.tr|com\.my)$/,
    imap: tls('imap.gmx.com', 993),
    smtp: tls('mail.gmx.com', 465),
    sentCopy: 'unknown',
    advice: [imapSwitch('Settings, POP3 & IMAP'), gmxPassword],
  },
  {
    name: 'WEB.DE',
    domains: /^(?:web|email)\.de$/,
    signInName: 'local',
    imap: tls('imap.web.de', 993),
    smtp: starttls('smtp.web.de', 587),
    sentCopy: 'unknown',
    advice: [imapSwitch('Einstellungen, POP3/IMAP'), gmxPassword],
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
    name: 'mail.com',
    domains: mailComDomains,
    imap: tls('imap.mail.com', 993),
    smtp: tls('smtp.mail.com', 465),
    sentCopy: 'unknown',
    advice: [imapSwitch('Settings, POP3 & IMAP'), gmxPassword],
  },
];
