import { describe, expect, it } from 'vitest';
import { classify } from '../../domain/classify/classify.ts';
import { referencedIds, returnedIds } from '../../domain/match-thread.ts';
import { readHeaderSummary } from '../../mail/imap/message-headers.ts';
import { readSource } from '../../mail/mime/source.ts';
import { readAddresses } from '../../mail/mime/address.ts';
import { decodeText, readDate } from '../../mail/mime/headers.ts';
import { textOfHtml } from '../../mail/mime/html.ts';
import { readMessageIds } from '../../mail/mime/message-ids.ts';
import { parseMail } from '../../mail/mime/parse.ts';
import { growth, HURTING, isSteep } from '../support/growth.ts';

const REPLY = 'From: ana@work.test\nTo: me@home.test\nSubject: Re: Quick question\n';

/** Where in a mail a stranger's text can stand. */
const PLACES: readonly (readonly [string, (text: string) => string])[] = [
  ['the text', (text) => `${REPLY}Content-Type: text/plain; charset=utf-8\n\n${text}`],
  ['the text, after words', (text) => `${REPLY}\nGladly, on Thursday ${text} wrote:\n\nKim\n`],
  [
    'quoted text',
    (text) => `${REPLY}\nGladly.\n\nOn Monday, Kim wrote:\n> ${text.replaceAll('\n', '\n> ')}\n`,
  ],
  ['HTML', (text) => `${REPLY}Content-Type: text/html; charset=utf-8\n\n<p>Gladly.</p>${text}</p>`],
  [
    'two texts',
    (text) =>
      `${REPLY}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n${text}\n--b\n\n${text}\n--b--\n`,
  ],
  [
    'base64',
    (text) =>
      `${REPLY}Content-Transfer-Encoding: base64\n\n${Buffer.from(text).toString('base64')}\n`,
  ],
  ['broken base64', (text) => `${REPLY}Content-Transfer-Encoding: base64\n\n${text}`],
  ['quoted-printable', (text) => `${REPLY}Content-Transfer-Encoding: quoted-printable\n\n${text}`],
  [
    'a delivery report',
    (text) =>
      report(
        `Final-Recipient: rfc822; ${text}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; ${text}`,
      ),
  ],
  [
    'the words of a bounce',
    (text) =>
      `From: MAILER-DAEMON@mx.test\nSubject: Undelivered Mail Returned to Sender\nReturn-Path: <>\n\n${text}\n`,
  ],
  [
    'a returned header',
    (text) => report('Final-Recipient: rfc822; ana@work.test\nAction: failed', text),
  ],
  [
    'an automatic reply',
    (text) => `${REPLY}Auto-Submitted: auto-replied\n\nI am away until ${text}\n`,
  ],
  [
    'a calendar',
    (text) =>
      `${REPLY}Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1\nSUMMARY:${text}\nEND:VEVENT\nEND:VCALENDAR\n`,
  ],
  [
    'a mailing',
    (text) =>
      `From: News <news@list.test>\nList-Unsubscribe: <${text}>\nSubject: [news] ${text}\n\n${text}\n`,
  ],
  ...[
    ['From', 'Date'],
    ['Reply-To', 'From'],
    ['Subject', 'From'],
    ['References', 'From'],
    ['Message-ID', 'From'],
    ['Received', 'From'],
    ['Content-Type', 'From'],
    ['Authentication-Results', 'From'],
    ['X-Failed-Recipients', 'From'],
    ['X-Mailer', 'From'],
  ].map(([name, other]): readonly [string, (text: string) => string] => [
    `the header ${name}`,
    (text) =>
      `${other}: ana@work.test\n${name}: ${text.replaceAll('\n', '\n ')}@a.b; c="${text.replaceAll('\n', '\n ')}\n\nGladly.\n`,
  ]),
];

function report(group: string, returned = 'Message-ID: <1@home.test>'): string {
  return `From: MAILER-DAEMON@mx.test\nSubject: Undelivered Mail\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSorry.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n${group}\n\n--b\nContent-Type: text/rfc822-headers\n\n${returned}\n--b--\n`;
}

async function readAll(source: string): Promise<void> {
  const mail = await parseMail(Buffer.from(source), { maxBytes: 1_100_000 });
  classify(mail, { sentTexts: ['May I ask you something?'], ownAddresses: ['me@home.test'] });
  referencedIds(mail);
  returnedIds(mail);
}

/** What reads a piece of a mail before the whole is read. */
const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['readSource', (text) => readSource(Buffer.from(`a${text}`), 2_000_000)],
  ['readAddresses', readAddresses],
  ['decodeText', decodeText],
  ['readDate', readDate],
  ['readMessageIds', readMessageIds],
  ['textOfHtml', textOfHtml],
  [
    'seen',
    (text) =>
      readHeaderSummary({
        seq: 1,
        uid: 1,
        headers: Buffer.from(`From: ${text}\nTo: ${text}\nReferences: ${text}\n\n`),
      }),
  ],
];

describe('the cost of a mail grows with its length only', () => {
  it.each(PLACES)('whatever stands in %s', async (_, mailWith) => {
    const steep: string[] = [];
    for (const hurting of HURTING) {
      const ratio = await growth(readAll, (length) =>
        mailWith(hurting.repeat(length / hurting.length)),
      );
      if (isSteep(ratio)) steep.push(`${JSON.stringify(hurting)}: ${ratio?.toFixed(1)}`);
    }
    expect(steep).toEqual([]);
  });

  it.each(READERS)('in %s', async (_, read) => {
    const steep: string[] = [];
    for (const hurting of HURTING) {
      const ratio = await growth(read, (length) => hurting.repeat(length / hurting.length));
      if (isSteep(ratio)) steep.push(`${JSON.stringify(hurting)}: ${ratio?.toFixed(1)}`);
    }
    expect(steep).toEqual([]);
  });

  it('and the test can fail', async () => {
    const quadratic = (text: string) => /a+b|\n+$/.test(text);
    expect(isSteep(await growth(quadratic, (length) => 'a'.repeat(length)))).toBe(true);
  });
});
