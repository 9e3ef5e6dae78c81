import { fold } from './fold.ts';
import { header, type ParsedMail } from './message.ts';

/**
 * Why a mail is neither an answer nor a letter to this user: newsletters, notifications, list posts
 * that answer nobody. Whatever answers something (ids, Re:, quoted text) is never unrelated.
 */
export function unrelated(
  mail: ParsedMail,
): { readonly subkind: 'list' | 'notification'; readonly reason: string } | undefined {
  const list = listHeader(mail);
  const noReply = noReplySender(mail);
  if (list === undefined && noReply === undefined) return undefined;
  if (isAnswer(mail, noReply !== undefined)) return undefined;
  if (list !== undefined)
    return { subkind: 'list', reason: `It was sent to a list (${list}) and answers nobody.` };
  return { subkind: 'notification', reason: `Its sender ${noReply} takes no answers.` };
}

function listHeader(mail: ParsedMail): string | undefined {
  const named = LIST_HEADERS.find((name) => mail.headers.has(name));
  if (named !== undefined) return named;
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

function noReplySender(mail: ParsedMail): string | undefined {
  const address = (mail.from?.address ?? '').toLowerCase();
  const local = address.split('@')[0] ?? '';
  return /(?:^|[._+-])(?:no|do-?not|dont|donot)[._-]?reply|^(?:no_?reply|notifications?|notify|notifier|newsletters?|news|mailings?|alerts?|updates?|rssfeeds|announce(?:ments)?|marketing|promotions?|nobody|root|cron|daemon|www-data|webmaster)$/.test(
    local,
  )
    ? address
    : undefined;
}

function isAnswer(mail: ParsedMail, noReply: boolean): boolean {
  if (noReply) return false;
  if (
    /^(?:\[[^\]]{1,60}\] ?)*(?:re|aw|sv|vs|antw|odp|回复|答复|返信)(?:\[\d{1,3}\])? ?[:：]/.test(
      fold(mail.subject.slice(0, 200)),
    )
  )
    return true;
  return mail.inReplyTo.length > 0;
}
