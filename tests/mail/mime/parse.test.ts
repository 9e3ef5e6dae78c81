import { describe, expect, it } from 'vitest';
import { header } from '../../../domain/message.ts';
import { parseMail } from '../../../mail/mime/parse.ts';

function parse(source: string | Buffer) {
  return parseMail(typeof source === 'string' ? Buffer.from(source) : source);
}

describe('headers', () => {
  it('unfolds them and decodes words, also when a character is cut between two', async () => {
    const mail = await parse(
      'From: =?utf-8?q?J=C3=B6rg_M=C3?= =?utf-8?q?=BCller?= <j@x.example>\nSubject: a\n  =?iso-8859-1?b?6Q==?=\n\nhi',
    );
    expect(mail.from).toEqual({ name: 'Jörg Müller', address: 'j@x.example' });
    expect(mail.subject).toBe('a é');
  });

  it('reads groups, comments, quoted names and commas in names', async () => {
    const mail = await parse(
      'To: Team: "Lopez, Ana" <ana@x.example>, bob@x.example (Bob);\nCc: <c@x.example>\n\nhi',
    );
    expect(mail.to).toEqual([
      { name: 'Lopez, Ana', address: 'ana@x.example' },
      { name: 'Bob', address: 'bob@x.example' },
    ]);
    expect(mail.cc).toEqual([{ name: undefined, address: 'c@x.example' }]);
  });

  it('reads folded, joined and bare ids', async () => {
    const mail = await parse(
      'From: a@x.example\nMessage-ID:\n <1@x\n .example>\nReferences: <2@x.example><3@x.example>\n\t<4@x.example>\nIn-Reply-To: 5@x.example\n\nhi',
    );
    expect(mail.messageId).toBe('<1@x.example>');
    expect(mail.references).toEqual(['<2@x.example>', '<3@x.example>', '<4@x.example>']);
    expect(mail.inReplyTo).toEqual(['<5@x.example>']);
  });

  it('keeps all values of a repeated header in order', async () => {
    const mail = await parse('From: a@x.example\nReceived: one\nReceived: two\n\nhi');
    expect(mail.headers.get('received')).toEqual(['one', 'two']);
    expect(header(mail, 'received')).toBe('one');
  });

  it('takes a date without a zone as UTC, whatever this machine says', async () => {
    expect(
      (await parse('From: a@x.example\nDate: Tue, 16 Jul 2024 10:00:00\n\nhi')).date?.toISOString(),
    ).toBe('2024-07-16T10:00:00.000Z');
    expect((await parse('From: a@x.example\nDate: nonsense\n\nhi')).date).toBeUndefined();
  });

  it.each([
    ['a control character', '<a\x01b@x.example>'],
    ['a C1 control character', '<a\x9bb@x.example>'],
    ['more than a header line holds', `<${'a'.repeat(991)}@x.example>`],
  ])('knows no id with %s: no answer could name it', async (_, id) => {
    const mail = await parse(
      Buffer.from(
        `From: a@x.example\nMessage-ID: ${id}\nIn-Reply-To: ${id}\nReferences: <1@x.example> ${id}\n\nhi`,
        'latin1',
      ),
    );
    expect(mail).toMatchObject({
      messageId: undefined,
      inReplyTo: [],
      references: ['<1@x.example>'],
    });
  });

  it('drops control characters, also those that an encoded word hides', async () => {
    const mail = await parse(
      'From: "A\x1b[2J\x07" <a@x.example>\nSubject: =?utf-8?q?one=0D=0ABcc:_x=1B[2J=C2=9B?= two\x00\nX-A: b\x08\tc\n\nhi',
    );
    expect(mail.subject).toBe('one Bcc: x[2J two');
    expect(mail.from?.name).toBe('A[2J');
    expect(header(mail, 'x-a')).toBe('b c');
  });

  it('keeps quoted local parts and long ones, and knows no address that is longer than any', async () => {
    const long = `${'a'.repeat(90)}@x.example`;
    const mail = await parse(
      `From: "ana souza"@x.example\nTo: 'b@x.example', ${long}, ${'a'.repeat(320)}@x.example\n\nhi`,
    );
    expect(mail.from?.address).toBe('"ana souza"@x.example');
    expect(mail.to.map((to) => to.address)).toEqual(['b@x.example', long]);
  });

  it('reads words and names that say UTF-8 and hold Latin-1', async () => {
    const mail = await parse(
      'From: =?utf-8?q?J=F6rg?= <j@x.example>\nSubject: =?utf-8?q?sch=F6n?=\n\nhi',
    );
    expect(mail.subject).toBe('schön');
    expect(mail.from?.name).toBe('Jörg');
  });

  it('takes a text without any known header as all body', async () => {
    const mail = await parse('Note: call me\n\non Thursday');
    expect(mail.text).toBe('Note: call me\n\non Thursday');
    expect(mail.from).toBeUndefined();
  });

  it('skips the separator line of a mbox', async () => {
    expect(
      await parse('From a@x.example Tue Jul 16 10:00:00 2024\nSubject: x\n\nhi'),
    ).toMatchObject({
      subject: 'x',
      text: 'hi',
    });
  });
});

