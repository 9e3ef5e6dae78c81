import { type BounceEvidence, bounceEvidence } from './evidence.ts';
import { type Cause, causeOf, saysUserUnknown } from './cause.ts';
import { ADDRESS, type ReportedRecipient, reportedRecipients } from './delivery-report.ts';
import { firstPhrase, fold } from '../../text/fold.ts';
import { header, type ParsedMail } from '../../message.ts';
import { CHALLENGE_SENTENCES } from '../phrases/auto-reply.ts';
import { READ_OPENINGS, READ_SENTENCES, READ_SUBJECTS } from '../phrases/read-receipt.ts';
import { type BounceReason, DELAY_SENTENCES } from '../phrases/bounce-reasons.ts';

export type BouncedRecipient = {
  readonly recipient: string | undefined;
  readonly permanent: boolean;
  readonly delayed: boolean;
  readonly reason: BounceReason;
  readonly status: string | undefined;
  readonly because: string;
};

export type Bounce = {
  /** The recipient that decides: a permanent failure before a passing one. */
  readonly worst: BouncedRecipient;
  readonly recipients: readonly BouncedRecipient[];
  /** Why it is a bounce at all, as a sentence. */
  readonly reason: string;
  readonly certain: boolean;
};

/** What a mail server reported, other than a failure: nothing that ends or delays a journey. */
export type Notice = {
  readonly notice: 'delivered' | 'read' | 'abuse_report';
  readonly reason: string;
};

/**
 * Reads a server's report about a mail that did not arrive; undefined for all other mail. Reports of
 * success, read receipts (RFC 8098) and abuse reports (RFC 5965) come back as a notice.
 */
export function readBounce(mail: ParsedMail): Bounce | Notice | undefined {
  const notice = otherReport(mail);
  if (notice !== undefined) return notice;
  const evidence = bounceEvidence(mail);
  if (
    evidence.machine !== undefined &&
    SUCCESS_SUBJECT.test(fold(mail.subject)) &&
    reportedRecipients(mail).length === 0
  ) {
    return {
      notice: 'delivered',
      reason: `A mail server reports success: "${mail.subject.slice(0, 100)}".`,
    };
  }
  const reported = reportedRecipients(mail);
  if (
    reported.length > 0 &&
    (evidence.report || evidence.machine !== undefined || evidence.subject !== undefined)
  ) {
    if (evidence.machine === undefined && saysOtherwise(mail, evidence)) return undefined;
    const failed = reported.filter((one) => !SUCCESSES.has(one.action ?? '') && !successOnly(one));
    if (failed.length === 0) {
      return {
        notice: 'delivered',
        reason: `A server reports that the mail was ${reported[0]?.action ?? 'delivered'}.`,
      };
    }
    const recipients = failed.map((one) => fromReport(one, evidence, mail));
    return bounceOf(recipients, 'It has a delivery status report (RFC 3464).', true);
  }
  const why = whyBounce(mail, evidence);
  if (why === undefined) return undefined;
  const recipient = recipientInText(mail, evidence);
  return bounceOf([fromText(recipient, evidence, mail)], why.reason, why.certain);
}

