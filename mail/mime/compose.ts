import MailComposer from 'nodemailer/lib/mail-composer';
import { InvalidInput } from '../../domain/errors.ts';

export type OutgoingMail = {
  readonly from: { readonly name?: string | undefined; readonly address: string };
  /** A bare address. */
  readonly to: string;
  readonly subject: string;
  /** Plain text; a paragraph is one line. */
  readonly text: string;
  /** With angle brackets. */
  readonly messageId: string;
  readonly inReplyTo?: string | undefined;
  /** Oldest first, with angle brackets. */
  readonly references: readonly string[];
  readonly date: Date;
  /** An invitation, its withdrawal, or the answer to one: iCalendar text with the same METHOD. */
  readonly calendar?: { readonly method: string; readonly text: string } | undefined;
  /** An event as a file to import: iCalendar without a METHOD, so that nobody takes it for an invitation. */
  readonly event?: string | undefined;
};

/**
 * The mail's source, line ends CRLF. Plain text in paragraphs that are not wrapped, as from a
 * person's own mail program. Throws InvalidInput when a header would not be one line.
 */
export function composeMail(mail: OutgoingMail): Promise<Buffer> {
  checkLine(mail.subject, 'subject');
  checkLine(mail.from.name ?? '', 'name');
  for (const address of [mail.from.address, mail.to]) checkAddress(address);
  const ids = [mail.messageId, ...(mail.inReplyTo ? [mail.inReplyTo] : []), ...mail.references];
  for (const id of ids) checkId(id);
  checkCalendar(mail);
  const composer = new MailComposer({
    from: { name: mail.from.name ?? '', address: mail.from.address },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text.replace(/\r\n?/g, '\n'),
    textEncoding: 'quoted-printable',
    messageId: mail.messageId,
    ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo }),
    ...(mail.references.length > 0 && { references: [...mail.references] }),
    date: mail.date,
    // As the last alternative and as a file, which is how Google sends it: some readers see only one of them.
    ...(mail.calendar && {
      icalEvent: {
        method: mail.calendar.method,
        content: mail.calendar.text,
        filename: 'invite.ics',
      },
    }),
    ...(mail.event !== undefined && {
      attachments: [
        { filename: 'event.ics', content: mail.event, contentType: 'text/calendar; charset=utf-8' },
      ],
    }),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, source) => {
      if (error || !source) reject(error ?? new Error('The mail came out empty.'));
      else resolve(source);
    });
  });
}

function checkLine(text: string, field: string): void {
  if (/[\p{Cc}\u2028\u2029]/u.test(text))
    throw new InvalidInput(`The ${field} must be one line without control characters.`, field);
}

function checkAddress(address: string): void {
  if (!/^[^\s<>()[\]:;,"\\@\p{Cc}]+@[^\s<>()[\]:;,"\\@\p{Cc}]+$/u.test(address))
    throw new InvalidInput('A mail needs one plain address, such as name@example.org.', 'to');
}

function checkId(id: string): void {
  if (!/^<[^<>\s\p{Cc}]+>$/u.test(id))
    throw new InvalidInput(
      'A Message-ID must be in angle brackets and without spaces.',
      'messageId',
    );
}

/** Exchange refuses a part whose header names another method than its body (RFC 6047 section 2.4). */
function checkCalendar({ calendar }: OutgoingMail): void {
  if (calendar === undefined) return;
  const written = /^METHOD:(.+)\r$/m.exec(calendar.text)?.[1];
  if (written !== calendar.method)
    throw new Error(`A calendar part says ${written}, and its header ${calendar.method}.`);
}
