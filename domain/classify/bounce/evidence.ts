import { firstPhrase, fold } from '../../text/fold.ts';
import { header, type ParsedMail } from '../../message.ts';
import {
  BOUNCE_SENTENCES,
  BOUNCE_SUBJECTS,
  INTRODUCTIONS,
  LIKELY_LOCAL_PARTS,
  MACHINE_LOCAL_PARTS,
  MACHINE_NAMES,
  RETURNED_MAIL_MARKS,
} from '../phrases/bounce.ts';

/** The signs by which a mail can be told to be a server's report that another mail failed. */
export type BounceEvidence = {
  /** A delivery status part, or a report that is declared to have one. */
  readonly report: boolean;
  readonly failedRecipients: string | undefined;
  /** Written by a mail server, going by its address or name: `sure` for names that nothing else has. */
  readonly machine: 'sure' | 'likely' | undefined;
  /** It carries the mail that failed, or its headers. */
  readonly returned: boolean;
  /** The subject says that somebody answered or passed on a mail. */
  readonly answered: boolean;
  /** The null reverse-path `<>` (RFC 5321 section 4.5.5). */
  readonly nullSender: boolean;
  readonly subject: string | undefined;
  readonly sentence: string | undefined;
  /** The mail's own words, without the returned mail. */
  readonly ownText: string;
};

const LONGEST_OWN_TEXT = 12_000;

export function bounceEvidence(mail: ParsedMail): BounceEvidence {
  const contentType = header(mail, 'content-type') ?? '';
  const report =
    mail.parts.some(
      (part) =>
        part.type === 'message/delivery-status' || part.type === 'message/global-delivery-status',
    ) || /report-type\s{0,3}=\s{0,3}"?delivery-status/i.test(contentType);
  const failedRecipients = header(mail, 'x-failed-recipients');
  const writer = machineOf(mail);
  const introduced =
    writer === 'likely' && firstPhrase(fold(mail.text.slice(0, 400)), INTRODUCTIONS) !== undefined;
  const machine = introduced ? 'sure' : writer;
  const returnPath = header(mail, 'return-path')?.trim();
  const nullSender =
    returnPath === '<>' || returnPath === '' || /^<?mailer-daemon(?:@|>|$)/i.test(returnPath ?? '');
  const folded = fold(mail.subject.slice(0, 300));
  const subject = subjectPhrase(folded);
  const suspected =
    report ||
    failedRecipients !== undefined ||
    machine !== undefined ||
    nullSender ||
    subject !== undefined;
  const ownText = suspected ? withoutReturnedMail(mail.text.slice(0, 64_000)) : '';
  const sentence = suspected ? firstPhrase(fold(ownText), BOUNCE_SENTENCES) : undefined;
  const returned = mail.parts.some(
    (part) => part.type === 'message/rfc822' || part.type === 'text/rfc822-headers',
  );
  const answered =
    /^(?:\[[^\]]{1,60}\] ?)?(?:re|fw|fwd|aw|wg|sv|vs|tr|rv|antw|odp|回复|答复|转发|返信) ?[:：]/.test(
      folded,
    );
  return {
    report,
    failedRecipients,
    machine,
    nullSender,
    subject,
    sentence,
    ownText,
    returned,
    answered,
  };
}

/** Whether a mail server wrote it, going by its address or name. */
export function machineOf(mail: ParsedMail): 'sure' | 'likely' | undefined {
  const signs = [mail.from, mail.sender].map((who) => {
    const local = (who?.address.split('@')[0] ?? '').toLowerCase();
    const name = fold(who?.name ?? '');
    if (/^(?:mailer-daemon|microsoftexchange)/.test(local) || MACHINE_LOCAL_PARTS.includes(local))
      return 'sure';
    if (/^(?:mail deliver|mailer-daemon|mail administrator|mail router)/.test(name)) return 'sure';
    return LIKELY_LOCAL_PARTS.includes(local) || MACHINE_NAMES.includes(name)
      ? 'likely'
      : undefined;
  });
  return signs.includes('sure') ? 'sure' : signs.find((sign) => sign !== undefined);
}

/** The phrase that a subject begins with, after list tags; a long one may stand anywhere. */
function subjectPhrase(folded: string): string | undefined {
  if (folded.startsWith('[bounce]')) return '[bounce]';
  const bare = folded.replace(/^(?:\[[^\]]{1,60}\] ?|\*{1,5} ?|automatic reply: ?|["'<【(])+/, '');
  return (
    BOUNCE_SUBJECTS.find((phrase) => bare.startsWith(phrase)) ??
    BOUNCE_SUBJECTS.find((phrase) => phrase.length >= 12 && folded.includes(phrase))
  );
}

function withoutReturnedMail(text: string): string {
  const lines = text.split('\n');
  const cut = lines.findIndex((line, at) => at > 0 && startsReturnedMail(line));
  return (cut < 0 ? lines : lines.slice(0, cut)).join('\n').slice(0, LONGEST_OWN_TEXT);
}

function startsReturnedMail(line: string): boolean {
  if (line.length > 200 || line.trim() === '') return false;
  const folded = fold(line);
  return (
    RETURNED_MAIL_MARKS.some(
      (mark) => folded.startsWith(mark) || (mark.length > 20 && folded.includes(mark)),
    ) || /^-{2,}.{0,20}\b(?:original|returned|unsent|undelivered|copy)\b/.test(folded)
  );
}