describe('bodies', () => {
  it('prefers plain text and keeps the HTML', async () => {
    const mail = await parse(
      'From: a@x.example\nContent-Type: multipart/alternative; boundary="b c"\n\n--b c\nContent-Type: text/plain\n\nplain\n--b c\nContent-Type: text/html\n\n<p>rich</p>\n--b c--\n',
    );
    expect(mail).toMatchObject({ text: 'plain', html: '<p>rich</p>' });
  });

  it('makes text of HTML with lines, and marks what is quoted', async () => {
    const mail = await parse(
      'From: a@x.example\nContent-Type: text/html\n\n<html><head><style>x{}</style></head><body><div>One</div><div>Two&nbsp;&amp; three<br>four</div><blockquote>old</blockquote></body></html>',
    );
    expect(mail.text).toBe('One\nTwo & three\nfour\n> old');
  });

  it.each([
    ['utf-8', Buffer.from('héllo')],
    ['iso-8859-1', Buffer.from([0x68, 0xe9, 0x6c, 0x6c, 0x6f])],
    ['windows-1252', Buffer.from([0x68, 0xe9, 0x6c, 0x6c, 0x6f])],
    ['no-such-charset', Buffer.from('héllo')],
    ['utf-7', Buffer.from('h+AOk-llo')],
  ])('decodes %s', async (charset, bytes) => {
    const mail = await parse(
      Buffer.concat([
        Buffer.from(`From: a@x.example\nContent-Type: text/plain; charset=${charset}\n\n`),
        bytes,
      ]),
    );
    expect(mail.text).toBe('héllo');
  });

  it.each([
    ['iso-2022-kr', '\x1b$)C\x0e1]?d@O\x0f ok', '금요일 ok'],
    ['hz-gb-2312', '~{PGFZNe~} ~~ ok', '星期五 ~ ok'],
    ['ibm850', 'sch\x94n', 'schön'],
    ['cp437', 'sch\x94n', 'schön'],
    ['constructor', 'ok', 'ok'],
  ])('decodes %s, which the platform does not', async (charset, bytes, text) => {
    const mail = await parse(
      Buffer.from(
        `From: a@x.example\nContent-Type: text/plain; charset=${charset}\n\n${bytes}`,
        'latin1',
      ),
    );
    expect(mail.text).toBe(text);
  });

  it.each(['windows-1252', 'iso-8859-1', 'us-ascii', 'no-such-charset'])(
    'reads the quotes, dashes and the euro sign of Windows in %s',
    async (charset) => {
      const mail = await parse(
        Buffer.from(
          `From: a@x.example\nContent-Type: text/plain; charset=${charset}\n\n\x93Don\x92t\x94 \x96 \x80 5`,
          'latin1',
        ),
      );
      expect(mail.text).toBe('“Don’t” – € 5');
    },
  );

  it('decodes base64 that a list has appended a footer to', async () => {
    const mail = await parse(
      `From: a@x.example\nContent-Transfer-Encoding: base64\n\n${Buffer.from('hello').toString('base64')}\n-- \nlist footer`,
    );
    expect(mail.text).toContain('hello');
  });

  it('keeps attachments out of the text, and reports and calendars readable', async () => {
    const mail = await parse(
      'From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\nContent-Type: text/plain; name=notes.txt\nContent-Disposition: attachment; filename=notes.txt\n\nsecret\n--b\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--',
    );
    expect(mail.text).toBe('hello');
    expect(mail.parts.map((part) => [part.type, part.filename, part.text])).toEqual([
      ['text/plain', undefined, 'hello'],
      ['text/plain', 'notes.txt', 'secret'],
      ['text/calendar', undefined, 'BEGIN:VCALENDAR'],
      ['image/png', undefined, undefined],
    ]);
  });

  it('reads mail with bare carriage returns and with a missing end', async () => {
    expect((await parse('From: a@x.example\rSubject: x\r\rhello\rworld')).text).toBe(
      'hello\nworld',
    );
    expect(
      (await parse('From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhello'))
        .text,
    ).toBe('hello');
    expect(
      (await parse('From: a@x.example\nContent-Type: multipart/mixed; boundary=gone\n\nhello'))
        .text,
    ).toBe('hello');
  });
});

describe('malice', () => {
  it('refuses an empty mail with a sentence', async () => {
    await expect(parseMail(Buffer.from(' \n'))).rejects.toThrow(
      'Could not read the mail: it is empty.',
    );
  });

  it('cuts what is too large and says so', async () => {
    const mail = await parseMail(Buffer.from(`From: a@x.example\n\n${'x'.repeat(1000)}`), {
      maxBytes: 100,
    });
    expect(mail.truncated).toBe(true);
    expect(mail.text.length).toBeLessThan(100);
  });

  it('reads unclosed HTML in time that grows with its length only', async () => {
    const mail = await parse(
      `From: a@x.example\nContent-Type: text/html\n\n${'<div><p>a</p>'.repeat(100_000)}`,
    );
    expect(mail.text.split('a').length).toBe(100_001);
  });

  it('bounds parts, depth, headers and text', async () => {
    const deep = Array.from(
      { length: 3000 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    ).join('');
    expect((await parse(`From: a@x.example\n${deep}\nhi`)).parts.length).toBeLessThanOrEqual(500);
    const wide = await parse(
      `From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(20_000)}--b--`,
    );
    expect(wide.parts.length).toBeLessThanOrEqual(500);
    const headers = await parse(`From: a@x.example\n${'X-A: b\n'.repeat(200_000)}\nhi`);
    expect(headers.headers.get('x-a')?.length).toBeLessThanOrEqual(2000);
    expect(headers.text).toBe('hi');
    expect(
      (await parse(`From: a@x.example\n\n${'word '.repeat(2_000_000)}`)).text.length,
    ).toBeLessThanOrEqual(6 * 1024 * 1024);
  });
});
