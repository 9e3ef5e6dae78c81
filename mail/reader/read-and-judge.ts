import { classify } from '../../domain/classify/classify.ts';
import { unclear } from '../../domain/classify/unreadable.ts';
import type { MailContext, Verdict } from '../../domain/classify/verdict.ts';
import type { ParsedMail } from '../../domain/message.ts';
import { parseMail } from '../mime/parse.ts';

/** A mail with what the rules say of it, or a sentence that says why it could not be read. */
export type Reading =
  { readonly mail: ParsedMail; readonly verdict: Verdict } | { readonly unreadable: string };

export type ReadOptions = {
  /** What lies beyond is not read; 16 MiB when absent. */
  readonly maxBytes?: number | undefined;
  readonly context?: Partial<MailContext> | undefined;
};

/** Parses a mail and judges it, in this thread: nothing limits its time but the rules themselves. */
export async function readAndJudge(
  source: Uint8Array,
  options: ReadOptions = {},
): Promise<Reading> {
  let mail: ParsedMail;
  try {
    mail = await parseMail(source, options.maxBytes ? { maxBytes: options.maxBytes } : {});
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  }
  return { mail, verdict: judge(mail, options.context) };
}

/** A mail that breaks a rule must not keep the ones behind it from being read: a person judges it. */
export function judge(mail: ParsedMail, context: Partial<MailContext> = {}): Verdict {
  try {
    return classify(mail, context);
  } catch {
    return unclear(mail.text);
  }
}

/** The same without a thread: for tools and tests that read mails of their own. */
export const readerHere = {
  read: readAndJudge,
  judge: (mail: ParsedMail, context: Partial<MailContext>) => Promise.resolve(judge(mail, context)),
  stop: () => Promise.resolve(),
};
