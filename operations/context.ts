import type { Database } from '../db/client.ts';
import type { SecretBox } from '../config/secret-box.ts';
import type { MailboxCheck } from '../mail/check-mailbox.ts';
import type { fetchCalendar } from '../mail/calendar/fetch-calendar.ts';
import type { MailAccount } from '../mail/account.ts';
import type { Discovery } from '../mail/discovery/discovery.ts';
import type { OAuthProviders } from '../mail/oauth/providers.ts';
import type { PlainMail } from '../mail/smtp/send-plain-mail.ts';

/** What a operation needs: whose data, where it is, and the few things outside of it. */
export type OperationContext = {
  readonly db: Database;
  readonly userId: string;
  readonly now: () => Date;
  readonly secrets: SecretBox;
  /** Where people sign in with OAuth 2. */
  readonly oauth: OAuthProviders;
  /** Where the pages are served on this machine; a sign-in comes back there. */
  readonly pagePort?: number;
  /** Where people reach the pages behind a reverse proxy. */
  readonly publicUrl?: URL | undefined;
  /** Tells the journeys at once what the outbox holds; the reconciler would do it a little later. */
  readonly deliverSoon: () => void;
  /** Finds the servers of an address; asks the network for those the table does not know. */
  readonly discover: (address: string) => Promise<Discovery>;
  /** The TXT records of a name. */
  readonly dnsText?: (name: string) => Promise<readonly string[]>;
  /** Asks the server whether the From address may send; sends nothing. Throws SmtpFailure. */
  readonly probeSender?: (account: MailAccount) => Promise<void>;
  readonly checkMailbox: (account: MailAccount) => Promise<readonly MailboxCheck[]>;
  /** Sends one mail outside of any journey (a test mail to oneself); returns its Message-ID. */
  readonly sendDirectly: (account: MailAccount, mail: PlainMail) => Promise<string>;
  /** Starts, or ends, the watching of a mailbox. */
  readonly watchMailbox: (mailboxId: string) => Promise<void>;
  readonly fetchCalendar: typeof fetchCalendar;
  /** Asks a language model for other words; undefined where none is set up. `host` is where the letter goes. */
  readonly rewriting?:
    | {
        readonly host: string;
        readonly ask: (prompt: {
          readonly system: string;
          readonly user: string;
        }) => Promise<string>;
      }
    | undefined;
};
