import { machineOf } from './bounce/evidence.ts';
import { fold } from '../text/fold.ts';
import { BULK_PHRASES } from './phrases/bulk.ts';
import { quotesAnother } from './quotation/line-depth.ts';
import { header, type ParsedMail } from '../message.ts';

/**
 * Why a mail is neither an answer nor a letter to this user: newsletters, notifications, list posts
 * that answer nobody. Whatever answers something (ids, Re:, quoted text) is never unrelated.
 */
export function unrelated(
  mail: ParsedMail,
):
  | { readonly subkind: 'list' | 'notification' | 'newsletter'; readonly reason: string }
  | undefined {
  if (machineOf(mail) === 'sure') {
    return {
      subkind: 'notification',
      reason: 'A mail server wrote it, and not about a mail that failed.',
    };
  }
  const noReply = noReplySender(mail);
  if (answersAnother(mail) && noReply?.sure !== true) return undefined;
  const list = listHeader(mail);
  if (list !== undefined) {
    return { subkind: 'list', reason: `It was sent to a list (${list}) and answers nobody.` };
  }
  if (noReply !== undefined) {
    return { subkind: 'notification', reason: `Its sender ${noReply.address} takes no answers.` };
  }
  // Without a sender it is a bare text; a text that quotes is an answer or passed on by a person.
  if (mail.from === undefined || quotesAnother(mail)) return undefined;
  if (mail.to.length === 0 && mail.cc.length === 0 && LIST_TAG.test(mail.subject)) {
    return {
      subkind: 'list',
      reason: 'It names no recipient, has a list tag in its subject and answers nobody.',
    };
  }
  const signs = bulkSigns(mail);
  if (signs.length < 3) return undefined;
  return {
    subkind: 'newsletter',
    reason: `It answers nobody and has the signs of a newsletter: ${signs.slice(0, 3).join(', ')}.`,
  };
}

/** Issue trackers and the like: a program wrote it to a list, whatever it answers (RFC 3834 section 5). */
export function automaticListMail(mail: ParsedMail): string | undefined {
  if (!/^\s{0,5}auto-generated/i.test(header(mail, 'auto-submitted') ?? '')) return undefined;
  const list = LIST_HEADERS.find((name) => mail.headers.has(name));
  return list === undefined
    ? undefined
    : `A program wrote it (Auto-Submitted: auto-generated) to a list (${list}).`;
}

