import type { ImapFlow } from 'imapflow';
import type { SecretBox } from '../config/secret-box.ts';
import type { fetchCalendar } from '../mail/calendar/fetch-calendar.ts';
import type { Database } from '../db/client.ts';
import type { MailAccount } from '../mail/account.ts';
import type { OAuthProviders } from '../mail/oauth/providers.ts';
import type { ImapLimits } from '../mail/imap/imap.ts';
import type { MailReader } from '../mail/reader/mail-reader.ts';
import type { SmtpLimits, SmtpSession } from '../mail/smtp/smtp.ts';

/** All that activities need from outside; tests pass their own. */
export type Dependencies = {
  readonly db: Database;
  /** For connections that LISTEN or hold a session lock. */
  readonly databaseUrl: string;
  readonly secrets: SecretBox;
  /** Where people sign in with OAuth 2. */
  readonly oauth: OAuthProviders;
  /** Names this run of the process in the claims it takes. */
  readonly run: string;
  readonly now: () => Date;
  readonly random: () => number;
  /** Whether Temporal has an open run under this id. */
  readonly isRunning: (workflowId: string) => Promise<boolean>;
  /** Tells journeys at once what the outbox holds. */
  readonly deliverSoon: () => void;
  readonly openImap: (account: MailAccount, limits?: ImapLimits) => Promise<ImapFlow>;
  readonly openSmtp: (account: MailAccount, limits?: SmtpLimits) => Promise<SmtpSession>;
  readonly reader: MailReader;
  readonly fetchCalendar: typeof fetchCalendar;
  readonly watching: WatchTimes;
  readonly log: Log;
};

/** Milliseconds. */
export type WatchTimes = {
  /** How often every folder is read by UID, whatever IDLE says. */
  readonly look: number;
  /** IDLE is renewed at least this often; some networks forget quiet connections. */
  readonly maxIdle: number;
  /** How often the server is asked whether the connection still lives. */
  readonly probe: number;
  /** How long it may take to answer, unless it is known to be slow. */
  readonly answer: number;
  /** The longest wait without looking whether there is something else to do. */
  readonly patience: number;
};

/** Ids and counts only; never a mail's text or somebody's address. */
export type Log = (event: string, details?: Readonly<Record<string, string | number>>) => void;

export const usualWatchTimes: WatchTimes = {
  look: 15_000,
  maxIdle: 4 * 60_000,
  probe: 5_000,
  answer: 6_000,
  patience: 10 * 60_000,
};
