import { firstPhrase, fold } from '../../text/fold.ts';
import { RESTRICTED_STATUS } from '../phrases/bounce-reasons.ts';
import { RESTRICTED_WORDS, SENDER_WORDS, SENDING_LIMIT_WORDS } from '../phrases/smtp-refusal.ts';
import { reasonInWords } from './cause.ts';

/**
 * Whom a refusal during sending is about. `limit`: our account has sent enough for today. `account`:
 * our account, address or network is refused. `address`: the recipient does not exist. `mail`: this
 * mail or this recipient's mailbox; everybody else's mail would be taken.
 */
export type RefusalAbout = 'limit' | 'account' | 'address' | 'mail';

/**
 * Reads the reply of the server that we hand mails to, with the understanding that bounces are read with.
 * @param stage where it came; `sender` is MAIL FROM.
 */
export function refusalAbout(reply: {
  readonly stage: 'sender' | 'recipient' | 'data' | 'after_data';
  readonly code: number;
  /** Enhanced status code (RFC 3463), such as `5.1.1`. */
  readonly enhanced: string | undefined;
  readonly response: string;
}): RefusalAbout {
  const { stage, code, enhanced = '' } = reply;
  const words = fold(reply.response.slice(0, 2000));
  const reason = reasonInWords(reply.response.slice(0, 2000));
  const says = (phrases: readonly string[]) => firstPhrase(words, phrases) !== undefined;
  if (/^5\.(?:1\.90|4\.5|7\.28|7\.23[23])$/.test(enhanced)) return 'limit';
  if (says(SENDING_LIMIT_WORDS)) return 'limit';
  if (RESTRICTED_STATUS.test(enhanced) || says(RESTRICTED_WORDS)) return 'mail';
  if (enhanced.startsWith('5.7.') || /^5\.1\.[78]$/.test(enhanced) || code === 530 || code === 535)
    return 'account';
  const absent = reason === 'user_unknown' || reason === 'host_unknown' || reason === 'moved';
  const named = /^5\.1\.(?:1|2|3|6|10)$/.test(enhanced);
  if (stage !== 'sender' && named && (absent || !says(SENDER_WORDS))) return 'address';
  if (says(SENDER_WORDS) && !/recipient (?:address )?verif/.test(words)) return 'account';
  if (enhanced.startsWith('5.1.')) return stage === 'sender' ? 'account' : 'address';
  const gone = absent || reason === 'disabled';
  return stage === 'recipient' && enhanced === '' && code >= 550 && gone ? 'address' : 'mail';
}