/** Of reports that lost their status part. */
const SUCCESS_SUBJECT =
  /^(?:successful mail delivery|delivered:|relayed:|expanded:|zugestellt:|weitergeleitet:|delivery status notification \((?:success|relay|expanded)|delivery receipt|mail delivered|message delivered)/;

const SUCCESSES: ReadonlySet<string> = new Set(['delivered', 'relayed', 'expanded']);

function successOnly(one: ReportedRecipient): boolean {
  return (
    one.action !== 'failed' && one.action !== 'delayed' && (one.status?.startsWith('2') ?? false)
  );
}

function otherReport(mail: ParsedMail): Notice | undefined {
  const type = `${header(mail, 'content-type') ?? ''}`.slice(0, 2000);
  const has = (part: string) => mail.parts.some((one) => one.type === part);
  if (
    has('message/feedback-report') ||
    /report-type\s{0,3}=\s{0,3}"?feedback-report/i.test(type) ||
    isFeedbackLoop(mail)
  ) {
    return {
      notice: 'abuse_report',
      reason: 'It is an abuse report (RFC 5965): the recipient marked a mail as spam.',
    };
  }
  if (
    has('message/disposition-notification') ||
    has('message/global-disposition-notification') ||
    /report-type\s{0,3}=\s{0,3}"?disposition-notification/i.test(type)
  ) {
    return { notice: 'read', reason: 'It is a read receipt (RFC 8098).' };
  }
  const read = readReceipt(mail);
  if (read !== undefined)
    return { notice: 'read', reason: `It is a read receipt: its subject begins with "${read}".` };
  return undefined;
}

/** A report of abuse whose gateway lost its parts, or that its provider writes without any. */
function isFeedbackLoop(mail: ParsedMail): boolean {
  const fields =
    /^feedback-type\s{0,3}:\s{0,3}(?:abuse|fraud|virus|not-spam|opt-out|other|complaint)\b/im;
  if (fields.test(mail.text.slice(0, 20_000))) return true;
  if (mail.parts.some((part) => fields.test((part.text ?? '').slice(0, 20_000)))) return true;
  const from = (mail.from?.address ?? '').toLowerCase();
  return (
    /^(?:fbl|fbl-no-reply|feedbackloop|feedback-loop|arf|abuse-report|complaints?|staff)@|@(?:fbl|arf|feedback)\./.test(
      from,
    ) &&
    /\b(?:complaint about message|abuse report|spam report|feedback loop|fbl report|email feedback report)\b/i.test(
      mail.subject.slice(0, 200),
    )
  );
}

/** Outlook's receipt after a gateway took its parts: "Read: SUBJECT" above "Your message … was read on …". */
function readReceipt(mail: ParsedMail): string | undefined {
  const subject = fold(mail.subject.slice(0, 60));
  const prefix = READ_SUBJECTS.find((phrase) => subject.startsWith(phrase));
  if (prefix === undefined || mail.text.length > 2000) return undefined;
  const text = fold(mail.text);
  const opens = READ_OPENINGS.some((phrase) => text.startsWith(phrase));
  return opens && firstPhrase(text, READ_SENTENCES) !== undefined ? prefix : undefined;
}

/** Filters that ask the sender to prove himself, or greet him, send that as a delivery report. */
function saysOtherwise(mail: ParsedMail, evidence: BounceEvidence): boolean {
  const folded = fold(evidence.ownText);
  if (CHALLENGE_SENTENCES.filter((phrase) => folded.includes(phrase)).length >= 2) return true;
  // A person passes a report on as an attachment; a server's own is multipart/report (RFC 6522).
  const attached = !/^multipart\/report\b/i.test((header(mail, 'content-type') ?? '').trim());
  if (attached && evidence.answered && !evidence.nullSender && mail.from !== undefined) return true;
  const silent = evidence.sentence === undefined && evidence.subject === undefined;
  return silent && evidence.answered && mail.from !== undefined;
}

type Why = { readonly reason: string; readonly certain: boolean };

/** Why a mail without a readable status part is a bounce; undefined when it is none. */
function whyBounce(mail: ParsedMail, evidence: BounceEvidence): Why | undefined {
  const { subject, sentence, machine, nullSender, failedRecipients, report } = evidence;
  const says = subject !== undefined || sentence !== undefined;
  const subjectLine = `the subject "${mail.subject.slice(0, 100)}"`;
  if (failedRecipients !== undefined && (machine !== undefined || nullSender || says)) {
    return {
      reason: `The server names the failed address in X-Failed-Recipients: ${failedRecipients.slice(0, 200)}.`,
      certain: true,
    };
  }
  if (report && (machine !== undefined || nullSender || says)) {
    return { reason: 'It is declared to be a delivery status report (RFC 3464).', certain: true };
  }
  // A postmaster is a person at times, and answers.
  if (evidence.answered && (mail.inReplyTo.length > 0 || machine !== 'sure')) return undefined;
  if (machine !== undefined && subject !== undefined) {
    return { reason: `A mail server sent it with ${subjectLine}.`, certain: true };
  }
  if (nullSender && isNobody(mail) && saysUserUnknown(evidence.ownText)) {
    return {
      reason: 'Nobody sent it (no return path, no sender), and it says that the user is unknown.',
      certain: true,
    };
  }
  const concrete = evidence.returned || recipientInText(mail, evidence) !== undefined;
  const listed =
    mail.headers.has('list-id') ||
    mail.headers.has('list-post') ||
    mail.headers.has('list-unsubscribe');
  if (machine === 'sure' && sentence !== undefined && concrete) {
    return {
      reason: `A mail server wrote "${sentence}" and names the mail or its recipient.`,
      certain: true,
    };
  }
  if (listed || sentence === undefined) {
    return nullSender && subject !== undefined && !listed
      ? { reason: `It has no return path and ${subjectLine}.`, certain: false }
      : undefined;
  }
  if (machine === 'likely' && concrete && evidence.ownText.length < 6000) {
    return {
      reason: `A mail server wrote "${sentence}" and names the mail or its recipient.`,
      certain: false,
    };
  }
  if (subject !== undefined && (nullSender || (concrete && mail.inReplyTo.length === 0))) {
    return {
      reason: `It has ${subjectLine}, says "${sentence}" and names the mail or its recipient.`,
      certain: nullSender,
    };
  }
  return undefined;
}

function isNobody(mail: ParsedMail): boolean {
  return (mail.from?.address ?? '') === '';
}

function fromReport(
  one: ReportedRecipient,
  evidence: BounceEvidence,
  mail: ParsedMail,
): BouncedRecipient {
  const cause = causeOf({ status: one.status, diagnostic: one.diagnostic, text: evidence.ownText });
  const delayed = one.action === 'delayed';
  return asRecipient(
    { ...cause, permanent: cause.permanent && !delayed },
    one.recipient ?? recipientInText(mail, evidence),
    delayed,
  );
}

function fromText(
  recipient: string | undefined,
  evidence: BounceEvidence,
  mail: ParsedMail,
): BouncedRecipient {
  const text = `${evidence.ownText}\n${mail.subject}`;
  const cause = causeOf({ status: undefined, diagnostic: '', text });
  const folded = fold(`${mail.subject}\n${evidence.ownText}`);
  const waits = firstPhrase(folded, DELAY_SENTENCES);
  const delayed = waits !== undefined;
  return asRecipient(
    delayed ? { ...cause, permanent: false, because: `the server says "${waits}"` } : cause,
    recipient,
    delayed,
  );
}

function asRecipient(
  cause: Cause,
  recipient: string | undefined,
  delayed: boolean,
): BouncedRecipient {
  return {
    recipient,
    delayed,
    permanent: cause.permanent,
    reason: cause.reason,
    status: cause.status,
    because: cause.because,
  };
}

function bounceOf(
  recipients: readonly BouncedRecipient[],
  reason: string,
  certain: boolean,
): Bounce {
  const worst =
    recipients.find((one) => one.permanent) ??
    recipients.find((one) => !one.delayed) ??
    recipients[0];
  if (worst === undefined) throw new Error('A bounce needs at least one recipient.');
  return { worst, recipients, reason, certain };
}

/** The address that failed: named by a header, else the first in the report's own words that is not ours. */
function recipientInText(mail: ParsedMail, evidence: BounceEvidence): string | undefined {
  const named = ADDRESS.exec(evidence.failedRecipients ?? '')?.[0];
  if (named !== undefined) return named.toLowerCase();
  const ours = new Set(mail.to.map((one) => one.address.toLowerCase()));
  const source = evidence.ownText.slice(0, LONGEST_SEARCHED);
  for (const match of source.matchAll(ALL_ADDRESSES)) {
    if (isMessageId(source, match.index)) continue;
    const address = match[0].toLowerCase().replace(/^['.]+/, '');
    if (
      !ours.has(address) &&
      !/^(?:postmaster|mailer-daemon|abuse|support|helpdesk)@/.test(address)
    )
      return address;
  }
  return onlyRecipient(mail, evidence);
}

function isMessageId(source: string, at: number): boolean {
  const line = source.slice(source.lastIndexOf('\n', at) + 1, at);
  return /message[- ]?id/i.test(line.slice(0, 100));
}

/** Whom the returned mail was for, when it was for one person: some reports name nobody. */
function onlyRecipient(mail: ParsedMail, evidence: BounceEvidence): string | undefined {
  const part = mail.parts.find(
    ({ type }) => type === 'message/rfc822' || type === 'text/rfc822-headers',
  );
  const returned = part?.text ?? mail.text.slice(evidence.ownText.length, 64_000);
  const line = /^to:[^\n]{1,500}/im.exec(returned.slice(0, 20_000))?.[0] ?? '';
  const named = [...line.matchAll(ALL_ADDRESSES)];
  return named.length === 1 ? named[0]?.[0].toLowerCase() : undefined;
}

const LONGEST_SEARCHED = 8000;
const ALL_ADDRESSES = new RegExp(ADDRESS.source, 'gu');
