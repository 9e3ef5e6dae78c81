import {
  appPassword,
  domains,
  imapSwitch,
  plain,
  starttls,
  tls,
  type ProviderEntry,
} from './preset.ts';

/** Providers of one country, mostly with a connection to the internet. */
export const regionalProviders: readonly ProviderEntry[] = [
  // North America
  plain('Comcast Xfinity', domains('comcast.net'), {
    imap: 'imap.comcast.net',
    smtp: 'smtp.comcast.net',
    advice: [imapSwitch('Xfinity Connect, Settings, Security, Third Party Access')],
  }),
  plain(
    'AT&T Mail',
    domains(
      'att.net',
      'sbcglobal.net',
      'bellsouth.net',
      'ameritech.net',
      'pacbell.net',
      'swbell.net',
      'snet.net',
      'flash.net',
      'nvbell.net',
      'prodigy.net',
      'wans.net',
    ),
    {
      imap: 'imap.mail.att.net',
      smtp: 'smtp.mail.att.net',
      advice: [
        'Your usual password does not work here: AT&T wants its “secure mail key”.',
        'Make one in your AT&T profile, under Sign-in info.',
      ],
    },
  ),
  plain('EarthLink', domains('earthlink.net', 'mindspring.com'), {
    imap: 'imap.earthlink.net',
    smtp: starttls('smtpauth.earthlink.net', 587),
  }),
  plain('CenturyLink', domains('centurylink.net', 'embarqmail.com', 'q.com'), {
    imap: 'mail.centurylink.net',
    smtp: starttls('smtp.centurylink.net', 587),
  }),
  plain('Bell', domains('bell.net', 'sympatico.ca'), {
    imap: 'imap.bell.net',
    smtp: starttls('smtphm.sympatico.ca', 587),
  }),
  // United Kingdom
  plain('BT Mail', domains('btinternet.com', 'btopenworld.com', 'talk21.com'), {
    imap: 'mail.btinternet.com',
    smtp: 'mail.btinternet.com',
  }),
  plain('Sky', domains('sky.com'), {
    imap: 'imap.tools.sky.com',
    smtp: 'smtp.tools.sky.com',
    advice: appPassword('the security page of your Sky Yahoo Mail account'),
  }),
  plain(
    'Virgin Media',
    domains('virginmedia.com', 'ntlworld.com', 'blueyonder.co.uk', 'virgin.net'),
    { imap: 'imap.virginmedia.com', smtp: 'smtp.virginmedia.com' },
  ),
  // France
  plain('Orange', domains('orange.fr', 'wanadoo.fr'), {
    imap: 'imap.orange.fr',
    smtp: 'smtp.orange.fr',
  }),
  plain('Free', domains('free.fr', 'freesbee.fr', 'libertysurf.fr'), {
    imap: 'imap.free.fr',
    smtp: 'smtp.free.fr',
    signInName: 'local',
  }),
  plain('SFR', domains('sfr.fr', 'neuf.fr', 'cegetel.net', 'club-internet.fr', '9online.fr'), {
    imap: 'imap.sfr.fr',
    smtp: 'smtp.sfr.fr',
  }),
  plain('La Poste', domains('laposte.net'), {
    imap: 'imap.laposte.net',
    smtp: 'smtp.laposte.net',
    signInName: 'local',
  }),
  // Italy
  plain('Libero', domains('libero.it', 'inwind.it', 'iol.it', 'blu.it', 'giallo.it'), {
    imap: 'imapmail.libero.it',
    smtp: 'smtp.libero.it',
    advice: ['Your usual password works; with two-step sign-in make a password for applications.'],
  }),
  plain('Virgilio', domains('virgilio.it'), { imap: 'in.virgilio.it', smtp: 'out.virgilio.it' }),
  plain('Alice', domains('alice.it'), {
    imap: starttls('in.alice.it', 143),
    smtp: starttls('out.alice.it', 587),
  }),
  plain('TIM', domains('tim.it'), {
    imap: starttls('imap.tim.it', 143),
    smtp: starttls('smtp.tim.it', 587),
  }),
  plain('Tiscali', domains('tiscali.it'), { imap: 'imap.tiscali.it', smtp: 'smtp.tiscali.it' }),
  plain('Fastweb', domains('fastwebnet.it'), {
    imap: 'imap.fastwebnet.it',
    smtp: starttls('smtp.fastwebnet.it', 587),
  }),
  // Portugal, Netherlands, Belgium, Switzerland, Austria
  plain('SAPO', domains('sapo.pt'), { imap: 'imap.sapo.pt', smtp: 'smtp.sapo.pt' }),
  plain('Ziggo', domains('ziggo.nl', 'home.nl', 'casema.nl', 'chello.nl', 'upcmail.nl'), {
    imap: 'imap.ziggo.nl',
    smtp: starttls('smtp.ziggo.nl', 587),
  }),
  plain('KPN', domains('kpnmail.nl', 'xs4all.nl', 'planet.nl', 'hetnet.nl', 'kpnplanet.nl'), {
    imap: 'imap.kpnmail.nl',
    smtp: 'smtp.kpnmail.nl',
  }),
  plain('Proximus', domains('proximus.be', 'skynet.be'), {
    imap: 'imap.proximus.be',
    smtp: starttls('relay.proximus.be', 587),
  }),
  plain('Bluewin', domains('bluewin.ch'), {
    imap: 'imaps.bluewin.ch',
    smtp: 'smtpauths.bluewin.ch',
  }),
  plain('A1', domains('a1.net', 'aon.at'), {
    imap: 'securemail.a1.net',
    smtp: starttls('securemail.a1.net', 587),
  }),
  // Germany
  plain('Vodafone Mail', domains('arcor.de', 'vodafonemail.de', 'nexgo.de'), {
    imap: 'imap.vodafonemail.de',
    smtp: 'smtp.vodafonemail.de',
  }),
  // Czechia, Poland, Baltics
  plain('Seznam', domains('seznam.cz', 'email.cz', 'post.cz', 'spoluzaci.cz'), {
    imap: 'imap.seznam.cz',
    smtp: 'smtp.seznam.cz',
    advice: ['Your usual password works; with two-step sign-in make a password for applications.'],
  }),
  plain('Poczta WP', domains('wp.pl'), {
    imap: 'imap.wp.pl',
    smtp: 'smtp.wp.pl',
    signInName: 'local',
    advice: [imapSwitch('Ustawienia, Programy pocztowe')],
  }),
  plain('o2', domains('o2.pl', 'go2.pl', 'tlen.pl'), {
    imap: 'poczta.o2.pl',
    smtp: 'poczta.o2.pl',
    signInName: 'local',
    advice: [imapSwitch('Ustawienia, Programy pocztowe')],
  }),
  plain('Onet', domains('onet.pl', 'onet.eu', 'op.pl', 'poczta.onet.pl', 'vp.pl'), {
    imap: 'imap.poczta.onet.pl',
    smtp: 'smtp.poczta.onet.pl',
    advice: [imapSwitch('Ustawienia, Konto')],
  }),
  plain('Inbox.lv', domains('inbox.lv'), { imap: 'mail.inbox.lv', smtp: 'mail.inbox.lv' }),
  plain('ukr.net', domains('ukr.net'), {
    imap: 'imap.ukr.net',
    smtp: 'smtp.ukr.net',
    advice: appPassword('Settings, IMAP access'),
  }),
  // Asia and the Pacific
  plain('Naver', domains('naver.com'), {
    imap: 'imap.naver.com',
    smtp: 'smtp.naver.com',
    advice: [imapSwitch('Settings, POP3/IMAP'), 'With two-step sign-in an app password is needed.'],
  }),
  plain('Daum', domains('daum.net', 'hanmail.net'), {
    imap: 'imap.daum.net',
    smtp: 'smtp.daum.net',
    advice: [imapSwitch('Settings, IMAP/POP3'), ...appPassword('your Kakao account')],
  }),
  plain('Alibaba Mail', domains('aliyun.com'), {
    imap: 'imap.aliyun.com',
    smtp: 'smtp.aliyun.com',
  }),
  plain('NetEase yeah.net', domains('yeah.net'), {
    imap: 'imap.yeah.net',
    smtp: 'smtp.yeah.net',
    advice: [
      imapSwitch('Settings, POP3/SMTP/IMAP'),
      'An authorisation code, shown there once, is used instead of the password.',
    ],
  }),
  plain('Telstra', domains('bigpond.com', 'bigpond.net.au', 'telstra.com'), {
    imap: 'imap.telstra.com',
    smtp: 'smtp.telstra.com',
  }),
  plain('Xtra', domains('xtra.co.nz'), { imap: 'imap.xtra.co.nz', smtp: 'send.xtra.co.nz' }),
  // South America
  plain('UOL', domains('uol.com.br'), {
    imap: 'imap.uol.com.br',
    smtp: starttls('smtps.uol.com.br', 587),
    signInName: 'local',
  }),
  plain('BOL', domains('bol.com.br'), {
    imap: 'imap.bol.com.br',
    smtp: 'smtps.bol.com.br',
    signInName: 'local',
  }),
  plain('Rambler', domains('rambler.ru', 'lenta.ru', 'myrambler.ru', 'ro.ru', 'autorambler.ru'), {
    imap: 'imap.rambler.ru',
    smtp: tls('smtp.rambler.ru', 465),
    advice: [imapSwitch('Settings, Mail programs')],
  }),
];
