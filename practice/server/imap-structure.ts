import addressparser from 'nodemailer/lib/addressparser';
import { imapString } from './imap-syntax.ts';
import { field, type MimePart } from './mime.ts';

/** ENVELOPE (RFC 3501 7.4.2); header values stay encoded as they are in the mail. */
export function envelope(part: MimePart): string {
  const from = addressList(field(part, 'from'));
  const or = (list: string) => (list === 'NIL' ? from : list);
  return `(${[
    imapString(field(part, 'date')),
    imapString(field(part, 'subject')),
    from,
    or(addressList(field(part, 'sender'))),
    or(addressList(field(part, 'reply-to'))),
    addressList(field(part, 'to')),
    addressList(field(part, 'cc')),
    addressList(field(part, 'bcc')),
    imapString(field(part, 'in-reply-to')),
    imapString(field(part, 'message-id')),
  ].join(' ')})`;
}

function addressList(value: string | undefined): string {
  const addresses = value ? addressparser(value, { flatten: true }) : [];
  if (addresses.length === 0) return 'NIL';
  const each = addresses.map(({ name, address }) => {
    const at = address.lastIndexOf('@');
    const [local, host] = at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
    return `(${imapString(name || undefined)} NIL ${imapString(local)} ${imapString(host)})`;
  });
  return `(${each.join('')})`;
}

/** BODYSTRUCTURE (RFC 3501 7.4.2), without the optional fields after the disposition. */
export function bodyStructure(part: MimePart): string {
  if (part.parts.length > 0)
    return `(${part.parts.map(bodyStructure).join('')} ${imapString(part.subtype)})`;
  const lines = part.body.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0);
  const items = [
    imapString(part.type),
    imapString(part.subtype),
    parameterList(part.parameters),
    imapString(field(part, 'content-id')),
    imapString(field(part, 'content-description')),
    imapString(field(part, 'content-transfer-encoding') ?? '7bit'),
    String(part.body.length),
  ];
  if (part.type.toLowerCase() === 'text') items.push(String(lines));
  return `(${items.join(' ')})`;
}

function parameterList(parameters: ReadonlyMap<string, string>): string {
  if (parameters.size === 0) return 'NIL';
  const pairs = [...parameters].map(([name, value]) => `${imapString(name)} ${imapString(value)}`);
  return `(${pairs.join(' ')})`;
}
