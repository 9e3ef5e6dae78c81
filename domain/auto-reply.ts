import { firstPhrase, fold } from './fold.ts';
import { header, type ParsedMail } from './message.ts';
import {
  ABSENCE_IN_SUBJECT,
  ABSENCE_SENTENCES,
  AUTO_REPLY_SUBJECTS,
  AUTOMATIC_SENTENCES,
  CHALLENGE_SENTENCES,
  STRANGER_SENTENCES,
} from './phrases/auto-reply.ts';

export type AutoReply = {
  readonly subkind: 'out_of_office' | 'challenge' | 'acknowledgement';
  readonly reason: string;
  readonly certain: boolean;
};

/**
 * Tells whether a machine answered. Only for mail that is no bounce: servers mark those as automatic
 * as well. A person's own "I am away next week" is no automatic reply.
 */
export function autoReply(mail: ParsedMail, visible: string): AutoReply | undefined {
  const subject = bareSubject(mail.subject);
  const text = fold(visible.slice(0, 6000));
  const reason = byHeader(mail) ?? bySubject(subject, mail);
  if (reason !== undefined) return { subkind: subkindOf(subject, text), ...reason };
  return byText(text, mail);
}

/** Headers that only programs write. RFC 3834 section 5; the rest are vendors' own. */
function byHeader(
  mail: ParsedMail,
): { readonly reason: string; readonly certain: boolean } | undefined {
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
  if (/^tmda/i.test((header(mail, 'x-delivery-agent') ?? '').trim()))
    return sure('X-Delivery-Agent: TMDA');
  return undefined;
}

function sure(what: string): { readonly reason: string; readonly certain: boolean } {
  return { reason: `It has the header ${what}.`, certain: true };
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

/** The subject without reply prefixes and list tags, folded. */
function bareSubject(subject: string): string {
  return fold(subject.slice(0, 400)).replace(
    /^(?:(?:re|aw|sv|vs|antw|odp|r|tr|回复|答复|返信)(?:\[\d{1,3}\])? ?[:：] ?|\[[^\]]{1,40}\] ?(?=.))+/u,
    '',
  );
}

function bySubject(
  subject: string,
  mail: ParsedMail,
): { readonly reason: string; readonly certain: boolean } | undefined {
  const begins = AUTO_REPLY_SUBJECTS.find((phrase) => subject.startsWith(phrase));
  if (begins !== undefined) {
    // A person answers with "Re: Out of office": then the note is quoted, and somebody wrote above it.
    const answered = fold(mail.subject).startsWith('re:') && mail.inReplyTo.length > 0;
    return { reason: `The subject begins with "${begins}".`, certain: !answered };
  }
  const within = firstPhrase(subject, ABSENCE_IN_SUBJECT);
  if (within !== undefined) return { reason: `The subject says "${within}".`, certain: true };
  return undefined;
}

function byText(text: string, mail: ParsedMail): AutoReply | undefined {
  const automatic = firstPhrase(text.slice(0, 3000), AUTOMATIC_SENTENCES);
  const short = text.length < 2500;
  if (automatic !== undefined && short) {
    return {
      subkind: subkindOf('', text),
      reason: `The mail says "${automatic}".`,
      certain: false,
    };
  }
  const challenge = CHALLENGE_SENTENCES.filter((phrase) => text.includes(phrase));
  if (challenge.length >= 2 && short) {
    return { subkind: 'challenge', reason: `The mail says "${challenge[0]}".`, certain: false };
  }
  const absence = firstPhrase(text.slice(0, 600), ABSENCE_SENTENCES);
  const stranger = absence === undefined ? undefined : firstPhrase(text, STRANGER_SENTENCES);
  const own =
    mail.inReplyTo.length === 0 && !/^(?:re|aw|sv) ?:/.test(fold(mail.subject.slice(0, 20)));
  void own;
  void stranger;
  return undefined;
}

function subkindOf(subject: string, text: string): AutoReply['subkind'] {
  if (CHALLENGE_SENTENCES.filter((phrase) => text.includes(phrase)).length >= 2) return 'challenge';
  const absent =
    ABSENCE_SENTENCES.some((phrase) => text.includes(phrase)) ||
    firstPhrase(subject, ABSENCE_IN_SUBJECT) !== undefined;
  const received =
    /(?:ticket|case|request|reference) ?(?:number|no|id|#)|has been received|we have received|we received|will be in touch|eingangsbestatigung|eingegangen|accuse de reception|hemos recibido|受け付け|已收到/.test(
      text,
    );
  return received && !absent ? 'acknowledgement' : 'out_of_office';
}
