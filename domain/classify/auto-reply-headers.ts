import { header, type ParsedMail } from '../message.ts';

/** Headers that only programs write. RFC 3834 section 5; the rest are vendors' own. */
export function automaticHeader(mail: ParsedMail): string | undefined {
  const submitted = (header(mail, 'auto-submitted') ?? '').trim().toLowerCase();
  if (submitted !== '' && !/^"?no\b/.test(submitted))
    return sure(`Auto-Submitted: ${submitted.slice(0, 60)}`);
  for (const name of AUTOMATIC_HEADERS) {
    const value = header(mail, name);
    if (value !== undefined && !/^(?:no|false|0|none)$/i.test(value.trim()))
      return sure(`${name}: ${value.slice(0, 60)}`);
  }
  const precedence = (header(mail, 'precedence') ?? '').trim().toLowerCase();
  if (/^auto[-_]?reply/.test(precedence)) return sure(`Precedence: ${precedence}`);
  if (/vacation/i.test(header(mail, 'x-apple-action') ?? ''))
    return sure('X-Apple-Action: VACATION');
  if (/autorespon|auto-?reply|vacation/i.test((header(mail, 'x-mailer') ?? '').slice(0, 200)))
    return sure(`X-Mailer: ${header(mail, 'x-mailer')?.slice(0, 60)}`);
  if (/autorespond|out of office/i.test((header(mail, 'x-post-messageclass') ?? '').slice(0, 200)))
    return sure('X-POST-MessageClass: Autoresponder');
  if (/^autoresponder$/i.test((header(mail, 'delivered-to') ?? '').trim()))
    return sure('Delivered-To: Autoresponder');
  if (
    mail.headers.has('x-auto-response-suppress') &&
    mail.headers.has('x-ms-exchange-inbox-rules-loop')
  ) {
    return sure('X-Auto-Response-Suppress with X-MS-Exchange-Inbox-Rules-Loop');
  }
  return undefined;
}

function sure(what: string): string {
  return `It has the header ${what}.`;
}

const AUTOMATIC_HEADERS: readonly string[] = [
  'x-autoreply',
  'x-auto-reply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-respond',
  'x-autoreply-from',
  'x-auto-reply-from',
  'x-mail-autoreply',
  'x-vacation',
  'x-vacation-reply',
  'x-amazon-auto-reply',
  'x-fc-machinegenerated',
  'x-cpanel-autoresponder',
  'x-autoresponse',
  'x-ms-exchange-generated-message-source-oof',
  'x-bluebottle-request',
  'x-spamarrest-verification',
  'x-boxbe-challenge',
  'x-csoft-autoreply',
  'x-zoho-autoreply',
];
