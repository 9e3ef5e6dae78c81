import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspect } from '../../cli/files/inspect.ts';
import { readerHere } from '../../mail/reader/read-and-judge.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspect-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const MAIL =
  'From: Ana <ana@there.example>\nSubject: Re: Quick question\nIn-Reply-To: <1@mine.example>\n\nGladly, on Thursday.\n';
const CALENDAR =
  'BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1@mine.example\nDTSTART:20240722T130000Z\nATTENDEE;PARTSTAT=DECLINED:mailto:ana@there.example\nEND:VEVENT\nEND:VCALENDAR\n';

async function run(files: readonly string[], stdin = '') {
  const out = new PassThrough();
  const err = new PassThrough();
  const written = text(out);
  const said = text(err);
  const code = await inspect({
    files,
    stdin: Readable.from([Buffer.from(stdin)]),
    json: true,
    out,
    err,
    reader: readerHere,
  });
  out.end();
  err.end();
  const lines = (await written).split('\n').filter((line) => line !== '');
  return {
    code,
    lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    said: await said,
  };
}

async function text(stream: PassThrough): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

describe('rapport inspect', () => {
  it('writes a line for a mail with all that is known of it', async () => {
    writeFileSync(join(folder, 'a.eml'), MAIL);
    const { code, lines } = await run([join(folder, 'a.eml')]);
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'file',
      'kind',
      'subkind',
      'certain',
      'meaning',
      'reasons',
      'from',
      'visibleText',
      'returnDate',
      'recipient',
      'status',
      'calendar',
      'refersTo',
    ]);
    expect(lines[0]).toMatchObject({
      file: join(folder, 'a.eml'),
      kind: 'human_reply',
      meaning: null,
      from: 'ana@there.example',
      visibleText: 'Gladly, on Thursday.',
      returnDate: null,
      calendar: null,
      refersTo: [],
    });
  });

  it('says what a bounce means and whom a mail refers to', async () => {
    writeFileSync(
      join(folder, 'a.eml'),
      'From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender\n\n<bo@there.example>: 550 5.1.1 No such user\n',
    );
    writeFileSync(
      join(folder, 'b.eml'),
      'From: Ana <ana@there.example>\nSubject: Re: Quick question\n\nPlease write to Bo Lind <bo@there.example>.\n',
    );
    const { lines } = await run([folder]);
    expect(lines).toMatchObject([
      { meaning: 'address_dead', recipient: 'bo@there.example', status: '5.1.1' },
      { meaning: null, refersTo: ['bo@there.example'] },
    ]);
  });

  it('walks folders in order, reads bare texts and calendars, and passes over other files', async () => {
    mkdirSync(join(folder, 'b'));
    writeFileSync(join(folder, 'a.ics'), CALENDAR);
    writeFileSync(join(folder, 'b', 'c.txt'), 'Gladly, on Thursday.');
    writeFileSync(
      join(folder, 'b', 'd.html'),
      '<html><body><p>Gladly, on Thursday.</p></body></html>',
    );
    writeFileSync(join(folder, 'manifest.jsonl'), '{}');
    writeFileSync(join(folder, '.hidden'), MAIL);
    const { lines } = await run([folder]);
    expect(lines.map((line) => [line['file'], line['kind']])).toEqual([
      [join(folder, 'a.ics'), 'calendar'],
      [join(folder, 'b', 'c.txt'), 'human_reply'],
      [join(folder, 'b', 'd.html'), 'human_reply'],
    ]);
    expect(lines.at(-1)?.['visibleText']).toBe('Gladly, on Thursday.');
  });

  it('goes on after damaged files, with a line that says why', async () => {
    writeFileSync(join(folder, '1.eml'), '');
    writeFileSync(join(folder, '2.msg'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]));
    writeFileSync(join(folder, '3.eml'), MAIL);
    const { code, lines } = await run([folder]);
    expect(code).toBe(0);
    expect(lines[0]).toEqual({
      file: join(folder, '1.eml'),
      error: 'Could not read the mail: it is empty.',
    });
    expect(lines[1]?.['error']).toContain('.eml');
    expect(lines[2]).toMatchObject({ kind: 'human_reply' });
  });

  it('reads a mbox mail by mail', async () => {
    const mail = `From ana@there.example Tue Jul 16 10:00:00 2024\n${MAIL}\n`;
    writeFileSync(join(folder, 'box.mbox'), mail.repeat(3));
    const { lines } = await run([join(folder, 'box.mbox')]);
    expect(lines.map((line) => line['file'])).toEqual(
      [1, 2, 3].map((number) => `${join(folder, 'box.mbox')}#${number}`),
    );
    expect(lines.every((line) => line['visibleText'] === 'Gladly, on Thursday.')).toBe(true);
  });

  it('reads one mail from the standard input', async () => {
    const { code, lines } = await run(['-'], MAIL);
    expect(code).toBe(0);
    expect(lines).toMatchObject([{ file: '-', kind: 'human_reply' }]);
  });

  it('exits 1 for a path that cannot be read, after judging the others', async () => {
    writeFileSync(join(folder, 'a.eml'), MAIL);
    const { code, lines, said } = await run([join(folder, 'none'), join(folder, 'a.eml')]);
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(said).toContain('none');
  });

  it('exits 2 when nothing is named', async () => {
    expect(await run([])).toMatchObject({ code: 2, lines: [] });
  });

  it('shows nothing of a mail that a terminal would obey', async () => {
    const hostile = '\x1b]0;OWNED\x07\x1b[2J\x9b31m\u202e';
    const file = join(folder, 'a.eml');
    writeFileSync(
      file,
      `From: Ana <ana@there.example>\nSubject: Re: x\nContent-Type: text/plain; charset=utf-8\n\nPlease ${hostile} never write to me again.\n`,
    );
    const out = new PassThrough();
    const written = text(out);
    await inspect({
      files: [file],
      stdin: Readable.from([]),
      json: false,
      out,
      reader: readerHere,
    });
    out.end();
    const line = await written;
    expect(line).toContain('opt_out');
    // Not even one control or formatting character but the line's end.
    expect(line.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