/** Things that newsletters have and letters have not; three of them are enough. */
function bulkSigns(mail: ParsedMail): readonly string[] {
  const signs: string[] = [];
  if (mail.to.some((one) => LIST_ADDRESS.test(one.address))) signs.push('sent to a list address');
  const body = `${mail.text.slice(0, 20_000)}
${mail.text.slice(20_000).slice(-5000)}`;
  const folded = fold(body);
  for (const phrase of BULK_PHRASES) if (folded.includes(phrase)) signs.push(`"${phrase}"`);
  const html = (mail.html ?? '').slice(0, 200_000);
  const images = html.split(/<img\b/i, 50).length - 1;
  const links =
    html.split(/<a\s/i, 50).length -
    1 +
    (html === '' ? body.split(/https?:\/\//i, 80).length - 1 : 0);
  if (images >= 5) signs.push(`${images} pictures`);
  if (links >= 12) signs.push(`${links} links`);
  if (/<img[^>]{0,300}(?:width|height)\s?=\s?["']?1["'\s>]/i.test(html))
    signs.push('a tracking pixel');
  const local = (mail.from?.address ?? '').split('@')[0] ?? '';
  // oxlint-disable-next-line patterns/linear -- the length is tested first
  if (local.length > 40 || /#|\d{4,}.*[.-].*\d/.test(local))
    signs.push('a sender address made for one mailing');
  if (/^(?:owner-|.*-(?:announce|news|list|owner|request|bounce)s?$)/i.test(local))
    signs.push('a list as its sender');
  const program = header(mail, 'x-mailer') ?? header(mail, 'user-agent') ?? '';
  if (BULK_PROGRAMS.test(program.slice(0, 200))) signs.push(`sent by ${program.slice(0, 40)}`);
  if (mail.to.length === 0 && mail.cc.length === 0) signs.push('no recipient is named');
  if (LIST_TAG.test(mail.subject)) signs.push('a list tag in the subject');
  const named = fold(`${mail.from?.name ?? ''} ${mail.subject}`);
  if (
    /\b(?:newsletter|digest|daily|weekly|monthly|update|alert|announcement|dispatch|bulletin|offers?|sale)\b/.test(
      named,
    )
  )
    signs.push('the name of a periodical');
  return signs;
}

const LIST_TAG = /^\[[^\]]{2,40}\] /;
const LIST_ADDRESS =
  /(?:^|[-._])(?:announce(?:ments?)?|newsletters?|subscribers?|members|list|everyone|users|all)@/i;
const BULK_PROGRAMS =
  /accucast|mime::lite|phpmailer|aspmail|aspqmail|mailchimp|campaign|bulk|mailman|listserv|sendgrid|mailjet|xmail|ibizmail|swiftmailer|jmail|lyris|postie|mail::sender|dynamailer|exacttarget|silverpop|groupmail|rss2email/i;

function listHeader(mail: ParsedMail): string | undefined {
  const named = LIST_HEADERS.find((name) => mail.headers.has(name));
  if (named !== undefined) return named;
  // Majordomo passes a list's mail on under the name "LIST-outgoing", and to a program for bulk mail.
  const passedOn = (mail.headers.get('received') ?? []).find((line) =>
    /\bbulk_mailer\b|\bfor <?[\w.-]{1,60}-outgoing\b/.test(line.slice(0, 1000)),
  );
  if (passedOn !== undefined) return 'Received: a list server';
  const precedence = (header(mail, 'precedence') ?? '').trim().toLowerCase();
  return /^(?:bulk|list|junk)\b/.test(precedence) ? `Precedence: ${precedence}` : undefined;
}

/** RFC 2369 and RFC 2919; the others are what list servers and mailing services add. */
const LIST_HEADERS: readonly string[] = [
  'list-id',
  'list-unsubscribe',
  'list-post',
  'list-subscribe',
  'list-help',
  'list-archive',
  'mailing-list',
  'x-mailing-list',
  'x-mailman-version',
  'x-beenthere',
  'x-campaign',
  'x-campaignid',
  'x-campaign-id',
  'x-mailchimp-id',
  'x-mc-user',
  'x-sg-eid',
  'x-mailgun-sid',
  'x-list',
  'x-listname',
  'x-listserver',
  'x-feed2imap-version',
  'feedback-id',
  'x-github-reason',
  'x-facebook-notify',
  'x-linkedin-class',
  'x-notification-type',
];

/**
 * Whether a list passed the mail on (RFC 2919), and it is not addressed to us besides: what it asks
 * for, such as to stop writing, it asks of the list.
 */
export function onlyOnList(mail: ParsedMail, ownAddresses: readonly string[]): boolean {
  if (!POSTED.some((name) => mail.headers.has(name))) return false;
  return ![...mail.to, ...mail.cc].some((one) => ownAddresses.includes(one.address.toLowerCase()));
}

const POSTED: readonly string[] = [
  'list-id',
  'list-post',
  'mailing-list',
  'x-mailing-list',
  'x-mailman-version',
  'x-beenthere',
];

/** Addresses that say nobody reads them, and such that a person seldom writes from. */
function noReplySender(
  mail: ParsedMail,
): { readonly address: string; readonly sure: boolean } | undefined {
  const address = (mail.from?.address ?? '').toLowerCase();
  const local = address.split('@')[0] ?? '';
  if (/(?:^|[._+-])(?:no|do-?not|dont|donot)[._-]?reply(?:$|[._+-])/.test(local))
    return { address, sure: true };
  return UNMANNED.test(local) ? { address, sure: false } : undefined;
}

const UNMANNED =
  /^(?:notifications?|notify|notifier|newsletters?|news|mailings?|alerts?|updates?|rssfeeds|announce(?:ments)?|marketing|promotions?|nobody|root|cron|daemon|www-data|webmaster|bounces?|mailer|listserv|majordomo|listproc|mailman|mailman-owner|ecartis|sympa|listar)$/;

/** It says so in its subject, or names the mail it answers. */
export function answersAnother(mail: ParsedMail): boolean {
  const subject = fold(mail.subject.slice(0, 200));
  if (
    /^(?:\[[^\]]{1,60}\] ?)*(?:re|aw|sv|vs|antw|odp|回复|答复|返信)(?:\[\d{1,3}\])? ?[:：]/.test(
      subject,
    )
  )
    return true;
  return mail.inReplyTo.length > 0 || (mail.references.length > 0 && quotesAnother(mail));
}
