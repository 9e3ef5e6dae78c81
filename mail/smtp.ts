import type { MailAccount } from './account.ts';

export type SmtpSession = {
  readonly send: (
    mail: { readonly from: string; readonly to: string; readonly raw: Buffer },
    hooks: { readonly beforeData: () => Promise<void> },
  ) => Promise<Accepted>;
  readonly close: () => void;
};

export type Accepted = {
  /** The server's reply to the mail, such as `250 2.0.0 Ok: queued as 4F1`. */
  readonly response: string;
  /** The Message-ID the server gave the mail instead of ours, where its reply names one. */
  readonly serverMessageId: string | undefined;
};

export type SmtpLimits = {
  /** Milliseconds from now in which everything must be over; sending aborts at their end. */
  readonly deadline?: number;
  /** Milliseconds for DNS, TCP, TLS and greeting. */
  readonly connectTimeout?: number;
  /** Milliseconds without a byte from the server before the connection is given up. */
  readonly socketTimeout?: number;
};

export function openSmtp(_account: MailAccount, _limits: SmtpLimits = {}): Promise<SmtpSession> {
  throw new Error('to be written');
}
