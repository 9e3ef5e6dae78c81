import type { FetchMessageObject } from 'imapflow';
import type { MailAddress, ParsedMail } from '../../domain/message.ts';
import { canonicalAddress } from '../../domain/email-address.ts';
import { readAddresses, withAddress } from '../mime/address.ts';
import { decodeText, readHeaders } from '../mime/headers.ts';
import { readMessageIds } from '../mime/message-ids.ts';

/** What can be known of a mail without reading its text. */
export type HeaderSummary = {
  readonly uid: number;
  readonly internalDate: Date;
  readonly size: number;
  readonly gmailThreadId: string | undefined;
  /** Gmail's own mark of what the user sent; undefined elsewhere. */
  readonly labelledSent: boolean | undefined;
  /** Its header as the rules see it, with an empty text: what they need to tell whether it may concern a contact. */
  readonly mail: ParsedMail;
  /** With angle brackets. */
  readonly messageId: string | undefined;
  /** The id a mail was submitted with, where its server replaced it (Microsoft, Google). */
  readonly originalMessageId: string | undefined;
  /** Bare address as it compares: lower-case, the domain in Unicode. */
  readonly from: string | undefined;
  /** Bare addresses of To and Cc as they compare. */
  readonly to: readonly string[];
  readonly subject: string;
  /** Ids of In-Reply-To and References with angle brackets, nearest first. */
  readonly references: readonly string[];
  /** Lower-case media type without parameters. */
  readonly contentType: string | undefined;
  readonly autoSubmitted: string | undefined;
  /** X-Failed-Recipients, bare addresses as they compare. */
  readonly failedRecipients: readonly string[];
  /** Bare address; '' for the null sender of bounces, undefined when the header is missing. */
  readonly returnPath: string | undefined;
};

/** The headers that `readHeaderSummary` reads. */
export const SUMMARY_HEADERS = [
  'message-id',
  'x-microsoft-original-message-id',
  'x-google-original-message-id',
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'subject',
  'in-reply-to',
  'references',
  'content-type',
  'auto-submitted',
  'x-failed-recipients',
  'x-failed-message-id',
  'return-path',
];

/** What of a mail has to be fetched for `readHeaderSummary`. */
export const SUMMARY_QUERY = {
  internalDate: true,
  size: true,
  threadId: true,
  labels: true,
  headers: SUMMARY_HEADERS,
} as const;

const LARGEST_HEADER = 256 * 1024;
const MOST_IDS = 200;
const MOST_ADDRESSES = 200;

/** Undefined for an answer that carries only news about flags (RFC 3501 7.4.2). */
export function readHeaderSummary(message: FetchMessageObject): HeaderSummary | undefined {
  if (!message.headers) return undefined;
  const fields = parseFields(message.headers.subarray(0, LARGEST_HEADER));
  const first = (name: string) => fields.get(name)?.[0];
  const all = (name: string) => fields.get(name)?.join(', ') ?? '';
  const mail = headerOnly(fields);
  const ids = [...mail.inReplyTo, ...mail.references.toReversed()];
  return {
    uid: message.uid,
    internalDate: new Date(message.internalDate ?? 0),
    size: message.size ?? 0,
    gmailThreadId: message.threadId,
    labelledSent: message.labels && message.labels.has('\\Sent'),
    mail,
    messageId: mail.messageId,
    originalMessageId: readMessageIds(
      first('x-microsoft-original-message-id') ?? first('x-google-original-message-id'),
    )[0],
    from: addressesOf(mail.from ? [mail.from] : [])[0],
    to: addressesOf([...mail.to, ...mail.cc]),
    subject: mail.subject,
    references: [...new Set(ids)].slice(0, MOST_IDS),
    contentType: first('content-type')?.split(';')[0]?.trim().toLowerCase(),
    autoSubmitted: first('auto-submitted')?.trim().toLowerCase(),
    failedRecipients: addressesOf(entries(all('x-failed-recipients'))),
    returnPath: returnPath(first('return-path')),
  };
}

/** Lower-case name to unfolded values, one character a byte. */
function parseFields(block: Buffer): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const { name, value } of readHeaders(block)) {
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

function headerOnly(fields: ReadonlyMap<string, readonly string[]>): ParsedMail {
  const all = (name: string) => fields.get(name)?.join(', ') ?? '';
  const contentType = fields.get('content-type')?.[0]?.split(';')[0]?.trim().toLowerCase();
  return {
    messageId: readMessageIds(fields.get('message-id')?.[0])[0],
    inReplyTo: readMessageIds(all('in-reply-to')),
    references: readMessageIds(all('references')),
    from: withAddress(entries(fields.get('from')?.[0] ?? '')),
    sender: withAddress(entries(fields.get('sender')?.[0] ?? '')),
    replyTo: entries(all('reply-to')),
    to: entries(all('to')),
    cc: entries(all('cc')),
    subject: decodeText(fields.get('subject')?.[0] ?? ''),
    date: undefined,
    headers: new Map([...fields].map(([name, values]) => [name, values.map(decodeText)])),
    contentType: contentType ?? 'text/plain',
    text: '',
    html: undefined,
    parts: [],
    truncated: true,
  };
}

function entries(value: string): readonly MailAddress[] {
  return readAddresses(value.slice(0, 16 * 1024)).slice(0, MOST_ADDRESSES);
}

function addressesOf(found: readonly MailAddress[]): readonly string[] {
  return found
    .filter(({ address }) => address.includes('@'))
    .map(({ address }) => canonicalAddress(address));
}

function returnPath(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return canonicalAddress(/<([^<>]*)>/.exec(value)?.[1] ?? value);
}
