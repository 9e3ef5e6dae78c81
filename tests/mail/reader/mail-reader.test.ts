import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type MailReader, startReader } from '../../../mail/reader/mail-reader.ts';
import { parseMail } from '../../../mail/mime/parse.ts';

const reply = Buffer.from(
  'From: Ana <ana@treader.example>\nSubject: Re: Quick question\nIn-Reply-To: <1@mine.example>\nDate: Tue, 16 Jul 2024 10:00:00 +0200\n\nGladly, on Thursday.\n',
);
const optOut = { kind: 'opt_out' };
/** Long enough for any mail of these tests, and passed only by what never ends. */
const patient = { deadline: 60_000, memory: 256 };

const reader = startReader(patient);
let limited: MailReader | undefined;
afterEach(() => limited?.stop());
afterAll(() => reader.stop());

describe('a mail read in a thread', () => {
  it('comes back parsed and judged', async () => {
    const reading = await reader.read(reply);
    expect(reading).toMatchObject({
      mail: { text: 'Gladly, on Thursday.\n', date: new Date('2024-07-16T08:00:00Z') },
      verdict: { kind: 'human_reply' },
    });
    expect('mail' in reading && reading.mail.headers.get('in-reply-to')).toEqual([
      '<1@mine.example>',
    ]);
  });

  it('is judged by what is known of its conversation', async () => {
    const stop = Buffer.from(
      'From: ana@treader.example\nSubject: Re: x\n\nGladly.\n\nPlease do not write to me again.\n',
    );
    expect(await reader.read(stop)).toMatchObject({ verdict: optOut });
    const mail = await parseMail(reply);
    expect(
      await reader.judge(mail, { receivedAt: new Date('2024-07-16T08:00:00Z') }),
    ).toMatchObject({
      kind: 'human_reply',
      visibleText: 'Gladly, on Thursday.',
    });
  });

  it('says why an empty one could not be read', async () => {
    expect(await reader.read(Buffer.from('\n'))).toEqual({
      unreadable: 'Could not read the mail: it is empty.',
    });
  });

  it('reads as far as it is told', async () => {
    const reading = await reader.read(reply, { maxBytes: reply.length - 4 });
    expect(reading).toMatchObject({ mail: { truncated: true, text: 'Gladly, on Thursd' } });
  });
});

describe('a mail that exceeds a limit', () => {
  it('is given up at the deadline, and the next one is read by a new thread', async () => {
    // No mail can be read in no time, whatever it holds.
    const hasty = (limited = startReader({ ...patient, deadline: 0 }));
    expect(await hasty.read(reply)).toEqual({
      unreadable: 'Could not read the mail: it takes longer than 0 seconds.',
    });
    expect(await hasty.judge(await parseMail(reply), {})).toMatchObject({
      kind: 'human_reply',
      subkind: 'unreadable',
      certain: false,
    });
  });

  it('is given up when memory runs out, and the ones behind it are read', async () => {
    const small = (limited = startReader({ ...patient, memory: 128 }));
    const part = `--b\nContent-Type: text/html; charset=utf-8\n\n${'<p>ж'.repeat(300_000)}\n`;
    const page = `From: a@there.example\nContent-Type: multipart/mixed; boundary=b\n\n${part.repeat(4)}`;
    const [large, next] = await Promise.all([small.read(Buffer.from(page)), small.read(reply)]);
    expect(large).toEqual({
      unreadable: 'Could not read the mail: it takes more than 128 MiB of memory.',
    });
    expect(next).toMatchObject({ verdict: { kind: 'human_reply' } });
  });
});
