/** Mails to damage, and ways to damage them. Everything follows from a number, so that a finding can be repeated. */
export type Random = () => number;

/** Mulberry32: a small generator of numbers in [0, 1). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of the seed mails after up to eight mutations. */
export function mutatedMail(random: Random): Buffer {
  let mail: Buffer = Buffer.from(pick(random, SEEDS));
  const rounds = 1 + Math.floor(random() * 8);
  for (let round = 0; round < rounds; round += 1) mail = pick(random, MUTATIONS)(mail, random);
  return mail.subarray(0, 200_000);
}

function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error('Nothing to pick from.');
  return one;
}

function place(mail: Buffer, random: Random): number {
  return Math.floor(random() * (mail.length + 1));
}

type Mutation = (mail: Buffer, random: Random) => Buffer;

const MUTATIONS: readonly Mutation[] = [
  function flip(mail, random) {
    const copy = Buffer.from(mail);
    for (let i = 0; i < 10 && copy.length > 0; i += 1)
      copy[place(copy, random) % copy.length] = Math.floor(random() * 256);
    return copy;
  },
  function cut(mail, random) {
    return mail.subarray(0, place(mail, random));
  },
  function remove(mail, random) {
    const at = place(mail, random);
    return Buffer.concat([mail.subarray(0, at), mail.subarray(at + Math.floor(random() * 60))]);
  },
  function insert(mail, random) {
    const at = place(mail, random);
    return Buffer.concat([
      mail.subarray(0, at),
      Buffer.from(pick(random, TOKENS)),
      mail.subarray(at),
    ]);
  },
  function repeat(mail, random) {
    const at = place(mail, random);
    const piece = mail.subarray(at, at + 1 + Math.floor(random() * 80));
    const times = Math.floor(random() * 400);
    return Buffer.concat([
      mail.subarray(0, at),
      ...Array.from({ length: times }, () => piece),
      mail.subarray(at),
    ]);
  },
  function shuffle(mail, random) {
    const lines = mail.toString('latin1').split('\n');
    const a = Math.floor(random() * lines.length);
    const b = Math.floor(random() * lines.length);
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  function nest(mail, random) {
    const boundary = `n${Math.floor(random() * 1e6)}`;
    const type = pick(random, ['mixed', 'alternative', 'report', 'digest', 'related']);
    const inner = random() < 0.5 ? 'Content-Type: message/rfc822\n\n' : '';
    const head = `From: a@b.example\nContent-Type: multipart/${type}; boundary=${boundary}\n\n--${boundary}\n${inner}`;
    return Buffer.concat([Buffer.from(head), mail, Buffer.from(`\n--${boundary}--\n`)]);
  },
  function join(mail, random) {
    return Buffer.concat([mail, Buffer.from(pick(random, SEEDS))]);
  },
  function lineEnds(mail, random) {
    return Buffer.from(
      mail.toString('latin1').replaceAll('\n', pick(random, ['\r\n', '\r', '\n\n', '\n\r\n'])),
      'latin1',
    );
  },
];

const TOKENS: readonly string[] = [
  '\n\n',
  '\n',
  '\r',
  '\0',
  ' ',
  '\t',
  '"',
  '(',
  ')',
  '<',
  '>',
  '=?',
  '?=',
  '=?utf-8?b?',
  '=?utf-8?q?=C3',
  '=',
  '=3D=\n',
  '--',
  '--b',
  '--b--',
  ';',
  ':',
  ',',
  '@',
  '\\',
  '\u001b$B',
  '\u00ff',
  '> ',
  '>>>>>>',
  '-----Original Message-----\n',
  'On Tue, Jul 16, 2024 at 10:00 AM Ana <ana@there.example> wrote:\n',
  'From: ',
  '\nFrom a@b\n',
  'Content-Type: multipart/mixed; boundary=""\n',
  'Content-Type: text/html\n',
  'Content-Transfer-Encoding: base64\n',
  'Content-Transfer-Encoding: quoted-printable\n',
  'charset=utf-7',
  'charset=iso-2022-jp',
  'charset=gb18030',
  'Final-Recipient: rfc822; x@y.example\nAction: failed\nStatus: 5.1.1\n',
  'BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\n',
  'DTSTART;TZID=Nowhere:20240101T000000\n',
  'RRULE:FREQ=SECONDLY\n',
  'unsubscribe',
  'until July 5',
  '05/06/2024',
  '99/99/9999',
  '31 February',
  '\u202e',
  '😀',
  'ﷺ',
  'a'.repeat(5000),
  ' '.repeat(5000),
  '>'.repeat(3000),
  '('.repeat(3000),
  '<div>'.repeat(500),
  '[x] '.repeat(500),
  '.'.repeat(2000),
  '1/'.repeat(1000),
  'a@'.repeat(1000),
  '-'.repeat(3000),
  '\n> '.repeat(500),
  '=?'.repeat(500),
  '1'.repeat(3000),
  '\r'.repeat(3000),
  '\n'.repeat(3000),
  '"'.repeat(3000),
  ','.repeat(3000),
  '<'.repeat(3000),
  'ж'.repeat(3000),
];

const HEAD =
  'From: Ana Lopez <ana@there.example>\nTo: Me <me@mine.example>\nDate: Tue, 16 Jul 2024 10:00:00 +0200\nMessage-ID: <2@there.example>\nMIME-Version: 1.0\n';

const SEEDS: readonly string[] = [
  `${HEAD}Subject: Re: Quick question\nIn-Reply-To: <1@mine.example>\n\nGladly! How about Thursday at 3pm?\n\nBest,\nAna\n-- \nAna Lopez\n+1 555 0100\n\nOn Mon, Jul 15, 2024 at 9:00 AM Me <me@mine.example> wrote:\n> Could we talk for 20 minutes?\n> Best, me\n`,
  `${HEAD}Subject: Automatic reply: Quick question\nAuto-Submitted: auto-replied\n\nI am out of the office until Monday, 29 July, and will reply when I return. For urgent matters contact Bob <bob@there.example>.\n`,
  `${HEAD}Subject: =?utf-8?b?UsOpcG9uc2UgYXV0b21hdGlxdWU=?=\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nJe suis absente du 15 au 26 juillet 2024. De retour le lundi 29 juillet=2E\n`,
  `From: Mail Delivery System <MAILER-DAEMON@mx.example>\nTo: me@mine.example\nReturn-Path: <>\nSubject: Undelivered Mail Returned to Sender\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n--b\n\n<ana@there.example>: host mx.there.example said: 550 5.1.1 User unknown\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ana@there.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n\n--b\nContent-Type: message/rfc822\n\nFrom: me@mine.example\nMessage-ID: <1@mine.example>\nSubject: Quick question\n\nHello\n--b--\n`,
  `From: MAILER-DAEMON@mx.example\nSubject: failure notice\n\nHi. This is the qmail-send program at mx.example.\n\n<ana@there.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nSubject: Quick question\n`,
  `${HEAD}Subject: Accepted: Talk\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\nAccepted\n--c\nContent-Type: text/calendar; method=REPLY; charset=utf-8\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VTIMEZONE\nTZID:Here\nBEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:1@mine.example\nDTSTART;TZID=Here:20240722T150000\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@there.example\nEND:VEVENT\nEND:VCALENDAR\n--c--\n`,
  `${HEAD}Subject: Re: Quick question\nContent-Type: multipart/alternative; boundary=d\n\n--d\nContent-Type: text/plain; charset=utf-8\n\nPlease remove me from your list.\n\n> hi\n--d\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<html><body><p>Please remove me from your list.</p><div class=3D"gmail_quote"><blockquote type=3D"cite">hi</blockquote></div></body></html>\n--d--\n`,
  `From: The Gazette <news@gazette.example>\nSubject: Your weekly news\nList-Id: <news.gazette.example>\nContent-Type: text/html; charset=iso-8859-1\n\n<html><head><style>p{}</style></head><body><table><tr><td><a href="https://gazette.example/u">Unsubscribe</a><img width="1" src="x"></td></tr></table></body></html>\n`,
  `Gladly, on Thursday.\n\nVon: Me <me@mine.example>\nGesendet: Montag, 15. Juli 2024 09:00\nAn: Ana\nBetreff: Kurze Frage\n\nHallo\n`,
];
