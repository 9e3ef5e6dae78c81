import type { ParsedMail } from '../../domain/message.ts';
import type { Seen } from '../../mail/imap/read-new.ts';

/** What the headers alone tell of a mail that could not be read: whose it is, and which mail it answers. */
export function unreadMail(seen: Seen): ParsedMail {
  return {
    messageId: seen.messageId,
    inReplyTo: [],
    references: seen.references.toReversed(),
    from: seen.from === undefined ? undefined : { name: undefined, address: seen.from },
    sender: undefined,
    replyTo: [],
    to: seen.to.map((address) => ({ name: undefined, address })),
    cc: [],
    subject: seen.subject,
    date: undefined,
    headers: new Map(),
    contentType: seen.contentType ?? 'text/plain',
    text: '',
    html: undefined,
    parts: [],
    truncated: true,
  };
}
