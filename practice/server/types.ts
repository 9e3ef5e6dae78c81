import type { MailStore } from './store.ts';
import type { Faults } from './faults.ts';

/** A mail that the practice SMTP server has accepted. */
export type AcceptedMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
  /** The account that was signed in. */
  readonly user: string;
  readonly acceptedAt: Date;
};

export type PracticeMail = {
  readonly imap: number;
  readonly smtp: number;
  /** The certificate to trust, PEM; undefined without TLS. */
  readonly ca: string | undefined;
  readonly store: MailStore;
  /** Puts a mail into an account's folder, INBOX unless said. Returns its UID. */
  readonly deliver: (
    to: string,
    raw: string | Buffer,
    options?: { readonly folder?: string; readonly date?: Date },
  ) => number;
  readonly sent: () => readonly AcceptedMail[];
  /** Called for each accepted mail, before the server's reply to it; returns the way to stop that. */
  readonly onAccepted: (listener: (mail: AcceptedMail) => void | Promise<void>) => () => void;
  /** Like Gmail, keep a copy of accepted mail in the sender's Sent folder. */
  saveSent: boolean;
  /** Like Outlook.com, replace the Message-ID; ours is kept in X-Microsoft-Original-Message-ID. */
  rewriteMessageIds: boolean;
  readonly faults: Faults;
  readonly stop: () => Promise<void>;
};
