import { bytes, headerLines } from './mail.ts';
import type { PracticePerson } from './people.ts';

/** A delivery status notification (RFC 3464), as the receiving side's server sends one. */
export function bounce(what: {
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
  return bytes([
    ...headerLines([
      ['Return-Path', '<>'],
      ['From', 'Mail Delivery System <MAILER-DAEMON@practice.example>'],
      ['To', you],
      ['Subject', 'Undelivered Mail Returned to Sender'],
      ['Date', now.toUTCString()],
      ['Message-ID', id],
      ['Auto-Submitted', 'auto-replied'],
      ['MIME-Version', '1.0'],
      ['Content-Type', `multipart/report; report-type=delivery-status; boundary="${boundary}"`],
    ]),
    '',
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
  ]);
}
