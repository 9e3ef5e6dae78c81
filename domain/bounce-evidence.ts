import { firstPhrase, fold } from './fold.ts';
import { header, type ParsedMail } from './message.ts';
import {
  BOUNCE_SENTENCES,
  BOUNCE_SUBJECTS,
  MACHINE_LOCAL_PARTS,
  MACHINE_NAMES,
  RETURNED_MAIL_MARKS,
} from './phrases/bounce.ts';

/** The signs by which a mail can be told to be a server's report that another mail failed. */
export type BounceEvidence = {
  /** A delivery status part, or a report that is declared to have one. */
  readonly report: boolean;
  readonly failedRecipients: string | undefined;
  /** Written by a mail server, going by its address or name. */
  readonly machineSender: boolean;
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
  const machineSender = isMachine(mail);
  const returnPath = header(mail, 'return-path')?.trim();
  const nullSender =
    returnPath === '<>' || returnPath === '' || /^<?mailer-daemon(?:@|>|$)/i.test(returnPath ?? '');
  const subject = firstBeginning(fold(mail.subject.slice(0, 300)), BOUNCE_SUBJECTS);
  const suspected =
    report ||
    failedRecipients !== undefined ||
    machineSender ||
    nullSender ||
    subject !== undefined;
  const ownText = suspected ? withoutReturnedMail(mail.text.slice(0, 64_000)) : '';
  const sentence = suspected ? firstPhrase(fold(ownText), BOUNCE_SENTENCES) : undefined;
  return { report, failedRecipients, machineSender, nullSender, subject, sentence, ownText };
}

function isMachine(mail: ParsedMail): boolean {
  return [mail.from, mail.sender].some((who) => {
    if (who === undefined) return false;
    const local = (who.address.split('@')[0] ?? '').toLowerCase();
    const name = fold(who.name ?? '');
    return (
      MACHINE_LOCAL_PARTS.some((part) => local === part || local.startsWith('mailer-daemon')) ||
      MACHINE_NAMES.includes(name) ||
      name.startsWith('mail delivery') ||
      name.startsWith('mailer-daemon') ||
      name.startsWith('mail administrator')
    );
  });
}

/** A subject begins with the phrase, after list tags and reply prefixes of gateways. */
function firstBeginning(folded: string, phrases: readonly string[]): string | undefined {
  const bare = folded.replace(
    /^(?:\[[^\]]{1,60}\] ?|\*{1,5} ?|(?:re|fw|fwd|aw|wg|automatic reply|auto): ?|"|<)+/,
    '',
  );
  return (
    phrases.find((phrase) => bare.startsWith(phrase)) ??
    phrases.find((phrase) => phrase.length >= 12 && folded.includes(phrase))
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
