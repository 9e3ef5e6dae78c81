import type { MailPart, ParsedMail } from '../../message.ts';

/** What a delivery status part (RFC 3464, RFC 6533) says about one recipient. */
export type ReportedRecipient = {
  /** Lower-case address; undefined when the field holds none. */
  readonly recipient: string | undefined;
  readonly originalRecipient: string | undefined;
  readonly action: string | undefined;
  /** As `5.1.1`. */
  readonly status: string | undefined;
  readonly diagnostic: string;
};

const MOST_RECIPIENTS = 200;
const LONGEST_REPORT = 200_000;

/** The per-recipient groups of all delivery status parts; of the text when a gateway lost the MIME parts. */
export function reportedRecipients(mail: ParsedMail): readonly ReportedRecipient[] {
  const texts = mail.parts.filter(isStatusPart).map((part) => part.text ?? '');
  const found = texts.flatMap(readStatusPart);
  if (found.length > 0) return found.slice(0, MOST_RECIPIENTS);
  const attached = mail.parts.filter((part) => part.text !== undefined && FIELDS.test(part.text));
  return attached.flatMap((part) => readStatusPart(part.text ?? '')).slice(0, MOST_RECIPIENTS);
}

const FIELDS = /^(?:final-recipient|original-recipient)\s{0,3}:\s{0,3}[\w-]{1,20}\s{0,3};/im;

function isStatusPart(part: MailPart): boolean {
  return part.type === 'message/delivery-status' || part.type === 'message/global-delivery-status';
}

function readStatusPart(text: string): ReportedRecipient[] {
  const groups: ReportedRecipient[] = [];
  let fields = new Map<string, string>();
  let last: string | undefined;
  const flush = () => {
    const read = readGroup(fields);
    if (read !== undefined) groups.push(read);
    fields = new Map();
    last = undefined;
  };
  for (const line of text.slice(0, LONGEST_REPORT).split('\n')) {
    if (line.trim() === '') {
      // Some gateways put an empty line between the fields of one recipient.
      if (fields.has('action') || fields.has('status') || !fields.has('final-recipient')) flush();
      continue;
    }
    const continued = (line.startsWith(' ') || line.startsWith('\t')) && last !== undefined;
    if (continued && last !== undefined) {
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1 || colon > 60) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (name === 'final-recipient' && fields.has('final-recipient')) flush();
    if (!fields.has(name)) {
      fields.set(name, line.slice(colon + 1).trim());
      last = name;
    } else last = undefined;
  }
  flush();
  return groups;
}

function readGroup(fields: ReadonlyMap<string, string>): ReportedRecipient | undefined {
  const final = fields.get('final-recipient');
  const original = fields.get('original-recipient');
  const action = fields.get('action');
  const status = fields.get('status');
  if (
    final === undefined &&
    original === undefined &&
    (action === undefined || status === undefined)
  )
    return undefined;
  return {
    recipient:
      addressOf(final) ?? addressOf(fields.get('x-actual-recipient')) ?? addressOf(original),
    originalRecipient: addressOf(original),
    action: action === undefined ? undefined : /[a-z]+/i.exec(action)?.[0].toLowerCase(),
    status: readStatus(status),
    diagnostic: [
      fields.get('diagnostic-code') ?? '',
      fields.get('x-supplementary-info') ?? '',
      fields.get('x-notes-failure-reason') ?? '',
      fields.get('x-display-name') === undefined ? '' : '',
      comment(status),
    ]
      .join(' ')
      .trim(),
  };
}

/** `5.1.1 (User unknown)`: the comment is the only reason that some servers give. */
function comment(status: string | undefined): string {
  const open = status?.indexOf('(') ?? -1;
  return status === undefined || open < 0 ? '' : status.slice(open + 1).replace(')', '');
}

/** The first enhanced status code in a text, without leading zeros. */
export function readStatus(text: string | undefined): string | undefined {
  const match = /(?:^|[^\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/.exec(text ?? '');
  if (match === null) return undefined;
  return `${match[1]}.${Number(match[2])}.${Number(match[3])}`;
}

/** `rfc822; <Ana@Example.org>` → `ana@example.org`. X.400 and directory names are no address. */
export function addressOf(field: string | undefined): string | undefined {
  if (field === undefined) return undefined;
  const value = field.slice(field.indexOf(';') + 1, field.indexOf(';') + 600);
  return ADDRESS.exec(value)?.[0].toLowerCase();
}

/** Linear: the local part's class and `@` do not overlap, and lengths are bounded. */
export const ADDRESS =
  /[\p{L}\p{N}!#$%&'*+/=?^_{|}~.-]{1,64}@[\p{L}\p{N}][\p{L}\p{N}_.-]{0,250}[\p{L}\p{N}]/u;
