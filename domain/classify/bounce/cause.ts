import { OWN_LIMIT_WORDS } from '../phrases/smtp-refusal.ts';
import { readStatus } from './delivery-report.ts';
import { firstPhrase, fold } from '../../text/fold.ts';
import {
  type BounceReason,
  REASONS,
  RESTRICTED_STATUS,
  STATUS_MEANINGS,
  TEMPORARY_WORDS,
} from '../phrases/bounce-reasons.ts';

export type Cause = {
  readonly permanent: boolean;
  readonly reason: BounceReason;
  /** Enhanced status code that decided; undefined when neither a code nor a reply said one. */
  readonly status: string | undefined;
  /** What it was decided by, as half a sentence. */
  readonly because: string;
};

/** These mean that the address will not work tomorrow either, whatever the digits say. */
const LASTING: ReadonlySet<BounceReason> = new Set([
  'user_unknown',
  'host_unknown',
  'disabled',
  'moved',
  'relaying',
  'too_large',
]);
const PASSING: ReadonlySet<BounceReason> = new Set([
  'greylisted',
  'rate_limited',
  'expired',
  'network',
]);
/** Without any code the server's giving up is final, unless its words say that it waits. */
const WAITING: ReadonlySet<BounceReason> = new Set(['greylisted', 'rate_limited']);

/**
 * Why a mail failed and for how long. The class of the status code (RFC 3463: 4 passes, 5 lasts) and
 * of the SMTP reply decide; words overrule a code that is unspecific or contradicts the server's reply.
 */
export function causeOf(input: {
  readonly status: string | undefined;
  readonly diagnostic: string;
  readonly text: string;
}): Cause {
  const diagnostic = input.diagnostic.slice(0, 4000);
  const text = input.text.slice(0, 8000);
  const said =
    readStatus(diagnostic) ?? (input.status === undefined ? readStatus(text) : undefined);
  const status = mostParticular(input.status, said);
  const reply = replyCode(diagnostic) ?? replyCode(text);
  const words = wordsReason(diagnostic) ?? undefined;
  const inText = words ?? wordsReason(text);
  const particular = particularMeaning(status, `${diagnostic}\n${text}`);
  const meaning = particular ?? inText?.reason ?? meaningOf(status) ?? 'unknown';
  const because =
    inText === undefined || inText.reason !== meaning ? '' : `the server says "${inText.phrase}"`;
  const digit =
    status?.charAt(0) ?? (input.status === undefined ? undefined : input.status.charAt(0));
  const replyClass = reply?.charAt(0);
  const result = (permanent: boolean, why: string): Cause => ({
    permanent,
    reason: meaning,
    status,
    because: because === '' ? why : because,
  });
  if (digit === '4' || digit === '5') {
    const codeSaysPermanent = digit === '5';
    const replySaysPermanent = replyClass === '5' ? true : replyClass === '4' ? false : undefined;
    if (replySaysPermanent !== undefined && replySaysPermanent !== codeSaysPermanent) {
      if (words !== undefined && LASTING.has(words.reason)) return result(true, '');
      if (words !== undefined && PASSING.has(words.reason)) return result(false, '');
      return result(codeSaysPermanent, `status ${status}`);
    }
    if (
      !codeSaysPermanent &&
      words !== undefined &&
      words.reason === 'user_unknown' &&
      replyClass !== '4'
    )
      return result(true, '');
    return result(codeSaysPermanent, `status ${status}`);
  }
  if (replyClass === '5') return result(true, `the server's reply ${reply}`);
  if (replyClass === '4')
    return result(
      meaning === 'user_unknown' || meaning === 'host_unknown',
      `the server's reply ${reply}`,
    );
  if (LASTING.has(meaning)) return result(true, '');
  if (WAITING.has(meaning)) return result(false, '');
  const passing = firstPhrase(fold(text), TEMPORARY_WORDS);
  return passing === undefined
    ? result(true, 'the server gave up')
    : result(false, `the server says "${passing}"`);
}

/** `5.0.0` says only how long; the code in the server's own words says what. */
function mostParticular(field: string | undefined, said: string | undefined): string | undefined {
  if (field === undefined) return said;
  if (said === undefined || said.startsWith('2')) return field;
  return field.endsWith('.0.0') && said.charAt(0) === field.charAt(0) ? said : field;
}

/** Codes and words that are about one mailbox, or about the account that sends, whatever else is said. */
function particularMeaning(status: string | undefined, words: string): BounceReason | undefined {
  if (status !== undefined && RESTRICTED_STATUS.test(status)) return 'restricted';
  if (/^5\.(?:1\.90|4\.5)$/.test(status ?? '')) return 'sending_limit';
  if (/^5\.1\.[78]$/.test(status ?? '')) return 'policy';
  if (/send\s?as\s?denied/i.test(words)) return 'policy';
  const folded = fold(words);
  const limit = firstPhrase(folded, OWN_LIMIT_WORDS);
  return limit === undefined ? undefined : 'sending_limit';
}

function meaningOf(status: string | undefined): BounceReason | undefined {
  if (status === undefined) return undefined;
  const detail = status.slice(2);
  const known = STATUS_MEANINGS[detail];
  if (known !== undefined) return known;
  if (detail.startsWith('7.')) return 'policy';
  if (detail.startsWith('4.')) return 'network';
  if (detail.startsWith('1.')) return 'user_unknown';
  return undefined;
}

/** The SMTP reply code (RFC 5321 section 4.2), where it stands like one: at the start, after "said:", in brackets. */
function replyCode(text: string): string | undefined {
  const match =
    /(?:^|smtp;\s{0,3}|said:\s{1,3}|response (?:was|from the remote server was)?:?\s{1,3}|error:?\s{1,3}|code:?\s{1,3}|>>>\s?|<<<\s?|\(|["'#<]|[:]\s{1,3}|\n\s{0,20})([45]\d\d)(?=[\s\-#;:,.)]|$)/i.exec(
      text,
    );
  return match?.[1];
}

function wordsReason(
  text: string,
): { readonly reason: BounceReason; readonly phrase: string } | undefined {
  if (text.trim() === '') return undefined;
  const folded = fold(text);
  for (const { reason, phrases } of REASONS) {
    const phrase = firstPhrase(folded, phrases);
    if (phrase !== undefined) return { reason, phrase };
  }
  return undefined;
}

/** What a server's words mean, without a status code. */
export function reasonInWords(text: string): BounceReason | undefined {
  return wordsReason(text)?.reason;
}

/** Whether the words mean that there is no such recipient. */
export function saysUserUnknown(text: string): boolean {
  return wordsReason(text.slice(0, 4000))?.reason === 'user_unknown';
}
