import { createHash } from 'node:crypto';
import { parseMail } from '../../mail/mime/parse.ts';
import { field, parseMime } from '../server/mime.ts';
import type { PracticePerson } from './people.ts';

export type AnswerKind =
  'interest' | 'interest_elsewhere' | 'decline' | 'opt_out' | 'away' | 'bounce';

/** The same answer to the same mail has the same Message-ID, so that it is never written twice. */
export function answerId(kind: AnswerKind, received: Buffer): string {
  const id = field(parseMime(received), 'message-id') ?? received.toString('latin1');
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 20);
  return `<${kind}.${digest}@practice.example>`;
}

/** A whole mail in which `person`, or a server in their place, reacts to `received`. */
export async function writeAnswer(
  kind: AnswerKind,
  {
    person,
    you,
    received,
  }: {
    readonly person: PracticePerson;
    readonly you: string;
    readonly received: Buffer;
  },
): Promise<Buffer> {
  const now = new Date();
  const id = answerId(kind, received);
  if (kind === 'bounce') return bounce({ person, you, received, id, now });
  const original = await parseMail(received);
  const subject = kind === 'away' ? `Automatic reply: ${original.subject}` : replySubject(original);
  const first = person.name.split(' ')[0] ?? person.name;
  const ownId = original.messageId ?? '';
  const elsewhere = kind === 'interest_elsewhere';
  const from = elsewhere ? `${first.toLowerCase()}.private@home.example` : person.email;
  const quoted = original.text
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd());
  const words = wordsOf(kind, now);
  return mail(
    [
      ['From', `${person.name} <${from}>`],
      ['To', you],
      ['Subject', subject],
      ['Date', now.toUTCString()],
      ['Message-ID', id],
      ['In-Reply-To', ownId],
      ['References', [...original.references, ownId].join(' ')],
      ...(kind === 'away' ? ([['Auto-Submitted', 'auto-replied']] as const) : []),
      ['MIME-Version', '1.0'],
      ['Content-Type', 'text/plain; charset=utf-8'],
      ['Content-Transfer-Encoding', '8bit'],
    ],
    [
      ...words,
      '',
      first,
      ...(kind === 'away'
        ? []
        : ['', `On ${original.date?.toUTCString() ?? 'that day'}, you wrote:`, ...quoted]),
    ],
  );
}

function wordsOf(kind: Exclude<AnswerKind, 'bounce'>, now: Date): readonly string[] {
  switch (kind) {
    case 'interest':
    case 'interest_elsewhere':
      return ['Hello,', '', 'thank you for writing. I would be happy to talk about my work.'];
    case 'decline':
      return [
        'Hello,',
        '',
        'thank you for your interest. Unfortunately I do not have the time for a conversation at the moment.',
        'All the best for your search.',
      ];
    case 'opt_out':
      return ['Please do not write to me again.'];
    case 'away':
      return [
        'Hello,',
        '',
        `thank you for your message. I am out of the office until ${inTenDays(now)} and will answer when I am back.`,
      ];
  }
}

function inTenDays(now: Date): string {
  const date = new Date(now.getTime() + 10 * 86_400_000);
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(date);
}

function replySubject({ subject }: { readonly subject: string }): string {
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`;
}

/** A delivery status notification (RFC 3464), as the receiving side's server sends one. */
function bounce(what: {
  readonly person: PracticePerson;
  readonly you: string;
  readonly received: Buffer;
  readonly id: string;
  readonly now: Date;
}): Buffer {
  const { person, you, received, id, now } = what;
  const boundary = 'practice-delivery-report';
  const text = received.toString('utf8');
  const head = text.slice(0, Math.max(0, text.indexOf('\r\n\r\n')));
  const status = `550 5.1.1 <${person.email}>: Recipient address rejected: User unknown`;
  return mail(
    [
      ['Return-Path', '<>'],
      ['From', 'Mail Delivery System <MAILER-DAEMON@practice.example>'],
      ['To', you],
      ['Subject', 'Undelivered Mail Returned to Sender'],
      ['Date', now.toUTCString()],
      ['Message-ID', id],
      ['Auto-Submitted', 'auto-replied'],
      ['MIME-Version', '1.0'],
      ['Content-Type', `multipart/report; report-type=delivery-status; boundary="${boundary}"`],
    ],
    [
      `--${boundary}`,
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'Your message could not be delivered to one or more recipients.',
      '',
      `<${person.email}>: ${status}`,
      '',
      `--${boundary}`,
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; practice.example',
      '',
      `Final-Recipient: rfc822; ${person.email}`,
      'Action: failed',
      'Status: 5.1.1',
      `Diagnostic-Code: smtp; ${status}`,
      '',
      `--${boundary}`,
      'Content-Type: text/rfc822-headers',
      '',
      head,
      '',
      `--${boundary}--`,
    ],
  );
}

function mail(fields: readonly (readonly [string, string])[], lines: readonly string[]): Buffer {
  const head = fields.map(([name, value]) => `${name}: ${value}`);
  const text = [...head, '', ...lines].join('\n').replaceAll('\r\n', '\n').replaceAll('\n', '\r\n');
  return Buffer.from(`${text}\r\n`);
}
