import type { NodemailerError } from 'nodemailer/lib/errors';
import { refusalAbout, type RefusalAbout } from '../../domain/classify/bounce/refusal.ts';
import { hostAndPort, type Endpoint } from '../account.ts';
import { connectionFailure, serverWords } from '../connection-failure.ts';
import { MailboxFailure, SmtpFailure, type SmtpOutcome, type SmtpStage } from '../errors.ts';
import { readSignInAnswer, type SignInAnswer } from '../sign-in-refusal.ts';

export type SmtpProgress = {
  readonly stage: 'connect' | 'sign_in' | 'sender';
  /** Whether the server has asked for the mail's bytes. */
  readonly askedFor?: () => boolean;
  /** Whether the end of the mail may have been handed over. */
  readonly handedOver?: () => boolean;
};

/** What a failed step of an SMTP conversation means for the mail and for the mailbox. */
export function smtpFailure(
  endpoint: Endpoint,
  progress: SmtpProgress,
  thrown: unknown,
  secret: string,
  byToken = false,
): SmtpFailure {
  if (thrown instanceof SmtpFailure) return thrown;
  // There was no access token to sign in with.
  if (thrown instanceof MailboxFailure) return withoutToken(thrown);
  const error = thrown as NodemailerError;
  const stage = stageOf(progress, error);
  const code = replyCode(error);
  const response = hide(serverWords(error.response || undefined), secret);
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  const facts = { stage, code, enhanced, response, cause: undefined };
  const outcome = outcomeOf(stage, code);
  const about = aboutWhom(stage, code, enhanced, response);
  const stopsMailbox =
    (stage === 'sign_in' && code !== undefined) ||
    code === 421 ||
    code === 454 ||
    about === 'account' ||
    about === 'limit';
  const tried = `Could not ${attempts[stage]} ${hostAndPort(endpoint)}`;
  if (code === undefined) {
    const { reason, rest } = connectionFailure(error);
    const unclear =
      outcome === 'unknown'
        ? ' The mail may or may not have been taken, so it is not sent again by itself.'
        : '';
    return new SmtpFailure(`${tried}: ${rest}${unclear}`, {
      ...facts,
      outcome,
      stopsMailbox,
      reason: stage === 'sign_in' && error.code === 'EAUTH' ? 'sign_in' : reason,
    });
  }
  const said = `${tried}: the server said "${response ?? code}".`;
  const answer = readSignInAnswer({ code: String(code), words: response, byToken });
  if ((stage === 'sign_in' || code === 530 || code === 535) && isRefusal(answer))
    return new SmtpFailure(`${said} ${answer.advice}`, {
      ...facts,
      outcome,
      stopsMailbox,
      reason: stage === 'sign_in' ? 'sign_in' : 'refused',
      refusal: answer.kind,
    });
  return new SmtpFailure(`${said} ${advice({ code, about })}`, {
    ...facts,
    about,
    outcome,
    stopsMailbox,
    reason: 'refused',
  });
}

function withoutToken({ message, reason, refusal }: MailboxFailure): SmtpFailure {
  const stopsMailbox = refusal !== undefined;
  return new SmtpFailure(message, {
    stage: 'sign_in',
    outcome: 'not_sent_retry',
    stopsMailbox,
    reason,
    refusal,
  });
}

function isRefusal(
  answer: SignInAnswer,
): answer is Exclude<SignInAnswer, { readonly kind: 'passes' | 'ended' }> {
  return answer.kind !== 'passes' && answer.kind !== 'ended';
}

const attempts: Readonly<Record<SmtpStage, string>> = {
  connect: 'connect for sending to',
  sign_in: 'sign in for sending to',
  sender: 'send through',
  recipient: 'send through',
  data: 'send through',
  after_data: 'learn whether the mail was taken by',
};

function stageOf(progress: SmtpProgress, error: NodemailerError): SmtpStage {
  if (progress.stage !== 'sender') return progress.stage;
  if (progress.handedOver?.()) return 'after_data';
  if (progress.askedFor?.() || error.command === 'DATA') return 'data';
  return error.command === 'RCPT TO' ? 'recipient' : 'sender';
}

/** Undefined unless the server's words begin with a reply code (RFC 5321 4.2). */
function replyCode(error: NodemailerError): number | undefined {
  // A refused STARTTLS is about the port that was chosen, not about us.
  if (error.code === 'ETLS') return undefined;
  const digits = /^([2345]\d\d)(?:[ -]|$)/.exec(error.response || '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Only a reply that refuses settles what became of a mail that was handed over. A refusal by
 * policy (5.7.x) is permanent for this mail as well: the same mail would only be refused again.
 */
function outcomeOf(stage: SmtpStage, code: number | undefined): SmtpOutcome {
  const refused = code !== undefined && code >= 400;
  if (stage === 'after_data' && !refused) return 'unknown';
  const aboutTheMail = stage !== 'connect' && stage !== 'sign_in';
  if (aboutTheMail && code !== undefined && code >= 500 && code !== 530 && code !== 535)
    return 'not_sent_permanent';
  return 'not_sent_retry';
}

/** A passing refusal (4xx) is tried again, unless its words say that we have sent enough. */
function aboutWhom(
  stage: SmtpStage,
  code: number | undefined,
  enhanced: string | undefined,
  response: string | undefined,
): RefusalAbout | undefined {
  if (code === undefined || code < 400 || stage === 'connect' || stage === 'sign_in')
    return undefined;
  const about = refusalAbout({ stage, code, enhanced, response: response ?? '' });
  return code >= 500 || (about === 'limit' && /\bda(?:y|ily)|24.?hour|tag/i.test(response ?? ''))
    ? about
    : undefined;
}

function advice(facts: {
  readonly code: number;
  readonly about: RefusalAbout | undefined;
}): string {
  const { code, about } = facts;
  switch (about) {
    case 'limit':
      return 'The account has sent all that its provider allows for now; sending goes on tomorrow.';
    case 'account':
      return 'Nothing more is sent from this mailbox until you have looked into it.';
    case 'address':
      return 'Correct the address.';
    case 'mail':
      return 'It is not tried again by itself.';
    case undefined:
      return code === 421 || code === 454
        ? 'The provider wants a pause; nothing more is sent from this mailbox until you say so.'
        : code < 500
          ? 'It is tried again later.'
          : 'It is not tried again by itself.';
  }
}

function hide(words: string | undefined, password: string): string | undefined {
  return password ? words?.replaceAll(password, '•••') : words;
}
