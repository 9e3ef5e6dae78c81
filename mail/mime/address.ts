import { parseAddressHeader } from 'mailparser';
import type { MailAddress } from '../../domain/message.ts';
import { decodeRaw, relabelled, withoutControls } from './headers.ts';

const MAX_ADDRESSES = 500;
const MAX_VALUE = 64 * 1024;
/** RFC 3696, erratum 1690. The local part has no bound besides: forwarders write more than the 64 allowed. */
const MAX_ADDRESS = 320;

/** Addresses of a header value (RFC 5322 section 3.4); groups are flattened. An address that no mail can go to is ''. */
export function readAddresses(raw: string): MailAddress[] {
  const value = decodeRaw(raw.slice(0, MAX_VALUE));
  const parsed = parse(value);
  const damaged = parsed.some(({ name }) => name.includes('\ufffd'));
  return (damaged ? parse(relabelled(value)) : parsed)
    .slice(0, MAX_ADDRESSES)
    .map(({ name, address }) => ({
      name: withoutControls(name).replace(/\s+/g, ' ').trim(),
      address: bare(address ?? ''),
    }))
    .flatMap(({ name, address }) => {
      if (address !== '') return [{ name: name === '' ? undefined : name, address }];
      // `From: MAILER-DAEMON` names a machine without a domain.
      if (/^\S{1,64}$/.test(name)) return [{ name: undefined, address: name }];
      return name === '' ? [] : [{ name, address }];
    });
}

/** The first entry that has an address: an unquoted comma (`Ana Silva, PhD <ana@…>`) makes two of one. */
export function withAddress(entries: readonly MailAddress[]): MailAddress | undefined {
  return entries.find(({ address }) => address.includes('@')) ?? entries[0];
}

function parse(value: string): ReturnType<typeof parseAddressHeader>['value'] {
  return parseAddressHeader(value, { flatten: true, decodePunycode: false }).value;
}

/** Without blanks, a `mailto:` and quotes around the whole; a quoted local part stays as it is. */
function bare(address: string): string {
  if (address.length > 2 * MAX_ADDRESS) return '';
  const shown = withoutControls(address).trim();
  const joined = shown.startsWith('"') ? shown : shown.replace(/\s+/g, '');
  const inner = /^(['"])([^'"]+)\1$/.exec(joined)?.[2] ?? joined;
  const found = inner.replace(/^mailto:/i, '');
  return found.length > MAX_ADDRESS ? '' : found;
}
