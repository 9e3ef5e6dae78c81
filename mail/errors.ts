import type { SignInRefusal } from '../domain/mailbox/sign-in.ts';
import type { RefusalAbout } from '../domain/classify/bounce/refusal.ts';

export type MailboxFailureReason =
  | 'sign_in'
  | 'unreachable'
  | 'certificate'
  | 'refused'
  | 'protocol'
  | 'timeout'
  /** The server lists a mail and does not hand it over: nobody knows whose it is, or what it says. */
  | 'withheld'
  /** The server closed the session as planned; a new one is opened at once. */
  | 'session_ended';

/**
 * Reading the mailbox failed. The message is for people: what was attempted, on which host and
 * port, what to do. It never holds a password.
 */
export class MailboxFailure extends Error {
  override readonly name = 'MailboxFailure';
  readonly reason: MailboxFailureReason;
  /** The server's own words, bounded; undefined when it said none. */
  readonly response: string | undefined;
  /** What a refused sign-in means; undefined for every other reason. */
  readonly refusal: SignInRefusal | undefined;
  constructor(
    reason: MailboxFailureReason,
    message: string,
    options: {
      readonly cause?: unknown;
      readonly response?: string | undefined;
      readonly refusal?: SignInRefusal | undefined;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.reason = reason;
    this.response = options.response;
    this.refusal = options.refusal;
  }
}

export type SmtpStage = 'connect' | 'sign_in' | 'sender' | 'recipient' | 'data' | 'after_data';

/** What is known about the mail after a failed attempt. */
export type SmtpOutcome = 'not_sent_retry' | 'not_sent_permanent' | 'unknown';

/** Sending failed. The message is for people and never holds a password or the mail's text. */
export class SmtpFailure extends Error {
  override readonly name = 'SmtpFailure';
  readonly stage: SmtpStage;
  /** `unknown` exactly when the end of DATA may have been handed over and no reply came. */
  readonly outcome: SmtpOutcome;
  /** Reply code (RFC 5321 4.2), such as 550. */
  readonly code: number | undefined;
  /** Enhanced status code (RFC 3463), such as `5.1.1`. */
  readonly enhanced: string | undefined;
  /** The server's own words, bounded. */
  readonly response: string | undefined;
  /** True when nothing more may be sent from this mailbox until a person has looked. */
  readonly stopsMailbox: boolean;
  readonly reason: MailboxFailureReason;
  /** What a refused sign-in means; undefined for every other reason. */
  readonly refusal: SignInRefusal | undefined;
  /** Whom the server's refusal is about; undefined when it refused nothing of the mail. */
  readonly about: RefusalAbout | undefined;
  constructor(
    message: string,
    facts: {
      readonly stage: SmtpStage;
      readonly outcome: SmtpOutcome;
      readonly code?: number | undefined;
      readonly enhanced?: string | undefined;
      readonly response?: string | undefined;
      readonly stopsMailbox: boolean;
      readonly reason: MailboxFailureReason;
      readonly refusal?: SignInRefusal | undefined;
      readonly about?: RefusalAbout | undefined;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: facts.cause });
    this.stage = facts.stage;
    this.outcome = facts.outcome;
    this.code = facts.code;
    this.enhanced = facts.enhanced;
    this.response = facts.response;
    this.stopsMailbox = facts.stopsMailbox;
    this.reason = facts.reason;
    this.refusal = facts.refusal;
    this.about = facts.about;
  }
}
