import { firstPhrase, fold } from './fold.ts';
import { header, type ParsedMail } from './message.ts';
import {
  ABSENCE_IN_SUBJECT,
  ABSENCE_SENTENCES,
  ABSENCE_SUBJECTS,
  AUTO_REPLY_SUBJECTS,
  AUTOMATIC_SENTENCES,
  CHALLENGE_SENTENCES,
  STRANGER_SENTENCES,
  UNREAD_ANSWERS,
} from './phrases/auto-reply.ts';
import { quotesAnother } from './quoting.ts';

export type AutoReply = {
  readonly subkind: 'out_of_office' | 'challenge' | 'acknowledgement' | 'automatic';
  readonly reason: string;
  readonly certain: boolean;
};

/**
 * Tells whether a machine answered. Only for mail that is no bounce: servers mark those as automatic
 * as well. A person's own "I am away next week" is no automatic reply.
 */
export function autoReply(mail: ParsedMail, visible: string): AutoReply | undefined {
  const subjects = bareSubjects(mail.subject);
  const text = fold(visible.slice(0, 6000));
  const reason = byHeader(mail) ?? bySubject(subjects, text, mail);
  if (reason !== undefined) return { subkind: subkindOf(subjects[0] ?? '', text), ...reason };
  return byText(text, visible, mail);
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
  return undefined;
}

function sure(what: string): Found {
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

/** The subject without reply prefixes and list tags, folded; brackets that a responder adds are opened. */
function bareSubjects(subject: string): readonly string[] {
  const folded = fold(subject.slice(0, 400));
  const answered = folded.replace(
    /^(?:(?:re|aw|sv|vs|antw|odp|r|tr|回复|答复|返信)(?:\[\d{1,3}\])? ?[:：] ?)+/u,
    '',
  );
  const opened = answered.replace(/^[[(【<{*"]{1,3} ?/u, '');
  const untagged = answered.replace(/^(?:\[[^\]]{1,40}\] ?)+/, '');
  return [answered, opened, untagged].filter((text) => text !== '');
}

type Found = { readonly reason: string; readonly certain: boolean };

function bySubject(subjects: readonly string[], text: string, mail: ParsedMail): Found | undefined {
  const begins = beginning(subjects, AUTO_REPLY_SUBJECTS);
  // A person answers "Re: Automatic reply: …" and quotes the note.
  const answered = /^(?:re|aw|sv|antw) ?:/.test(fold(mail.subject.slice(0, 10)));
  if (begins !== undefined && !(answered && quotesAnother(mail))) {
    return { reason: `The subject begins with "${begins}".`, certain: !answered };
  }
  const within = subjects
    .map((subject) => firstPhrase(subject, ABSENCE_IN_SUBJECT))
    .find((phrase) => phrase !== undefined);
  if (within !== undefined && !answered)
    return { reason: `The subject says "${within}".`, certain: true };
  const absent = beginning(subjects, ABSENCE_SUBJECTS);
  if (absent === undefined || answered) return undefined;
  const prefixed = subjects.some(
    (subject) => subject.startsWith(absent) && /^ ?[:：] ?./u.test(subject.slice(absent.length)),
  );
  if (prefixed) return { reason: `The subject begins with "${absent}:".`, certain: true };
  const note =
    firstPhrase(text.slice(0, 1500), STRANGER_SENTENCES) ??
    firstPhrase(text.slice(0, 1500), UNREAD_ANSWERS);
  const addressed = mail.to.length + mail.cc.length;
  if (note === undefined || addressed > 1) return undefined;
  return {
    reason: `The subject begins with "${absent}" and the mail says "${note}".`,
    certain: false,
  };
}

function beginning(subjects: readonly string[], phrases: readonly string[]): string | undefined {
  return phrases.find((phrase) => subjects.some((subject) => subject.startsWith(phrase)));
}

function byText(text: string, visible: string, mail: ParsedMail): AutoReply | undefined {
  const automatic = firstPhrase(text.slice(0, 3000), AUTOMATIC_SENTENCES);
  const short = text.length < 2500;
  if (automatic !== undefined && short && !quotesAnother(mail)) {
    return {
      subkind: subkindOf('', text),
      reason: `The mail says "${automatic}".`,
      certain: false,
    };
  }
  const challenge = CHALLENGE_SENTENCES.filter((phrase) => text.includes(phrase));
  if (challenge.length >= 2 && short && !quotesAnother(mail)) {
    return { subkind: 'challenge', reason: `The mail says "${challenge[0]}".`, certain: false };
  }
  const returnPath = header(mail, 'return-path')?.trim();
  if (returnPath === '<>') {
    return {
      subkind: subkindOf('', text),
      reason: 'It has no return path (RFC 3834 section 3.3), as only machines send.',
      certain: false,
    };
  }
  const absence = firstPhrase(text.slice(0, 400), ABSENCE_SENTENCES);
  const answer =
    absence === undefined ? undefined : firstPhrase(text.slice(0, 1500), UNREAD_ANSWERS);
  const nothingQuoted = visible.length > mail.text.length * 0.6 && !quotesAnother(mail);
  if (
    absence === undefined ||
    answer === undefined ||
    !nothingQuoted ||
    mail.to.length + mail.cc.length > 1
  )
    return undefined;
  return {
    subkind: 'out_of_office',
    reason: `The mail says "${absence}" and "${answer}", and quotes nothing.`,
    certain: false,
  };
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
  if (absent) return 'out_of_office';
  return received ? 'acknowledgement' : 'automatic';
}
