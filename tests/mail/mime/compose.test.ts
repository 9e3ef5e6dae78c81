import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simpleParser } from 'mailparser';
import { calendarAnswer } from '../../../domain/classify/calendar/calendar-reply.ts';
import { composeMail, type OutgoingMail } from '../../../mail/mime/compose.ts';
import { parseMail } from '../../../mail/mime/parse.ts';

const mail: OutgoingMail = {
  from: { name: 'Jürgen Müller', address: 'me@home.test' },
  to: 'ana@work.test',
  subject: 'Quick question',
  text: 'Dear Ana,\n\nI read your talk.\n',
  messageId: '<1@home.test>',
  references: [],
  date: new Date('2026-01-02T03:04:05Z'),
};

const compose = async (changes: Partial<OutgoingMail> = {}) =>
  (await composeMail({ ...mail, ...changes })).toString('latin1');

const headerNames = (source: string) =>
  source
    .slice(0, source.indexOf('\r\n\r\n'))
    .split('\r\n')
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
    .sort();

describe('a mail', () => {
  test('carries what a person’s own mail program writes, and nothing else', async () => {
    expect(headerNames(await compose())).toEqual([
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ]);
  });

  test('that answers names the whole thread', async () => {
    const source = await compose({
      inReplyTo: '<2@work.test>',
      references: ['<1@home.test>', '<2@work.test>'],
    });
    expect(source).toContain('\r\nIn-Reply-To: <2@work.test>\r\n');
    expect(source).toMatch(/\r\nReferences: <1@home\.test>\s<2@work\.test>\r\n/);
  });

  test('keeps a paragraph one line, whatever its length', async () => {
    const paragraph = `Zürich ${'and some words '.repeat(60)}end.`;
    const source = await compose({ text: `${paragraph}\n\n.a dot\nFrom here` });
    const [, body = ''] = source.split('\r\n\r\n', 2);
    for (const line of source.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
    expect(source).toMatch(/^Content-Transfer-Encoding: quoted-printable/im);
    const decoded = Buffer.from(
      source
        .slice(source.indexOf('\r\n\r\n') + 4)
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      'latin1',
    ).toString('utf8');
    expect(decoded.replace(/\r\n/g, '\n').trimEnd()).toBe(`${paragraph}\n\n.a dot\nFrom here`);
    expect(body).not.toBe('');
  });

  test('to an international domain has it in ASCII', async () => {
    expect(await compose({ to: 'ana@müller.test' })).toContain('To: ana@xn--mller-kva.test\r\n');
  });

  test('has CRLF line ends only, whatever the text has', async () => {
    const source = await compose({ text: 'a\rb\nc\r\nd' });
    expect(source.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(source).toContain('\r\n\r\na\r\nb\r\nc\r\nd');
  });

  test('whose header would be more than one line is refused', async () => {
    for (const break_ of ['\r\n', '\n', '\r', '\u0000', '\u2028', '\u0085']) {
      const evil = `x${break_}Bcc: all@home.test`;
      expect(() => composeMail({ ...mail, subject: evil })).toThrow(/one line/);
      expect(() => composeMail({ ...mail, from: { ...mail.from, name: evil } })).toThrow(
        /one line/,
      );
      expect(() => composeMail({ ...mail, to: `ana@work.test${break_}` })).toThrow(/address/);
      expect(() => composeMail({ ...mail, messageId: `<1${break_}@home.test>` })).toThrow(
        /Message-ID/,
      );
      expect(() => composeMail({ ...mail, references: [`<1${break_}@home.test>`] })).toThrow();
    }
    expect(() => composeMail({ ...mail, to: 'ana@work.test, all@home.test' })).toThrow(/address/);
  });

  test('never gains a header, whatever subject, name and text are made of', async () => {
    const names = headerNames(await compose());
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, text, text, async (subject, name, body) => {
        let source: string;
        try {
          const from = { ...mail.from, name };
          source = await compose({ subject: `x${subject}`, from, text: `x${body}` });
        } catch (error) {
          expect(String(error)).toMatch(/one line/);
          return;
        }
        expect(headerNames(source)).toEqual(names);
        expect(source.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a mail with an invitation', () => {
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:1@home.test',
    'SUMMARY:Zürich',
    'DTSTART:20270315T170000Z',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
  const calendar = { method: 'REQUEST', text };

  test('carries it as the last alternative of the text, and as a file', async () => {
    const parsed = await simpleParser(await composeMail({ ...mail, calendar }));
    expect(parsed.text).toContain('I read your talk.');
    expect(parsed.attachments.map(({ filename }) => filename)).toContain('invite.ics');
    expect(parsed.attachments.at(-1)?.content.toString()).toBe(text);
    const source = await compose({ calendar });
    expect(source).toContain('Content-Type: multipart/mixed;');
    const plain = source.indexOf('text/plain');
    const inline = source.search(/Content-Type: text\/calendar; charset=utf-8;\s+method=REQUEST/);
    expect(plain).toBeGreaterThan(source.indexOf('multipart/alternative'));
    expect(inline).toBeGreaterThan(plain);
    expect(source.indexOf('application/ics')).toBeGreaterThan(inline);
    expect(source.slice(inline, source.indexOf('\r\n\r\n', inline))).not.toMatch(
      /content-disposition|base64.*\r\n.*base64/i,
    );
  });

  test('is read by our own reader as an invitation', async () => {
    const read = await parseMail(await composeMail({ ...mail, calendar }));
    expect(calendarAnswer(read)).toMatchObject({ method: 'REQUEST', uid: '1@home.test' });
  });

  test('is refused when header and body would name different methods', () => {
    expect(() => composeMail({ ...mail, calendar: { ...calendar, method: 'CANCEL' } })).toThrow(
      'CANCEL',
    );
  });
});
