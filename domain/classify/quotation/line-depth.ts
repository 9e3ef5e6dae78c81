import type { ParsedMail } from '../../message.ts';

/**
 * Whether a mail has another mail in it, quoted or passed on. Cruder than quoted.ts: it only has to
 * tell letters that answer from mail that nobody was asked for.
 */
export function quotesAnother(mail: ParsedMail): boolean {
  return (
    QUOTED_TEXT.test(mail.text.slice(0, 40_000)) ||
    QUOTED_HTML.test((mail.html ?? '').slice(0, 100_000))
  );
}

/** RFC 3676 marks; the separators of Outlook and others in the common languages. */
const QUOTED_TEXT =
  /^[ \t]{0,4}>|^[ \t]{0,4}[-_*]{2,60} ?(?:original|forwarded|ursprüngliche|weitergeleitete|message d'origine|message original|mensaje original|mensagem original|messaggio|oorspronkelijk|doorgestuurd|ursprungligt|opprinnelig|oprindelig|alkuperäinen|исходное|пересылаемое|原始|转发|元の)|^[ \t]{0,8}to:[^\n]{0,200}\n[ \t]{0,8}cc:|^(?:from|von|de|da|van|från|fra|od|от): [^\n]{1,200}\n(?:sent|date|to|gesendet|datum|an|envoyé|date|enviado|fecha|data|inviato|verzonden|skickat|sendt|wysłano|отправлено|дата):/im;
const QUOTED_HTML =
  /gmail_quote|divrplyfwdmsg|type=["']?cite|moz-cite-prefix|yahoo_quoted|protonmail_quote/i;
