import type { FetchMessageObject } from 'imapflow';
import { comparable } from '../address.ts';
import { readAddresses } from '../mime/address.ts';
import { readHeaders } from '../mime/headers.ts';
import { decodeWords } from '../mime/encoded-words.ts';

/** What can be known of a mail without reading its text. */
export type Seen = {
  readonly uid: number;
  readonly internalDate: Date;
  readonly size: number;
  readonly gmailThreadId: string | undefined;
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

/** The headers that `seen` reads. */
export const SEEN_HEADERS = [
  'message-id',
  'x-microsoft-original-message-id',
  'x-google-original-message-id',
  'from',
  'to',
  'cc',
  'subject',
  'in-reply-to',
  'references',
  'content-type',
  'auto-submitted',
  'x-failed-recipients',
  'return-path',
];

const LARGEST_HEADER = 256 * 1024;
const MOST_IDS = 200;
const MOST_ADDRESSES = 200;

/** Undefined for an answer that carries only news about flags (RFC 3501 7.4.2). */
export function seen(message: FetchMessageObject): Seen | undefined {
  if (!message.headers) return undefined;
  const fields = parseFields(message.headers.subarray(0, LARGEST_HEADER));
  const first = (name: string) => fields.get(name)?.[0];
  const all = (name: string) => fields.get(name)?.join(', ') ?? '';
  const ids = [...idsIn(all('in-reply-to')), ...idsIn(all('references')).reverse()];
  return {
    uid: message.uid,
    internalDate: new Date(message.internalDate ?? 0),
    size: message.size ?? 0,
    gmailThreadId: message.threadId,
    messageId: idsIn(first('message-id') ?? '')[0],
    originalMessageId: idsIn(
      first('x-microsoft-original-message-id') ?? first('x-google-original-message-id') ?? '',
    )[0],
    from: addressesIn(first('from') ?? '')[0],
    to: addressesIn(`${all('to')}, ${all('cc')}`),
    subject: decodeWords(first('subject') ?? ''),
    references: [...new Set(ids)].slice(0, MOST_IDS),
    contentType: first('content-type')?.split(';')[0]?.trim().toLowerCase(),
    autoSubmitted: first('auto-submitted')?.trim().toLowerCase(),
    failedRecipients: addressesIn(all('x-failed-recipients')),
    returnPath: returnPath(first('return-path')),
  };
}

/** Lower-case name to unfolded values, one character a byte. */
function parseFields(block: Buffer): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const { name, value } of readHeaders(block.toString('latin1'), 0, block.length).headers) {
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

function idsIn(value: string): string[] {
  return value.slice(0, 64 * 1024).match(/<[^<>\s]+>/g) ?? [];
}

function addressesIn(value: string): readonly string[] {
  return readAddresses(value.slice(0, 16 * 1024))
    .filter(({ address }) => address.includes('@'))
    .slice(0, MOST_ADDRESSES)
    .map(({ address }) => comparable(Buffer.from(address, 'latin1').toString('utf8')));
}

function returnPath(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return comparable(/<([^<>]*)>/.exec(value)?.[1] ?? value);
}
